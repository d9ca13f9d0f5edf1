"""What is not taken is sent again, under the same id, until it is given up; only the public web is asked."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from threading import Barrier, Thread
from typing import Any

import pytest
import standardwebhooks
from django.db import connections
from django.utils import timezone

from incidents.choices import NoticeEvent
from incidents.models import LogEntry, Notice, WebhookAttempt, WebhookDelivery
from incidents.presenting.webhooks import announced
from incidents.rules.fetching import FetchRefusedError
from incidents.services.fetching.posting import post
from incidents.services.webhooks.owing import owe_deliveries
from incidents.services.webhooks.replaying import ping, replay, replay_since
from incidents.services.webhooks.sending import WAITS, deliver, sweep_webhooks
from incidents.services.webhooks.subscribing import add_webhook, pause_webhook, rotate_secret
from tests import making
from tests.fetching.site import endless, redirect
from tests.webhooks.conftest import ADDRESS, EVERYTHING, Heard, Receiver, Worker, deliveries

pytestmark = pytest.mark.django_db


def state_of(heard: Heard) -> tuple[Any, ...]:
    """Of the only delivery: its stage, and what each attempt came to; of its webhook: whether it is paused."""
    (made,) = deliveries(heard.iran)
    heard.iran.refresh_from_db()
    return made.stage, [one.status for one in made.attempts.all()], heard.iran.paused


def test_what_is_not_taken_is_sent_again_under_the_same_id(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    receiver.answers(500)
    worker.work()
    assert state_of(heard) == ("waiting", [500], False)
    assert heard.iran.failing_since is not None
    worker.work(seconds=3)
    assert len(receiver.site.sent) == 1
    receiver.answers(503)
    worker.work(seconds=6)
    receiver.answers(200)
    worker.work(minutes=6)
    assert state_of(heard) == ("delivered", [500, 503, 200], False)
    assert heard.iran.failing_since is None
    first, second, third = receiver.told(heard.secret)
    assert first.id == second.id == third.id == deliveries(heard.iran)[0].message_id
    assert first.body == third.body
    worker.work(days=9)
    assert len(receiver.site.sent) == 3


def test_what_is_never_taken_is_given_up_and_its_owner_told(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    receiver.answers(500)
    later = timedelta()
    for wait in (timedelta(), *WAITS):
        later += wait + timedelta(seconds=1)
        worker.work(seconds=later.total_seconds())
    assert state_of(heard) == ("given_up", [500] * (len(WAITS) + 1), True)
    told = Notice.objects.get(event=NoticeEvent.WEBHOOK_PAUSED)
    assert told.recipient == heard.people.editor
    making.published(heard.people, title="Another in Kerman")
    worker.work(days=9)
    assert len(deliveries(heard.iran)) == 1
    receiver.answers(200)
    pause_webhook(actor=heard.people.editor, webhook=heard.iran, paused=False)
    heard.iran.refresh_from_db()
    replay_since(actor=heard.people.editor, webhook=heard.iran, since=timezone.now() - timedelta(days=1))
    worker.work()
    first, second = receiver.told(heard.secret)[-2:]
    assert (first.id, first.data["incident"]) == (told_first(receiver), heard.incident.public_id)
    assert second.data["incident"] != heard.incident.public_id
    assert [one.stage for one in deliveries(heard.iran)] == ["delivered"] * 2


def told_first(receiver: Receiver) -> str:
    return receiver.site.sent[0][0]["webhook-id"]


def test_an_address_that_is_gone_is_told_nothing_more(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    receiver.answers(410)
    worker.work(days=9)
    assert state_of(heard) == ("waiting", [410], True)
    receiver.answers(200)
    ping(actor=heard.people.editor, webhook=heard.iran)
    worker.work(days=9)
    assert [one.event for one in receiver.told(heard.secret)] == ["incident.published", "ping"]
    pause_webhook(actor=heard.people.editor, webhook=heard.iran, paused=False)
    worker.work()
    assert [one.stage for one in deliveries(heard.iran)] == ["delivered"] * 2


def test_a_replay_sends_the_same_again(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    worker.work()
    replay(actor=heard.people.editor, delivery=deliveries(heard.iran)[0])
    worker.work()
    one, two = receiver.told(heard.secret)
    assert (one.id, one.body) == (two.id, two.body)
    assert state_of(heard) == ("delivered", [204, 204], False)


def test_a_new_secret_and_the_former_one_both_hold_for_a_day(
    heard: Heard, receiver: Receiver, worker: Worker, settings: Any
) -> None:
    fresh = rotate_secret(actor=heard.people.editor, webhook=heard.iran)
    worker.work()
    assert [one.event for secret in (fresh, heard.secret) for one in receiver.told(secret)] == [
        "incident.published"
    ] * 2
    sweep_webhooks(now=timezone.now() + timedelta(hours=25))
    replay(actor=heard.people.editor, delivery=deliveries(heard.iran)[0])
    worker.work()
    assert len(receiver.told(fresh)) == 2
    with pytest.raises(standardwebhooks.WebhookVerificationError):
        receiver.told(heard.secret)
    heard.iran.refresh_from_db()
    assert fresh not in heard.iran.secret
    settings.SECRET_KEY = "another" * 10
    replay(actor=heard.people.editor, delivery=deliveries(heard.iran)[0])
    worker.work()
    assert WebhookAttempt.objects.latest("pk").outcome == "Its secret cannot be read any more. Make a new one."


def test_a_worker_that_is_killed_sends_it_again_under_the_same_id(
    heard: Heard, receiver: Receiver, worker: Worker
) -> None:
    def killed(_entry: LogEntry) -> dict[str, Any]:
        raise KeyboardInterrupt

    (job,) = worker.waiting()
    worker.do(job, timezone.now())
    worker.done |= {one.pk for one in worker.waiting()}
    (made,) = deliveries(heard.iran)
    with pytest.raises(KeyboardInterrupt):
        deliver(delivery=made.pk, now=timezone.now(), announced=killed, edge=receiver.site.edge)
    assert deliver(delivery=made.pk, now=timezone.now(), announced=announced, edge=receiver.site.edge) is None
    assert sweep_webhooks(now=timezone.now()) == 0
    later = timezone.now() + timedelta(minutes=7)
    assert sweep_webhooks(now=later) == 1
    worker.work(minutes=7)
    assert state_of(heard) == ("delivered", [None, 204], False)
    assert receiver.told(heard.secret)[0].id == made.message_id
    assert sweep_webhooks(now=timezone.now() + timedelta(days=31)) == 0
    assert deliveries(heard.iran) == []


@pytest.mark.parametrize("inside", ["127.0.0.1", "169.254.169.254", "fd00::1"])
def test_no_address_inside_is_sent_to(heard: Heard, receiver: Receiver, worker: Worker, inside: str) -> None:
    receiver.site.names["news.example.org"] = [[inside]]
    worker.work()
    assert receiver.site.reached == []
    assert "network that is not public" in WebhookAttempt.objects.get().outcome


def test_nothing_follows_from_an_answer_but_its_status(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    receiver.site.answers["/hook"] = redirect("https://news.example.org/elsewhere")
    worker.work()
    assert state_of(heard) == ("waiting", [302], False)
    receiver.site.answers["/hook"] = endless
    begun = time.monotonic()
    worker.work(seconds=6)
    assert time.monotonic() - begun < 5
    assert state_of(heard) == ("delivered", [302, 200], False)
    assert len(receiver.site.sent) == 2
    sent_to = partial(post, body=b"{}", headers={}, edge=receiver.site.edge)
    for address, word in {
        "http://news.example.org/hook": "https",
        "https://news.example.org:99/": "usual ports",
    }.items():
        with pytest.raises(FetchRefusedError, match=word):
            sent_to(address)
    receiver.site.answers["/hook"] = lambda _handler: time.sleep(0.5)
    with pytest.raises(FetchRefusedError, match="took longer"):
        sent_to(ADDRESS, seconds=0.2)


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_one_makes_the_delivery_and_one_the_attempt(receiver: Receiver, settings: Any) -> None:
    settings.ATTEST_WEBHOOKS = True
    people = making.desk()
    add_webhook(actor=people.editor, address=ADDRESS, wanted=EVERYTHING, query="")
    making.published(people)
    position = LogEntry.objects.get().position
    both(lambda: owe_deliveries(position=position, now=timezone.now()))
    made = WebhookDelivery.objects.get()
    both(lambda: deliver(delivery=made.pk, now=timezone.now(), announced=announced, edge=receiver.site.edge))
    assert WebhookAttempt.objects.get().status == 204
    assert len(receiver.site.sent) == 1


def both(work: Callable[[], object]) -> None:
    """Have two do the same at once."""
    start = Barrier(2)

    def one() -> None:
        start.wait()
        try:
            work()
        finally:
            connections.close_all()

    threads = [Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
