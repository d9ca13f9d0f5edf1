"""A merge is undone: everything goes back to where it was, and comes back to readers only by review."""

import pytest
from django.test import Client

from accounts.roles import Role
from incidents.choices import AssertionRole, State
from incidents.models import Incident, MovedItem, Regrouping
from incidents.rules.refusals import NotAllowedError, StateConflictError
from incidents.selectors.content import content_hash, public_content
from incidents.services.asserting import amend_claim, assert_claim, supersede
from incidents.services.context import remove
from incidents.services.inputs import CasualtyValue, Claim
from incidents.services.publishing import publish
from incidents.services.regrouping import merge, undo
from incidents.services.reviewing import approve, submit
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.public.reading import heading
from tests.regrouping.conftest import Two, citations_by_place

pytestmark = pytest.mark.django_db


def undone(two: Two) -> None:
    """The senior undoes the merge at the desk."""
    page = Sitting(two.senior).send(
        "regrouping", {"reason": "Two events after all."}, regrouping=Regrouping.objects.latest("pk").pk
    )
    assert page["Location"] == f"/desk/incidents/{two.lost.uid}/", problems(page)
    two.lost.refresh_from_db()
    two.kept.refresh_from_db()


def hashes(two: Two) -> list[str]:
    return [content_hash(public_content(one)) for one in (two.lost, two.kept)]


@pytest.mark.parametrize("published", [False, True])
def test_every_citation_is_where_it_was(two: Two, published: bool) -> None:  # noqa: FBT001
    before, said = citations_by_place(two.lost, two.kept), hashes(two)
    two.merge()
    assert citations_by_place(two.lost, two.kept) != before
    if published:
        two.publish_merge()
    undone(two)

    assert citations_by_place(two.lost, two.kept) == before
    assert hashes(two) == said
    assert (two.lost.state, two.kept.state, two.lost.merged_into) == (State.DRAFT, State.DRAFT, None)


def test_the_ledger_says_who_merged_what_and_who_undid_it(two: Two) -> None:
    two.merge()
    page = text(Sitting(two.people.editor).get("regrouping", regrouping=Regrouping.objects.get().pk))
    assert "Claim: 5; Reaction or analysis: 1; Link: 1" in page
    assert '<button class="button button--danger"' not in page
    undone(two)
    page = text(Sitting(two.people.editor).get("regrouping", regrouping=Regrouping.objects.get().pk))
    assert f"Undone by {two.senior.display_name}" in page
    assert "“The first blast” was merged into it" in text(Sitting(two.senior).get("incident", uid=two.kept.uid))


def test_the_address_answers_again_only_when_others_have_approved_and_published(client: Client, two: Two) -> None:
    two.merge()
    two.publish_merge()
    undone(two)
    where = f"/incidents/{two.lost.public_id}/"
    assert client.get(where).status_code == 301

    making.republished(two.people, two.lost, kind="correction", summary="It was an event of its own.")
    assert heading(client.get(where)) == "The first blast"
    assert "version 3" in client.get(where).content.decode().lower()


def test_what_came_to_the_survivor_meanwhile_stays_and_what_was_amended_stays_amended(two: Two) -> None:
    two.merge()
    own = recorded(two, two.kept, "30", measure="wounded")
    moved = two.kept.assertions.get(kind="casualty", pk__in=moved_claims())
    changed = Claim(value=CasualtyValue(measure="killed", verbatim="13"), citations=())
    amend_claim(actor=two.people.editor, incident=two.kept, assertion=moved, claim=changed, summary="Misread")
    removed = two.kept.statements.get()
    remove(actor=two.people.editor, incident=two.kept, child=removed, summary="Not said")
    undone(two)

    assert list(two.kept.assertions.filter(pk=own)) != []
    assert two.lost.assertions.get(kind="casualty").casualty.verbatim == "13"
    assert (two.lost.statements.count(), two.kept.statements.count()) == (0, 0)


def moved_claims() -> list[int]:
    """The keys of the claims that the ledger says were moved."""
    return list(MovedItem.objects.filter(kind="claim").values_list("key", flat=True))


def recorded(two: Two, at: Incident, words: str, measure: str = "killed") -> int:
    report = making.source(two.people.editor)
    claim = Claim(value=CasualtyValue(measure=measure, verbatim=words), citations=making.quoted(report, words))
    return assert_claim(actor=two.people.editor, incident=at, claim=claim, summary="Added").pk


def test_a_claim_that_was_replaced_by_one_of_the_other_incident_stands_again(two: Two) -> None:
    two.lost, two.kept = two.kept, two.lost
    two.merge()
    mine, theirs = two.kept.assertions.filter(kind="casualty").order_by("pk")
    supersede(actor=two.people.editor, incident=two.kept, old=mine, new=theirs, summary="Newer")
    undone(two)
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert mine.incident_id != theirs.incident_id
    assert (mine.role, theirs.supersedes) == (AssertionRole.RECOMMENDED, None)


def test_neither_who_undid_it_nor_who_edited_there_approves_what_came_back(two: Two) -> None:
    two.merge()
    colleague = making.person(Role.REVIEWER)
    moved = two.kept.assertions.get(kind="casualty", pk__in=moved_claims())
    changed = Claim(value=CasualtyValue(measure="killed", verbatim="13"), citations=())
    amend_claim(actor=colleague, incident=two.kept, assertion=moved, claim=changed, summary="Misread")
    undone(two)
    submit(actor=two.senior, incident=two.lost)

    for person in (two.senior, colleague):
        with pytest.raises(NotAllowedError, match="You wrote part of this"):
            approve(actor=person, incident=two.lost, revision=two.lost.revision)
    approve(actor=two.people.publisher, incident=two.lost, revision=two.lost.revision)
    publish(actor=two.people.publisher, incident=two.lost, kind="update", summary="On its own again.")


def test_a_merge_is_undone_once(two: Two) -> None:
    two.merge()
    undone(two)
    page = Sitting(two.senior).send("regrouping", {"reason": "Again."}, regrouping=Regrouping.objects.get().pk)
    assert page.status_code == 409
    assert "Somebody has undone this already." in problems(page)[0]


def test_of_a_chain_the_last_merge_is_undone_first(two: Two) -> None:
    before = citations_by_place(two.lost, two.kept)
    third = making.published(two.people)
    two.merge()
    first = Regrouping.objects.get()
    second = merge(actor=two.senior, loser=two.kept, survivor=third, reason="One event.")
    with pytest.raises(StateConflictError, match="Undo that merge first"):
        undo(actor=two.senior, regrouping=first, reason="Two.")
    undo(actor=two.senior, regrouping=second, reason="Two.")
    undo(actor=two.senior, regrouping=first, reason="Two.")
    assert citations_by_place(two.lost, two.kept) == before


def test_the_survivor_may_have_been_rejected_meanwhile(two: Two) -> None:
    """An undoing is possible whatever became of the other."""
    draft, kept = making.incident(two.people.editor), making.incident(two.people.editor)
    regrouping = merge(actor=two.senior, loser=draft, survivor=kept, reason="One event.")
    submit(actor=two.senior, incident=kept)
    Sitting(two.people.reviewer).send(
        "review_decide", {"decision": "reject", "reason": "No.", "revision": kept.revision}, uid=kept.uid
    )
    undo(actor=two.senior, regrouping=regrouping, reason="Two.")
    draft.refresh_from_db()
    kept.refresh_from_db()
    assert (draft.state, kept.state) == (State.DRAFT, State.REJECTED)
    assert draft.assertions.count() == 4


def test_undoing_takes_a_senior_editor(two: Two) -> None:
    two.merge()
    page = Sitting(two.people.publisher).send(
        "regrouping", {"reason": "Because."}, regrouping=Regrouping.objects.get().pk
    )
    assert page.status_code == 403
    two.lost.refresh_from_db()
    assert two.lost.state == State.MERGED
