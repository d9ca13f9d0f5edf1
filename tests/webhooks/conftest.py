"""Somebody who is told of Iran, somebody who is told of Iraq, a site that takes what is sent, and the worker."""

import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import standardwebhooks
from django.test import override_settings
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from incidents.choices import WEBHOOK_EVENTS
from incidents.jobs import replay_webhook, tell_webhooks
from incidents.models import Incident, Webhook, WebhookDelivery
from incidents.presenting.webhooks import announced
from incidents.services.fetching import edge
from incidents.services.webhooks.sending import deliver
from incidents.services.webhooks.subscribing import add_webhook
from tests import making
from tests.fetching.site import Site, answer
from tests.isolation.scenes import scene
from tests.making import Desk

ADDRESS = "https://news.example.org/hook"
EVERYTHING = [event.value for event in WEBHOOK_EVENTS]
MIN = datetime.min.replace(tzinfo=UTC)


@dataclass
class Told:
    """What a receiver was sent, its signature checked."""

    id: str
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def event(self) -> str:
        return str(self.body["type"])

    @property
    def data(self) -> dict[str, Any]:
        return dict(self.body["data"])


@dataclass
class Receiver:
    """The site that is sent to, as the owner of a secret reads it."""

    site: Site

    def told(self, secret: str) -> list[Told]:
        """What came so far, each signed with the secret; it fails where one is not."""
        signer = standardwebhooks.Webhook(secret)
        return [Told(head["webhook-id"], signer.verify(body, head), head) for head, body in self.site.sent]

    def answers(self, status: int) -> None:
        self.site.answers["/hook"] = answer(b"no matter", status=status)


@dataclass
class Worker:
    """Does what is in the queue for webhooks, each task once, as far as its time has come."""

    site: Site
    done: set[int] = field(default_factory=set)

    def waiting(self) -> list[ProcrastinateJob]:
        return list(ProcrastinateJob.objects.filter(queue_name="webhooks").exclude(pk__in=self.done).order_by("pk"))

    def work(self, **later: float) -> datetime:
        """Everything that is due so much later, and what that owes."""
        wait = timedelta(**later)
        while due := [job for job in self.waiting() if (job.scheduled_at or MIN) <= timezone.now() + wait]:
            for job in due:
                self.done.add(job.pk)
                self.do(job, timezone.now() + wait)
        return timezone.now() + wait

    def do(self, job: ProcrastinateJob, now: datetime) -> None:
        if job.task_name == "deliver_webhook":
            deliver(**job.args, now=now, announced=announced, edge=self.site.edge)
        else:
            task: Any = {one.name: one for one in (tell_webhooks, replay_webhook)}[job.task_name]
            task(**job.args)


@dataclass(kw_only=True)
class Heard:
    """One published incident in Iran, and two who asked before it was."""

    people: Desk
    incident: Incident
    iran: Webhook
    iraq: Webhook
    secret: str


@scene
def listening(_folder: Path) -> Heard:
    """Two webhooks of one person, and a publication that concerns one of them."""
    people = making.desk()
    with override_settings(ATTEST_WEBHOOKS=True):
        iran, secret = add_webhook(actor=people.editor, address=ADDRESS, wanted=EVERYTHING, query="/?country=IR")
        iraq, _other = add_webhook(actor=people.editor, address=ADDRESS, wanted=EVERYTHING, query="country=IQ")
        incident = making.published(people)
    return Heard(people=people, incident=incident, iran=iran, iraq=iraq, secret=secret)


@pytest.fixture
def heard(listening: Heard, settings: Any) -> Heard:
    settings.ATTEST_WEBHOOKS = True
    return listening


@pytest.fixture
def receiver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    site = Site()
    certificate = site.encrypt(tmp_path)
    monkeypatch.setattr(edge, "TLS", ssl.create_default_context(cafile=str(certificate)))
    made = Receiver(site)
    made.answers(204)
    yield made
    site.shutdown()
    site.server_close()


@pytest.fixture
def worker(receiver: Receiver) -> Worker:
    return Worker(receiver.site)


def deliveries(webhook: Webhook) -> list[WebhookDelivery]:
    return list(webhook.deliveries.order_by("pk"))
