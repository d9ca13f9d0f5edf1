"""Changing what is on record: claims, citations, values, and what happens when two people do it at once."""

import pytest

from incidents.choices import Verification
from incidents.models import Assertion, Citation, Incident
from incidents.services.asserting import assert_claim
from incidents.services.inputs import CasualtyValue, Claim
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


def test_a_new_claim_is_saved_beside_what_others_change(editor: Sitting, reviewer: Sitting, incident: Incident) -> None:
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
    assert editor.send("claim_new", filled(opened, **typed), uid=incident.uid, kind="casualty").status_code == 302
    assert Citation.objects.get(quote="wounded scores").source.title == "A new report"
    incident.refresh_from_db()
    assert incident.desk_note == "I was here"


def test_a_page_that_does_not_say_what_it_showed_is_refused(
    editor: Sitting, reviewer: Sitting, incident: Incident
) -> None:
    opened = editor.get("describe", uid=incident.uid)
    reviewer.fill("describe", {"desk_note": "I was here"}, uid=incident.uid)
    page = editor.send("describe", filled(opened, title="Another title") | {"seen_then": "?"}, uid=incident.uid)
    assert page.status_code == 409
    assert "Another title" in text(page)
    incident.refresh_from_db()
    assert incident.title != "Another title"
