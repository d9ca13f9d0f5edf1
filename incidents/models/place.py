"""The gazetteer."""

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import PlaceKind
from incidents.models.merge import EntryMerge, of_two
from incidents.querysets.place import PlaceQuerySet


class Place(models.Model):
    """A named place with native and Latin names, its country and province, a point and, where known, its extent.

    ``point`` and ``extent`` are WGS 84; ``radius_m`` is the settlement's radius in metres. ``search_names`` holds every
    name, folded, each on a line of its own and with a newline before the first, so that a prefix is one index look-up.
    Reference data: rows come from ``manage.py load_gazetteer`` and the desk, never from an incident.
    """

    geonames_id = models.PositiveIntegerField(_("GeoNames id"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=14, choices=PlaceKind)
    name = models.CharField(_("name"), max_length=200)
    native_name = models.CharField(_("native name"), max_length=200, blank=True)
    alternate_names = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    search_names = models.TextField(editable=False, default="")
    country_code = models.CharField(_("country"), max_length=2, blank=True, help_text=_("ISO 3166-1 alpha-2"))
    country_code3 = models.CharField(max_length=3, blank=True, help_text=_("ISO 3166-1 alpha-3"))
    province_code = models.CharField(_("province"), max_length=10, blank=True, help_text=_("ISO 3166-2"))
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    point = models.PointField(_("point"), srid=4326, null=True, blank=True)
    extent = models.MultiPolygonField(_("extent"), srid=4326, null=True, blank=True)
    radius_m = models.PositiveIntegerField(_("radius in metres"), null=True, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["geonames_id"],
                name="place_geonames_once",
                violation_error_message=_("This GeoNames entry is already in the gazetteer."),
            ),
            models.UniqueConstraint(
                fields=["kind", "country_code", "province_code"],
                condition=Q(kind=PlaceKind.COUNTRY) | (Q(kind=PlaceKind.PROVINCE) & ~Q(province_code="")),
                name="place_area_once",
                violation_error_message=_("This country or province is already in the gazetteer."),
            ),
            models.CheckConstraint(
                name="place_is_somewhere",
                condition=Q(point__isnull=False) | Q(extent__isnull=False),
                violation_error_message=_("A place has a point or an extent."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search_names"), name="gin_trgm_ops"), name="place_names_trigrams"),
            models.Index(fields=["kind", "country_code"], name="place_kind_country"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.country_code})" if self.country_code else self.name


class PlaceMerge(EntryMerge):
    """That a place which the desk added is one on record already: what used it uses the survivor."""

    loser = models.OneToOneField(Place, models.PROTECT, related_name="merge")
    survivor = models.ForeignKey(Place, models.PROTECT, related_name="absorbed")

    class Meta(EntryMerge.Meta):
        constraints = of_two("place", _("A place is not merged into itself."))
