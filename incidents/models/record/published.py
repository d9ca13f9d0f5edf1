"""The flat rows that map, list, API, tiles, feeds and exports read."""

from django.contrib.gis.db import models
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex, GistIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from incidents.choices import (
    AttackFamily,
    AttributionState,
    ClaimState,
    DatePrecision,
    Definition,
    PlacePrecision,
    PublicStatus,
)
from incidents.models.record.version import Version
from incidents.querysets.record import PublishedIncidentQuerySet

HASHED_ID = Func(F("public_id"), Value(0), function="hashtextextended", output_field=models.BigIntegerField())
"""An id as 64 bits, which two ids do not share.

GiST keeps texts that begin alike in no order, and reads many pages for one.
"""


def values(size: int = 40) -> "ArrayField[list[str], list[str]]":
    """A column of codes or short names, for filters."""
    return ArrayField(models.CharField(max_length=size), default=list, blank=True)


def voices() -> models.JSONField[list[dict[str, str]], list[dict[str, str]]]:
    """A column of who says so, as ``rules.voices`` has it: each with ``name`` and ``publisher``."""
    return models.JSONField(default=list, db_default=[], blank=True)


class PublishedIncident(models.Model):
    """One version of one incident, flat. ``known`` is the record time during which it was the newest (UTC, [from, to)).

    ``geometry`` is the published one, computed once from the precision class: a point (exact; near, neighbourhood and
    settlement with ``uncertainty_m`` metres around it), an area (district, province), or nothing (country). WGS 84.
    ``grid_column`` and ``grid_row`` are the square of ``rules.grid`` that a point lies in, null for anything else.
    ``day_first`` and ``day_last`` are the days of ``occurred_…`` on the calendar of the place. ``actor_tree`` holds
    the short names of those named and of what they are a part of; ``publisher_ids`` and ``source_ids`` what is cited;
    ``…_said_by`` who gives the value beside it.
    Nothing in this table is finer than its evidence or names anybody at the desk. Only ``known`` (to close it) and
    ``under_review`` ever change.
    """

    version = models.OneToOneField(Version, models.PROTECT, primary_key=True, related_name="row")
    public_id = models.CharField(max_length=20)
    known = DateTimeRangeField()
    status = models.CharField(max_length=9, choices=PublicStatus, default=PublicStatus.LIVE)
    merged_into = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    under_review = models.BooleanField(default=False)
    demonstration = models.BooleanField(default=False)
    title = models.CharField(max_length=200)
    parent = models.CharField(max_length=20, blank=True)
    occurred_earliest = models.DateTimeField(null=True)
    occurred_latest = models.DateTimeField(null=True)
    day_first = models.DateField(null=True)
    day_last = models.DateField(null=True)
    occurred_precision = models.CharField(max_length=12, choices=DatePrecision, blank=True)
    occurred_edtf = models.CharField(max_length=60, blank=True)
    occurred_text = models.CharField(max_length=200, blank=True)
    occurred_said_by = voices()
    place_code = models.CharField(max_length=240, blank=True)
    place_name = models.CharField(max_length=200, blank=True)
    country_code = models.CharField(max_length=2, blank=True)
    country_name = models.CharField(max_length=200, blank=True)
    province_code = models.CharField(max_length=10, blank=True)
    province_name = models.CharField(max_length=200, blank=True)
    place_precision = models.CharField(max_length=14, choices=PlacePrecision, blank=True)
    uncertainty_m = models.PositiveIntegerField(null=True)
    place_said_by = voices()
    geometry = models.GeometryField(srid=4326, null=True)
    grid_column = models.IntegerField(null=True)
    grid_row = models.IntegerField(null=True)
    family = models.CharField(max_length=14, choices=AttackFamily, default=AttackFamily.UNKNOWN)
    attack_types = values()
    weapon_types = values()
    target_types = values()
    tactics = values()
    actors = values(80)
    actor_tree = values(80)
    attribution_kinds = values()
    attribution_state = models.CharField(max_length=12, choices=AttributionState, default=AttributionState.UNCLAIMED)
    claim_state = models.CharField(max_length=9, choices=ClaimState, default=ClaimState.NONE)
    verifications = values()
    killed_low = models.PositiveIntegerField(null=True)
    killed_best = models.PositiveIntegerField(null=True)
    killed_high = models.PositiveIntegerField(null=True)
    killed_text = models.CharField(max_length=100, blank=True)
    killed_said_by = voices()
    wounded_low = models.PositiveIntegerField(null=True)
    wounded_best = models.PositiveIntegerField(null=True)
    wounded_high = models.PositiveIntegerField(null=True)
    wounded_text = models.CharField(max_length=100, blank=True)
    wounded_said_by = voices()
    has_warning = models.BooleanField(default=False)
    origin_count = models.PositiveIntegerField(default=0)
    source_count = models.PositiveIntegerField(default=0)
    publishers = values(200)
    publisher_ids = values()
    source_ids = values()
    languages = values(8)
    definition = models.CharField(max_length=9, choices=Definition, default=Definition.UNDECIDED)
    search_text = models.TextField(blank=True)
    search = models.GeneratedField(
        expression=SearchVector("search_text", config="simple"), output_field=SearchVectorField(), db_persist=True
    )

    objects = PublishedIncidentQuerySet.as_manager()

    class Meta:
        db_table = "record_published_incident"
        ordering = ["-occurred_latest", "-public_id"]
        constraints = [
            ExclusionConstraint(
                name="published_one_at_a_time",
                expressions=[(HASHED_ID, RangeOperators.EQUAL), ("known", RangeOperators.OVERLAPS)],
                violation_error_message=_("Two versions of an incident are never the newest at once."),
            ),
            models.CheckConstraint(
                name="published_country_has_no_geometry",
                condition=Q(geometry__isnull=True) | ~Q(place_precision__in=["", PlacePrecision.COUNTRY]),
                violation_error_message=_("A place known to the country only is not drawn."),
            ),
            models.CheckConstraint(
                name="published_merged_names_survivor",
                condition=~Q(status=PublicStatus.MERGED) | ~Q(merged_into=""),
                violation_error_message=_("A merged id names the one it was merged into."),
            ),
        ]
        indexes = [
            models.Index(
                F("occurred_latest").desc(),
                F("public_id").desc(),
                name="published_newest",
                condition=Q(known__endswith__isnull=True),
            ),
            models.Index(fields=["public_id"], name="published_by_id"),
            models.Index(fields=["country_code", "-occurred_latest"], name="published_by_country"),
            models.Index(fields=["-occurred_latest"], name="published_warned", condition=Q(has_warning=True)),
            GinIndex(fields=["attack_types"], name="published_attack_types"),
            GinIndex(fields=["weapon_types"], name="published_weapon_types"),
            GinIndex(fields=["target_types"], name="published_target_types"),
            GinIndex(fields=["actors"], name="published_actors"),
            GinIndex(fields=["actor_tree"], name="published_actor_tree"),
            GinIndex(fields=["publisher_ids"], name="published_publishers"),
            GinIndex(fields=["source_ids"], name="published_sources"),
            GistIndex(
                OpClass(F("geometry"), name="gist_geometry_ops_2d"),  # by field, PostGIS would index the past as well
                name="published_geometry",
                condition=Q(known__endswith__isnull=True),
            ),
            models.Index(fields=["place_code"], name="published_by_place"),
            GinIndex(fields=["search"], name="published_search"),
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="published_trigrams"),
            GistIndex(fields=["known"], name="published_known"),
            models.Index(
                fields=["grid_row", "grid_column"],
                name="published_squares",
                include=["family", "version"],
                condition=Q(known__endswith__isnull=True, status=PublicStatus.LIVE, grid_column__isnull=False),
            ),
            models.Index(
                fields=["place_precision", "province_code"],
                name="published_areas",
                condition=Q(
                    known__endswith__isnull=True,
                    status=PublicStatus.LIVE,
                    grid_column__isnull=True,
                    geometry__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.public_id
