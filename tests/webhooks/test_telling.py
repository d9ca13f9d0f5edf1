"""What is published is told once to those whom it concerns, signed, and holds nothing that is not public."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from incidents.apps import webhooks_are_on
from incidents.choices import EVENT_OF, VersionKind
from incidents.jobs import tell_webhooks
from incidents.models import LogEntry
from incidents.services.publishing import publish, withdraw
from incidents.services.regrouping import merge
from incidents.services.reviewing import submit
from incidents.services.webhooks.sending import sweep_webhooks
from incidents.services.webhooks.subscribing import add_webhook
from tests import making
from tests.webhooks.conftest import ADDRESS, Heard, Receiver, Worker, deliveries

pytestmark = pytest.mark.django_db


def test_a_publication_is_told_once_to_whom_it_concerns(
    heard: Heard, receiver: Receiver, worker: Worker, client: Client
) -> None:
    worker.work()
    (told,) = receiver.told(heard.secret)
    public_id = str(heard.incident.public_id)
    assert told.event == "incident.published"
    assert told.data == {
        "incident": public_id,
        "version": 1,
        "kind": "first",
        "summary": "First published.",
        "status": "live",
        "merged_into": None,
        "demonstration": False,
        "position": LogEntry.objects.get().position,
        "page": f"http://127.0.0.1:8000/incidents/{public_id}/",
        "api": f"http://127.0.0.1:8000/api/v1/incidents/{public_id}/",
        "api_version": f"http://127.0.0.1:8000/api/v1/incidents/{public_id}/versions/1/",
    }
    for address in ("page", "api", "api_version"):
        assert client.get(told.data[address]).status_code == 200
    assert told.headers["Content-Type"] == "application/json"
    people = (heard.people.editor, heard.people.reviewer, heard.people.publisher)
    assert not [one for one in people if one.display_name in json.dumps(told.body)]
    tell_webhooks(position=told.data["position"])
    worker.work(days=1)
    assert len(receiver.site.sent) == 1
    assert deliveries(heard.iraq) == []


def test_nothing_is_owed_before_it_is_public(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    worker.work()
    people, made = heard.people, heard.incident
    making.claimed(people.editor, made)
    submit(actor=people.editor, incident=made)
    making.approved(people, making.incident(people.editor, title="Another in Kerman"))
    assert worker.waiting() == []
    assert len(receiver.site.sent) == 1


def test_changes_are_told_by_their_kind_and_a_withdrawal_to_who_had_it(
    heard: Heard, receiver: Receiver, worker: Worker
) -> None:
    people, made = heard.people, heard.incident
    some, _secret = add_webhook(
        actor=people.reviewer, address=ADDRESS, wanted=["incident.withdrawn"], query="killed_min=12&part=false"
    )
    for kind, by in (("update", "Example Front"), ("correction", "Example Army")):
        making.claimed(people.editor, made, by=by)
        making.republished(people, made, kind=kind, summary=f"This is said: {kind}.")
    withdraw(actor=people.publisher, incident=made, reason="It did not happen.")
    worker.work()
    theirs = some.deliveries.get().message_id
    bodies = [json.loads(body) for head, body in receiver.site.sent if head["webhook-id"] != theirs]
    assert [one["type"] for one in bodies] == [f"incident.{word}" for word in WORDS]
    assert bodies[2]["data"]["summary"] == "This is said: correction."
    last = bodies[3]["data"]
    assert (last["status"], last["summary"], last["version"]) == ("withdrawn", "It did not happen.", 4)
    assert [one.event for one in deliveries(some)] == ["incident.withdrawn"]


WORDS = ("published", "updated", "corrected", "withdrawn")


def test_a_merge_is_told_of_both(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    people, survivor = heard.people, heard.incident
    lost = making.published(people, title="The same in Kerman")
    merge(actor=making.person(Role.SENIOR), loser=lost, survivor=survivor, reason="One event.")
    worker.work()
    assert [one.event for one in receiver.told(heard.secret)] == ["incident.published"] * 2
    survivor.refresh_from_db()
    publish(actor=people.publisher, incident=making.approved(people, survivor), kind="merge", summary="One event.")
    worker.work()
    lived, led_on = receiver.told(heard.secret)[2:]
    assert (lived.event, led_on.event) == ("incident.merged", "incident.merged")
    assert (lived.data["incident"], lived.data["status"]) == (survivor.public_id, "live")
    told: dict[str, Any] = led_on.data
    assert (told["incident"], told["merged_into"]) == (lost.public_id, survivor.public_id)


def test_every_kind_of_version_is_told_as_something() -> None:
    assert set(EVENT_OF) == set(VersionKind)


def test_the_operator_is_told_what_switching_it_on_means(settings: Any) -> None:
    settings.ATTEST_WEBHOOKS = True
    (said,) = webhooks_are_on(None)
    assert "SECRET_KEY_FALLBACKS" in str(said.hint)
    settings.ATTEST_WEBHOOKS = False
    assert webhooks_are_on(None) == []


def test_where_it_is_off_or_its_owner_has_left_nothing_is_sent(
    heard: Heard, receiver: Receiver, worker: Worker, settings: Any
) -> None:
    settings.ATTEST_WEBHOOKS = False
    worker.work()
    assert deliveries(heard.iran)[0].stage == "waiting"
    making.published(heard.people, title="Another in Kerman")
    assert worker.waiting() == []
    settings.ATTEST_WEBHOOKS = True
    User.objects.filter(pk=heard.iran.owner_id).update(is_active=False)
    sweep_webhooks(now=timezone.now() + timedelta(hours=1))
    tell_webhooks(position=LogEntry.objects.latest("position").position)
    worker.work()
    assert len(deliveries(heard.iran)) == 1
    assert receiver.site.reached == []
