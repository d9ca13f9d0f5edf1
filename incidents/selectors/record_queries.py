"""What pages and maps show of a query: totals, results with their evidence, drawings, cells. The record only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.db.models.functions import GeoFunc, SnapToGrid
from django.contrib.gis.geos import GEOSGeometry
from django.db.models import Aggregate, CharField, Count, F, FloatField, Func, JSONField, Max, QuerySet, Value

from incidents.choices import PlacePrecision
from incidents.filters import Query
from incidents.models.record import PublishedIncident
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.selectors.columns import Reader, reader

POINTS: Final = (PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.NEIGHBOURHOOD, PlacePrecision.SETTLEMENT)
HEAVY: Final = ("search_text", "search")
"""Columns that only searching needs."""

UNSAID: Final = (
    *HEAVY, "grid_column", "grid_row", "weapon_types", "target_types", "tactics", "actor_tree", "attribution_kinds",
    "verifications", "publishers", "publisher_ids", "source_ids", "languages", "source_count", "place_code",
)  # fmt: skip
"""Columns that no list says anything of: those by which incidents are found, most of them with several values."""

CORNERS: Final = 20
"""An area is drawn as finely as a twentieth of a cell."""


class Excerpt(Func):
    """What lists and files say of a version's document beside its flat row: whether its sources are graphic, and the
    attributions, in the shape of the document and no wider.

    A document has some kilobytes, of which this needs a few hundred bytes; it is unpacked ``once``.
    """

    template = """
        (SELECT jsonb_build_object(
          'graphic', d -> 'sensitivity' -> 'graphic',
          'attributions', (
            SELECT coalesce(jsonb_agg(jsonb_build_object(
              'polarity', c -> 'polarity', 'value', c -> 'value') ORDER BY n), '[]')
            FROM jsonb_array_elements(d -> 'claims') WITH ORDINALITY AS t (c, n) WHERE c ->> 'kind' = 'attribution'))
        FROM (SELECT %(expressions)s || '{}'::jsonb AS d OFFSET 0) AS once)
    """
    output_field = JSONField()


class Simplified(GeoFunc):
    """A geometry with fewer corners, good enough for a drawing; ``tolerance`` in degrees."""

    function = "ST_SimplifyPreserveTopology"
    output_field = GeometryField(srid=4326)
    geom_param_pos = (0,)


class Ring(Func):
    """The outer ring of an area with fewer corners, as GeoJSON; of several parts, the largest. Null for a point."""

    template = """
        (SELECT ST_AsGeoJSON(ST_ExteriorRing(part.geom), 3) FROM (SELECT %(expressions)s) AS asked (shape, tolerance),
         ST_Dump(ST_SimplifyPreserveTopology(shape, tolerance)) AS part
         WHERE ST_Dimension(shape) = 2 ORDER BY ST_Area(part.geom) DESC LIMIT 1)::jsonb
    """
    output_field = JSONField()


class OfPoint(Func):
    """A coordinate of a point, in degrees; null for an area."""

    template = "CASE WHEN ST_Dimension(%(expressions)s) = 0 THEN %(function)s(%(expressions)s) END"
    output_field = FloatField()


class Commonest(Aggregate):
    """The most frequent value of a group; among equals the first in order."""

    template = "mode() WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = CharField()


@dataclass(frozen=True, kw_only=True)
class Totals:
    """A query in numbers: how many, how many of them are parts of others, how many cannot be drawn, and the first and
    last moment.
    """

    count: int
    parts: int
    unmapped: int
    demonstration: int
    earliest: datetime | None
    latest: datetime | None

    @property
    def mapped(self) -> int:
        return self.count - self.unmapped


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Incidents in one square of a grid, or in one district or province: how many, and mostly of which family."""

    geometry: GEOSGeometry
    count: int
    family: str
    area: bool


class Drawn(NamedTuple):
    """What a drawing needs of an incident. A point has ``longitude`` and ``latitude``, an area a ``ring`` (GeoJSON)."""

    pk: int
    public_id: str
    title: str
    family: str
    place_precision: str
    attribution_state: str
    origin_count: int
    longitude: float | None
    latitude: float | None
    ring: dict[str, Any] | None


def totals(query: Query, by: Reader | None = None) -> Totals:
    """The numbers of a query."""
    return Totals(**(by or reader()).totals(query))


def with_evidence(rows: QuerySet[PublishedIncident]) -> QuerySet[PublishedIncident]:
    """The rows, each with ``excerpt``, see ``Excerpt``."""
    return rows.defer(*HEAVY).annotate(excerpt=Excerpt(F("version__content")))


def results(query: Query, *, start: int, number: int) -> list[PublishedIncident]:
    """A page of a query, with evidence and without geometry."""
    return list(with_evidence(stretch(query, start, number)).defer("geometry", *UNSAID))


def drawn(query: Query, *, number: int, tolerance: float) -> list[Drawn]:
    """The first ``number`` incidents that may be drawn; outlines are simplified by ``tolerance`` degrees."""
    rows = stretch(query, 0, number, on_map=True).values_list(
        *Drawn._fields[:-3],
        OfPoint("geometry", function="ST_X"),
        OfPoint("geometry", function="ST_Y"),
        Ring("geometry", Value(tolerance)),
    )
    return [Drawn(*row) for row in rows]


def features(query: Query, *, number: int) -> list[PublishedIncident]:
    """The first ``number`` incidents of a query with geometry and evidence."""
    return list(with_evidence(stretch(query, 0, number)))


def counted_to(query: Query, most: int) -> int:
    """How many incidents a query finds; ``most`` and one where there are more."""
    asked = reader()
    return asked.count(asked.rows(query), most)


def stretch(query: Query, start: int, number: int, *, on_map: bool = False) -> PublishedIncidentQuerySet:
    """Some rows of a query in its order, from the database; where the columns are held, they say which."""
    return reader().stretch(query, start, number, on_map=on_map)


def cells(query: Query, *, size: float) -> list[Cell]:
    """Every incident of a query that may be drawn, counted: by squares of ``size`` degrees where a place is known to
    the settlement or finer, by district or province where it is not. Nothing is left out.
    """
    on_map = query.incidents().order_by().on_map()
    points, areas = on_map.filter(place_precision__in=POINTS), on_map.exclude(place_precision__in=POINTS)
    square, outline = SnapToGrid("geometry", size), Simplified("geometry", Value(size / CORNERS))
    return [*_counted(points, square, area=False), *_counted(areas, outline, area=True)]


def _counted(rows: QuerySet[PublishedIncident], spot: GeoFunc, *, area: bool) -> list[Cell]:
    grouped = rows.values(spot=spot).annotate(number=Count("pk"), commonest=Commonest("family"))
    return [
        Cell(geometry=one["spot"], count=one["number"], family=one["commonest"], area=area)
        for one in grouped.order_by("-number", "spot")
    ]


def countries() -> list[tuple[str, str]]:
    """Code and name of every country that the record has an incident in now, by name."""
    rows = PublishedIncident.objects.public().current().live().exclude(country_code="")
    found = rows.order_by().values_list("country_code").annotate(name=Max("country_name"))
    return sorted(((code, name or code) for code, name in found), key=lambda pair: pair[1])


def addresses() -> list[tuple[str, datetime]]:
    """Id of every public incident and when its newest version was published, oldest id first."""
    rows = PublishedIncident.objects.public().current().live().order_by("public_id")
    return list(rows.values_list("public_id", "version__published_at"))
