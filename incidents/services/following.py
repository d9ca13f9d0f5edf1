"""Follow an incident, read what one was told, and choose how to be told."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.models import Follow, Incident, Notice, NoticeChoice
from incidents.rules.refusals import NotAllowedError
from incidents.selectors.notices import may_open, notices_of
from incidents.services.writing import write


@transaction.atomic
def follow(*, actor: User, incident: Incident) -> None:
    """Be told of what happens to an incident; doing so twice changes nothing.

    Raises:
        NotAllowedError: the actor may not open it.
    """
    if not may_open(actor, incident):
        raise NotAllowedError(_("You may not open this incident."))
    Follow.objects.get_or_create(person=actor, incident=incident)


@transaction.atomic
def unfollow(*, actor: User, incident: Incident) -> None:
    """Be told no longer, but for what is one's own."""
    for one in Follow.objects.filter(person=actor, incident=incident):
        one.delete()


def mark_read(*, actor: User, notice: Notice, read: bool = True) -> None:
    """Note that somebody has read what they were told, or wants it before them again.

    Raises:
        NotAllowedError: somebody else was told it.
    """
    if notice.recipient_id != actor.pk:
        raise NotAllowedError(_("This was told to somebody else."))
    notice.read_at = timezone.now() if read else None
    notice.save(update_fields=["read_at"])


def mark_all_read(*, actor: User, up_to: int) -> int:
    """Note that somebody has read everything up to a notice; what came after they looked stays unread."""
    return notices_of(actor).filter(read_at=None, pk__lte=up_to).order_by().update(read_at=timezone.now())


@transaction.atomic
def choose_paces(*, actor: User, paces: Mapping[str, str]) -> None:
    """Say for each event how to be written to. The bell rings in any case.

    Raises:
        ValidationError: there is no such event, or no such way.
    """
    held = {one.event: one for one in NoticeChoice.objects.select_for_update().filter(person=actor)}
    for event, pace in paces.items():
        one = held.get(event) or NoticeChoice(person=actor, event=event)
        one.pace = pace
        write(one)
