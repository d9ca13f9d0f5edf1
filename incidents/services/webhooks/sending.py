"""Send what webhooks are owed, until it is taken or given up. For the worker alone: this asks other sites.

An attempt is written down before it is made, and the next one with it. So two workers never make the same attempt, and
after one that was stopped in the middle the message is sent again, under the same id.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any, Final

import pghistory
import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from incidents.choices import DeliveryStage, WebhookEvent
from incidents.models import LogEntry, Webhook, WebhookAttempt, WebhookDelivery
from incidents.rules.canonical import canonical_bytes
from incidents.rules.moments import instant
from incidents.rules.refusals import RefusedError
from incidents.services.fetching.edge import WORLD, Edge
from incidents.services.fetching.posting import post
from incidents.services.notifying import tell_webhook_paused
from incidents.services.outbox import enqueue
from incidents.services.webhooks.keeping import signed
from incidents.services.webhooks.owing import LEASE

log = structlog.get_logger(__name__)
Announced = Callable[[LogEntry], dict[str, Any]]
"""What a message says of an entry of the log."""

WAITS: Final = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
"""After each attempt that failed; after the one that follows the last of them a message is given up."""
PATIENCE: Final = timedelta(days=3)
"""An address that has failed for so long is told nothing any more, until its owner says so."""
KEPT: Final = timedelta(days=30)
LATE: Final = timedelta(minutes=1)


def deliver(*, delivery: int, now: datetime, announced: Announced, edge: Edge = WORLD) -> DeliveryStage | None:
    """Make one attempt, if one is due; what has become of the delivery is returned.

    None where there is nothing to do: another worker is at it, it is done, its webhook is paused, or webhooks are off.
    """
    attempt = _begun(delivery, now) if settings.ATTEST_WEBHOOKS else None
    if attempt is None:
        return None
    status, outcome = None, ""
    try:
        status = _sent(attempt.delivery, announced, edge)
        outcome = _("It answered %(status)s.") % {"status": status}
    except RefusedError as refusal:
        outcome = refusal.sentence
    except Exception:
        log.exception("webhook_not_sent", delivery=delivery)
        outcome = _("The worker could not send it.")
    return _settled(attempt, status, outcome)


def sweep_webhooks(*, now: datetime) -> int:
    """Owe the worker again what nobody is at, forget what is over, and former secrets; how much is owed is returned."""
    Webhook.objects.filter(former_until__lte=now).update(former_secret="", former_until=None)
    WebhookDelivery.objects.exclude(stage=DeliveryStage.WAITING).filter(made_at__lt=now - KEPT).delete()
    late = WebhookDelivery.objects.due(now - LATE).order_by("pk").values_list("pk", flat=True)
    for delivery in late:
        enqueue("deliver_webhook", delivery=delivery)
    return len(late)


@transaction.atomic
def _begun(delivery: int, now: datetime) -> WebhookAttempt | None:
    """Write down the attempt that is made next, if one is due, and when the one after it would be."""
    owed = WebhookDelivery.objects.owed().select_related("webhook", "entry__version")
    held = owed.select_for_update(of=("self",), skip_locked=True).filter(pk=delivery).first()
    if held is None:
        return None
    if held.next_at and held.next_at > now:
        enqueue("deliver_webhook", not_before=held.next_at, delivery=delivery)
        return None
    held.tries += 1
    held.next_at = now + max(LEASE, _wait(held) or LEASE)
    held.save(update_fields=["tries", "next_at"])
    last = held.attempts.aggregate(last=Max("number"))["last"] or 0
    return WebhookAttempt.objects.create(delivery=held, number=last + 1, at=now)


def _sent(delivery: WebhookDelivery, announced: Announced, edge: Edge) -> int:
    """Sign and send a message, the same at every attempt; the status of the answer.

    Raises:
        RefusedError: it could not be sent.
    """
    webhook, entry = delivery.webhook, delivery.entry
    at, data = (
        (entry.version.published_at, announced(entry)) if entry else (delivery.made_at, {"webhook": str(webhook.uid)})
    )
    body = canonical_bytes({"type": delivery.event, "timestamp": instant(at), "data": data})
    headers = signed(webhook, message_id=delivery.message_id, body=body, at=datetime.now(UTC))
    return post(webhook.address, body=body, headers={"Content-Type": "application/json", **headers}, edge=edge)


@transaction.atomic
def _settled(attempt: WebhookAttempt, status: int | None, outcome: str) -> DeliveryStage:
    """Write down what came of an attempt, and what follows from it."""
    WebhookAttempt.objects.filter(pk=attempt.pk).update(status=status, outcome=outcome[:500])
    delivery = attempt.delivery
    if status is not None and HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        WebhookDelivery.objects.filter(pk=delivery.pk).update(stage=DeliveryStage.DELIVERED, next_at=None)
        Webhook.objects.filter(pk=delivery.webhook_id).exclude(failing_since=None).update(failing_since=None)
        return DeliveryStage.DELIVERED
    if delivery.event != WebhookEvent.PING:
        _note_failure(delivery.webhook_id, attempt.at, gone=status == HTTPStatus.GONE)
    wait = _wait(delivery)
    same = WebhookDelivery.objects.filter(pk=delivery.pk, stage=DeliveryStage.WAITING, tries=delivery.tries)
    if wait is None:
        same.update(stage=DeliveryStage.GIVEN_UP, next_at=None)
        return DeliveryStage.GIVEN_UP
    if same.update(next_at=attempt.at + wait):
        enqueue("deliver_webhook", not_before=attempt.at + wait, delivery=delivery.pk)
    return DeliveryStage.WAITING


def _wait(delivery: WebhookDelivery) -> timedelta | None:
    """How long after the attempt that is counted last; None after the last one. A ping is not tried again."""
    waits = () if delivery.event == WebhookEvent.PING else WAITS
    return waits[delivery.tries - 1] if delivery.tries <= len(waits) else None


def _note_failure(webhook: int, at: datetime, *, gone: bool) -> None:
    """Remember since when an address fails; pause it after days, or at once where it says that it is gone (410)."""
    Webhook.objects.filter(pk=webhook, failing_since=None).update(failing_since=at)
    failing = Webhook.objects.filter(pk=webhook, paused=False)
    if not gone:
        failing = failing.filter(failing_since__lte=at - PATIENCE)
    with pghistory.context(verb="pause_webhook"):
        paused = failing.update(paused=True)
    if paused:
        tell_webhook_paused(webhook=Webhook.objects.select_related("owner").get(pk=webhook))
