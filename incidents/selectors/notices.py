"""What people are told of: how they want to be told, who is concerned, and what of it they may still see."""

from collections.abc import Iterable
from typing import Final

from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.roles import Role
from incidents.choices import EmbargoStage, MailPace, NoticeEvent
from incidents.models import Contribution, Embargo, Follow, Incident, Notice, NoticeChoice

USUAL: Final[dict[NoticeEvent, MailPace]] = {
    NoticeEvent.ASSIGNED: MailPace.IMMEDIATE,
    NoticeEvent.REVIEW_ASKED: MailPace.IMMEDIATE,
    NoticeEvent.MENTIONED: MailPace.IMMEDIATE,
    NoticeEvent.CHANGES_REQUESTED: MailPace.IMMEDIATE,
    NoticeEvent.APPROVED: MailPace.DAILY,
    NoticeEvent.EDITED: MailPace.DAILY,
    NoticeEvent.QUOTE_MISSING: MailPace.DAILY,
    NoticeEvent.REPORT_RECEIVED: MailPace.DAILY,
    NoticeEvent.EMBARGO_FELL: MailPace.IMMEDIATE,
    NoticeEvent.SMALL_EDIT_ASKED: MailPace.IMMEDIATE,
    NoticeEvent.SMALL_EDIT_MADE: MailPace.IMMEDIATE,
    NoticeEvent.CODING_ASKED: MailPace.IMMEDIATE,
    NoticeEvent.CODING_DONE: MailPace.DAILY,
    NoticeEvent.WEBHOOK_PAUSED: MailPace.IMMEDIATE,
    NoticeEvent.CODING_BACK: MailPace.DAILY,
}
"""How people are written to who have chosen nothing."""


def paces_of(people: Iterable[User], event: NoticeEvent) -> dict[int, str]:
    """How each of some people wants to be written to about an event, by person."""
    chosen = NoticeChoice.objects.filter(person__in=[one.pk for one in people], event=event)
    return {one.pk: USUAL[event].value for one in people} | dict(chosen.values_list("person", "pace"))


def choices_of(person: User) -> dict[NoticeEvent, str]:
    """How somebody wants to be written to about each event."""
    chosen = dict(NoticeChoice.objects.filter(person=person.pk).values_list("event", "pace"))
    return {event: chosen.get(event, usual.value) for event, usual in USUAL.items()}


def concerned(incident: Incident) -> QuerySet[User]:
    """Those whose incident it is, because they logged it, wrote in it or have it, those who follow it, and who has set
    a moment for its publication."""
    wrote = Contribution.objects.filter(incident=incident.pk).values("by")
    follow = Follow.objects.filter(incident=incident.pk).values("person")
    own = Q(pk__in=[incident.created_by_id, incident.assigned_to_id])
    waits = Embargo.objects.filter(incident=incident.pk, stage=EmbargoStage.WAITING).values("set_by")
    return User.objects.active().filter(own | Q(pk__in=wrote) | Q(pk__in=follow) | Q(pk__in=waits))


def may_open(person: User, incident: Incident) -> bool:
    """Whether somebody may open an incident, and so may be told of it."""
    return Incident.objects.visible_to(person).filter(pk=incident.pk).exists()


def notices_of(person: User) -> QuerySet[Notice]:
    """What somebody was told of and may still see, the newest first: rights may have changed since.

    That they are asked to code an incident blind they see, though they cannot open it.
    """
    within = Q(incident__in=Incident.objects.visible_to(person)) | Q(incident=None) | Q(event=NoticeEvent.CODING_ASKED)
    found = Notice.objects.filter(within, recipient=person.pk)
    return found if person.has_role_of(Role.EDITOR) else found.exclude(event=NoticeEvent.REPORT_RECEIVED)


def follows(person: User, incident: Incident) -> bool:
    """Whether somebody follows an incident."""
    return Follow.objects.filter(person=person.pk, incident=incident.pk).exists()
