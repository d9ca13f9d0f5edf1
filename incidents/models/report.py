"""An error that a reader reported."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ErrorReport(models.Model):
    """What a reader says is wrong, for the desk's eyes only. What became of it is in ``record.ReportOutcome``.

    ``reference`` is what the reader keeps: it cannot be guessed, and whoever has it sees the answer and nothing else.
    ``public_id`` is the incident as the reader named it, unchecked; ``field`` the part of the page.
    """

    reference = models.CharField(max_length=11, unique=True)
    public_id = models.CharField(max_length=20, blank=True)
    field = models.CharField(_("part of the page"), max_length=40, blank=True)
    text = models.TextField(_("what is wrong"), max_length=4000)
    source = models.CharField(_("source"), max_length=1000, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="report_says_what_is_wrong",
                condition=~Q(text=""),
                violation_error_message=_("Say what is wrong."),
            ),
            models.CheckConstraint(
                name="report_reference_well_formed",
                condition=Q(reference__regex=r"^R-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$"),
                violation_error_message=_("A reference looks like R-7KQ2-M4XD."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference
