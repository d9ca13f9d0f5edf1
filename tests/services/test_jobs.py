"""What the worker is handed and what it does with it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from incidents.jobs import check_record, mail_notice_at_once, notify_reviewers, sweep
from incidents.models import Lease
from incidents.services.presence import hold
from incidents.services.reviewing import submit
from tests import making

pytestmark = pytest.mark.django_db


def test_handing_in_owes_the_reviewers_a_message_in_the_same_transaction() -> None:
    people = making.desk()
    made = making.incident(people.editor)

    class GivenUpError(Exception):
        pass

    def submit_and_give_up() -> None:
        with transaction.atomic():
            submit(actor=people.editor, incident=made)
            raise GivenUpError

    with pytest.raises(GivenUpError):
        submit_and_give_up()
    assert not ProcrastinateJob.objects.filter(task_name="notify_reviewers").exists()

    made.refresh_from_db()
    review = submit(actor=people.editor, incident=made)
    job = ProcrastinateJob.objects.get(task_name="notify_reviewers")
    assert job.args == {"review": review.pk}


def test_the_message_goes_to_those_who_may_decide_and_holds_nothing_of_the_incident() -> None:
    people = making.desk()
    made = making.incident(people.editor, title="A title that must stay inside")
    review = submit(actor=people.editor, incident=made)
    notify_reviewers(review=review.pk)
    for job in ProcrastinateJob.objects.filter(task_name="mail_notice"):
        mail_notice_at_once(**job.args)
    assert {message.to[0] for message in mail.outbox} == {people.reviewer.email, people.publisher.email}
    assert not any("must stay inside" in str(message.message()) for message in mail.outbox)
    assert all("/desk/notifications/" in message.body for message in mail.outbox)


def test_a_lease_is_dropped_when_its_holder_has_gone() -> None:
    people = making.desk()
    made = making.incident(people.editor)
    for holder in (people.editor, people.reviewer):
        hold(actor=holder, incident=made)
    Lease.objects.filter(holder=people.editor).update(until=timezone.now() - timedelta(seconds=1))
    sweep(timestamp=0)
    assert [lease.holder for lease in Lease.objects.all()] == [people.reviewer]


def test_the_nightly_check_reads_the_record_through_the_public_role() -> None:
    making.published()
    check_record(timestamp=0)
