"""Following the log: whoever does what each entry says holds what a full download holds."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.test import Client

from accounts.roles import Role
from incidents.models import Incident
from incidents.services.inputs import Description
from incidents.services.logging import describe, reopen
from incidents.services.publishing import withdraw
from incidents.services.regrouping import merge, undo
from tests.api.conftest import Read
from tests.isolation.scenes import scene
from tests.making import Desk, desk, person, published, republished

CHANGES = "/api/v1/changes/"
KINDS = ["first", "first", "first", "first", "correction", "merge", "merge", "withdrawal"]


@dataclass
class Busy:
    """Four incidents, of which the first was corrected, the last merged into the third, and the second withdrawn."""

    people: Desk
    made: list[Incident]
    merged: Any


@scene
def busy(_folder: Path) -> Busy:
    people, senior = desk(), person(Role.SENIOR)
    made = [published(people, title=f"Number {number}") for number in range(1, 5)]
    retitled(people, made[0], "Number one")
    merged = merge(actor=senior, loser=made[3], survivor=made[2], reason="The same attack.")
    republished(people, made[2], kind="merge", summary="The same attack.")
    withdraw(actor=people.publisher, incident=made[1], reason="The report was wrong.")
    return Busy(people, made, merged)


def retitled(people: Desk, made: Incident, title: str) -> None:
    changed = Description(title=title, graphic=False, personal_data=False)
    describe(actor=people.editor, incident=made, description=changed, summary="A better title.")
    republished(people, made, kind="correction", summary="The title said too much.")


@dataclass
class Copy:
    """What somebody holds who follows the record: incidents by id, and where merged ids lead."""

    client: Client
    since: int = 0
    incidents: dict[str, Any] = field(default_factory=dict)
    leads_to: dict[str, str] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)

    def follow(self, **how: str) -> None:
        """Do with each entry what it says, until there are none."""
        answer = self.client.get(CHANGES, {"since": str(self.since), "limit": "3", **how})
        while True:
            page = answer.json()
            for entry in page["results"]:
                self.take(entry)
            self.since = page["since"]
            if page["next"] is None:
                return
            assert answer["Link"] == f'<{page["next"]}>; rel="next"'
            answer = self.client.get(page["next"])

    def take(self, entry: dict[str, Any]) -> None:
        self.entries.append(entry)
        self.incidents.pop(entry["id"], None)
        self.leads_to.pop(entry["id"], None)
        if entry["action"] == "put":
            self.incidents[entry["id"]] = entry["incident"]
        elif entry["action"] == "redirect":
            self.leads_to[entry["id"]] = entry["tombstone"]["merged_into"]


def whole(client: Client, **how: str) -> dict[str, Any]:
    """The full download: every page of the list."""
    found: dict[str, Any] = {}
    page = client.get("/api/v1/incidents/", {"limit": "2", **how}).json()
    while page:
        found |= {row["id"]: row for row in page["results"]}
        page = client.get(page["next"]).json() if page["next"] else None
    return found


def test_whoever_follows_from_zero_ends_with_the_state_of_a_full_download(busy: Busy, client: Client) -> None:
    copy, people, (first, second, third, fourth) = Copy(client), busy.people, busy.made
    copy.follow()
    assert copy.incidents == whole(client)
    assert list(copy.incidents) == [first.public_id, third.public_id]
    assert copy.leads_to == {fourth.public_id: third.public_id}
    assert [entry["log"]["position"] for entry in copy.entries] == list(range(len(KINDS)))
    assert [entry["kind"] for entry in copy.entries] == KINDS

    undo(actor=person(Role.SENIOR), regrouping=busy.merged, reason="Two attacks after all.")
    republished(people, third, kind="correction", summary="Two attacks after all.")
    fourth.refresh_from_db()
    republished(people, fourth, kind="correction", summary="Two attacks after all.")
    reopen(actor=person(Role.SENIOR), incident=second, reason="Another report says so.")
    retitled(people, second, "Number two, after all")
    withdraw(actor=people.publisher, incident=first, reason="It did not happen.")
    published(people, title="Number five")
    copy.follow()
    assert copy.incidents == whole(client)
    assert (len(copy.incidents), copy.leads_to) == (4, {})
    assert copy.since == len(copy.entries) == client.get("/api/v1/record/").json()["size"]
    again = Copy(client)
    again.follow()
    assert (again.incidents, again.entries) == (copy.incidents, copy.entries)


def test_a_copy_may_hold_more_or_less_of_each_incident(busy: Busy, client: Client) -> None:
    how = {"include": "assertions,geometry", "fields": "title,killed"}
    copy = Copy(client)
    copy.follow(**how)
    assert copy.incidents == whole(client, **how)
    assert set(next(iter(copy.incidents.values()))) == {
        *("id", "title", "demonstration", "killed", "assertions", "geometry")
    }


def test_an_entry_says_what_became_of_what_and_why(busy: Busy, read: Read) -> None:
    found = read("changes/", since="6").json()
    merged, withdrawn = found["results"]
    assert (merged["action"], merged["incident"]) == ("redirect", None)
    assert merged["tombstone"] == {"reason": "The same attack.", "merged_into": busy.made[2].public_id}
    assert read(f"incidents/{merged['id']}/").status_code == 301
    assert (withdrawn["action"], withdrawn["incident"]) == ("remove", None)
    assert withdrawn["tombstone"] == {"reason": "The report was wrong.", "merged_into": None}
    assert read(f"incidents/{withdrawn['id']}/").status_code == 410
    assert read(withdrawn["url"].partition("/api/v1/")[2]).json()["content"]["reason"] == "The report was wrong."
    state = read("record/").json()
    assert (found["size"], found["head"]) == (state["size"], state["head"]) == (8, withdrawn["log"]["chain_hash"])
    assert (found["count"], found["count_is"], found["since"], found["next"]) == (2, "exact", 8, None)


def test_a_reader_goes_on_from_a_position_or_a_moment(busy: Busy, read: Read) -> None:
    entries = read("changes/").json()["results"]
    for entry in entries[:3]:
        there = read("changes/", since=entry["published_at"], limit="1").json()["results"][0]
        assert there == read("changes/", since=str(entry["log"]["position"]), limit="1").json()["results"][0] == entry
    assert read("changes/", since=entries[0]["published_at"][:10]).json()["results"] == entries
    for nothing in ("8", "2099-01-01", "2099-01-01T00:00:00+03:30"):
        found = read("changes/", since=nothing).json()
        assert (found["results"], found["since"], found["count"]) == ([], 8, 0)
    for wrong in ("9", "-1", "yesterday", "2024-01-01T00:00:00", "9" * 40, "²"):
        answer = read("changes/", since=wrong)
        assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "since"), wrong
    assert read("changes/", limit="201").json()["errors"][0]["parameter"] == "limit"
    assert read("changes/", cursor="x").json()["errors"][0]["parameter"] == "cursor"


def test_an_empty_record_has_nothing_to_follow(db: None, read: Read) -> None:
    found = read("changes/").json()
    assert (found["size"], found["since"], found["next"], found["results"]) == (0, 0, None, [])
