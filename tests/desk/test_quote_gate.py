"""While a quote is in question, nothing that rests on it is handed in, unless somebody answers or signs for it."""

from datetime import timedelta

import pytest
from django.test import Client

from accounts.roles import Role
from incidents.choices import State
from incidents.jobs import check_quotes_of
from incidents.models import Incident, QuoteAlert, Source, Waiver
from incidents.services.capturing import capture_text
from incidents.services.citing import cite
from incidents.services.inputs import Quote
from incidents.services.publishing import publish
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

REPORT = "The attack killed 12 people on 3 January 2024. They were two bombings in Kerman."
GATE = "No question about a quote is open"
MISSING = "A newer snapshot no longer holds 1 quote: change the citation, or say why it stays."
SECRET = "Zanzibarian"


@pytest.fixture
def report(people: Desk) -> Source:
    source = making.source(people.editor)
    capture_text(actor=people.editor, source=source, text=REPORT)
    return source


@pytest.fixture
def draft(people: Desk, report: Source) -> Incident:
    """A draft one quote of which a newer snapshot no longer holds."""
    made = making.incident(people.editor, report=report)
    newer(people, report, REPORT.replace("killed 12 people", "killed 84 people"))
    return made


@pytest.fixture
def senior(db: None) -> Sitting:
    return Sitting(making.person(Role.SENIOR))


def newer(people: Desk, source: Source, words: str) -> None:
    capture_text(actor=people.editor, source=source, text=words)
    check_quotes_of(source=source.pk)


def confide(people: Desk, made: Incident) -> QuoteAlert:
    """Let the toll rest on a confidential source too, whose quote is then gone."""
    secret = making.source(people.editor, confidential=True, title=f"{SECRET} memorandum")
    capture_text(actor=people.editor, source=secret, text=f"Twelve, the {SECRET} office said.")
    toll = made.assertions.get(kind="casualty")
    quote = Quote(source=secret, quote=f"the {SECRET} office said")
    cite(actor=people.editor, incident=made, target=toll, quote=quote)
    newer(people, secret, "Nothing of it stands here any more.")
    return QuoteAlert.objects.get(citation__source=secret)


def hand_in(editor: Sitting, made: Incident) -> bool:
    """Whether the incident can be handed in."""
    editor.send("submit", {"note": ""}, uid=made.uid)
    made.refresh_from_db()
    return made.state == State.IN_REVIEW


def test_the_checklist_shows_it_with_a_way_to_the_quotes(editor: Sitting, draft: Incident) -> None:
    shown = text(editor.get("incident", uid=draft.uid))
    assert MISSING in shown
    assert f'href="/desk/incidents/{draft.uid}/#alerts"' in shown
    assert 'id="alerts"' in shown


def test_whoever_may_not_see_the_source_is_told_so_instead_of_led_nowhere(
    editor: Sitting, people: Desk, incident: Incident
) -> None:
    confide(people, incident)
    shown = text(Sitting(making.person(Role.EDITOR)).get("incident", uid=incident.uid))
    assert f"{MISSING} You may not see the source. A senior editor can answer for it, or whoever recorded it." in shown
    assert "#alerts" not in shown
    assert "#alerts" in text(editor.get("incident", uid=incident.uid))


def test_it_is_not_handed_in_before_somebody_answers(editor: Sitting, draft: Incident) -> None:
    page = editor.send("submit", {"note": ""}, uid=draft.uid)
    assert page.status_code == 409
    assert any(MISSING in line for line in problems(page))
    editor.fill("quote_settle", {"reason": "The page counts later deaths."}, alert=QuoteAlert.objects.get().pk)
    assert hand_in(editor, draft)


def test_it_is_handed_in_once_the_citation_is_changed(editor: Sitting, draft: Incident) -> None:
    citation = QuoteAlert.objects.get().citation
    editor.fill("citation", {"quote": "killed 84 people"}, uid=draft.uid, citation=citation.uid)
    assert hand_in(editor, draft)


def test_the_gate_does_not_apply_where_no_quote_is_anchored(editor: Sitting, incident: Incident) -> None:
    page = editor.get("submit", uid=incident.uid)
    row = next(one for one in page.context["gates"] if str(one["label"]) == GATE)
    assert (row["applies"], row["passed"]) == (False, True)


def test_a_signed_public_exception_opens_it(
    editor: Sitting, senior: Sitting, people: Desk, draft: Incident, client: Client
) -> None:
    assert "/exceptions/quotes/" in text(senior.get("incident", uid=draft.uid))
    senior.fill("waive", {"reason": "The page was replaced by its publisher."}, uid=draft.uid, gate="quotes")
    publish(actor=people.publisher, incident=making.approved(people, draft))
    page = client.get(f"/incidents/{draft.public_id}/").content.decode()
    assert GATE in page
    assert "The page was replaced by its publisher." in page
    waivers = client.get(f"/incidents/{draft.public_id}.json").json()["content"]["waivers"]
    assert [one["gate"] for one in waivers] == ["quotes"]


def test_an_exception_covers_no_question_that_came_after_it(
    editor: Sitting, senior: Sitting, people: Desk, report: Source, draft: Incident
) -> None:
    senior.fill("waive", {"reason": "The page was replaced by its publisher."}, uid=draft.uid, gate="quotes")
    newer(people, report, "This page is no longer available.")
    assert QuoteAlert.objects.filter(settled_at=None).count() > 1
    assert not hand_in(editor, draft)


def test_no_exception_is_signed_for_a_quote_of_a_confidential_source(
    editor: Sitting, senior: Sitting, people: Desk, incident: Incident
) -> None:
    alert = confide(people, incident)
    shown = text(senior.get("incident", uid=incident.uid))
    assert MISSING in shown
    assert "/exceptions/quotes/" not in shown
    page = senior.fill("waive", {"reason": "It was replaced."}, uid=incident.uid, gate="quotes")
    assert page.status_code == 422
    assert "Answer it at the desk: an exception is public." in problems(page)[0]
    assert not Waiver.objects.exists()
    assert not hand_in(editor, incident)
    editor.fill("quote_settle", {"reason": "The first page is kept."}, alert=alert.pk)
    assert hand_in(editor, incident)


def test_an_exception_signed_before_covers_no_confidential_source(
    editor: Sitting, senior: Sitting, people: Desk, draft: Incident
) -> None:
    senior.fill("waive", {"reason": "The page was replaced by its publisher."}, uid=draft.uid, gate="quotes")
    alert = confide(people, draft)
    signed = Waiver.objects.get().signed_at
    QuoteAlert.objects.filter(pk=alert.pk).update(raised_at=signed - timedelta(days=1))
    assert not hand_in(editor, draft)
    editor.fill("quote_settle", {"reason": "The first page is kept."}, alert=alert.pk)
    assert hand_in(editor, draft)


def test_nothing_public_tells_of_the_question_about_a_confidential_source(
    editor: Sitting, people: Desk, incident: Incident, client: Client
) -> None:
    alert = confide(people, incident)
    editor.fill("quote_settle", {"reason": f"The {SECRET} page is kept."}, alert=alert.pk)
    senior = making.person(Role.SENIOR)
    assert hand_in(editor, incident)
    Sitting(senior).send("review_decide", {"decision": "approve", "revision": incident.revision}, uid=incident.uid)
    incident.refresh_from_db()
    publish(actor=people.publisher, incident=incident)
    address = f"/incidents/{incident.public_id}"
    for path in (f"{address}/", f"{address}.json", f"{address}/v/1/", f"{address}/why/killed/"):
        answer = client.get(path).content.decode()
        assert SECRET not in answer, path
        assert "confidential" not in answer.lower(), path
        assert GATE not in answer, path
