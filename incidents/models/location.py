"""Where: a place from the gazetteer, a position, and how finely it is known."""

from django.contrib.gis.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import LocationMethod, LocationRole, PlacePrecision
from incidents.models.assertion import Assertion
from incidents.models.history import tracked
from incidents.models.place import Place


@tracked
class LocationAssertion(models.Model):
    """One location as a source gave it. ``point`` is WGS 84 and allowed only where the precision is that fine."""

    assertion = models.OneToOneField(Assertion, models.CASCADE, primary_key=True, related_name="location")
    role = models.CharField(_("role"), max_length=6, choices=LocationRole, default=LocationRole.SITE)
    place = models.ForeignKey(Place, models.PROTECT, related_name="locations", verbose_name=_("place"))
    point = models.PointField(_("position"), srid=4326, null=True, blank=True)
    precision = models.CharField(_("precision"), max_length=14, choices=PlacePrecision)
    uncertainty_m = models.PositiveIntegerField(_("uncertainty in metres"), null=True, blank=True)
    method = models.CharField(_("method"), max_length=10, choices=LocationMethod, default=LocationMethod.STATED)
    detail = models.CharField(_("in the source's words"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="location_point_only_when_fine",
                condition=Q(point__isnull=True)
                | Q(precision__in=[PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.NEIGHBOURHOOD]),
                violation_error_message=_(
                    "A position finer than the precision is not recorded: choose the precision first."
                ),
            ),
            models.CheckConstraint(
                name="location_exact_has_point",
                condition=~Q(precision=PlacePrecision.EXACT) | Q(point__isnull=False),
                violation_error_message=_("An exact location needs a position on the map."),
            ),
            models.CheckConstraint(
                name="location_centroid_is_coarse",
                condition=~Q(method=LocationMethod.CENTROID)
                | ~Q(precision__in=[PlacePrecision.EXACT, PlacePrecision.NEAR]),
                violation_error_message=_("The centre of a named place is neither exact nor near."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}, {self.get_precision_display()}"
