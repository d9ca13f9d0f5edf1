"""Duplicates first: before anything is logged, what looks like it is shown with reasons, and the answer is kept."""

from typing import Any

import pytest
from django.urls import reverse

from accounts.roles import Role
from incidents.choices import LinkKind
from incidents.models import Capture, Incident, IncidentLink
from incidents.selectors.duplicates import duplicates_of
from incidents.services.capturing import capture_text
from tests import making
from tests.desk.sitting import Sitting, filled, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

TEXT = "Two bombings in the city of Kerman in Iran killed 12 people on 3 January 2024, officials said."
REASON = "Another city of the same name."


@pytest.fixture
def capture(people: Desk) -> Capture:
    making.kerman()
    source = making.source(people.editor, title="Bombings in Kerman kill 12")
    return capture_text(actor=people.editor, source=source, text=TEXT)


@pytest.fixture
def like_it(people: Desk) -> Incident:
    return making.incident(people.editor)


def at(capture: Capture) -> dict[str, Any]:
    return {"uid": capture.source.uid, "sha256": capture.sha256}


def typed(other: Incident, **answer: str) -> dict[str, str]:
    return {f"other-{other.uid}-{name}": words for name, words in answer.items()}


def test_without_a_candidate_a_title_is_suggested_and_nothing_saved(editor: Sitting, capture: Capture) -> None:
    page = editor.get("match", **at(capture))
    assert "Nothing on record that you may open looks like it" in text(page)
    assert page.context["forms"]["incident"].typed("title") == "Bombing or explosion in Kerman"
    assert not Incident.objects.exists()


def test_a_new_incident_goes_on_with_proposals(editor: Sitting, capture: Capture) -> None:
    answer = editor.fill("match", {"title": "Two bombings in Kerman", "graphic": "no"}, **at(capture))
    made = Incident.objects.get()
    assert (made.title, made.graphic, made.personal_data) == ("Two bombings in Kerman", False, None)
    where = {"uid": made.uid, "source": capture.source.uid, "sha256": capture.sha256}
    assert answer.url == reverse("desk:proposals", kwargs=where)


def test_a_candidate_is_shown_with_its_reasons_and_the_way_to_add_to_it(
    editor: Sitting, capture: Capture, like_it: Incident
) -> None:
    page = text(editor.get("match", **at(capture)))
    assert "Why it may be the same:" in page
    for reason in ("same day", "the same place", "the same toll", "the same kind of attack"):
        assert reason in page
    where = {"uid": like_it.uid, "source": capture.source.uid, "sha256": capture.sha256}
    assert f'href="{reverse("desk:proposals", kwargs=where)}" data-key="1"' in page


def test_no_new_incident_until_each_candidate_is_answered(editor: Sitting, capture: Capture, like_it: Incident) -> None:
    page = editor.fill("match", {"title": "Mine"}, **at(capture))
    assert page.status_code == 422
    assert "Say how this one stands to the new incident" in problems(page)[0]
    assert page.context["forms"]["incident"].typed("title") == "Mine"
    wordless = editor.fill("match", typed(like_it, answer="not_a_duplicate"), **at(capture))
    assert "Say how they differ, so that nobody asks again." in problems(wordless)[0]
    assert Incident.objects.count() == 1


def test_not_the_same_is_remembered_with_its_reason(editor: Sitting, capture: Capture, like_it: Incident) -> None:
    editor.fill("match", typed(like_it, answer="not_a_duplicate", reason=REASON), **at(capture))
    made = Incident.objects.exclude(pk=like_it.pk).get()
    link = IncidentLink.objects.get(incident=made, other=like_it)
    assert (link.kind, link.note) == (LinkKind.NOT_A_DUPLICATE, REASON)
    assert duplicates_of(made) == []


def test_perhaps_the_same_is_linked_and_stays_open(editor: Sitting, capture: Capture, like_it: Incident) -> None:
    editor.fill("match", typed(like_it, answer="possible_duplicate"), **at(capture))
    assert IncidentLink.objects.get().kind == LinkKind.POSSIBLE_DUPLICATE


def test_a_candidate_that_came_meanwhile_is_asked_about(editor: Sitting, people: Desk, capture: Capture) -> None:
    page = editor.get("match", **at(capture))
    making.incident(people.reviewer)
    answer = editor.send("match", filled(page, title="Mine"), **at(capture))
    assert answer.status_code == 422
    assert Incident.objects.count() == 1


def test_others_drafts_are_not_shown_to_a_contributor(capture: Capture, like_it: Incident) -> None:
    page = Sitting(making.person(Role.CONTRIBUTOR)).get("match", **at(capture))
    assert page.context["candidates"] == []
    assert str(like_it.uid) not in text(page)


def test_a_confidential_source_is_not_opened(editor: Sitting, reviewer: Sitting, people: Desk) -> None:
    source = making.source(people.editor, confidential=True)
    kept = capture_text(actor=people.editor, source=source, text=TEXT)
    assert editor.get("match", **at(kept)).status_code == 200
    assert reviewer.get("match", **at(kept)).status_code == 403
