"""A quote stands in the captured text of its source; when a newer text no longer holds it, somebody must look."""

from typing import Any

import pytest
from django.test import Client

from accounts.roles import Role
from incidents.choices import QuoteOutcome, State
from incidents.jobs import check_quotes_of
from incidents.models import Anchor, Citation, Incident, PublishedIncident, QuoteAlert, Source
from incidents.rules.refusals import RefusedError
from incidents.services.anchoring import check_quotes
from incidents.services.asserting import assert_claims
from incidents.services.capturing import capture_text
from incidents.services.citing import amend_citation
from incidents.services.inputs import CharacteristicValue, Claim, Quote
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import NEW_SOURCE, Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

REPORT = (
    "Two blasts struck the city on 3 January 2024. The attack killed 12 people, officials said.\n\n"
    "They were two bombings in Kerman, in the south-east of the country."
)


@pytest.fixture
def report(people: Desk) -> Source:
    source = making.source(people.editor)
    capture_text(actor=people.editor, source=source, text=REPORT)
    return source


@pytest.fixture
def published(people: Desk, report: Source) -> Incident:
    return making.published(people, report=report)


def toll() -> Citation:
    return Citation.objects.get(assertion__kind="casualty")


def newer(people: Desk, report: Source, words: str) -> None:
    capture_text(actor=people.editor, source=report, text=words)
    check_quotes_of(source=report.pk)


def test_a_quote_is_anchored_when_it_is_cited(people: Desk, report: Source) -> None:
    making.incident(people.editor, report=report)
    held = Anchor.objects.get(citation=toll())
    assert held.exact == "killed 12 people"
    assert REPORT[held.start : held.end] == held.exact
    assert held.prefix.endswith("The attack ")
    assert held.suffix.startswith(", officials said.")


def test_a_quote_is_anchored_when_the_text_comes_later(people: Desk) -> None:
    source = making.source(people.editor)
    making.incident(people.editor, report=source)
    assert not Anchor.objects.exists()
    capture_text(actor=people.editor, source=source, text=REPORT)
    assert Anchor.objects.get(citation=toll()).exact == "killed 12 people"


def test_the_captured_text_is_shown_with_its_quotes_marked(editor: Sitting, people: Desk, report: Source) -> None:
    making.incident(people.editor, report=report)
    shown = text(editor.get("capture", uid=report.uid, sha256=report.captures.get().sha256))
    assert "The attack <mark>killed 12 people</mark>, officials said." in shown
    assert "They were <mark>two bombings</mark> <mark>in Kerman</mark>, in" in shown


def test_an_editor_is_warned_of_a_quote_that_the_text_does_not_hold(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {"source_text": REPORT, "measure": "killed", "verbatim": "12", "population": "all"}
    page = editor.fill("claim_new", typed | {"quote": "The attack killed 13 people"}, uid=draft.uid, kind="casualty")
    assert page.status_code == 302
    shown = text(editor.get("incident", uid=draft.uid))
    assert "does not hold this quote word for word" in shown
    assert "The attack killed 12 people," in shown
    assert not Anchor.objects.exists()


def test_a_quote_that_the_text_does_not_hold_is_handed_in_with_a_reason_only(
    editor: Sitting, people: Desk, report: Source
) -> None:
    made = making.incident(people.editor, report=report, killed="13")
    assert "Quotes that the kept text does not hold" in text(editor.get("submit", uid=made.uid))
    page = editor.fill("submit", {"note": " "}, uid=made.uid)
    assert problems(page) == ["Note to the reviewer: Say why the quotes above stay as they are."]
    with pytest.raises(RefusedError, match="not in the kept text"):
        submit(actor=people.editor, incident=made)
    made.refresh_from_db()
    assert made.state == State.DRAFT
    editor.fill("submit", {"note": "The paper prints 13 in its picture."}, uid=made.uid)
    made.refresh_from_db()
    assert made.state == State.IN_REVIEW


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (REPORT + " More follows.", QuoteOutcome.FOUND),
        ("Updated. " + REPORT, QuoteOutcome.MOVED),
        (REPORT.replace("killed 12 people", "killed 84 people"), QuoteOutcome.EDITED),
        ("This page is no longer available.", QuoteOutcome.GONE),
    ],
)
def test_a_newer_snapshot_tells_what_became_of_a_quote(
    people: Desk, report: Source, words: str, outcome: QuoteOutcome
) -> None:
    making.incident(people.editor, report=report)
    capture_text(actor=people.editor, source=report, text=words)
    found = {one.citation: one for one in check_quotes(source=report)}
    assert found[toll()].outcome == outcome
    assert ("killed 84 people" in found[toll()].passage) == (outcome == QuoteOutcome.EDITED)


def test_a_published_incident_is_marked_for_review_and_nothing_else_public_changes(
    people: Desk, report: Source, published: Incident, client: Client
) -> None:
    before = client.get(f"/incidents/{published.public_id}.json").json()
    newer(people, report, REPORT.replace("killed 12 people", "killed 84 people"))
    published.refresh_from_db()
    assert published.state == State.DRAFT
    assert PublishedIncident.objects.current().get().under_review
    assert "Changes under review" in client.get(f"/incidents/{published.public_id}/").content.decode()
    after = client.get(f"/incidents/{published.public_id}.json").json()
    assert after["content"] == before["content"]
    assert published.published_number == 1


def test_an_approval_lapses_when_what_it_rests_on_is_gone(people: Desk, report: Source) -> None:
    made = making.approved(people, making.incident(people.editor, report=report))
    newer(people, report, "This page is no longer available.")
    made.refresh_from_db()
    assert made.state == State.DRAFT
    assert not made.approvals.filter(lapsed_at=None).exists()


def test_a_quote_to_look_at_is_in_the_queue_and_on_the_incident(
    editor: Sitting, people: Desk, report: Source, published: Incident
) -> None:
    newer(people, report, REPORT.replace("killed 12 people", "killed 84 people"))
    assert "1 quote to look at" in text(editor.client.get("/desk/?tab=all"))
    assert "Quote to look at</span>" in text(editor.client.get("/desk/?tab=all"))
    for shown in (text(editor.get("incident", uid=published.uid)), text(editor.get("quotes"))):
        assert "killed 12 people" in shown
        assert "killed 84 people" in shown


def test_words_cited_for_several_things_stand_there_once_and_are_settled_once(
    editor: Sitting, people: Desk, report: Source
) -> None:
    made = making.incident(people.editor, report=report)
    armed = Claim(
        value=CharacteristicValue(characteristic="weapon_type", code="explosives"),
        citations=making.quoted(report, "killed 12 people"),
    )
    assert_claims(actor=people.editor, incident=made, claims=[armed])
    newer(people, report, REPORT.replace("killed 12 people", "killed 84 people"))
    assert QuoteAlert.objects.count() == 2
    assert "1 quote to look at" in text(editor.client.get("/desk/?tab=all"))
    for page in (editor.get("incident", uid=made.uid), editor.get("quotes")):
        assert text(page).count("The newer snapshot has:") == 1
    editor.fill("quote_settle", {"reason": "Later deaths."}, alert=QuoteAlert.objects.earliest("pk").pk)
    assert set(QuoteAlert.objects.values_list("answer", flat=True)) == {"Later deaths."}


def test_the_list_says_nothing_to_who_may_not_open_the_incident(people: Desk, report: Source) -> None:
    making.incident(people.editor, report=report)
    newer(people, report, "This page is no longer available.")
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    assert "killed 12 people" not in text(contributor.get("quotes"))
    assert contributor.get("quote_settle", alert=QuoteAlert.objects.earliest("pk").pk).status_code == 404


def test_the_same_snapshot_is_reported_once(people: Desk, report: Source, published: Incident) -> None:
    newer(people, report, "This page is no longer available.")
    published.refresh_from_db()
    revision, number = published.revision, QuoteAlert.objects.count()
    check_quotes_of(source=report.pk)
    published.refresh_from_db()
    assert (published.revision, QuoteAlert.objects.count()) == (revision, number)


def test_an_editor_leaves_a_quote_as_it_is_with_the_reason(
    editor: Sitting, people: Desk, report: Source, published: Incident
) -> None:
    newer(people, report, REPORT.replace("killed 12 people", "killed 84 people"))
    alert = QuoteAlert.objects.get()
    page = editor.send("quote_settle", {"reason": ""}, alert=alert.pk)
    assert problems(page) == ["Reason: Fill this in."]
    editor.fill("quote_settle", {"reason": "The page counts later deaths."}, alert=alert.pk)
    alert.refresh_from_db()
    assert (alert.settled_by, alert.answer) == (editor.person, "The page counts later deaths.")
    assert "No quote to look at." in text(editor.get("quotes"))


def test_a_changed_citation_is_anchored_anew_and_off_the_list(people: Desk, report: Source) -> None:
    made = making.incident(people.editor, report=report)
    newer(people, report, REPORT.replace("killed 12 people", "killed 84 people"))
    quote = Quote(source=report, quote="killed 84 people")
    amend_citation(actor=people.editor, incident=made, citation=toll(), quote=quote)
    assert toll().anchor.exact == "killed 84 people"
    assert QuoteAlert.objects.get().answer == "The citation was changed."


def test_a_snapshot_that_holds_the_quote_again_takes_it_off_the_list(people: Desk, report: Source) -> None:
    making.incident(people.editor, report=report)
    newer(people, report, "This page is no longer available.")
    newer(people, report, "Restored. " + REPORT)
    assert not QuoteAlert.objects.filter(settled_at=None).exists()


def test_somebody_looks_again_by_hand(editor: Sitting, people: Desk, report: Source) -> None:
    making.incident(people.editor, report=report)
    capture_text(actor=people.editor, source=report, text="Updated. " + REPORT)
    editor.send("source_quotes", uid=report.uid)
    shown = text(editor.get("source", uid=report.uid))
    assert "4 quotes looked for in the newest snapshot. moved: 4." in shown


def citations_in(document: dict[str, Any]) -> dict[str, Any]:
    return {one["quote"]: one["anchor"] for claim in document["claims"] for one in claim["citations"]}


def test_readers_get_the_words_around_a_quote_of_an_open_source(
    published: Incident, report: Source, client: Client
) -> None:
    anchors = citations_in(client.get(f"/incidents/{published.public_id}.json").json()["content"])
    held = anchors["killed 12 people"]
    assert held["capture"] == report.captures.get().sha256
    assert REPORT[held["start"] : held["end"]] == held["exact"] == "killed 12 people"
    assert held["suffix"] == REPORT[held["end"] : held["end"] + 60]
    assert anchors["on 3 January 2024"]["exact"] == "on 3 January 2024"
    page = client.get(f"/incidents/{published.public_id}/").content.decode()
    assert '<q>killed 12 people</q><span class="quiet">, officials said. They were two bombings in' in page


@pytest.mark.parametrize("changes", [{"access": "paywalled"}, {"rights": "All rights reserved"}])
def test_readers_get_no_words_around_a_quote_of_a_source_that_is_not_open(
    people: Desk, client: Client, changes: dict[str, str]
) -> None:
    source = making.source(people.editor, **changes)
    capture_text(actor=people.editor, source=source, text=REPORT)
    made = making.published(people, report=source)
    anchors = citations_in(client.get(f"/incidents/{made.public_id}.json").json()["content"])
    assert (anchors["killed 12 people"]["prefix"], anchors["killed 12 people"]["suffix"]) == ("", "")
    assert "officials said" not in client.get(f"/incidents/{made.public_id}/").content.decode()
