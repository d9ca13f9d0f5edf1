"""E-mail about what happened: at once, once a day or never; once; and with nothing of what is written at the desk."""

import smtplib
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import User
from accounts.roles import Role
from incidents.choices import MailPace, NoticeEvent
from incidents.jobs import mail_digest_of, mail_digests, mail_notice_at_once
from incidents.models import Incident, Notice
from incidents.services.following import choose_paces, mark_all_read
from incidents.services.inputs import Description
from incidents.services.logging import assign, log_incident
from incidents.services.notifying import notify
from tests import making
from tests.making import Desk

pytestmark = pytest.mark.django_db
TITLE = "A title that must stay inside"


@pytest.fixture
def people() -> Desk:
    return making.desk()


@pytest.fixture
def incident(people: Desk) -> Incident:
    return log_incident(actor=people.editor, description=Description(title=TITLE))


def owed(task: str) -> list[dict[str, Any]]:
    return [job.args for job in ProcrastinateJob.objects.filter(task_name=task).order_by("pk")]


def give(people: Desk, incident: Incident) -> Notice:
    """Give the incident to the reviewer, who had it not."""
    assign(actor=people.editor, incident=incident, to=None)
    assign(actor=people.editor, incident=incident, to=people.reviewer)
    return Notice.objects.filter(recipient=people.reviewer).latest("pk")


def choose(person: User, pace: MailPace) -> None:
    choose_paces(actor=person, paces={NoticeEvent.ASSIGNED: pace})


def test_who_wants_it_at_once_is_written_to_once(people: Desk, incident: Incident) -> None:
    give(people, incident)
    (job,) = owed("mail_notice")
    for _run in range(3):
        mail_notice_at_once(**job)
    (message,) = mail.outbox
    assert message.to == [people.reviewer.email]
    assert message.subject == "An incident was assigned to you"


def test_a_message_holds_an_address_and_nothing_of_what_is_written(people: Desk, incident: Incident) -> None:
    notice = give(people, incident)
    mail_notice_at_once(notice=notice.pk)
    whole = str(mail.outbox[0].message())
    assert f"/desk/notifications/{notice.pk}/" in whole
    assert "/desk/notifications/preferences/" in whole
    for word in (TITLE, str(incident.uid), people.editor.display_name):
        assert word not in whole


def test_who_wants_none_gets_none_and_their_bell_rings_all_the_same(people: Desk, incident: Incident) -> None:
    choose(people.reviewer, MailPace.OFF)
    notice = give(people, incident)
    mail_notice_at_once(notice=notice.pk)
    mail_digest_of(person=people.reviewer.pk)
    assert owed("mail_notice") == []
    assert mail.outbox == []
    assert notice.read_at is None


def test_the_message_of_the_day_says_everything_once(people: Desk, incident: Incident) -> None:
    choose(people.reviewer, MailPace.DAILY)
    for _time in range(2):
        give(people, incident)
    assert owed("mail_notice") == []
    for _run in range(2):
        mail_digests(timestamp=0)
    for job in owed("mail_digest"):
        mail_digest_of(**job)
    (message,) = mail.outbox
    assert message.subject == "2 things happened at the desk"
    assert "2 × An incident was assigned to you" in message.body
    assert TITLE not in str(message.message())
    mail_digests(timestamp=1)
    assert len(owed("mail_digest")) == 2


def test_what_was_read_meanwhile_is_in_no_message(people: Desk, incident: Incident) -> None:
    choose(people.reviewer, MailPace.DAILY)
    notice = give(people, incident)
    mark_all_read(actor=people.reviewer, up_to=notice.pk)
    mail_digest_of(person=people.reviewer.pk)
    assert mail.outbox == []


@pytest.mark.parametrize("pace", [MailPace.IMMEDIATE, MailPace.DAILY])
def test_who_may_no_longer_see_it_is_not_written_to(people: Desk, incident: Incident, pace: MailPace) -> None:
    choose(people.reviewer, pace)
    notice = give(people, incident)
    assign(actor=people.editor, incident=incident, to=None)
    people.reviewer.role = Role.CONTRIBUTOR
    people.reviewer.save()
    mail_notice_at_once(notice=notice.pk)
    mail_digest_of(person=people.reviewer.pk)
    people.reviewer.role, people.reviewer.is_active = Role.REVIEWER, False
    people.reviewer.save()
    mail_notice_at_once(notice=notice.pk)
    mail_digest_of(person=people.reviewer.pk)
    assert mail.outbox == []


def test_notice_and_message_are_owed_exactly_when_the_change_is_there(people: Desk, incident: Incident) -> None:
    class GivenUpError(Exception):
        pass

    def give_and_give_up() -> None:
        with transaction.atomic():
            give(people, incident)
            raise GivenUpError

    with pytest.raises(GivenUpError):
        give_and_give_up()
    assert not Notice.objects.exists()
    assert owed("mail_notice") == []


def test_a_worker_that_dies_after_sending_sends_nothing_twice(
    people: Desk, incident: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = give(people, incident)
    send = mail.EmailMessage.send

    def send_and_die(message: Any) -> None:
        send(message)
        raise SystemExit

    monkeypatch.setattr(mail.EmailMessage, "send", send_and_die)
    with pytest.raises(SystemExit):
        mail_notice_at_once(notice=notice.pk)
    monkeypatch.undo()
    mail_notice_at_once(notice=notice.pk)
    assert len(mail.outbox) == 1
    notice.refresh_from_db()
    assert notice.claimed_at
    assert notice.mailed_at is None


@pytest.mark.parametrize("pace", [MailPace.IMMEDIATE, MailPace.DAILY])
def test_a_mail_server_that_says_no_is_asked_again(
    people: Desk, incident: Incident, pace: MailPace, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(people.reviewer, pace)
    notice = give(people, incident)

    def write() -> None:
        mail_notice_at_once(notice=notice.pk)
        mail_digest_of(person=people.reviewer.pk)

    def refuse(_message: Any) -> None:
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(mail.EmailMessage, "send", refuse)
    with pytest.raises(smtplib.SMTPServerDisconnected):
        write()
    monkeypatch.undo()
    for _run in range(2):
        write()
    assert len(mail.outbox) == 1


def test_the_database_tells_nobody_of_one_thing_twice(people: Desk, incident: Incident) -> None:
    notice = give(people, incident)
    with pytest.raises(IntegrityError, match="notice_once"), transaction.atomic():
        Notice.objects.create(recipient=notice.recipient, event=notice.event, key=notice.key, pace="off")
    again = notify(event=NoticeEvent.ASSIGNED, people=[people.reviewer], key=notice.key, incident=incident)
    assert again == []


def test_nobody_is_written_to_about_demonstration_data(people: Desk) -> None:
    made = log_incident(actor=people.editor, description=Description(title="Shown"), demonstration=True)
    notice = give(people, made)
    assert notice.pace == MailPace.OFF
    assert owed("mail_notice") == []
