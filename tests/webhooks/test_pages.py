"""The pages of webhooks: each owner sees their own, a secret is shown once, and a refusal says why."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.roles import Role
from incidents.models import Webhook, WebhookDelivery
from incidents.services.webhooks import subscribing
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.webhooks.conftest import ADDRESS, Heard, Receiver, Worker, deliveries

pytestmark = pytest.mark.django_db

TYPED = {
    "url": ADDRESS,
    "wanted": ["incident.withdrawn"],
    "query": "https://record.example.org/?country=IR&sort=occurred",
}


@pytest.fixture
def owner(heard: Heard) -> Sitting:
    return Sitting(heard.people.editor)


def secret_in(page: Any) -> str:
    (found,) = re.findall(r"whsec_[A-Za-z0-9+/=]+", text(page))
    return str(found)


def test_somebody_adds_a_webhook_and_sees_its_secret_once(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    reviewer = Sitting(heard.people.reviewer)
    assert "no webhook yet" in text(reviewer.get("webhooks"))
    echoed = reviewer.fill("webhook_new", {**TYPED, "action": "check"})
    assert "As the record stands: 1 incident in Iran" in text(echoed)
    assert "whsec_" not in text(echoed)
    secret = secret_in(reviewer.fill("webhook_new", TYPED))
    made = Webhook.objects.get(owner=reviewer.person)
    assert (made.query, made.wanted) == ("country=IR", ["incident.withdrawn"])
    for page in (reviewer.get("webhooks"), reviewer.get("webhook", uid=made.uid)):
        assert "1 incident in Iran" in text(page)
        assert "whsec_" not in text(page)
    reviewer.send("webhook_ping", uid=made.uid)
    assert "sent just now" in text(reviewer.send("webhook_ping", uid=made.uid))
    worker.work()
    receiver.site.sent = [one for one in receiver.site.sent if b"ping" in one[1]]
    (told,) = receiver.told(secret)
    assert told.data == {"webhook": str(made.uid)}
    assert "It answered 204." in text(reviewer.get("webhook", uid=made.uid))
    fresh = secret_in(reviewer.send("webhook_rotate", uid=made.uid))
    assert fresh != secret
    assert "former secret signs too until" in text(reviewer.get("webhook", uid=made.uid))


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ({"url": "http://news.example.org/hook"}, "begins with https://"),
        ({"url": "https://news.example.org:8443/hook"}, "usual ports"),
        ({"url": "https://me:secret@news.example.org/"}, "password"),
        ({"wanted": []}, "Choose one"),
        ({"wanted": ["ping"]}, "ping"),
        ({"query": "contry=IR"}, "no such parameter"),
        ({"query": "/?as_of=2024-01-05"}, "Leave the moment out"),
        ({"query": "https://record.example.org/countries/IR/"}, "no address of the explorer"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(owner: Sitting, typed: dict[str, Any], word: str) -> None:
    page = owner.fill("webhook_new", {**TYPED, **typed})
    assert page.status_code == 422
    assert word in problems(page)[0]
    assert Webhook.objects.count() == 2


def test_what_was_told_stands_below_and_is_sent_again(
    owner: Sitting, heard: Heard, receiver: Receiver, worker: Worker
) -> None:
    at: dict[str, Any] = {"uid": heard.iran.uid}
    receiver.answers(500)
    worker.work()
    page = text(owner.get("webhook", **at))
    assert "It answered 500." in page
    assert f"{heard.incident.public_id}, version 1" in page
    assert "Nothing sent since" in page
    assert "Failing" in text(owner.get("webhooks"))
    receiver.answers(200)
    (told,) = deliveries(heard.iran)
    owner.send("webhook_send_again", delivery=told.uid, **at)
    worker.work()
    assert "It answered 200." in text(owner.get("webhook", **at))
    since = (timezone.now() - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    assert "Give the day and the time" in problems(owner.fill("webhook_replay", {"since": "2024"}, **at))[0]
    assert owner.fill("webhook_replay", {"since": since}, **at).status_code == 302
    worker.work()
    assert len(receiver.told(heard.secret)) == 3
    WebhookDelivery.objects.update(stage="waiting", next_at=timezone.now())
    told.attempts.create(number=9, at=timezone.now())
    assert "being sent this moment" in text(owner.send("webhook_send_again", delivery=told.uid, **at))


def test_a_webhook_is_its_owners_and_an_administrator_can_stop_it(owner: Sitting, heard: Heard) -> None:
    at: dict[str, Any] = {"uid": heard.iran.uid}
    stranger, keeper = Sitting(heard.people.reviewer), Sitting(making.person(Role.ADMINISTRATOR))
    assert stranger.get("webhook", **at).status_code == 404
    assert stranger.send("webhook_remove", **at).status_code == 404
    assert "Iran" not in text(stranger.get("webhooks"))
    assert heard.people.editor.display_name in text(keeper.get("webhooks"))
    assert "Make a new secret" not in text(keeper.get("webhook", **at))
    for name in ("webhook_ping", "webhook_rotate"):
        assert keeper.send(name, **at).status_code == 403
    keeper.send("webhook_pause", **at)
    assert "Paused" in text(owner.get("webhooks"))
    assert "is paused. Let it go on first." in text(owner.fill("webhook_replay", {"since": "2024-01-05 12:00"}, **at))
    owner.send("webhook_pause", {"paused": "no"}, **at)
    heard.iran.refresh_from_db()
    assert not heard.iran.paused
    assert "what was told to it is forgotten" in text(keeper.get("webhook_remove", **at))
    keeper.send("webhook_remove", **at)
    assert [one.pk for one in Webhook.objects.all()] == [heard.iraq.pk]


def test_where_they_are_off_or_enough_the_pages_say_so(
    owner: Sitting, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscribing, "MOST", 2)
    assert "You have 2 webhooks. Remove one first." in problems(owner.fill("webhook_new", TYPED))[0]
    settings.ATTEST_WEBHOOKS = False
    assert "has webhooks off" in text(owner.get("webhooks"))
    assert "Webhooks are off" in text(owner.get("webhook_new"))
