"""Feeds that the desk follows, and the leads that they bring."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import LeadStage
from incidents.models.fetching import Underway
from incidents.models.history import tracked


@tracked
class Feed(models.Model):
    """An Atom or RSS feed. ``outlet`` is the publisher as intake will suggest it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    outlet = models.CharField(_("publisher"), max_length=200)
    address = models.URLField(_("address"), max_length=1000)
    paused = models.BooleanField(_("paused"), default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["outlet", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["address"],
                name="feed_address_once",
                violation_error_message=_("The desk follows this feed already."),
            )
        ]

    def __str__(self) -> str:
        return self.outlet


class FeedState(Underway):
    """What came of asking for a feed: when last, when last with success, why not, and what makes the next one short."""

    feed = models.OneToOneField(Feed, models.CASCADE, related_name="state")
    polled_at = models.DateTimeField(null=True, blank=True)
    succeeded_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(auto_now_add=True)
    failures = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=500, blank=True)
    etag = models.CharField(max_length=200, blank=True)
    last_modified = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="feed_state_of_failure",
                condition=Q(failures=0, problem="") | (Q(failures__gt=0) & ~Q(problem="")),
                violation_error_message=_("A feed that could not be read has a reason."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.feed}: {self.problem or 'read'}"


@tracked
class Lead(models.Model):
    """An item of a feed that may be worth taking in. ``address`` is in its one form; an address is a lead once."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    feed = models.ForeignKey(Feed, models.SET_NULL, null=True, blank=True, related_name="leads")
    address = models.URLField(_("address"), max_length=1000)
    title = models.CharField(_("title"), max_length=400)
    outlet = models.CharField(_("publisher"), max_length=200)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    found_at = models.DateTimeField(auto_now_add=True)
    stage = models.CharField(_("stage"), max_length=9, choices=LeadStage, default=LeadStage.NEW)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-published_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["address"],
                name="lead_once",
                violation_error_message=_("This address is a lead already."),
            ),
            models.CheckConstraint(
                name="lead_decided_by_somebody",
                condition=Q(stage=LeadStage.NEW, decided_by=None) | (~Q(stage=LeadStage.NEW) & ~Q(decided_by=None)),
                violation_error_message=_("A lead is new until somebody decides."),
            ),
        ]
        indexes = [models.Index(fields=["stage", "-published_on", "-id"], name="lead_stage")]

    def __str__(self) -> str:
        return self.title
