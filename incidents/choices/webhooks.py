"""What other people's programs are told of, and how far the telling has come."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from incidents.choices.record import VersionKind


class WebhookEvent(TextChoices):
    """What is sent, by its ``type`` (Standard Webhooks). A ``ping`` is sent only when somebody asks for one."""

    PUBLISHED = "incident.published", _("Published: an incident is on record for the first time")
    UPDATED = "incident.updated", _("Updated: more is known, and nothing said before was wrong")
    CORRECTED = "incident.corrected", _("Corrected: the record said something else before")
    WITHDRAWN = "incident.withdrawn", _("Withdrawn: an incident was taken back, with a reason")
    MERGED = "incident.merged", _("Merged: two incidents became one")
    PING = "ping", _("Ping: a test")


WEBHOOK_EVENTS: Final = tuple(event for event in WebhookEvent if event != WebhookEvent.PING)
"""Those that one can ask for."""

EVENT_OF: Final[dict[VersionKind, WebhookEvent]] = {
    VersionKind.FIRST: WebhookEvent.PUBLISHED,
    VersionKind.UPDATE: WebhookEvent.UPDATED,
    VersionKind.CORRECTION: WebhookEvent.CORRECTED,
    VersionKind.CLARIFICATION: WebhookEvent.CORRECTED,
    VersionKind.UPGRADE: WebhookEvent.CORRECTED,
    VersionKind.DOWNGRADE: WebhookEvent.CORRECTED,
    VersionKind.SPLIT: WebhookEvent.CORRECTED,
    VersionKind.WITHDRAWAL: WebhookEvent.WITHDRAWN,
    VersionKind.MERGE: WebhookEvent.MERGED,
}
"""What a version is told as. A merge is told twice: of the id that leads on, and of the incident that it leads to."""


class DeliveryStage(TextChoices):
    """How far a delivery has come."""

    WAITING = "waiting", _("Waiting")
    DELIVERED = "delivered", _("Delivered")
    GIVEN_UP = "given_up", _("Given up")
