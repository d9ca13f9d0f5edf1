"""Log, verify, publish: what the services do and what they refuse."""

import pytest

from accounts.roles import Role
from incidents.choices import CommentState, State
from incidents.models import Approval, Incident, PublishedIncident, Transition, Version
from incidents.rules.refusals import (
    GatesClosedError,
    NotAllowedError,
    RefusedError,
    StaleRevisionError,
    StateConflictError,
)
from incidents.selectors.content import content_hash, public_content
from incidents.services.asserting import assert_claim
from incidents.services.inputs import CasualtyValue, Claim, Description
from incidents.services.logging import describe, log_incident
from incidents.services.publishing import publish, withdraw
from incidents.services.reviewing import approve, comment, request_changes, settle_comment, submit
from tests import making

pytestmark = pytest.mark.django_db


def toll(words: str) -> Claim:
    """A death toll without a citation."""
    return Claim(value=CasualtyValue(measure="killed", verbatim=words))


def edit_of(title: str) -> Description:
    return Description(title=title, graphic=False, personal_data=False)


def test_an_incident_is_published_after_two_other_people_have_agreed() -> None:
    people = making.desk()
    made = making.incident(people.editor, killed="nearly 100")
    submit(actor=people.editor, incident=made)
    approve(actor=people.reviewer, incident=made, revision=made.revision)
    approve(actor=people.publisher, incident=made, revision=made.revision)

    version = publish(actor=people.publisher, incident=made)

    row = PublishedIncident.objects.public().current().get(public_id="INC-2024-000001")
    assert (row.killed_low, row.killed_best, row.killed_high) == (None, None, 99)
    assert row.killed_text == "nearly 100"
    assert version.content_sha256 == Approval.objects.filter(incident=made).first().content_sha256  # type: ignore[union-attr]
    assert made.state == State.PUBLISHED
    assert list(Transition.objects.filter(incident=made).order_by("pk").values_list("target", flat=True)) == [
        "in_review",
        "approved",
        "published",
    ]


def test_nobody_approves_what_they_wrote_part_of() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    describe(actor=people.reviewer, incident=made, description=edit_of("A better title"))
    submit(actor=people.editor, incident=made)
    with pytest.raises(NotAllowedError, match="wrote part of this"):
        approve(actor=people.reviewer, incident=made, revision=made.revision)
    assert not Approval.objects.exists()


def test_an_administrator_does_not_approve_their_own_work_either() -> None:
    administrator = making.person(Role.ADMINISTRATOR)
    made = making.incident(administrator)
    submit(actor=administrator, incident=made)
    with pytest.raises(NotAllowedError):
        approve(actor=administrator, incident=made, revision=made.revision)


def test_an_edit_after_approval_lapses_it() -> None:
    people = making.desk()
    made = making.approved(people, making.incident(people.editor))
    describe(actor=people.editor, incident=made, description=edit_of("A changed title"))
    assert made.state == State.DRAFT
    assert not Approval.objects.filter(incident=made, lapsed_at=None).exists()
    with pytest.raises(StateConflictError):
        publish(actor=people.publisher, incident=made)


def test_a_source_that_changed_after_approval_keeps_the_incident_from_being_published() -> None:
    people = making.desk()
    report = making.source(people.editor)
    made = making.approved(people, making.incident(people.editor, report=report))
    report.title = "Another headline"
    report.save()
    with pytest.raises(StateConflictError, match="no longer what was approved"):
        publish(actor=people.publisher, incident=made)


def test_editing_a_published_incident_keeps_the_public_version_and_marks_it() -> None:
    people = making.desk()
    made = making.published(people)
    describe(actor=people.editor, incident=made, description=edit_of("Changed"), summary="Wording")
    row = PublishedIncident.objects.public().current().get(public_id=made.public_id)
    assert (row.title, row.under_review) == ("Two bombings in Kerman", True)
    assert Version.objects.count() == 1


def test_an_edit_of_a_published_incident_says_why() -> None:
    people = making.desk()
    made = making.published(people)
    with pytest.raises(RefusedError, match="Say what you change"):
        describe(actor=people.editor, incident=made, description=edit_of("Changed"))
    made.refresh_from_db()
    assert made.title == "Two bombings in Kerman"


def test_a_second_version_takes_the_place_of_the_first_and_leaves_it_readable() -> None:
    people = making.desk()
    made = making.published(people)
    describe(actor=people.editor, incident=made, description=edit_of("Changed"), summary="Wording")
    second = making.republished(people, made, kind="correction", summary="The title was wrong.")
    rows = PublishedIncident.objects.public().filter(public_id=made.public_id).order_by("version__number")
    assert [row.title for row in rows] == ["Two bombings in Kerman", "Changed"]
    assert rows[0].known.upper == rows[1].known.lower == second.published_at
    assert rows[1].known.upper is None


def test_a_high_risk_record_takes_two_approvals() -> None:
    people = making.desk()
    made = making.incident(people.editor, killed="at least 51")
    submit(actor=people.editor, incident=made)
    approve(actor=people.reviewer, incident=made, revision=made.revision)
    with pytest.raises(RefusedError, match="second person"):
        publish(actor=people.publisher, incident=made)
    assert not Version.objects.exists()


def test_one_person_does_not_give_both_approvals() -> None:
    people = making.desk()
    made = making.incident(people.editor, killed="51")
    submit(actor=people.editor, incident=made)
    approve(actor=people.reviewer, incident=made, revision=made.revision)
    with pytest.raises(RefusedError, match="another person"):
        approve(actor=people.reviewer, incident=made, revision=made.revision)


def test_a_stale_save_is_refused_and_says_which_revision_is_current() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    seen = made.revision
    describe(actor=people.reviewer, incident=made, description=edit_of("By a colleague"))
    with pytest.raises(StaleRevisionError, match="changed since you opened it") as refused:
        describe(actor=people.editor, incident=made, description=edit_of("Mine"), based_on=seen)
    assert refused.value.current == seen + 1
    made.refresh_from_db()
    assert made.title == "By a colleague"


def test_a_claim_without_a_citation_is_not_handed_in() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    assert_claim(actor=people.editor, incident=made, claim=toll("84"))
    with pytest.raises(GatesClosedError) as refused:
        submit(actor=people.editor, incident=made)
    assert any("no supporting citation" in sentence for sentence in refused.value.missing)
    made.refresh_from_db()
    assert made.state == State.DRAFT


def test_words_that_hold_no_figure_are_refused_and_nothing_is_written() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    before = made.revision
    with pytest.raises(RefusedError, match="no figure") as refused:
        assert_claim(actor=people.editor, incident=made, claim=toll("a great tragedy"))
    assert refused.value.field == "verbatim"
    made.refresh_from_db()
    assert made.revision == before
    assert made.assertions.count() == 4


def test_an_open_comment_keeps_a_review_from_being_approved() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    review = submit(actor=people.editor, incident=made)
    remark = comment(actor=people.reviewer, review=review, text="Which source?", field="killed")
    with pytest.raises(RefusedError, match="still open"):
        approve(actor=people.reviewer, incident=made, revision=made.revision)
    settle_comment(actor=people.editor, remark=remark, state=CommentState.ANSWERED)
    approve(actor=people.reviewer, incident=made, revision=made.revision)
    assert made.state == State.APPROVED


def test_changes_are_requested_with_a_reason() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    with pytest.raises(StateConflictError, match="reason"):
        request_changes(actor=people.reviewer, incident=made, revision=made.revision, reason=" ")
    request_changes(actor=people.reviewer, incident=made, revision=made.revision, reason="Name the paper.")
    assert made.state == State.CHANGES_REQUESTED
    submit(actor=people.editor, incident=made)
    assert made.state == State.IN_REVIEW


def test_a_withdrawn_incident_leaves_a_tombstone_with_the_reason() -> None:
    people = making.desk()
    made = making.published(people)
    withdraw(actor=people.publisher, incident=made, reason="The report was retracted.")
    row = PublishedIncident.objects.public().current().get(public_id=made.public_id)
    assert (row.status, row.reason, row.title, row.geometry) == ("withdrawn", "The report was retracted.", "", None)
    assert Version.objects.filter(public_id=made.public_id).count() == 2


def test_a_part_is_published_after_the_whole() -> None:
    people = making.desk()
    whole = making.incident(people.editor)
    part = making.incident(people.editor, parent=whole)
    with pytest.raises(GatesClosedError, match="missing"):
        submit(actor=people.editor, incident=part)
    publish(actor=people.publisher, incident=making.approved(people, whole))
    publish(actor=people.publisher, incident=making.approved(people, part))
    assert PublishedIncident.objects.public().current().get(public_id=part.public_id).parent == whole.public_id


def test_a_contributor_changes_only_their_own_drafts() -> None:
    people = making.desk()
    contributor = making.person(Role.CONTRIBUTOR)
    own = log_incident(actor=contributor, description=edit_of("Mine"))
    describe(actor=contributor, incident=own, description=edit_of("Mine, better"))
    with pytest.raises(NotAllowedError, match="own drafts"):
        describe(actor=contributor, incident=making.incident(people.editor), description=edit_of("Not mine"))


def test_a_deactivated_person_does_nothing() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    people.editor.is_active = False
    people.editor.save()
    with pytest.raises(NotAllowedError):
        describe(actor=people.editor, incident=made, description=edit_of("Too late"))


def test_the_hash_of_the_content_does_not_depend_on_the_readers_language_or_the_time() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    assert content_hash(public_content(made)) == content_hash(public_content(Incident.objects.get(pk=made.pk)))
