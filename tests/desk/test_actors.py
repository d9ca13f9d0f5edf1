"""Actors at the desk: found by any name, changed with a history, merged where no reader would see a change."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.roles import Role
from incidents.models import Actor, ActorMerge, ActorRelation, Attribution
from incidents.services.asserting import assert_claim
from incidents.services.context import record_warning, warn_of
from incidents.services.inputs import AttributionValue, Claim, SpeakerPerson, WarningGiven
from incidents.services.people import add_alias, find_actor, record_actor, record_speaker, relate
from incidents.services.publishing import publish
from tests import making
from tests.desk.sitting import Sitting, address, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(people: Desk) -> Actor:
    named = record_actor(actor=people.editor, name="Example Front", kind="organisation")
    add_alias(actor=people.editor, named=named, name="جبهة المثال", lang="ar", used_by="itself")
    return named


@pytest.fixture
def senior(db: None) -> Sitting:
    return Sitting(making.person(Role.SENIOR))


def rows(page: Any) -> dict[str, int]:
    return {row["name"]: row["claims"] for row in page.context["rows"]}


def test_actors_are_found_by_any_name_with_how_often_each_is_named(editor: Sitting, front: Actor) -> None:
    making.claimed(editor.person, making.incident(editor.person))
    record_actor(actor=editor.person, name="Another Movement", kind="movement")
    assert rows(editor.get("actors")) == {"Another Movement": 0, "Example Front": 1}
    for typed in ("EXAMPLE", "جبهه المثال", "frönt"):
        assert rows(editor.client.get("/desk/actors/", {"q": typed})) == {"Example Front": 1}
    assert "No actor goes by this name." in text(editor.client.get("/desk/actors/", {"q": "nobody"}))


def test_what_rests_on_a_confidential_source_is_not_counted_for_others(
    editor: Sitting, reviewer: Sitting, front: Actor
) -> None:
    made = making.incident(editor.person)
    secret = making.source(editor.person, confidential=True)
    value = AttributionValue(actor=front, ground="accusation")
    claim = Claim(value=value, citations=making.quoted(secret, "it was they"))
    assert_claim(actor=editor.person, incident=made, claim=claim, summary="Named")
    assert rows(editor.get("actors")) == {"Example Front": 1}
    assert rows(reviewer.get("actors")) == {"Example Front": 0}
    assert made.title in text(editor.get("actor", uid=front.uid))
    assert made.title not in text(reviewer.get("actor", uid=front.uid))


def test_a_change_keeps_the_former_name_and_stands_in_the_history(editor: Sitting, front: Actor) -> None:
    typed = {"name": "Example People’s Front", "kind": "movement", "active_from": "March 2015"}
    editor.fill("actor_change", typed, uid=front.uid)
    front.refresh_from_db()
    assert (front.slug, front.kind, front.active_from) == ("example-front", "movement", "2015-03")
    assert find_actor("Example Front") == find_actor("example peoples front") == front
    said = [(step["what"], step["who"]) for step in editor.get("actor", uid=front.uid).context["history"]]
    changed = (
        "Name: Example Front → Example People’s Front; Kind: Organisation → Movement; Active from: nothing → 2015-03"
    )
    assert (changed, editor.person.display_name) in said


def test_a_name_of_another_actor_is_refused_and_what_was_typed_stays(editor: Sitting, front: Actor) -> None:
    other = record_actor(actor=editor.person, name="Another Movement", kind="movement")
    page = editor.fill("actor_name_new", {"name": "example FRONT", "used_by": "agencies"}, uid=other.uid)
    assert problems(page) == ["Name: “Example Front” goes by this name. If the two are one, merge them."]
    assert 'value="example FRONT"' in text(page)
    page = editor.fill("actor_name_new", {"name": "The Others", "lang": "english"}, uid=other.uid)
    assert problems(page) == ["Language: Give the code of the language: two or three letters, such as ar."]
    editor.fill("actor_name_new", {"name": "The Others", "lang": "en"}, uid=other.uid)
    assert find_actor("the others") == other


def test_a_name_is_described_anew_or_removed_but_not_the_one_that_is_shown(editor: Sitting, front: Actor) -> None:
    arabic, shown = front.aliases.get(lang="ar"), front.aliases.get(name="Example Front")
    editor.fill("actor_name", {"used_by": "its opponents"}, uid=front.uid, alias=arabic.pk)
    assert "its opponents" in text(editor.get("actor", uid=front.uid))
    editor.send("actor_name", {"action": "remove"}, uid=front.uid, alias=arabic.pk)
    assert find_actor("جبهة المثال") is None
    assert "Name removed: جبهة المثال" in text(editor.get("actor", uid=front.uid))
    page = editor.send("actor_name", {"action": "remove"}, uid=front.uid, alias=shown.pk)
    assert problems(page) == ["This is the name that the actor is shown by. Choose another one for it first."]


def test_relations_have_days_and_one_that_is_cited_is_not_removed(editor: Sitting, front: Actor) -> None:
    branch = record_actor(actor=editor.person, name="Northern Branch", kind="branch")
    typed = {"kind": "branch_of", "other": "example front", "since": "2015"}
    editor.fill("actor_relation_new", typed, uid=branch.uid)
    made = ActorRelation.objects.get()
    assert "since 2015" in text(editor.get("actor", uid=branch.uid))
    assert "No source: not shown to readers" in text(editor.get("actor", uid=front.uid))
    editor.fill("actor_relation", {"until": "June 2018"}, uid=branch.uid, relation=made.pk)
    made.refresh_from_db()
    assert (made.since, made.until) == ("2015", "2018-06")
    page = editor.fill("actor_relation_new", {"kind": "allied_with", "other": "whoever"}, uid=branch.uid)
    assert problems(page) == ["The other actor: Nobody on record goes by this name. Check the spelling."]
    editor.send("actor_relation", {"action": "remove"}, uid=branch.uid, relation=made.pk)
    assert not ActorRelation.objects.exists()


def test_contributors_look_and_change_nothing(front: Actor) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    assert contributor.get("actor", uid=front.uid).status_code == 200
    for page in ("actor_change", "actor_name_new", "actor_relation_new", "actor_merge"):
        assert contributor.send(page, uid=front.uid).status_code == 403
    assert contributor.fill("actor_new", {"name": "The New", "kind": "movement"}).status_code == 302


def test_a_merge_says_what_moves_then_moves_it_and_leads_on(editor: Sitting, senior: Sitting, front: Actor) -> None:
    lost = record_actor(actor=editor.person, name="Front of Examples", kind="organisation")
    whole = record_actor(actor=editor.person, name="The Whole", kind="organisation")
    for named in (lost, front):
        relate(actor=editor.person, named=named, other=whole, kind="branch_of")
    made = making.incident(editor.person)
    making.claimed(editor.person, made, by="Front of Examples")
    revision = made.revision
    typed = {"other": "example front", "action": "look"}
    page = senior.send("actor_merge", typed, uid=lost.uid)
    assert [fact["value"] for fact in page.context["stakes"]] == ["1", "1", "1", "0", "0", "1"]
    assert "The two can be merged." in text(page)
    assert not ActorMerge.objects.exists()
    answer = senior.send(
        "actor_merge", {**typed, "action": "save", "reason": "One name, two word orders."}, uid=lost.uid
    )
    assert answer.headers["Location"] == address("actor", uid=front.uid)
    made.refresh_from_db()
    assert (Attribution.objects.get().actor, made.revision) == (front, revision + 1)
    assert find_actor("front of examples") == front
    assert ActorRelation.objects.get().actor == front
    assert senior.get("actor", uid=lost.uid).headers["Location"] == address("actor", uid=front.uid)
    assert "One name, two word orders." in text(senior.get("actor", uid=front.uid))
    assert rows(senior.get("actors")) == {"Example Front": 1, "The Whole": 0}


def test_an_actor_that_readers_know_is_not_merged(people: Desk, senior: Sitting, front: Actor) -> None:
    made = making.incident(people.editor)
    making.claimed(people.editor, made)
    publish(actor=people.publisher, incident=making.approved(people, made))
    record_actor(actor=people.editor, name="Another", kind="organisation")
    page = senior.send("actor_merge", {"other": "Another", "reason": "They are one."}, uid=front.uid)
    sentence = "Readers know “Example Front” from published incidents. Correct the claims there first."
    assert problems(page) == [f"The actor that it is merged into: {sentence}"]
    assert str(made.public_id) in text(page)
    assert not ActorMerge.objects.exists()


def test_an_approval_lapses_where_a_merge_changes_it(people: Desk, senior: Sitting, front: Actor) -> None:
    lost = record_actor(actor=people.editor, name="Front of Examples", kind="organisation")
    made = making.incident(people.editor)
    making.claimed(people.editor, made, by="Front of Examples")
    making.approved(people, made)
    senior.send("actor_merge", {"other": "Example Front", "reason": "One."}, uid=lost.uid)
    made.refresh_from_db()
    assert (made.state, made.approvals.filter(lapsed_at=None).exists()) == ("draft", False)
    assert "merged two actors" in text(senior.get("incident", uid=made.uid))


def test_speakers_and_warnings_go_with_it(people: Desk, senior: Sitting, front: Actor) -> None:
    lost = record_actor(actor=people.editor, name="Ministry of Examples", kind="state_body")
    kept = record_actor(actor=people.editor, name="The Example Ministry", kind="state_body")
    speaker = record_speaker(actor=people.editor, person=SpeakerPerson(name="A. Example", actor=lost))
    made = making.incident(people.editor)
    warning = record_warning(actor=people.editor, given=WarningGiven(warner=lost, recipient=front))
    warn_of(actor=people.editor, warning=warning, incident=made)
    senior.send("actor_merge", {"other": "The Example Ministry", "reason": "One."}, uid=lost.uid)
    speaker.refresh_from_db()
    warning.refresh_from_db()
    assert (speaker.actor, warning.warner, warning.recipient) == (kept, kept, front)
    revision = made.revision
    made.refresh_from_db()
    assert made.revision == revision + 1


def test_those_who_stand_in_relation_are_two(editor: Sitting, senior: Sitting, front: Actor) -> None:
    branch = record_actor(actor=editor.person, name="Northern Branch", kind="branch")
    relate(actor=editor.person, named=branch, other=front, kind="branch_of")
    page = senior.send("actor_merge", {"other": "Example Front", "reason": "One."}, uid=branch.uid)
    assert "they cannot be one" in problems(page)[0]


def test_a_merge_is_never_rewritten(editor: Sitting, senior: Sitting, front: Actor) -> None:
    lost = record_actor(actor=editor.person, name="Front of Examples", kind="organisation")
    senior.send("actor_merge", {"other": "Example Front", "reason": "One."}, uid=lost.uid)
    assert ActorMerge.objects.get().moved["aliases"]
    for statement in ("UPDATE incidents_actormerge SET reason = 'x'", "DELETE FROM incidents_actormerge"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
