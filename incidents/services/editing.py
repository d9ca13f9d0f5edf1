"""The one way to change an incident or a child of it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pghistory
from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.errors import LockNotAvailable

from accounts.models import User
from incidents import policies, workflow
from incidents.choices import ReviewVerdict, State
from incidents.models import Approval, Contribution, Incident, PublishedIncident, Review, SmallEdit
from incidents.rules.refusals import GatesClosedError, RefusedError, StaleRevisionError, StateConflictError
from incidents.selectors.content import content_hash, public_content
from incidents.selectors.gates import missing
from incidents.selectors.small_edits import small_edit_of
from incidents.services.notifying import tell_edited, tell_small_edit_made
from incidents.services.resolution import resolve_incident
from incidents.services.rounds import open_round


@contextmanager
def editing(
    *, actor: User, incident: Incident, verb: str, based_on: int | None = None, summary: str = ""
) -> Iterator[Incident]:
    """Hold an incident while it is changed; then count the revision, lapse what the edit lapses and resolve anew.

    ``based_on`` is the revision that the editor saw; None is for callers that read the row in the same breath. After
    the first publication every change takes an edit ``summary``. Yields the locked row, fresh from the database; the
    ``incident`` that was passed in is brought up to date at the end. What is edited goes back to draft, but for the
    small edits of whoever a reviewer asked for one (ADR 0026).

    Raises:
        NotAllowedError: this person may not edit it.
        StaleRevisionError: it has changed since ``based_on``.
        RefusedError: the edit summary is missing.
        GatesClosedError: it was to stay in review, and something that a review takes is missing now.
    """
    with transaction.atomic(), pghistory.context(user=actor.pk, verb=verb):
        (held,) = hold(incident)
        policies.may_edit(actor, held).require()
        _require_current(held, based_on)
        if held.published_number and not summary.strip():
            raise RefusedError(_("Say what you change and why: this incident is public."), field="edit_summary")
        yield held
        edited(held, actor=actor, verb=verb, summary=summary.strip(), asked=small_edit_of(actor, held))
    incident.refresh_from_db()


def hold(*incidents: Incident) -> list[Incident]:
    """Lock the rows until the transaction ends, always in the order of their keys, and return them fresh, as given.

    Their keys stay what they are, so nobody waits who only points at one: to note who has it open, or to put a tag on.

    Raises:
        StateConflictError: others hold one of them for longer than the database is told to wait.
    """
    keys = [one.pk for one in incidents]
    try:
        locked = Incident.objects.select_for_update(no_key=True).filter(pk__in=keys)
        held = {one.pk: one for one in locked.order_by("pk")}
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        raise StateConflictError(_("Others are saving this at the same moment. Save again.")) from error
    return [held[pk] for pk in keys]


def edited(held: Incident, *, actor: User, verb: str, summary: str, asked: SmallEdit | None = None) -> None:
    """What follows from every edit of a row that is held: a revision, an author, no approval, values decided anew, and
    that those whom it concerns are told. ``asked`` is the reviewer's wish that keeps it in review."""
    count_edit(held, actor, verb, summary)
    if asked is None:
        _reopen(held, actor)
    resolve_incident(held, actor=actor)
    if asked is not None:
        _carry_over(held, asked, actor)
    tell_edited(actor=actor, incident=held)


@transaction.atomic
def reopen_because(*, actor: User, incident: Incident, verb: str, summary: str) -> bool:
    """Take an incident back to draft because something that it rests on is no longer as it was seen; whether it moved.

    Nobody edits here, so nobody's right to edit is asked for; ``actor`` is who brought the news, and counts as having
    written this revision. A draft stays what it is, a closed incident closed.
    """
    with pghistory.context(user=actor.pk, verb=verb):
        (held,) = hold(incident)
        if held.state not in {State.IN_REVIEW, State.APPROVED, State.PUBLISHED}:
            return False
        count_edit(held, actor, verb, summary)
        _reopen(held, actor)
    incident.refresh_from_db()
    return True


def _require_current(held: Incident, based_on: int | None) -> None:
    if based_on is None or based_on == held.revision:
        return
    sentence = _("This incident has changed since you opened it (revision %(now)s, you had %(then)s).")
    raise StaleRevisionError(sentence % {"now": held.revision, "then": based_on}, current=held.revision)


def count_edit(held: Incident, actor: User, verb: str, summary: str) -> None:
    """Give the edit its revision and its author, and lapse every approval of an earlier one."""
    held.revision += 1
    held.save(update_fields=["revision", "changed_at"])
    Contribution.objects.create(incident=held, by=actor, revision=held.revision, verb=verb, summary=summary)
    lapse_approvals(held)


def lapse_approvals(held: Incident) -> None:
    """Let no approval stand: what was approved is no more what there is, or somebody objects."""
    Approval.objects.filter(incident=held, lapsed_at=None).update(lapsed_at=timezone.now())


def count_merge(touched: Iterable[Incident], *, actor: User, verb: str, reason: str) -> None:
    """Count an edit of each incident that a merge of two entries touched."""
    for incident in touched:
        with editing(actor=actor, incident=incident, verb=verb, summary=reason.strip()):
            pass


def lapse_review(held: Incident) -> None:
    """End the review that is open: what it looks at is no longer there."""
    Review.objects.filter(incident=held, verdict=ReviewVerdict.OPEN).update(
        verdict=ReviewVerdict.LAPSED, decided_at=timezone.now()
    )


def mark_under_review(held: Incident) -> None:
    """Tell readers, where there are any, that what they see is being worked on."""
    if held.public_id:
        PublishedIncident.objects.filter(public_id=held.public_id, known__endswith=None).update(under_review=True)


def _carry_over(held: Incident, asked: SmallEdit, actor: User) -> None:
    """Let the review go on over the new revision: whoever decides it, decides that. What was approved is handed in
    anew by whoever made the edit, so that everybody who approved it looks at it again."""
    gaps = missing(held)
    if gaps:
        raise GatesClosedError(
            _("It stays in review only whole. Save something else, or ask the reviewer to send it back."), missing=gaps
        )
    if held.state == State.APPROVED:
        workflow.move(held, State.DRAFT, actor=actor, reason=_("Edited"))
        review = open_round(held, actor=actor, reason=asked.what)
        SmallEdit.objects.filter(pk=asked.pk).update(review=review)
    else:
        Review.objects.filter(pk=asked.review_id).update(
            revision=held.revision, content_sha256=content_hash(public_content(held))
        )
    tell_small_edit_made(asked=asked, incident=held)


def _reopen(held: Incident, actor: User) -> None:
    """An edit takes an incident back to draft; a published one keeps its public version, marked as under review."""
    if held.state in {State.IN_REVIEW, State.APPROVED, State.PUBLISHED}:
        lapse_review(held)
        workflow.move(held, State.DRAFT, actor=actor, reason=_("Edited"))
    mark_under_review(held)
