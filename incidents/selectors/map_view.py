"""What a map shows of a query in one view: single incidents where they are few, else squares with true counts.

The database counts by the finest squares, shifted to the level of the view; they lie in an index. What is known to a
district or province only is counted by its area and is never in a square. Nothing is left out unsaid.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.gis.geos import MultiPolygon, Polygon
from django.db.models import Count, F, Func, JSONField, Max, Min, Q, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast

from incidents.filters import SORTS, Query
from incidents.models.record import PublishedIncident
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.rules.grid import FINEST, middle_of
from incidents.rules.view import View
from incidents.selectors.columns import Reader, reader
from incidents.selectors.record_queries import UNSAID, with_evidence

MOST_SINGLE: Final = 150
"""Points that are shown one by one; more are squares."""

MOST_SQUARES: Final = 180
MOST_AREAS: Final = 60
"""Areas of a view that are drawn; of more, those with the most incidents, and the answer says how many are not.
Squares, areas and the incidents in areas together stay below 300 features."""

MOST_IN_AREAS: Final = 60
"""Incidents in areas that are shown one by one; more are counted by area."""

MOST_COUNTED: Final = 1_500
"""Squares that the database tells apart; a view of more is counted by coarser ones."""

PIXELS_OFF: Final = 0.75
"""How far the outline of an area may be from where it is, in pixels of the view."""


@dataclass(frozen=True, kw_only=True)
class Square:
    """Incidents in one square: where they lie on average, how many, of which families, and one of them for the name.

    ``reach`` holds the westernmost, northernmost, easternmost and southernmost of the finest squares.
    """

    longitude: float
    latitude: float
    families: Counter[str]
    reach: tuple[int, int, int, int]
    example: PublishedIncident

    @property
    def count(self) -> int:
        return self.families.total()

    @property
    def in_one_place(self) -> bool:
        """Whether all of them lie in the same finest square, so that no closer view takes them apart."""
        west, north, east, south = self.reach
        return (west, north) == (east, south)


@dataclass(frozen=True, kw_only=True)
class Area:
    """Incidents known to one district or province and no better; its outline as GeoJSON."""

    outline: dict[str, Any]
    families: Counter[str]
    example: PublishedIncident

    @property
    def count(self) -> int:
        return self.families.total()


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A view of a query: at most 300 features, and in numbers what is not among them."""

    count: int
    unmapped: int
    demonstration: int
    in_view: int
    singles: list[PublishedIncident]
    squares: list[Square]
    areas: list[Area]
    areas_left: int
    incidents_left: int

    @property
    def outside(self) -> int:
        return self.count - self.unmapped - self.in_view


class Drawing(Func):
    """A geometry as GeoJSON: a point as it is published, an area as finely as ``tolerance`` and ``decimals`` say."""

    template = """
        (SELECT CASE WHEN ST_Dimension(shape) = 0 THEN ST_AsGeoJSON(shape, 5)
                ELSE ST_AsGeoJSON(ST_SimplifyPreserveTopology(shape, tolerance), decimals) END
         FROM (SELECT %(expressions)s) AS asked (shape, tolerance, decimals))::jsonb
    """
    output_field = JSONField()


class _Group:
    """Squares of one level being put together."""

    def __init__(self) -> None:
        self.families: Counter[str] = Counter()
        self.columns = self.rows = self.newest = 0
        self.reach = (1 << FINEST, 1 << FINEST, -1, -1)

    def add(self, row: "_Row") -> None:
        self.families[row.family] += row.number
        self.columns += row.columns
        self.rows += row.rows
        west, north, east, south = self.reach
        self.reach = (min(west, row.west), min(north, row.north), max(east, row.east), max(south, row.south))
        self.newest = max(self.newest, row.newest)

    @property
    def middle(self) -> tuple[float, float]:
        number = self.families.total()
        return middle_of(self.columns / number, self.rows / number, FINEST)


@dataclass(frozen=True)
class _Row:
    """What the database counts: the incidents of one family in one square, where they lie, and the newest of them."""

    column: int
    row: int
    family: str
    number: int
    columns: int
    rows: int
    west: int
    north: int
    east: int
    south: int
    newest: int


def shown(query: Query, view: View, by: Reader | None = None) -> Shown:
    """What a map shows of a query in a view."""
    asked = by or reader()
    found = asked.rows(query)
    totals = asked.totals(query)
    points, in_areas = _points(found, view), asked.overlapping(found, view.halves)
    groups, wide = _groups(asked, points, view), _wide(asked, in_areas, view)
    number = sum(group.families.total() for group in groups)
    few_areas = sum(area.count for area in wide) <= MOST_IN_AREAS
    one_by_one = asked.found(points.values_list("pk")) if 0 < number <= MOST_SINGLE else []
    if wide and few_areas:
        one_by_one += asked.found(_boxed(in_areas).filter(box__in=[one.box for one in wide]).values_list("pk"))
    drawn = [] if few_areas else wide[:MOST_AREAS]
    left = [] if few_areas else wide[MOST_AREAS:]
    return Shown(
        **{name: totals[name] for name in ("count", "unmapped", "demonstration")},
        in_view=number + sum(area.count for area in wide),
        singles=_singles(query, [key for (key,) in one_by_one], view) if one_by_one else [],
        squares=_squares(groups) if number > MOST_SINGLE else [],
        areas=_areas(drawn, view),
        areas_left=len(left),
        incidents_left=sum(area.count for area in left),
    )


def _points(found: PublishedIncidentQuerySet, view: View) -> PublishedIncidentQuerySet:
    """Those drawn at a place in the view, whose edges reach to the end of the finest square."""
    across = Q()
    for first, last in view.columns:
        across |= Q(grid_column__range=(first, last))
    return found.filter(across, grid_row__range=view.rows)


def _groups(asked: Reader, points: PublishedIncidentQuerySet, view: View) -> list[_Group]:
    """The squares of a view, put together until they are few enough."""
    level = view.level(MOST_COUNTED)
    rows = _counted(asked, points, FINEST - level)
    coarser = 0
    while True:
        groups: dict[tuple[int, int], _Group] = defaultdict(_Group)
        for row in rows:
            groups[row.column >> coarser, row.row >> coarser].add(row)
        if len(groups) <= MOST_SQUARES:
            return list(groups.values())
        coarser += 1


def _counted(asked: Reader, points: PublishedIncidentQuerySet, shift: int) -> list[_Row]:
    square = {"column": F("grid_column").bitrightshift(shift), "row": F("grid_row").bitrightshift(shift)}
    counted = points.values_list(*square.values(), "family").annotate(
        number=Count("pk"),
        columns=Sum("grid_column"),
        rows=Sum("grid_row"),
        west=Min("grid_column"),
        north=Min("grid_row"),
        east=Max("grid_column"),
        south=Max("grid_row"),
        newest=Max("pk"),
    )
    return [_Row(*row) for row in asked.found(counted)]


def _squares(groups: list[_Group]) -> list[Square]:
    """The squares with an example of each, largest first."""
    examples = PublishedIncident.objects.public().only(*NAMED).in_bulk([group.newest for group in groups])
    made = [
        Square(
            longitude=group.middle[0],
            latitude=group.middle[1],
            families=group.families,
            reach=group.reach,
            example=examples[group.newest],
        )
        for group in groups
    ]
    return sorted(made, key=lambda one: (-one.count, one.longitude, one.latitude))


NAMED: Final = (
    "place_name", "place_code", "place_precision", "province_code", "province_name", "country_name", "uncertainty_m",
)  # fmt: skip


def _boxed(rows: QuerySet[PublishedIncident]) -> QuerySet[Any, Any]:
    """The rows with ``box``, the corners of their area: areas with the same corners are one area."""
    corners: Any = Func(F("geometry"), function="BOX2D")
    return rows.annotate(box=Cast(corners, TextField()))


@dataclass(frozen=True)
class _Wide:
    """An area before it is drawn: its box, its incidents by family, and the newest of them."""

    box: str
    families: Counter[str]
    newest: int

    @property
    def count(self) -> int:
        return self.families.total()


def _wide(asked: Reader, rows: PublishedIncidentQuerySet, view: View) -> list[_Wide]:
    """The areas that reach into the view, those with the most incidents first."""
    families: dict[str, Counter[str]] = defaultdict(Counter)
    newest: dict[str, int] = defaultdict(int)
    counted = _boxed(rows).values_list("box", "family").annotate(number=Count("pk"), newest=Max("pk"))
    for box, family, number, last in asked.found(counted):
        families[box][family] += number
        newest[box] = max(newest[box], last)
    doubtful = [pk for box, pk in newest.items() if not _is_inside(box, view)]
    touching = PublishedIncident.objects.public().filter(pk__in=doubtful, geometry__intersects=_shape(view))
    outside = set(doubtful) - set(touching.values_list("pk", flat=True)) if doubtful else set()
    found = [_Wide(box, families[box], pk) for box, pk in newest.items() if pk not in outside]
    return sorted(found, key=lambda one: (-one.count, one.newest))


def _is_inside(box: str, view: View) -> bool:
    """Whether all of a box, as the database writes it, lies in the view: then what is in it need not be looked at."""
    west, south, east, north = (float(part) for part in re.split("[ ,]", box.removeprefix("BOX(").removesuffix(")")))
    return view.holds(west, south, east, north)


def _areas(wide: list[_Wide], view: View) -> list[Area]:
    """The areas with their outlines."""
    rows = PublishedIncident.objects.public().only(*NAMED).annotate(drawing=_drawing(view))
    examples: dict[int, Any] = rows.in_bulk([one.newest for one in wide])
    return [
        Area(outline=examples[one.newest].drawing, families=one.families, example=examples[one.newest]) for one in wide
    ]


def _singles(query: Query, keys: list[int], view: View) -> list[PublishedIncident]:
    """The incidents themselves, in the order of the list, with ``drawing``: their geometry in the view, as GeoJSON."""
    ordered = PublishedIncident.objects.public().filter(pk__in=keys).order_by(*SORTS[query.sort])
    return list(with_evidence(ordered).defer("geometry", *UNSAID).annotate(drawing=_drawing(view)))


def _drawing(view: View) -> Drawing:
    return Drawing("geometry", Value(view.degrees_a_pixel * PIXELS_OFF), Value(view.decimals))


def _shape(view: View) -> MultiPolygon:
    return MultiPolygon(*(Polygon.from_bbox(half) for half in view.halves), srid=4326)
