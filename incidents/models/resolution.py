"""Which value the public sees for a field, and why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from incidents.choices import ResolutionPolicy, ResolvedField
from incidents.models.assertion import Assertion
from incidents.models.history import tracked
from incidents.models.incident import Incident


@tracked
class Resolution(models.Model):
    """The decision behind one public value: by which policy, on which assertions, for what reason."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="resolutions")
    field = models.CharField(_("field"), max_length=12, choices=ResolvedField)
    value = models.JSONField(_("value"))
    policy = models.CharField(_("policy"), max_length=20, choices=ResolutionPolicy)
    assertions = models.ManyToManyField(Assertion, related_name="resolutions", verbose_name=_("rests on"))
    reason = models.CharField(_("reason"), max_length=500)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    resolved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["field"]
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "field"],
                name="resolution_once_per_field",
                violation_error_message=_("This field is already resolved."),
            ),
            models.CheckConstraint(
                name="resolution_has_reason",
                condition=~models.Q(reason=""),
                violation_error_message=_("Say why this value."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_field_display()}: {self.get_policy_display()}"
