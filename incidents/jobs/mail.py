"""The tasks that write to people. Each address leads to the desk, where somebody signs in before they read anything."""

import structlog
from django.conf import settings
from django.urls import reverse
from procrastinate.contrib.django import app

from accounts.models import User
from incidents.services.mailing import mail_digest, mail_notice, waiting_for_digest
from incidents.services.outbox import enqueue

log = structlog.get_logger(__name__)


@app.task(name="mail_notice", retry=3)
def mail_notice_at_once(notice: int) -> None:
    """Write to somebody about one thing that they were told."""
    sent = mail_notice(notice=notice, address=_at("desk:notice", notice), choose=_at("desk:notice_choices"))
    log.info("notice_mailed" if sent else "notice_not_due", notice=notice)


@app.periodic(cron="0 6 * * *")
@app.task(name="mail_digests")
def mail_digests(timestamp: int) -> None:
    """Owe everybody the message of the day who has something unread in it."""
    people = waiting_for_digest()
    for person in people:
        enqueue("mail_digest", person=person)
    log.info("digests_owed", people=len(people), timestamp=timestamp)


@app.task(name="mail_digest", retry=3)
def mail_digest_of(person: int) -> None:
    """Write the message of the day to one person."""
    found = User.objects.filter(pk=person).first()
    if found:
        number = mail_digest(person=found, address=_at("desk:notices"), choose=_at("desk:notice_choices"))
        log.info("digest_mailed", person=person, things=number)


def _at(route: str, *arguments: int) -> str:
    return str(settings.ATTEST_BASE_URL + reverse(route, args=arguments))
