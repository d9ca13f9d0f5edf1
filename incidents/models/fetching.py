"""What somebody asked to have fetched by its address, and when which site was last asked."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import FetchStage


class Underway(models.Model):
    """Something asked of a site whose redirects lead on, each in the turn of the site that it leads to.

    ``next_address`` is what to ask for next, to which so many ``redirects`` led; empty before the first request.
    """

    next_address = models.URLField(max_length=1000, blank=True, default="", db_default="")
    redirects = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        abstract = True


class Fetch(Underway):
    """One page that the worker fetches for somebody. Its bytes wait for that person, under ``sha256``, for a day.

    ``final_address`` is where the redirects ended. ``why`` is the sentence for what was not fetched.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    address = models.URLField(_("address"), max_length=1000)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="fetches")
    asked_at = models.DateTimeField(auto_now_add=True)
    stage = models.CharField(_("stage"), max_length=8, choices=FetchStage, default=FetchStage.WAITING)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    final_address = models.URLField(_("fetched from"), max_length=1000, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    why = models.CharField(_("why not"), max_length=500, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="fetch_says_what_came",
                condition=~Q(stage=FetchStage.FETCHED) | (Q(sha256__regex=r"^[0-9a-f]{64}$") & ~Q(final_address="")),
                violation_error_message=_("What was fetched has an address and a SHA-256."),
            ),
            models.CheckConstraint(
                name="fetch_says_why_not",
                condition=~Q(stage=FetchStage.REFUSED) | ~Q(why=""),
                violation_error_message=_("What was not fetched has a reason."),
            ),
        ]
        indexes = [models.Index(fields=["asked_by", "sha256"], name="fetch_of_person")]

    def __str__(self) -> str:
        return f"{self.address}: {self.get_stage_display()}"


class HostVisit(models.Model):
    """When a site was last asked for anything, so that it is not asked too often. Forgotten after a day."""

    host = models.CharField(max_length=255)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["host"], name="host_visit_once", violation_error_message=_("This site is known already.")
            )
        ]

    def __str__(self) -> str:
        return self.host
