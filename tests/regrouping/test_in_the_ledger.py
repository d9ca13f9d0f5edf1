"""A merge, a split, and what undoes them, stand in the corrections ledger like every other correction."""

import feedparser
import pytest
from django.test import Client
from django.utils.formats import date_format

from incidents.models import Incident, Regrouping
from incidents.services.asserting import withdraw_claim
from incidents.services.regrouping import undo
from tests import making
from tests.public.reading import text_of
from tests.regrouping.conftest import Two, others, publish_split, split_off

pytestmark = pytest.mark.django_db


def entries(client: Client) -> dict[str, dict[str, str]]:
    """The newest entry of each incident: what it was, and its status before and after."""
    found: dict[str, dict[str, str]] = {}
    for one in reversed(client.get("/record/corrections.json").json()["corrections"]):
        status: dict[str, str] = next((change for change in one["changes"] if change["key"] == "status"), {})
        found[one["id"]] = {"kind": one["kind"], "title": one["title"], **status}
    return found


def test_the_merged_id_is_listed_with_the_one_that_lives_on(client: Client, two: Two) -> None:
    two.merge()
    assert entries(client) == {}
    two.publish_merge()
    lost = entries(client)[str(two.lost.public_id)]
    assert (lost["kind"], lost["title"]) == ("merge", "The first blast")
    assert (lost["before"], lost["after"]) == ("Published", f"Merged into {two.kept.public_id}")


def test_an_undone_merge_is_listed_as_published_again(client: Client, two: Two) -> None:
    two.merge()
    two.publish_merge()
    undo(actor=two.senior, regrouping=Regrouping.objects.get(), reason="Two events after all.")
    two.lost.refresh_from_db()
    making.republished(two.people, two.lost, kind="correction", summary="It was an event of its own.")
    lost = entries(client)[str(two.lost.public_id)]
    assert (lost["kind"], lost["after"]) == ("correction", "Published")
    assert lost["before"] == f"Merged into {two.kept.public_id}"
    compared = client.get(f"/incidents/{two.lost.public_id}/compare.json?from=1&to=3").json()
    assert [one["key"] for one in compared["values"]] == []


def test_a_split_is_listed_with_the_new_id_before_after_reason_and_date(
    client: Client, two: Two, whole: Incident
) -> None:
    new = split_off(two, whole)
    assert entries(client) == {}
    publish_split(two, whole, new)
    (found,) = client.get("/record/corrections.json?kind=split").json()["corrections"]
    assert (found["kind"], found["id"], found["title"]) == ("split", whole.public_id, "The first blast")
    assert found["reason"] == "Two attacks had been logged as one."
    assert found["published_at"][:10] == whole.publications.get(number=3).published_at.date().isoformat()
    assert found["split_into"] == [new.public_id]
    told = {one["key"]: (one["before"], one["after"]) for one in found["changes"]}
    assert told["split_into"] == (None, new.public_id)
    assert told["attack_types"] == ("Armed assault, Bombing or explosion", "Bombing or explosion")
    assert [words.partition(" ")[0] for words in told["killed"]] == ["5–12", "12"]


def test_what_a_split_took_along_was_moved_and_not_withdrawn(client: Client, two: Two, whole: Incident) -> None:
    gone = set(others(whole))
    new = split_off(two, whole)
    publish_split(two, whole, new)
    (found,) = client.get("/record/corrections.json").json()["corrections"]
    assert found["claims"] == {"added": 0, "moved": 4, "withdrawn": 0, "changed": 0}
    compared = client.get(f"/incidents/{whole.public_id}/compare.json?from=2&to=3").json()["claims"]
    assert ({one["key"] for one in compared["moved"]}, compared["withdrawn"]) == (gone, [])
    there = client.get(f"/incidents/{new.public_id}.json").json()["content"]["claims"]
    assert {one["id"] for one in there} == gone
    words = text_of(client.get(f"/incidents/{whole.public_id}/compare/?from=2&to=3"))
    assert f"Claims moved to {new.public_id}" in words
    assert "withdrawn" not in words


def test_a_claim_that_was_taken_back_beside_a_split_is_called_withdrawn(
    client: Client, two: Two, whole: Incident
) -> None:
    new = split_off(two, whole)
    slip = whole.assertions.get(kind="warning")
    withdraw_claim(actor=two.people.editor, incident=whole, assertion=slip, summary="A slip of the pen.")
    publish_split(two, whole, new)
    found = client.get(f"/incidents/{whole.public_id}/compare.json?from=2&to=3").json()["claims"]
    assert (len(found["moved"]), [one["key"] for one in found["withdrawn"]]) == (4, [str(slip.uid)])


def test_the_page_and_the_feed_lead_to_the_incident_that_was_split_off(
    client: Client, two: Two, whole: Incident
) -> None:
    new = split_off(two, whole)
    publish_split(two, whole, new)
    page = client.get("/record/corrections/?kind=split")
    day = date_format(whole.publications.get(number=3).published_at, "j F Y")
    assert f"Split {day} · {whole.public_id} , version 3 Reason: Two attacks had been logged as one." in text_of(page)
    assert f'Split off: <a class="id" href="/incidents/{new.public_id}/">{new.public_id}</a>' in page.content.decode()
    assert "4 claims moved to another incident" in text_of(page)
    (entry,) = feedparser.parse(client.get("/feeds/corrections.atom?kind=split").content).entries
    assert (entry.title, [tag.term for tag in entry.tags]) == ("Split: The first blast", ["split"])
    assert f"Split off: {new.public_id}, http://127.0.0.1:8000/incidents/{new.public_id}/" in entry.summary
    assert "Split off from this one: before: nothing; after:" in entry.summary
    assert "after: Bombing or explosion" in entry.summary


def test_a_merge_leads_to_the_one_that_lives_on(client: Client, two: Two) -> None:
    two.merge()
    two.publish_merge()
    found = {one["id"]: one for one in client.get("/record/corrections.json?kind=merge").json()["corrections"]}
    assert found[str(two.lost.public_id)]["merged_into"] == two.kept.public_id
    link = f'Lives on in: <a class="id" href="/incidents/{two.kept.public_id}/">'
    assert link in client.get("/record/corrections/").content.decode()
