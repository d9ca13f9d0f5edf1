"""Tell people what happened: a row in their bell in the same transaction, and an e-mail as they wish.

One thing is told once: ``key`` names it, and the database keeps key and recipient unique. Nobody is told of what they
did themselves, or of an incident that they may not open.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final
from uuid import uuid4

from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from incidents.choices import MailPace, NoticeEvent
from incidents.models import (
    Approval,
    Embargo,
    ErrorReport,
    Incident,
    Notice,
    QuoteAlert,
    Review,
    ReviewComment,
    SecondCoding,
    SmallEdit,
    Source,
    Webhook,
)
from incidents.policies import may_review
from incidents.selectors.citations import incident_of
from incidents.selectors.mentions import called_in
from incidents.selectors.notices import concerned, may_open, paces_of
from incidents.services.outbox import enqueue

_silent: ContextVar[bool] = ContextVar("silent", default=False)
REVIEWING: Final = [role.value for role in Role if role.at_least(Role.REVIEWER)]
ANSWERING: Final = [role.value for role in Role if role.at_least(Role.EDITOR)]


@contextmanager
def silently() -> Iterator[None]:
    """Tell nobody of anything meanwhile: for data that are made by the hundred."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


@transaction.atomic
def notify(
    *,
    event: NoticeEvent,
    people: Iterable[User],
    key: str,
    incident: Incident | None = None,
    by: User | None = None,
    reference: str = "",
) -> list[Notice]:
    """Tell those of some people who may know, each once; the notices that are new are returned.

    Of demonstration data nobody is written to.
    """
    if _silent.get():
        return []
    blind = event == NoticeEvent.CODING_ASKED  # they cannot open it, and are told no more than that they are asked
    open_to = [one for one in people if blind or incident is None or may_open(one, incident)]
    told = [one for one in open_to if one != by and one.is_active]
    if not told:
        return []
    known = set(Notice.objects.filter(key=key, recipient__in=told).values_list("recipient", flat=True))
    paces = paces_of(told, event)
    quiet = incident is not None and incident.demonstration
    made = [
        Notice(
            recipient=one,
            event=event,
            key=key,
            incident=incident,
            reference=reference,
            by=by,
            pace=MailPace.OFF if quiet else paces[one.pk],
        )
        for one in told
        if one.pk not in known
    ]
    Notice.objects.bulk_create(made, ignore_conflicts=True)
    fresh = [one.recipient_id for one in made]
    kept = list(Notice.objects.filter(key=key, recipient__in=fresh))
    for one in kept:
        if one.pace == MailPace.IMMEDIATE:
            enqueue("mail_notice", notice=one.pk)
    return kept


def tell_assigned(*, actor: User, incident: Incident, to: User) -> None:
    """To somebody: this is yours now. Every handing over is told, to the same person too."""
    key = f"assigned:{incident.pk}:{uuid4().hex}"
    notify(event=NoticeEvent.ASSIGNED, people=[to], key=key, incident=incident, by=actor)


def tell_edited(*, actor: User, incident: Incident) -> None:
    """To those whom it concerns: somebody else wrote in it. One unread notice says so of any number of edits."""
    if _silent.get():
        return
    unread = Notice.objects.filter(incident=incident, event=NoticeEvent.EDITED, read_at=None).values("recipient")
    people = concerned(incident).exclude(pk=actor.pk).exclude(pk__in=unread)
    key = f"edited:{incident.pk}:{incident.revision}"
    notify(event=NoticeEvent.EDITED, people=people, key=key, incident=incident, by=actor)


def tell_mentioned(*, remark: ReviewComment) -> None:
    """To those whom a comment calls by name and who may read it."""
    incident = remark.review.incident
    people = called_in(remark).told
    key = f"mentioned:{remark.pk}"
    notify(event=NoticeEvent.MENTIONED, people=people, key=key, incident=incident, by=remark.written_by)


def tell_changes_requested(*, actor: User, review: Review) -> None:
    """To those whom it concerns: a reviewer sent it back."""
    incident = review.incident
    event, key = NoticeEvent.CHANGES_REQUESTED, f"changes_requested:{review.pk}"
    notify(event=event, people=concerned(incident), key=key, incident=incident, by=actor)


def tell_approved(*, approval: Approval) -> None:
    """To those whom it concerns: a reviewer found it right."""
    incident = approval.incident
    event, key = NoticeEvent.APPROVED, f"approved:{approval.pk}"
    notify(event=event, people=concerned(incident), key=key, incident=incident, by=approval.approver)


def tell_quote_missing(*, alert: QuoteAlert) -> None:
    """To those whom it concerns and who may see the source: a newer snapshot no longer holds a quote.

    Once for all quotes of an incident in one snapshot.
    """
    source, incident = alert.citation.source, incident_of(alert.citation)
    recorded = User.objects.active().filter(pk=source.recorded_by_id)
    people = (concerned(incident) | recorded).distinct() if incident else recorded
    readers = [one for one in people if Source.objects.filter(pk=source.pk).readable_by(one).exists()]
    key = f"quote_missing:{alert.capture_id}:{incident.pk if incident else 0}"
    notify(event=NoticeEvent.QUOTE_MISSING, people=readers, key=key, incident=incident)


def tell_embargo_fell(*, embargo: Embargo, by: User | None = None) -> None:
    """To who set a publication for a moment, and to those whom the incident concerns: it did not happen."""
    incident = embargo.incident
    people = (concerned(incident) | User.objects.active().filter(pk=embargo.set_by_id)).distinct()
    event, key = NoticeEvent.EMBARGO_FELL, f"embargo_fell:{embargo.pk}"
    notify(event=event, people=people, key=key, incident=incident, by=by)


def tell_small_edit_asked(*, asked: SmallEdit) -> None:
    """To a colleague: a reviewer asks for a small edit."""
    event, key = NoticeEvent.SMALL_EDIT_ASKED, f"small_edit_asked:{asked.pk}"
    notify(event=event, people=[asked.asked_of], key=key, incident=asked.review.incident, by=asked.asked_by)


def tell_small_edit_made(*, asked: SmallEdit, incident: Incident) -> None:
    """To the reviewer who asked for it. One unread notice says so of any number of edits."""
    unread = Notice.objects.filter(incident=incident, event=NoticeEvent.SMALL_EDIT_MADE, read_at=None)
    if unread.filter(recipient=asked.asked_by_id).exists():
        return
    event, key = NoticeEvent.SMALL_EDIT_MADE, f"small_edit_made:{asked.pk}:{incident.revision}"
    notify(event=event, people=[asked.asked_by], key=key, incident=incident, by=asked.asked_of)


def tell_coding_asked(*, coding: SecondCoding) -> None:
    """To a colleague: a reviewer asks them to code an incident blind."""
    event, key = NoticeEvent.CODING_ASKED, f"coding_asked:{coding.pk}"
    notify(event=event, people=[coding.coder], key=key, incident=coding.incident, by=coding.asked_by)


def tell_coding_done(*, coding: SecondCoding) -> None:
    """To the reviewer who asked: it is coded."""
    event, key = NoticeEvent.CODING_DONE, f"coding_done:{coding.pk}"
    notify(event=event, people=[coding.asked_by], key=key, incident=coding.incident, by=coding.coder)


def tell_webhook_paused(*, webhook: Webhook) -> None:
    """To its owner: what is sent to it has not been taken for days, and nothing is sent any more."""
    event, key = NoticeEvent.WEBHOOK_PAUSED, f"webhook_paused:{webhook.pk}:{webhook.failing_since}"
    notify(event=event, people=[webhook.owner], key=key)


def tell_coding_back(*, coding: SecondCoding) -> None:
    """To the reviewer who asked: it was given back."""
    event, key = NoticeEvent.CODING_BACK, f"coding_back:{coding.pk}"
    notify(event=event, people=[coding.asked_by], key=key, incident=coding.incident, by=coding.coder)


def tell_reviewers(*, review: Review) -> int:
    """To everybody who may decide a review: it waits. The number of those who were told is returned."""
    able = User.objects.active().filter(role__in=REVIEWING)
    people = [person for person in able if may_review(person, review.incident)]
    event, key = NoticeEvent.REVIEW_ASKED, f"review_asked:{review.pk}"
    return len(notify(event=event, people=people, key=key, incident=review.incident, by=review.requested_by))


def tell_of_report(*, report: ErrorReport) -> int:
    """To everybody who answers reports: a reader sent one. The number of those who were told is returned."""
    people = User.objects.active().filter(role__in=ANSWERING)
    event, key = NoticeEvent.REPORT_RECEIVED, f"report_received:{report.reference}"
    return len(notify(event=event, people=people, key=key, reference=report.reference))
