"""What became of an error that a reader reported, as everybody may read it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import ReportState
from incidents.querysets.record import ReportOutcomeQuerySet


class ReportOutcome(models.Model):
    """One step of the answer to a report; the newest one stands. Append-only.

    It holds nothing that the reporter wrote: no words, no name, no e-mail, only the reference that they were given.
    ``public_id`` is the incident that the report is about, "" for the record as a whole.
    """

    reference = models.CharField(max_length=11, db_index=True)
    public_id = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=9, choices=ReportState, default=ReportState.RECEIVED)
    outcome = models.CharField(_("public answer"), max_length=500, blank=True)
    version_number = models.PositiveIntegerField(_("corrected in version"), null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = ReportOutcomeQuerySet.as_manager()

    class Meta:
        db_table = "record_report_outcome"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="report_declined_with_reason",
                condition=~Q(state=ReportState.DECLINED) | ~Q(outcome=""),
                violation_error_message=_("Say why nothing is changed."),
            ),
            models.CheckConstraint(
                name="report_corrected_in_version",
                condition=Q(state=ReportState.CORRECTED, version_number__isnull=False)
                | (~Q(state=ReportState.CORRECTED) & Q(version_number__isnull=True)),
                violation_error_message=_("Name the version that corrects it, and only then."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.state}"
