"""Warnings, with or without an attack after them."""

import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import DatePrecision, WarningAspect, WarningBasis, WarningOutcome, WarningSpecificity
from incidents.models.actor import Actor
from incidents.models.assertion import Assertion
from incidents.models.history import tracked
from incidents.models.incident import Incident
from incidents.models.source import Source

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def specificity(label: "StrOrPromise") -> "models.CharField[str, str]":
    """How specific the warning was on one axis; unknown until a source says."""
    return models.CharField(label, max_length=8, choices=WarningSpecificity, default=WarningSpecificity.UNKNOWN)


@tracked
class Warning(models.Model):  # noqa: A001
    """That somebody warned somebody. Blame is never inferred from an attack having happened."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    warner = models.ForeignKey(Actor, models.PROTECT, related_name="warnings_given", verbose_name=_("warner"))
    recipient = models.ForeignKey(Actor, models.PROTECT, related_name="warnings_received", verbose_name=_("recipient"))
    basis = models.CharField(_("basis"), max_length=15, choices=WarningBasis, default=WarningBasis.UNKNOWN)
    basis_wording = models.CharField(_("its wording"), max_length=300, blank=True)
    conveyed_earliest = models.DateTimeField(_("conveyed from"), null=True, blank=True)
    conveyed_latest = models.DateTimeField(_("conveyed until"), null=True, blank=True)
    conveyed_precision = models.CharField(_("date known"), max_length=12, choices=DatePrecision, blank=True)
    channel = models.CharField(_("channel"), max_length=200, blank=True)
    intermediary = models.CharField(_("intermediary"), max_length=200, blank=True)
    specific_place = specificity(_("place"))
    specific_time = specificity(_("time"))
    specific_target = specificity(_("target"))
    specific_actor = specificity(_("actor"))
    disclosed_on = models.DateField(_("disclosed on"), null=True, blank=True)
    disclosed_by = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="warnings_disclosed")
    outcome = models.CharField(_("outcome"), max_length=13, choices=WarningOutcome, default=WarningOutcome.UNKNOWN)
    incidents = models.ManyToManyField(Incident, blank=True, related_name="warnings", verbose_name=_("incidents"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="warning_not_to_oneself",
                condition=~Q(warner=F("recipient")),
                violation_error_message=_("Nobody warns themselves."),
            ),
            models.CheckConstraint(
                name="warning_conveyed_in_order",
                condition=Q(conveyed_earliest__isnull=True)
                | Q(conveyed_latest__isnull=True)
                | Q(conveyed_earliest__lte=F("conveyed_latest")),
                violation_error_message=_("The earliest time is not later than the latest."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.warner} → {self.recipient}"


@tracked
class WarningStatement(models.Model):
    """What somebody said about a warning: that it was given, what it said, or what the recipient did."""

    assertion = models.OneToOneField(Assertion, models.CASCADE, primary_key=True, related_name="warning_statement")
    warning = models.ForeignKey(Warning, models.CASCADE, related_name="statements", verbose_name=_("warning"))
    aspect = models.CharField(_("about"), max_length=9, choices=WarningAspect)
    paraphrase = models.CharField(_("what is said"), max_length=500)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="warning_statement_says_something",
                condition=~Q(paraphrase=""),
                violation_error_message=_("Say in our words what is said of the warning."),
            )
        ]

    def __str__(self) -> str:
        return self.paraphrase
