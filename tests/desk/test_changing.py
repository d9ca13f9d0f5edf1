"""Changing what is on record: claims, citations, values, and what happens when two people do it at once."""

import pytest
from django.contrib.gis.geos import Point

from incidents.choices import State, Verification
from incidents.models import Assertion, Citation, Incident, Place
from incidents.services.asserting import assert_claim
from incidents.services.inputs import CasualtyValue, Claim
from incidents.services.reviewing import submit
from tests import making
from tests.desk.sitting import Sitting, filled, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


def toll_of(incident: Incident) -> Assertion:
    return Assertion.objects.get(incident=incident, casualty__measure="killed")


def test_a_claim_is_changed_and_its_citation_stays(editor: Sitting, incident: Incident) -> None:
    toll = toll_of(incident)
    editor.fill("claim", {"verbatim": "at least 14", "role": "supporting"}, uid=incident.uid, claim=toll.uid)

    toll = toll_of(incident)
    assert (toll.casualty.low, toll.role) == (14, "supporting")
    assert toll.citations.get().quote == "killed 12 people"


@pytest.mark.parametrize("kind", ["time", "location", "characteristic", "casualty", "attribution"])
def test_a_claim_saved_as_it_stands_says_the_same(editor: Sitting, incident: Incident, kind: str) -> None:
    making.claimed(editor.person, incident)
    claim = Assertion.objects.get(incident=incident, kind=kind)
    before = text(editor.get("incident", uid=incident.uid)).count("claim__value")
    page = editor.fill("claim", {}, uid=incident.uid, claim=claim.uid)

    assert page.status_code == 302
    again = Assertion.objects.with_values().get(pk=claim.pk)
    assert str(getattr(again, kind)) == str(getattr(claim, kind))
    assert text(editor.get("incident", uid=incident.uid)).count("claim__value") == before


def test_moderate_confidence_asks_why(editor: Sitting, incident: Incident) -> None:
    toll = toll_of(incident)
    page = editor.fill("claim", {"confidence": "moderate"}, uid=incident.uid, claim=toll.uid)

    assert problems(page) == ["Why we are that sure: Say why, from moderate confidence up."]


def test_a_withdrawn_claim_stays_on_the_page_marked(editor: Sitting, incident: Incident) -> None:
    toll = toll_of(incident)
    editor.fill("claim_withdraw", {}, uid=incident.uid, claim=toll.uid)

    toll.refresh_from_db()
    incident.refresh_from_db()
    assert toll.verification == Verification.WITHDRAWN
    assert incident.killed_best is None
    assert "Withdrawn" in text(editor.get("incident", uid=incident.uid))


def test_a_newer_claim_takes_the_place_of_an_older_one(editor: Sitting, people: Desk, incident: Incident) -> None:
    old = toll_of(incident)
    claim = Claim(value=CasualtyValue(measure="killed", verbatim="91"))
    new = assert_claim(actor=people.editor, incident=incident, claim=claim)
    editor.fill("claim_supersede", {"newer": str(new.uid)}, uid=incident.uid, claim=old.uid)

    incident.refresh_from_db()
    assert incident.killed_best == 91


def test_a_second_citation_is_added_changed_and_removed(editor: Sitting, people: Desk, incident: Incident) -> None:
    toll = toll_of(incident)
    report = making.source(people.editor, title="Another report")
    page = editor.get("claim_cite", uid=incident.uid, claim=toll.uid)
    asked = filled(page, source_query="Another", source=str(report.uid), quote="twelve dead")
    assert editor.send("claim_cite", asked, uid=incident.uid, claim=toll.uid).status_code == 302
    added = toll.citations.get(source=report)

    editor.fill("citation", {"quote": "twelve were killed"}, uid=incident.uid, citation=added.uid)
    added.refresh_from_db()
    assert (added.quote, added.source) == ("twelve were killed", report)

    editor.fill("citation_remove", {}, uid=incident.uid, citation=added.uid)
    assert not Citation.objects.filter(pk=added.pk).exists()


def test_a_stale_save_keeps_the_words_and_shows_who_was_first(
    editor: Sitting, reviewer: Sitting, incident: Incident
) -> None:
    opened = reviewer.get("describe", uid=incident.uid)
    editor.fill("describe", {"title": "Two explosions in Kerman"}, uid=incident.uid)
    mine = filled(opened, title="My own title")
    page = reviewer.send("describe", mine, uid=incident.uid)

    assert page.status_code == 409
    assert "Somebody else was first" in text(page)
    assert f"{editor.person.display_name}</bdi> changed the title" in text(page)
    assert 'value="My own title"' in text(page)
    incident.refresh_from_db()
    assert incident.title == "Two explosions in Kerman"


def test_after_a_conflict_ones_own_words_can_be_saved_on_top(
    editor: Sitting, reviewer: Sitting, incident: Incident
) -> None:
    opened = reviewer.get("describe", uid=incident.uid)
    editor.fill("describe", {"title": "Two explosions in Kerman"}, uid=incident.uid)
    incident.refresh_from_db()
    mine = filled(opened, title="My own title", on_top=str(incident.revision))

    assert reviewer.send("describe", mine, uid=incident.uid).status_code == 302
    incident.refresh_from_db()
    assert incident.title == "My own title"


def test_a_stale_new_claim_leaves_no_source_behind_and_keeps_what_was_typed(
    editor: Sitting, reviewer: Sitting, incident: Incident
) -> None:
    opened = editor.get("claim_new", uid=incident.uid, kind="casualty")
    reviewer.fill("describe", {"desk_note": "I was here"}, uid=incident.uid)
    typed = {
        "verbatim": "scores",
        "measure": "wounded",
        "source": "new",
        "publisher": "AsiaOne",
        "publisher_kind": "newspaper",
        "source_title": "A new report",
        "quote": "wounded scores",
    }
    page = editor.send("claim_new", filled(opened, **typed), uid=incident.uid, kind="casualty")

    assert page.status_code == 409
    assert "A new report" in text(page)
    assert not Citation.objects.filter(quote="wounded scores").exists()
    incident.refresh_from_db()
    again = filled(opened, **typed) | {"on_top": str(incident.revision)}
    assert editor.send("claim_new", again, uid=incident.uid, kind="casualty").status_code == 302
    assert Citation.objects.get(quote="wounded scores").source.title == "A new report"


def test_the_page_shows_who_else_has_it_open(editor: Sitting, reviewer: Sitting, incident: Incident) -> None:
    reviewer.get("incident", uid=incident.uid)

    assert f"{reviewer.person.display_name} has this open" in text(editor.get("incident", uid=incident.uid))


def test_an_edit_in_review_takes_it_back_to_draft(editor: Sitting, people: Desk, incident: Incident) -> None:
    submit(actor=people.editor, incident=incident)
    editor.fill("describe", {"title": "Another title"}, uid=incident.uid)

    incident.refresh_from_db()
    assert incident.state == State.DRAFT


def test_after_publication_every_change_says_what_and_why(editor: Sitting, people: Desk) -> None:
    made = making.published(people)
    page = editor.fill("describe", {"title": "Another title"}, uid=made.uid)
    assert problems(page) == ["What you change and why: Fill this in."]

    editor.fill("describe", {"title": "Another title", "edit_summary": "Clearer"}, uid=made.uid)
    made.refresh_from_db()
    assert (made.title, made.state) == ("Another title", State.DRAFT)
    assert "Changes under review" in text(editor.get("incident", uid=made.uid))
    assert "Clearer" in text(editor.get("incident", uid=made.uid))


def test_an_editor_decides_on_which_claims_a_value_rests(editor: Sitting, people: Desk, incident: Incident) -> None:
    newer = assert_claim(
        actor=people.editor,
        incident=incident,
        claim=Claim(
            value=CasualtyValue(measure="killed", verbatim="14"),
            citations=making.quoted(making.source(people.editor), "killed 14"),
        ),
    )
    incident.refresh_from_db()
    assert (incident.killed_low, incident.killed_high) == (12, 14)
    typed = {"policy": "editors_choice", "claims": [], "reason": "The ministry's last word."}
    page = editor.fill("value", typed, uid=incident.uid, field="killed")
    assert "Claims it rests on: Tick at least one claim." in problems(page)

    editor.fill("value", typed | {"claims": [str(newer.uid)]}, uid=incident.uid, field="killed")
    incident.refresh_from_db()
    assert incident.killed_best == 14
    assert "The ministry&#x27;s last word." in text(editor.get("incident", uid=incident.uid))


def test_work_is_given_to_somebody_and_to_nobody(editor: Sitting, people: Desk, incident: Incident) -> None:
    editor.send("assign", {"to": str(people.reviewer.pk)}, uid=incident.uid)
    incident.refresh_from_db()
    assert incident.assigned_to == people.reviewer

    editor.send("assign", {"to": ""}, uid=incident.uid)
    incident.refresh_from_db()
    assert incident.assigned_to is None


def test_a_graded_claim_is_handed_in_like_any_other(editor: Sitting, people: Desk, incident: Incident) -> None:
    grade = {"credibility": "2", "confidence": "high", "rationale": "Two agencies agree."}
    editor.fill("claim", grade, uid=incident.uid, claim=toll_of(incident).uid)

    assert editor.fill("submit", {}, uid=incident.uid).status_code == 302


def test_another_name_of_a_place_does_not_keep_the_old_place(editor: Sitting, incident: Incident) -> None:
    tehran = Place.objects.create(
        kind="settlement", name="Tehran", country_code="IR", point=Point(51.4, 35.7), search_names="\ntehran"
    )
    claim = Assertion.objects.get(incident=incident, kind="location")
    page = editor.fill("claim", {"place_query": "Tehran"}, uid=incident.uid, claim=claim.uid)
    assert page.status_code == 200
    assert "Tehran, city" in text(page)

    chosen = {"place_query": "Tehran", "place": str(tehran.pk)}
    editor.fill("claim", chosen, uid=incident.uid, claim=claim.uid)
    incident.refresh_from_db()
    assert incident.place == tehran
