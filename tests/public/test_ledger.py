"""The corrections ledger lists whatever the record put right, took back or moved: before, after, why and when."""

import feedparser
import pytest
from django.test import Client

from incidents.models import Incident
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.publishing import withdraw
from tests.making import Desk, desk, published, republished
from tests.public.reading import heading, text_of

pytestmark = pytest.mark.django_db

LEDGER = "/record/corrections/"
DATA = "/record/corrections.json"
FEED = "/feeds/corrections.atom"


@pytest.fixture
def team() -> Desk:
    return desk()


def renamed(team: Desk, made: Incident, title: str, *, kind: str = "correction", summary: str = "A slip.") -> None:
    described = Description(title=title, graphic=False, personal_data=False)
    describe(actor=team.editor, incident=made, description=described, summary="Renamed")
    republished(team, made, kind=kind, summary=summary)


def corrected(team: Desk) -> Incident:
    made = published(team, title="A bombing in Kirman")
    renamed(team, made, "A bombing in Kerman", summary="The name of the city was misspelt.")
    return made


def test_a_correction_is_listed_with_before_after_reason_and_date(client: Client, team: Desk) -> None:
    made = corrected(team)
    page = client.get(LEDGER)
    words = text_of(page)
    assert heading(page) == "Corrections to the record"
    assert "Reason: The name of the city was misspelt." in words
    assert "[removed: Kirman ]" in words
    assert "[added: Kerman ]" in words
    assert f'href="/incidents/{made.public_id}/compare/?from=1&amp;to=2"' in page.content.decode()


def test_a_first_version_and_an_update_are_no_corrections(client: Client, team: Desk) -> None:
    made = published(team)
    renamed(team, made, "Two bombings in Kerman, Iran", kind="update", summary="More is known.")
    assert client.get(DATA).json()["corrections"] == []
    assert "Nothing has been corrected, withdrawn, merged or split yet." in text_of(client.get(LEDGER))


def test_a_withdrawal_says_that_it_was_one_and_why(client: Client, team: Desk) -> None:
    made = published(team, title="An event that was none")
    withdraw(actor=team.publisher, incident=made, reason="It was an accident.")
    found = client.get(DATA).json()["corrections"][0]
    assert (found["kind"], found["reason"], found["title"]) == (
        "withdrawal",
        "It was an accident.",
        "An event that was none",
    )
    assert found["changes"] == [{"key": "status", "label": "Status", "before": "Published", "after": "Withdrawn"}]


def test_kind_and_country_narrow_it_and_a_withdrawn_incident_keeps_its_country(client: Client, team: Desk) -> None:
    first = corrected(team)
    gone = published(team)
    withdraw(actor=team.publisher, incident=gone, reason="It was an accident.")

    def ids(query: str) -> list[str]:
        return [one["id"] for one in client.get(f"{DATA}?{query}").json()["corrections"]]

    assert ids("") == [gone.public_id, first.public_id]
    assert ids("kind=withdrawal") == [gone.public_id]
    assert ids("kind=correction,withdrawal&country=IR") == [gone.public_id, first.public_id]
    assert ids("country=FR") == []
    assert "Corrections to the record: withdrawal; Iran" in text_of(client.get(f"{LEDGER}?kind=withdrawal&country=IR"))


def test_the_form_as_a_browser_sends_it_is_understood(client: Client, team: Desk) -> None:
    corrected(team)
    assert "misspelt" in text_of(client.get(f"{LEDGER}?kind=&country="))


def test_the_pages_of_the_ledger_follow_each_other_without_a_gap(
    client: Client, team: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incidents.public.views.ledger.PER_PAGE", 3)
    made = published(team, title="Title 0")
    for number in range(1, 8):
        renamed(team, made, f"Title {number}", summary=f"Reason {number}.")
    address, seen = DATA, []
    while address:
        page = client.get(address).json()
        seen += [one["version"] for one in page["corrections"]]
        address = page["next"]
    assert seen == list(range(8, 1, -1))
    first = client.get(LEDGER)
    assert "Older corrections" in text_of(first)
    assert "Newest corrections" not in text_of(first)


def test_the_feed_is_atom_that_a_reader_understands(client: Client, team: Desk) -> None:
    made = corrected(team)
    answer = client.get(FEED)
    assert answer["Content-Type"].startswith("application/atom+xml")
    read = feedparser.parse(answer.content)
    assert read.bozo is False, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.title == "Attest: corrections to the record"
    entry = read.entries[0]
    assert entry.id == f"http://127.0.0.1:8000/incidents/{made.public_id}/v/2/"
    assert entry.link.endswith(f"/incidents/{made.public_id}/compare/?from=1&to=2")
    assert entry.title == "Correction: A bombing in Kerman"
    assert "before: A bombing in Kirman; after: A bombing in Kerman" in entry.summary
    assert entry.updated_parsed.tm_year >= 2024


@pytest.mark.parametrize(
    "query", ["kind=update", "kind=first,correction", "colour=blue", "cursor=x", "as_of=2024-01-01", "cursor=-1"]
)
def test_what_cannot_be_asked_is_refused_with_a_sentence(client: Client, query: str) -> None:
    for address in (LEDGER, DATA, FEED):
        assert client.get(f"{address}?{query}").status_code == 400, address
    assert "This question cannot be answered" in text_of(client.get(f"{LEDGER}?{query}"))


def test_a_change_that_nobody_published_is_not_in_the_ledger(client: Client, team: Desk) -> None:
    made = corrected(team)
    described = Description(title="A title that nobody has approved", graphic=False, personal_data=False)
    describe(actor=team.editor, incident=made, description=described, summary="Renamed again")
    for address in (LEDGER, DATA, FEED):
        assert "nobody has approved" not in client.get(address).content.decode()
