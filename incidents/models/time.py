"""When it happened in the world."""

from datetime import UTC

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import DatePrecision
from incidents.models.assertion import Assertion
from incidents.models.history import tracked
from incidents.rules.dates import Span


@tracked
class TimeAssertion(models.Model):
    """One time as a source gave it: both bounds are inclusive instants in UTC, ``edtf`` says it in ISO 8601-2."""

    assertion = models.OneToOneField(Assertion, models.CASCADE, primary_key=True, related_name="time")
    earliest = models.DateTimeField(_("earliest"))
    latest = models.DateTimeField(_("latest"))
    precision = models.CharField(_("precision"), max_length=12, choices=DatePrecision)
    timezone = models.CharField(_("time zone"), max_length=60, default="UTC")
    edtf = models.CharField(_("EDTF"), max_length=60)
    verbatim = models.CharField(_("in the source's words"), max_length=200, blank=True)

    class Meta:
        ordering = ["earliest", "pk"]
        constraints = [
            models.CheckConstraint(
                name="time_in_order",
                condition=Q(earliest__lte=F("latest")),
                violation_error_message=_("The earliest time is not later than the latest."),
            )
        ]

    def __str__(self) -> str:
        return self.edtf

    @property
    def span(self) -> Span:
        """The stored bounds, as the rules of dates read them."""
        return Span(
            earliest=self.earliest.astimezone(UTC),
            latest=self.latest.astimezone(UTC),
            precision=DatePrecision(self.precision),
            timezone=self.timezone,
            edtf=self.edtf,
        )
