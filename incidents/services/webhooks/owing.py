"""Owe webhooks what was published: each version once, to those whom it concerns."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid5

import structlog
from django.db import transaction
from django.db.models import QuerySet

from incidents.choices import EVENT_OF, DeliveryStage, VersionKind
from incidents.filters import QueryRefusedError
from incidents.models import LogEntry, Webhook, WebhookDelivery
from incidents.selectors.webhooks import concerns
from incidents.services.outbox import enqueue

log = structlog.get_logger(__name__)

MOST_AT_ONCE: Final = 1_000
"""Versions that one replay looks at."""
LEASE: Final = timedelta(minutes=2)
"""For one attempt. What is not settled by then is taken to be a worker's that was stopped, and is tried again."""


@transaction.atomic
def owe_deliveries(*, position: int, now: datetime) -> int:
    """Owe every webhook a version that concerns it and that is newer than it; how many deliveries were made now.

    Doing it twice makes none twice.
    """
    entry = _entries().get(pk=position)
    listening = Webhook.objects.listening().filter(made_at__lte=entry.appended_at)
    return sum(_owe(entry, one, now, again=False) for one in _concerned(entry, listening))


@transaction.atomic
def owe_again(*, webhook: int, since: datetime, now: datetime) -> int:
    """Owe one webhook everything since a moment that concerns it, told before or not; how much that is is returned."""
    listening = Webhook.objects.listening().filter(pk=webhook)
    entries = _entries().filter(version__published_at__gte=since)[:MOST_AT_ONCE]
    return sum(_owe(entry, one, now, again=True) for entry in entries for one in _concerned(entry, listening))


def owe_once_more(*, delivery: WebhookDelivery, now: datetime) -> None:
    """Owe a delivery anew, under the id that it has, with as many attempts as a new one."""
    owed = {"stage": DeliveryStage.WAITING, "tries": 0, "next_at": now}
    WebhookDelivery.objects.filter(pk=delivery.pk).update(**owed)
    enqueue("deliver_webhook", delivery=delivery.pk)


def _entries() -> QuerySet[LogEntry]:
    return LogEntry.objects.select_related("version").defer("version__content").order_by("position")


def _concerned(entry: LogEntry, webhooks: QuerySet[Webhook]) -> Iterator[Webhook]:
    """Those that asked for the event, and whose filter keeps the incident; each filter is asked once."""
    asked: dict[str, bool] = {}
    for webhook in webhooks.filter(wanted__contains=[EVENT_OF[VersionKind(entry.version.kind)]]):
        try:
            if webhook.query not in asked:
                asked[webhook.query] = concerns(entry.version, webhook.query)
        except QueryRefusedError:
            log.exception("webhook_filter_not_understood", webhook=webhook.pk)
            asked[webhook.query] = False
        if asked[webhook.query]:
            yield webhook


def _owe(entry: LogEntry, webhook: Webhook, now: datetime, *, again: bool) -> bool:
    """Make a delivery, or owe it once more where that is wanted; whether it is owed by this."""
    new = {
        "uid": uuid5(webhook.uid, str(entry.position)),
        "event": EVENT_OF[VersionKind(entry.version.kind)],
        "next_at": now,
    }
    delivery, fresh = WebhookDelivery.objects.get_or_create(webhook=webhook, entry=entry, defaults=new)
    if not fresh and (not again or delivery.stage == DeliveryStage.WAITING):
        return False
    owe_once_more(delivery=delivery, now=now)
    return True
