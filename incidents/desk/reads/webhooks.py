"""Webhooks, and what each was told."""

from typing import Final

from django.db.models import QuerySet

from accounts.models import User
from incidents.models import Webhook, WebhookDelivery

A_PAGE: Final = 25
LARGEST_KEY: Final = 2**63 - 1


def listed(person: User) -> QuerySet[Webhook]:
    """One's own, the newest first; an administrator's own, then everybody's."""
    found = Webhook.objects.visible_to(person).select_related("owner")
    return found.order_by("owner__display_name", "-pk")


def told(webhook: Webhook, *, before: int | None = None) -> list[WebhookDelivery]:
    """A page of what a webhook is owed, the newest first and one more; ``before`` is the key of the last one seen."""
    found = webhook.deliveries.select_related("entry__version").defer("entry__version__content")
    if before is not None:
        found = found.filter(pk__lt=min(before, LARGEST_KEY))
    return list(found.prefetch_related("attempts")[: A_PAGE + 1])
