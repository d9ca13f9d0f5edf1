"""Where a quote stands in a snapshot of its source, and what became of it in a newer one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from incidents.choices import QuoteOutcome
from incidents.models.capture import Capture
from incidents.models.citation import Citation
from incidents.models.history import tracked


@tracked
class Anchor(models.Model):
    """A citation's words in a captured text: ``exact`` at [start, end), in Unicode characters.

    What is kept around them, and what need not agree with the quote, is said in ``rules.anchoring``.
    """

    citation = models.OneToOneField(Citation, models.CASCADE, related_name="anchor")
    capture = models.ForeignKey(Capture, models.PROTECT, related_name="anchors")
    prefix = models.CharField(_("before it"), max_length=60, blank=True)
    exact = models.TextField(_("the words"))
    suffix = models.CharField(_("after it"), max_length=60, blank=True)
    start = models.PositiveIntegerField(_("first character"))
    end = models.PositiveIntegerField(_("character after the last"))

    class Meta:
        ordering = ["capture", "start", "pk"]
        constraints = [
            models.CheckConstraint(
                name="anchor_spans_its_words",
                condition=~Q(exact="") & Q(end=F("start") + Length("exact")),
                violation_error_message=_("An anchor spans exactly the words that it holds."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


@tracked
class QuoteAlert(models.Model):
    """That a newer snapshot no longer holds a quote. Open until somebody changes the citation or answers it."""

    citation = models.ForeignKey(Citation, models.CASCADE, related_name="alerts")
    capture = models.ForeignKey(Capture, models.PROTECT, related_name="alerts", verbose_name=_("newer snapshot"))
    outcome = models.CharField(_("what became of it"), max_length=6, choices=QuoteOutcome)
    passage = models.TextField(_("closest passage"), blank=True)
    raised_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(_("answer"), max_length=500, blank=True)

    class Meta:
        ordering = ["raised_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["citation", "capture"],
                name="quote_alert_once",
                violation_error_message=_("This quote is already on the list for this snapshot."),
            ),
            models.CheckConstraint(
                name="quote_alert_settled_with_reason",
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, answer="")
                | (Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(answer="")),
                violation_error_message=_("Say why the quote stays as it is."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citation}: {self.get_outcome_display()}"
