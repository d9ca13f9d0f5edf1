"""Two people change one incident: other fields merge, the same field is a choice, and nothing typed is lost."""

import pytest

from incidents.models import Assertion, Incident, Statement
from incidents.services.asserting import assert_claim
from incidents.services.context import remove
from incidents.services.inputs import CasualtyValue, Claim
from tests.desk.sitting import NEW_SOURCE, Sitting, filled, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


def toll_of(incident: Incident) -> Assertion:
    return Assertion.objects.get(incident=incident, kind="casualty")


def test_different_fields_of_one_form_merge_and_it_is_said(
    editor: Sitting, reviewer: Sitting, incident: Incident
) -> None:
    opened = reviewer.get("describe", uid=incident.uid)
    editor.fill("describe", {"title": "Two explosions in Kerman", "graphic": "yes"}, uid=incident.uid)
    sent = reviewer.send("describe", filled(opened, desk_note="Ask the mortuary"), uid=incident.uid)

    assert sent.status_code == 302
    incident.refresh_from_db()
    assert (incident.title, incident.graphic, incident.desk_note) == (
        "Two explosions in Kerman",
        True,
        "Ask the mortuary",
    )
    said = text(reviewer.get("incident", uid=incident.uid))
    assert "Somebody changed this meanwhile, and it is kept: Title, Does the record hold graphic material?" in said


def test_the_same_field_is_a_choice_and_the_others_are_merged_already(
    editor: Sitting, reviewer: Sitting, incident: Incident
) -> None:
    opened = reviewer.get("describe", uid=incident.uid)
    editor.fill("describe", {"title": "Two explosions in Kerman", "desk_note": "Theirs"}, uid=incident.uid)
    page = reviewer.send("describe", filled(opened, title="My own title"), uid=incident.uid)

    assert page.status_code == 409
    (clash,) = page.context["conflict"]["clashes"]
    assert (clash.label, clash.mine, clash.theirs) == ("Title", "My own title", "Two explosions in Kerman")
    assert "changed the title" in text(page)
    assert "Theirs</textarea>" in text(page)

    taken = reviewer.send("describe", filled(page) | {"action": "take:title"}, uid=incident.uid)
    assert taken.status_code == 200
    assert 'value="Two explosions in Kerman"' in text(taken)
    incident.refresh_from_db()
    assert incident.title == "Two explosions in Kerman"

    assert reviewer.send("describe", filled(page), uid=incident.uid).status_code == 302  # mine, knowing theirs
    incident.refresh_from_db()
    assert (incident.title, incident.desk_note) == ("My own title", "Theirs")


def test_the_same_words_typed_twice_are_no_conflict(editor: Sitting, reviewer: Sitting, incident: Incident) -> None:
    opened = reviewer.get("describe", uid=incident.uid)
    editor.fill("describe", {"title": "Two explosions in Kerman"}, uid=incident.uid)
    mine = filled(opened, title="Two explosions in Kerman", desk_note="Both of us")
    assert reviewer.send("describe", mine, uid=incident.uid).status_code == 302
    incident.refresh_from_db()
    assert incident.desk_note == "Both of us"


def test_two_claims_are_changed_at_once(editor: Sitting, reviewer: Sitting, people: Desk, incident: Incident) -> None:
    wounded = Claim(value=CasualtyValue(measure="wounded", verbatim="40"))
    other = assert_claim(actor=people.editor, incident=incident, claim=wounded)
    killed = toll_of_measure(incident, "killed")
    opened = reviewer.get("claim", uid=incident.uid, claim=other.uid)
    editor.fill("claim", {"verbatim": "at least 91"}, uid=incident.uid, claim=killed.uid)
    sent = reviewer.send("claim", filled(opened, verbatim="dozens"), uid=incident.uid, claim=other.uid)
    assert sent.status_code == 302
    assert toll_of_measure(incident, "killed").casualty.verbatim == "at least 91"
    assert toll_of_measure(incident, "wounded").casualty.verbatim == "dozens"


def toll_of_measure(incident: Incident, measure: str) -> Assertion:
    return Assertion.objects.get(incident=incident, kind="casualty", casualty__measure=measure)


def test_a_claim_changed_meanwhile_is_not_withdrawn_unseen(
    editor: Sitting, reviewer: Sitting, incident: Incident
) -> None:
    toll = toll_of(incident)
    opened = reviewer.get("claim_withdraw", uid=incident.uid, claim=toll.uid)
    editor.fill("claim", {"verbatim": "at least 91"}, uid=incident.uid, claim=toll.uid)
    page = reviewer.send("claim_withdraw", filled(opened), uid=incident.uid, claim=toll.uid)
    assert page.status_code == 409
    assert "91" in text(page)
    assert Assertion.objects.filter(pk=toll.pk).standing().exists()

    opened = reviewer.get("claim_withdraw", uid=incident.uid, claim=toll.uid)
    editor.fill("describe", {"desk_note": "Nothing to do with it"}, uid=incident.uid)
    assert reviewer.send("claim_withdraw", filled(opened), uid=incident.uid, claim=toll.uid).status_code == 302


def test_words_about_something_that_is_gone_are_shown_once_more(
    editor: Sitting, reviewer: Sitting, people: Desk, incident: Incident
) -> None:
    said_there = {"speaker": "new", "speaker_name": "An Official", "speaker_role": "spokesman", "quote": "we condemn"}
    editor.fill("statement_new", NEW_SOURCE | said_there | {"paraphrase": "They condemned it"}, uid=incident.uid)
    said = Statement.objects.get(incident=incident)
    opened = reviewer.get("statement", uid=incident.uid, statement=said.uid)
    remove(actor=people.editor, incident=incident, child=said)
    mine = filled(opened, paraphrase="They strongly condemned the attack")
    page = reviewer.send("statement", mine, uid=incident.uid, statement=said.uid)
    assert page.status_code == 404
    assert "This is not there any more" in text(page)
    assert "They strongly condemned the attack" in text(page)
