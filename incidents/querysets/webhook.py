"""Questions about webhooks and what they are owed."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from accounts.roles import Role

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.models import User
    from incidents.models.webhook import Webhook, WebhookDelivery


class WebhookQuerySet(models.QuerySet["Webhook"]):
    """Who asked to be told of what is published."""

    def listening(self) -> Self:
        """Those that are told: not paused, of somebody who is still here."""
        return self.filter(paused=False, owner__is_active=True)

    def visible_to(self, person: "User") -> Self:
        """One's own; an administrator sees everybody's, and nobody's secret."""
        return self if person.has_role_of(Role.ADMINISTRATOR) else self.filter(owner=person.pk)


class WebhookDeliveryQuerySet(models.QuerySet["WebhookDelivery"]):
    """What webhooks are owed."""

    def owed(self) -> Self:
        """Those that wait and may be tried: of a webhook that is told, and pings of a paused one too."""
        listening = Q(webhook__paused=False) | Q(event="ping")
        return self.filter(listening, stage="waiting", webhook__owner__is_active=True)

    def due(self, now: "datetime") -> Self:
        """Those of them whose time has come."""
        return self.owed().filter(next_at__lte=now)
