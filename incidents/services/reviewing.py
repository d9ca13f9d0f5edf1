"""Review: hand in, comment, approve, request changes, reject, waive."""

from collections.abc import Sequence

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies, workflow
from incidents.choices import ApprovalDecision, CommentState, ReviewReason, ReviewVerdict, State
from incidents.models import Approval, Assertion, Incident, Review, ReviewComment, Waiver
from incidents.rules.refusals import (
    GatesClosedError,
    NotAllowedError,
    RefusedError,
    StaleRevisionError,
    StateConflictError,
)
from incidents.selectors.approvals import awaits_approval
from incidents.selectors.citations import unheld
from incidents.selectors.clearance import may_approve, require_known
from incidents.selectors.content import content_hash, public_content
from incidents.selectors.gates import WAIVABLE, missing, waivable
from incidents.selectors.remarks import closed_remarks
from incidents.services.editing import hold, lapse_approvals
from incidents.services.notifying import tell_approved, tell_changes_requested, tell_mentioned
from incidents.services.rounds import open_round
from incidents.services.writing import write


@transaction.atomic
def submit(*, actor: User, incident: Incident, note: str = "") -> Review:
    """Hand an incident in for review. The evidence gates are checked; the content's hash is noted.

    A quote that the kept text of its source does not hold is no gate: scans and translations differ. It is explained in
    the note.

    Raises:
        NotAllowedError: only an author or the assignee submits.
        GatesClosedError: something is missing; a sentence for each gate.
        RefusedError: a quote is not in the kept text of its source, and no note says why.
        StateConflictError: it is not a draft.
    """
    (held,) = hold(incident)
    policies.may_submit(actor, held).require()
    gaps = missing(held)
    if gaps:
        raise GatesClosedError(_("Something is missing before this can be reviewed."), missing=gaps)
    if not note.strip() and unheld(held).exists():
        sentence = _("A quote is not in the kept text of its source. Put it right, or say in the note why it stays.")
        raise RefusedError(sentence, field="note")
    with pghistory.context(user=actor.pk, verb="submit"):
        review = open_round(held, actor=actor, note=note, reason=note)
    incident.refresh_from_db()
    return review


@transaction.atomic
def comment(
    *,
    actor: User,
    review: Review,
    text: str,
    assertion: Assertion | None = None,
    field: str = "",
    blocking: bool = True,
) -> ReviewComment:
    """Remark on a claim or a field.

    Raises:
        NotAllowedError: the actor may neither review nor edit, or may not know the claim.
        RefusedError: nothing is said.
        ValidationError: it is bound to nothing.
    """
    incident = review.incident
    if not policies.may_review(actor, incident):
        policies.may_edit(actor, incident).require()
    _require_known(actor, assertion)
    if not text.strip():
        raise RefusedError(_("Write the comment."), field="text")
    remark = ReviewComment(
        review=review, assertion=assertion, field=field, text=text.strip(), blocking=blocking, written_by=actor
    )
    with pghistory.context(user=actor.pk, verb="comment"):
        write(remark)
    tell_mentioned(remark=remark)
    return remark


@transaction.atomic
def settle_comment(*, actor: User, remark: ReviewComment, state: CommentState) -> ReviewComment:
    """Answer or resolve a comment. Only who wrote it, or another reviewer, resolves it.

    Raises:
        NotAllowedError: this person may not, or may not know what it is about.
    """
    incident = remark.review.incident
    _require_known(actor, remark.assertion)
    if closed_remarks([remark], incident, actor):
        raise NotAllowedError(_("This comment is withheld from you: it is about what rests on a confidential source."))
    if state == CommentState.RESOLVED and remark.written_by_id != actor.pk:
        policies.may_review(actor, incident).require()
    elif not policies.may_review(actor, incident):
        policies.may_edit(actor, incident).require()
    remark.state = state
    with pghistory.context(user=actor.pk, verb="settle_comment"):
        remark.save(update_fields=["state"])
    return remark


@transaction.atomic
def approve(*, actor: User, incident: Incident, revision: int) -> Approval:
    """Approve exactly what the reviewer saw: the content's hash is stored with the approval.

    A second approver of the same revision adds the second approval that high-risk records need.

    Raises:
        NotAllowedError: the actor wrote part of it, is no reviewer, or may not see all that it rests on.
        StaleRevisionError: it has changed since the reviewer opened it.
        StateConflictError: it is not in review.
        RefusedError: a blocking comment is open, or the actor approved it before.
    """
    (held,) = hold(incident)
    may_approve(actor, held).require()
    require_revision(held, revision)
    review = _decidable(held, allow_approved=True)
    if ReviewComment.objects.filter(review__incident=held, blocking=True, state=CommentState.OPEN).exists():
        raise RefusedError(_("Comments are still open. They must be answered before approval."))
    if Approval.objects.filter(incident=held, revision=revision, approver=actor).exists():
        raise RefusedError(_("You have already approved this revision. A second approval takes another person."))
    first = held.state == State.IN_REVIEW
    with pghistory.context(user=actor.pk, verb="approve"):
        approval = Approval.objects.create(
            incident=held,
            review=review,
            approver=actor,
            decision=ApprovalDecision.FIRST if first else ApprovalDecision.SECOND,
            revision=held.revision,
            content_sha256=content_hash(public_content(held)),
        )
        if first:
            _decide(review, actor, ReviewVerdict.APPROVED)
            workflow.move(held, State.APPROVED, actor=actor)
    tell_approved(approval=approval)
    incident.refresh_from_db()
    return approval


@transaction.atomic
def request_changes(
    *, actor: User, incident: Incident, revision: int, reason: str, reasons: Sequence[str] = ()
) -> Review:
    """Send an incident back to its authors, with the reason in words, in terms of the list, or both.

    Whoever is asked for a second approval does so too; what was approved is approved no more.

    Raises:
        NotAllowedError, StaleRevisionError, StateConflictError: see ``approve``; or no reason is given.
    """
    outcome = (State.CHANGES_REQUESTED, ReviewVerdict.CHANGES_REQUESTED)
    review = _send_back(actor, incident, revision, outcome, _why(reason, reasons))
    tell_changes_requested(actor=actor, review=review)
    return review


@transaction.atomic
def reject(*, actor: User, incident: Incident, revision: int, reason: str, reasons: Sequence[str] = ()) -> Review:
    """Reject an incident, with the reason in words, in terms of the list, or both.

    Raises:
        NotAllowedError, StaleRevisionError, StateConflictError: see ``approve``; or no reason is given.
    """
    return _send_back(actor, incident, revision, (State.REJECTED, ReviewVerdict.REJECTED), _why(reason, reasons))


@transaction.atomic
def waive(*, actor: User, incident: Incident, gate: str, reason: str) -> Waiver:
    """Sign a public exception from an evidence gate.

    Raises:
        NotAllowedError: this takes a senior editor who did not write the incident.
        RefusedError: this gate is never waived, or not for what is missing now.
        ValidationError: the reason is missing.
    """
    policies.may_waive(actor, incident).require()
    if gate not in WAIVABLE:
        raise RefusedError(_("This gate is never waived."), field="gate")
    if gate not in waivable(incident):
        raise RefusedError(
            _("A quote of a confidential source is in question. Answer it at the desk: an exception is public."),
            field="gate",
        )
    waiver = Waiver(incident=incident, gate=gate, reason=reason.strip(), signed_by=actor)
    write(waiver)
    return waiver


def _require_known(actor: User, claim: Assertion | None) -> None:
    if claim:
        require_known(actor, Assertion.objects.filter(pk=claim.pk))


def require_revision(held: Incident, revision: int) -> None:
    """Go on if it is still what the reviewer looked at.

    Raises:
        StaleRevisionError: it was edited since.
    """
    if held.revision != revision:
        raise StaleRevisionError(
            _("This incident was edited while you were reviewing it. Look at what changed before you decide."),
            current=held.revision,
        )


def _decidable(held: Incident, *, allow_approved: bool = False) -> Review:
    """The review to decide."""
    review = Review.objects.filter(incident=held, revision=held.revision).order_by("-pk").first()
    wanted = {State.IN_REVIEW, State.APPROVED} if allow_approved else {State.IN_REVIEW}
    if review is None or held.state not in wanted:
        raise StateConflictError(_("This incident is not in review."))
    return review


def _why(words: str, reasons: Sequence[str]) -> tuple[str, list[str]]:
    """The reason as the authors read it, the terms of the list first; and the terms as they are stored."""
    terms = [one for one in ReviewReason if one in reasons]
    if len(terms) != len(set(reasons)):
        raise RefusedError(_("Choose reasons from the list."), field="reasons")
    labels = "; ".join(str(one.label) for one in terms if one != ReviewReason.OTHER)
    return ": ".join(part for part in (labels, words.strip()) if part), [one.value for one in terms]


def _send_back(
    actor: User, incident: Incident, revision: int, outcome: tuple[State, ReviewVerdict], why: tuple[str, list[str]]
) -> Review:
    (target, verdict), (reason, terms) = outcome, why
    (held,) = hold(incident)
    policies.may_review(actor, held).require()
    require_revision(held, revision)
    second = target == State.CHANGES_REQUESTED and awaits_approval(held)
    review = _decidable(held, allow_approved=second)
    with pghistory.context(user=actor.pk, verb=verdict.value):
        if second:
            lapse_approvals(held)
            review = _round_beside(review)
        workflow.move(held, target, actor=actor, reason=reason)
        review.reasons = terms
        _decide(review, actor, verdict)
    incident.refresh_from_db()
    return review


def _round_beside(review: Review) -> Review:
    """Another round over the same content: what the first reviewer decided stays as it was decided."""
    same = {name: getattr(review, name) for name in ("incident", "revision", "content_sha256", "requested_by", "note")}
    return Review.objects.create(**same)


def _decide(review: Review, actor: User, verdict: ReviewVerdict) -> None:
    review.verdict, review.reviewer, review.decided_at = verdict, actor, timezone.now()
    review.save(update_fields=["verdict", "reviewer", "reasons", "decided_at"])
