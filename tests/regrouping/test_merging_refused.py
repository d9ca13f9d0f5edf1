"""What is no merge, and who may not propose or approve one."""

from typing import Any

import pytest

from accounts.models import User
from accounts.roles import Role
from incidents.choices import State
from incidents.models import Incident, Regrouping
from incidents.rules.refusals import NotAllowedError, RefusedError
from incidents.services.logging import reopen
from incidents.services.publishing import publish, withdraw
from incidents.services.regrouping import merge
from incidents.services.reviewing import approve, reject, submit
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk
from tests.regrouping.conftest import Two, proposed

pytestmark = pytest.mark.django_db


def test_who_proposed_the_merge_approves_neither(two: Two) -> None:
    two.merge()
    submit(actor=two.senior, incident=two.kept)
    page = Sitting(two.senior).send(
        "review_decide", {"decision": "approve", "revision": two.kept.revision}, uid=two.kept.uid
    )

    assert page.status_code == 403
    assert "You wrote part of this." in text(page)


def test_who_wrote_what_was_merged_does_not_approve_it(people: Desk, senior: User) -> None:
    """Their draft was approved by nobody; merged into another, it is still their work."""
    kept = making.published(people)
    draft = making.incident(people.reviewer, title="A draft of a reviewer's")
    publish_again(people, kept)
    merge(actor=senior, loser=draft, survivor=kept, reason="Both describe one event.")
    submit(actor=senior, incident=kept)

    with pytest.raises(NotAllowedError, match="You wrote part of this"):
        approve(actor=people.reviewer, incident=kept, revision=kept.revision)
    approve(actor=people.publisher, incident=kept, revision=kept.revision)


def publish_again(people: Desk, made: Incident) -> None:
    """A further version, later than everything that was recorded so far, approved by somebody else."""
    other = making.person(Role.REVIEWER)
    making.claimed(people.editor, made)
    submit(actor=people.editor, incident=made)
    approve(actor=other, incident=made, revision=made.revision)
    publish(actor=people.publisher, incident=made, kind="update", summary="More is known.")


@pytest.mark.parametrize(
    ("state", "sentence"), [("withdrawn", "is withdrawn"), ("rejected", "is rejected"), ("merged", "is merged")]
)
def test_nothing_is_merged_into_what_is_closed(two: Two, state: str, sentence: str) -> None:
    closed(two, state)
    page = proposed(Sitting(two.senior), two)

    assert page.status_code == 409
    assert sentence in problems(page)[0]
    assert "Both describe one event." in text(page)
    two.lost.refresh_from_db()
    assert two.lost.state == State.PUBLISHED


def closed(two: Two, state: str) -> None:
    """Close the incident that should live on."""
    if state == "withdrawn":
        withdraw(actor=two.people.publisher, incident=two.kept, reason="It did not happen.")
    elif state == "merged":
        third = making.published(two.people)
        merge(actor=two.senior, loser=two.kept, survivor=third, reason="One event.")
    else:
        two.kept = making.incident(two.people.editor)
        submit(actor=two.people.editor, incident=two.kept)
        reject(actor=two.people.reviewer, incident=two.kept, revision=two.kept.revision, reason="Not for the record.")


def test_an_incident_is_not_merged_into_itself(two: Two) -> None:
    page = proposed(Sitting(two.senior), two, other=str(two.lost.uid))
    assert page.status_code == 422
    assert "Select a valid choice." in problems(page)[0]
    with pytest.raises(RefusedError, match="not merged into itself"):
        merge(actor=two.senior, loser=two.lost, survivor=two.lost, reason="One event.")


def test_a_public_incident_is_not_merged_into_one_that_nobody_knows(two: Two, people: Desk) -> None:
    two.kept = making.incident(people.editor)
    page = proposed(Sitting(two.senior), two)
    assert page.status_code == 422
    assert "Merge the other one into it." in problems(page)[0]


def test_a_whole_is_not_merged_before_its_parts(two: Two, people: Desk) -> None:
    making.incident(people.editor, parent=two.lost)
    page = proposed(Sitting(two.senior), two)
    assert "“The first blast” has parts. Merge its parts first." in problems(page)[0]


def test_a_reason_is_asked_for_and_what_was_chosen_stays(two: Two) -> None:
    page = proposed(Sitting(two.senior), two, reason="")
    assert problems(page) == ["Why the two are one: Fill this in."]
    assert page.context["compared"]["kept"]["title"] == "The blasts"


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR, Role.REVIEWER, Role.PUBLISHER])
def test_merging_takes_a_senior_editor(two: Two, role: Role) -> None:
    page = proposed(Sitting(making.person(role)), two)
    assert page.status_code == 403
    assert not Regrouping.objects.exists()


def test_what_waits_to_be_merged_is_not_withdrawn_or_taken_up_behind_its_back(two: Two) -> None:
    two.merge()
    page = withdrawn_at_the_desk(two)
    assert page.status_code == 409
    assert "Undo the merge first." in problems(page)[0]
    two.lost.refresh_from_db()
    with pytest.raises(Exception, match="Undo the merge instead"):
        reopen(actor=two.senior, incident=two.lost, reason="Because.")


def withdrawn_at_the_desk(two: Two) -> Any:
    publisher = Sitting(two.people.publisher)
    publisher.send("withdraw", {"reason": "It did not happen."}, uid=two.kept.uid)
    publisher.confirm()
    return publisher.send("withdraw", {"reason": "It did not happen."}, uid=two.kept.uid)
