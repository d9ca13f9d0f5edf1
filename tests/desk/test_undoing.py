"""Somebody takes back their own last edit, and makes it again: each time a change that the history tells."""

from typing import Any

import pytest

from accounts.roles import Role
from incidents.choices import State
from incidents.models import Citation, Incident, Statement
from incidents.services.asserting import withdraw_claim
from incidents.services.citing import cite
from incidents.services.publishing import publish
from tests import making
from tests.desk.going_back import rows, said
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


def turn(editor: Sitting, made: Incident, name: str, **typed: Any) -> Any:
    made.refresh_from_db()
    return editor.send(name, {"revision": made.revision, **typed}, uid=made.uid)


def claim(made: Incident, kind: str) -> Any:
    return made.assertions.get(kind=kind)


def add_toll(editor: Sitting, made: Incident) -> Any:
    typed = {"verbatim": "14", "measure": "wounded", "quote": "14 were wounded"}
    assert editor.fill("claim_new", typed, uid=made.uid, kind="casualty").status_code == 302
    return made.assertions.get(casualty__verbatim="14")


def test_a_claim_that_was_added_is_withdrawn_and_comes_back(editor: Sitting, incident: Incident) -> None:
    before = said(incident)
    toll = add_toll(editor, incident)
    after = said(incident)
    page = text(editor.get("incident", uid=incident.uid))
    assert 'data-key="z"' in page
    assert "you added a casualty figure" in page
    assert turn(editor, incident, "undo").status_code == 302
    toll.refresh_from_db()
    assert toll.verification == "withdrawn"
    assert said(incident)["wounded"] == before["wounded"]
    page = text(editor.get("incident", uid=incident.uid))
    assert "took back their last edit" in page
    assert "Taken back: you added a casualty figure." in page
    assert 'data-key="Z"' in page
    assert "you added a casualty figure" in page
    assert turn(editor, incident, "redo").status_code == 302
    assert said(incident) == after
    assert "made an edit again that they had taken back" in text(editor.get("incident", uid=incident.uid))


def test_words_that_were_changed_are_again_what_they_were_step_by_step(editor: Sitting, incident: Incident) -> None:
    first = said(incident)
    states = [rows(incident)]
    for title in ("Bombings in Kerman", "Two blasts in Kerman"):
        assert editor.fill("describe", {"title": title}, uid=incident.uid).status_code == 302
    cited = Citation.objects.get(assertion=claim(incident, "casualty"))
    assert editor.fill("citation", {"quote": "12 died"}, uid=incident.uid, citation=cited.uid).status_code == 302
    last = said(incident)
    for _step in range(3):
        assert turn(editor, incident, "undo").status_code == 302
    assert said(incident) == first
    assert rows(incident) == states[0]
    for _step in range(3):
        assert turn(editor, incident, "redo").status_code == 302
    assert said(incident) == last


def test_what_was_removed_comes_back_with_its_citations(editor: Sitting, incident: Incident) -> None:
    typed = {"paraphrase": "Calls it a crime.", "speaker": "new", "speaker_name": "A. Mayor", "quote": "a crime"}
    assert editor.fill("statement_new", typed, uid=incident.uid).status_code == 302
    reaction = Statement.objects.get()
    before = rows(incident)
    at = {"uid": incident.uid, "statement": reaction.uid}
    assert editor.fill("statement_remove", {}, **at).status_code == 302
    assert turn(editor, incident, "undo").status_code == 302
    assert rows(incident) == before
    assert turn(editor, incident, "redo").status_code == 302
    assert not Statement.objects.exists()


def test_a_summary_that_was_rewritten_is_the_old_one_again(editor: Sitting, incident: Incident) -> None:
    cited = str(Citation.objects.filter(assertion=claim(incident, "casualty")).get().uid)
    for words in ("Two bombings killed 12.", "Two bombs killed 12 people."):
        typed = {"s0-text_of": words, "s0-reuse": cited}
        assert editor.fill("summary", typed, uid=incident.uid).status_code == 302
    assert turn(editor, incident, "undo").status_code == 302
    assert [one.text for one in incident.summary.all()] == ["Two bombings killed 12."]
    assert incident.summary.get().citations.count() == 1


def test_nothing_that_somebody_changed_since_is_overwritten(editor: Sitting, incident: Incident) -> None:
    assert editor.fill("describe", {"title": "Bombings"}, uid=incident.uid).status_code == 302
    colleague = Sitting(making.person(Role.EDITOR))
    assert colleague.fill("describe", {"title": "Blasts"}, uid=incident.uid).status_code == 302
    page = turn(editor, incident, "undo")
    assert "This was changed since: title." in problems(page)[0]
    incident.refresh_from_db()
    assert incident.title == "Blasts"
    assert colleague.fill("describe", {"title": "Bombings", "desk_note": "Mine"}, uid=incident.uid).status_code == 302
    assert turn(editor, incident, "undo").status_code == 302
    incident.refresh_from_db()
    assert incident.desk_note == "Mine"
    assert incident.title != "Bombings"


def test_a_claim_that_somebody_cited_or_took_back_since_stays(editor: Sitting, incident: Incident) -> None:
    toll = add_toll(editor, incident)
    colleague = making.person(Role.EDITOR)
    (quote,) = making.quoted(making.source(colleague, title="Another report"), "fourteen hurt")
    added = cite(actor=colleague, incident=incident, target=toll, quote=quote)
    assert "its citations" in problems(turn(editor, incident, "undo"))[0]
    added.delete()
    withdraw_claim(actor=colleague, incident=incident, assertion=toll)
    assert turn(editor, incident, "undo").status_code == 422


def test_others_have_nothing_of_mine_to_take_back(incident: Incident) -> None:
    colleague = Sitting(making.person(Role.EDITOR))
    assert 'data-key="z"' not in text(colleague.get("incident", uid=incident.uid))
    assert "You have changed nothing here" in problems(turn(colleague, incident, "undo"))[0]


def test_a_public_incident_asks_why(people: Desk, editor: Sitting, incident: Incident) -> None:
    publish(actor=people.publisher, incident=making.approved(people, incident))
    typed = {"title": "Bombings in Kerman", "edit_summary": "Shorter"}
    assert editor.fill("describe", typed, uid=incident.uid).status_code == 302
    assert turn(editor, incident, "undo").status_code == 422
    assert editor.fill("undo", {"edit_summary": "It said less"}, uid=incident.uid).status_code == 302
    incident.refresh_from_db()
    assert (incident.title, incident.state) == ("Two bombings in Kerman", State.DRAFT)
    assert incident.contributions.values_list("summary", flat=True)[0] == "It said less"
