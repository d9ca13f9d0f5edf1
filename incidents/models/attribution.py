"""Who is named, by whom and on what ground."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import AttributionKind, AttributionRole
from incidents.models.actor import Actor
from incidents.models.assertion import Assertion
from incidents.models.history import tracked


@tracked
class Attribution(models.Model):
    """That an actor, at the level named, is said to have had a part in the incident."""

    assertion = models.OneToOneField(Assertion, models.CASCADE, primary_key=True, related_name="attribution")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="attributions", verbose_name=_("actor"))
    kind = models.CharField(_("kind"), max_length=24, choices=AttributionKind)
    role = models.CharField(_("role"), max_length=11, choices=AttributionRole, default=AttributionRole.CARRIED_OUT)
    claim_channel = models.CharField(_("channel of the claim"), max_length=200, blank=True)
    confidence_words = models.CharField(_("words of confidence used"), max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="attribution_channel_is_of_a_claim",
                condition=Q(claim_channel="")
                | Q(kind__in=[AttributionKind.RESPONSIBILITY_CLAIM, AttributionKind.DENIAL]),
                violation_error_message=_("Only a claim or a denial has a channel."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.get_kind_display()}"
