"""How incidents stand to one another."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import LinkKind
from incidents.models.history import tracked
from incidents.models.incident import Incident


@tracked
class IncidentLink(models.Model):
    """How one incident stands to another. Causal kinds are always "as asserted by" (``Citation.link``)."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="links")
    other = models.ForeignKey(Incident, models.PROTECT, related_name="linked_from")
    kind = models.CharField(_("kind"), max_length=20, choices=LinkKind)
    note = models.CharField(_("note"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    veiled = False
    """Whether, in memory, it stands for one that whoever is looking may not know."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="link_not_to_itself",
                condition=~Q(incident=F("other")),
                violation_error_message=_("An incident is not linked to itself."),
            ),
            models.UniqueConstraint(
                fields=["incident", "other", "kind"],
                name="link_once",
                violation_error_message=_("This link is already on record."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.incident}: {self.get_kind_display()} {self.other}"
