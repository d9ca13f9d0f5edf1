"""Write to people about what they were told: at once, or once a day. A message says in general words what happened.

It holds nothing of a draft or a source, no title and no name. A notice is claimed before its message is handed over,
and the claim stands once that is committed: a worker that dies in between, and a task that runs twice, send nothing
twice. Only a mail server that says no gives the claim back.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from smtplib import SMTPException
from typing import Final

from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from incidents.choices import MailPace, NoticeEvent
from incidents.models import Notice
from incidents.selectors.notices import notices_of

REFUSED: Final = (SMTPException, OSError)


def mail_notice(*, notice: int, address: str, choose: str) -> bool:
    """Write about one thing at once; whether a message was sent now.

    ``address`` is where it is read, ``choose`` where people say how they want to be told.
    """
    waiting = Notice.objects.filter(pk=notice, pace=MailPace.IMMEDIATE, claimed_at=None, read_at=None)
    found = waiting.select_related("recipient").first()
    if found is None or not _may_still_see(found) or not waiting.update(claimed_at=timezone.now()):
        return False
    text = _("%(what)s. Sign in to see it:\n\n%(address)s\n\nChoose what you are written to about:\n%(choose)s\n")
    words = {"what": found.get_event_display(), "address": address, "choose": choose}
    claimed = Notice.objects.filter(pk=notice)
    _send(claimed, found.recipient, str(found.get_event_display()), text % words, f"notice-{found.pk}")
    return True


def waiting_for_digest() -> list[int]:
    """The people, by key, who have something to be told in the message of the day."""
    waiting = Notice.objects.filter(pace=MailPace.DAILY, claimed_at=None, read_at=None)
    return list(waiting.order_by("recipient").values_list("recipient", flat=True).distinct())


def mail_digest(*, person: User, address: str, choose: str, now: Callable[[], datetime] = timezone.now) -> int:
    """Write once about everything that somebody has not read yet; the number of things is returned."""
    claimed_at = now()
    waiting = notices_of(person).filter(pace=MailPace.DAILY, claimed_at=None, read_at=None)
    if not person.is_active or not waiting.order_by().update(claimed_at=claimed_at):
        return 0
    claimed = Notice.objects.filter(recipient=person.pk, pace=MailPace.DAILY, claimed_at=claimed_at)
    counted = Counter(claimed.order_by().values_list("event", flat=True))
    lines = [f"{number} × {NoticeEvent(event).label}" for event, number in sorted(counted.items())]
    number = counted.total()
    subject = ngettext("%(count)s thing happened at the desk", "%(count)s things happened at the desk", number)
    text = _("%(lines)s\n\nSign in to see it:\n\n%(address)s\n\nChoose what you are written to about:\n%(choose)s\n")
    words = {"lines": "\n".join(lines), "address": address, "choose": choose}
    _send(claimed, person, subject % {"count": number}, text % words, f"digest-{person.pk}-{claimed_at:%Y%m%d%H%M%S%f}")
    return number


def _may_still_see(notice: Notice) -> bool:
    person = notice.recipient
    return person.is_active and notices_of(person).filter(pk=notice.pk).exists()


def _send(claimed: QuerySet[Notice], person: User, subject: str, text: str, name: str) -> None:
    """Hand a message over, under an id that stays the same, and note it; where it is refused, give the claim back."""
    message = EmailMessage(subject=subject, body=text, to=[person.email])
    message.extra_headers["Message-ID"] = f"<{name}@{message.from_email.rpartition('@')[2].strip('>') or 'localhost'}>"
    try:
        message.send()
    except REFUSED:
        claimed.update(claimed_at=None)
        raise
    claimed.update(mailed_at=timezone.now())
