"""Addresses that are told of what is published, what they are owed, and each attempt to tell them."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.history import audited
from incidents.choices import WEBHOOK_EVENTS, DeliveryStage, WebhookEvent
from incidents.models.record import LogEntry
from incidents.querysets.webhook import WebhookDeliveryQuerySet, WebhookQuerySet


@audited(exclude=["secret", "former_secret", "former_until", "failing_since"])
class Webhook(models.Model):
    """An address that is told of ``wanted`` events, where ``query`` (canonical, of ``filters``) keeps the incident.

    ``secret`` and ``former_secret`` are encrypted (``services.webhooks.keeping``); after a rotation the former signs
    too, until ``former_until``. ``failing_since`` is when the first attempt failed since the last that succeeded.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="webhooks")
    address = models.URLField(_("address"), max_length=1000)
    wanted = ArrayField(models.CharField(max_length=18, choices=WebhookEvent), verbose_name=_("events"))
    query = models.CharField(_("filter"), max_length=4000, blank=True)
    secret = models.TextField()
    former_secret = models.TextField(blank=True)
    former_until = models.DateTimeField(null=True, blank=True)
    paused = models.BooleanField(_("paused"), default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    failing_since = models.DateTimeField(null=True, blank=True)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="webhook_address_is_https",
                condition=Q(address__startswith="https://"),
                violation_error_message=_("Only an address that begins with https:// is sent to."),
            ),
            models.CheckConstraint(
                name="webhook_events_known",
                condition=Q(wanted__contained_by=[event.value for event in WEBHOOK_EVENTS]) & Q(wanted__len__gt=0),
                violation_error_message=_("Choose what you want to be told of."),
            ),
            models.CheckConstraint(
                name="webhook_former_secret_ends",
                condition=Q(former_secret="", former_until=None) | (~Q(former_secret="") & ~Q(former_until=None)),
                violation_error_message=_("A former secret signs until a moment that is set."),
            ),
        ]

    def __str__(self) -> str:
        return self.address


class WebhookDelivery(models.Model):
    """One thing that a webhook is told, once: a version, by its place in the log, or a ping.

    ``uid`` stays the same over every attempt, and so does ``webhook-id``, which is made of it. ``tries`` counts the
    attempts since it was last owed: a replay begins anew. ``next_at`` is when it may be tried, while it waits.
    """

    uid = models.UUIDField(unique=True, editable=False)
    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    entry = models.ForeignKey(LogEntry, models.PROTECT, null=True, blank=True, related_name="+")
    event = models.CharField(max_length=18, choices=WebhookEvent)
    made_at = models.DateTimeField(auto_now_add=True)
    stage = models.CharField(max_length=9, choices=DeliveryStage, default=DeliveryStage.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True, blank=True)

    objects = WebhookDeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["webhook", "entry"],
                name="delivery_once",
                violation_error_message=_("This webhook is told of it already."),
            ),
            models.CheckConstraint(
                name="delivery_of_a_version_or_a_ping",
                condition=(Q(event=WebhookEvent.PING) & Q(entry=None)) | (~Q(event=WebhookEvent.PING) & ~Q(entry=None)),
                violation_error_message=_("A webhook is told of a version, or it is a ping."),
            ),
            models.CheckConstraint(
                name="delivery_waits_for_a_moment",
                condition=Q(stage=DeliveryStage.WAITING, next_at__isnull=False)
                | (~Q(stage=DeliveryStage.WAITING) & Q(next_at=None)),
                violation_error_message=_("What waits has a moment at which it is tried, and nothing else has."),
            ),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(stage=DeliveryStage.WAITING), name="delivery_due"),
            models.Index(F("webhook"), F("id").desc(), name="delivery_of_webhook"),
        ]

    def __str__(self) -> str:
        return f"{self.event} ({self.webhook})"

    @property
    def message_id(self) -> str:
        """What the receiver knows it by (``webhook-id``), the same over every attempt."""
        return f"msg_{self.uid.hex}"


class WebhookAttempt(models.Model):
    """One attempt: the status that the site answered with, null where nobody did, and a sentence.

    It is written before anything is sent, so that no two workers make the same one; a sentence that is missing a minute
    later is the mark of a worker that was stopped.
    """

    delivery = models.ForeignKey(WebhookDelivery, models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    outcome = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["delivery", "number"],
                name="attempt_once",
                violation_error_message=_("This attempt is being made already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.delivery}, {self.number}: {self.status or self.outcome}"
