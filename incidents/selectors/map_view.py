"""What a map shows of a query in one view: single incidents where they are few, else squares with true counts.

Squares are counted twice over: first by the finest square, which an index holds, then by the square of the view. What
is known to a district or province only is counted by its area and is never in a square. Nothing is left out unsaid.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Polygon
from django.db import connections
from django.db.models import Count, F, Func, Max, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from incidents.filters import SORTS, Query
from incidents.models.record import PublishedIncident
from incidents.querysets.record import PUBLIC, PublishedIncidentQuerySet
from incidents.rules.grid import FINEST, middle_of
from incidents.rules.view import View
from incidents.selectors.record_queries import Simplified, with_evidence

MOST_SINGLE: Final = 150
"""Points that are shown one by one; more are squares."""

MOST_SQUARES: Final = 180
MOST_AREAS: Final = 60
"""Areas of a view that are drawn; of more, those with the most incidents, and the answer says how many are not.
Squares, areas and the incidents in areas together stay below 300 features."""

MOST_IN_AREAS: Final = 60
"""Incidents in areas that are shown one by one; more are counted by area."""

FINEST_GROUPS: Final = 4_000
"""Squares of a view beyond which the database counts by coarser ones."""

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
    """Incidents known to one district or province and no better."""

    outline: GEOSGeometry
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


class _Group:
    """Squares of one level being put together."""

    def __init__(self) -> None:
        self.families: Counter[str] = Counter()
        self.columns = self.rows = self.most = self.newest = 0
        self.reach = (1 << FINEST, 1 << FINEST, -1, -1)

    def add(self, row: "_Row") -> None:
        self.families[row.family] += row.number
        self.columns += row.columns
        self.rows += row.rows
        west, north, east, south = self.reach
        self.reach = (min(west, row.west), min(north, row.north), max(east, row.east), max(south, row.south))
        self.most, self.newest = max((self.most, self.newest), (row.most, row.newest))

    @property
    def middle(self) -> tuple[float, float]:
        number = self.families.total()
        return middle_of(self.columns / number, self.rows / number, FINEST)


@dataclass(frozen=True)
class _Row:
    """What the database counts: the incidents of one family in one square, and the largest of the finest squares."""

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
    most: int
    newest: int


SQUARES_SQL: Final = """
    SELECT grid_column >> %s, grid_row >> %s, family, sum(number)::bigint,
           sum(grid_column * number)::bigint, sum(grid_row * number)::bigint,
           min(grid_column), min(grid_row), max(grid_column), max(grid_row),
           max(number), (array_agg(newest ORDER BY number DESC, newest DESC))[1]
      FROM ({finest}) AS finest GROUP BY 1, 2, 3"""


def shown(query: Query, view: View) -> Shown:
    """What a map shows of a query in a view."""
    found = query.incidents().order_by()
    numbers = found.aggregate(
        count=Count("pk"),
        unmapped=Count("pk", filter=Q(geometry__isnull=True)),
        demonstration=Count("pk", filter=Q(demonstration=True)),
    )
    points, in_areas = _points(found, view), _in_areas(found, view)
    groups = _groups(points, view)
    number, wide = sum(group.families.total() for group in groups), _areas(in_areas, view)
    few_areas = sum(area.count for area in wide) <= MOST_IN_AREAS
    one_by_one = Q(pk__in=points.values("pk")) if 0 < number <= MOST_SINGLE else Q()
    if wide and few_areas:
        one_by_one |= Q(pk__in=_members(in_areas, wide))
    drawn = [] if few_areas else wide[:MOST_AREAS]
    left = [] if few_areas else wide[MOST_AREAS:]
    return Shown(
        **numbers,
        in_view=number + sum(area.count for area in wide),
        singles=_singles(query, found.filter(one_by_one), view) if one_by_one else [],
        squares=_squares(groups) if number > MOST_SINGLE else [],
        areas=drawn,
        areas_left=len(left),
        incidents_left=sum(area.count for area in left),
    )


def _points(found: PublishedIncidentQuerySet, view: View) -> PublishedIncidentQuerySet:
    """Those drawn at a place in the view, whose edges reach to the end of the finest square."""
    across = Q()
    for first, last in view.columns:
        across |= Q(grid_column__range=(first, last))
    return found.filter(across, grid_row__range=view.rows)


def _in_areas(found: PublishedIncidentQuerySet, view: View) -> PublishedIncidentQuerySet:
    """Those drawn as an area whose box touches the view's."""
    boxes = Q()
    for half in view.halves:
        box = Polygon.from_bbox(half)
        box.srid = 4326
        boxes |= Q(geometry__bboverlaps=box)
    return found.on_map().filter(boxes, grid_column__isnull=True)


def _groups(points: PublishedIncidentQuerySet, view: View) -> list[_Group]:
    """The squares of a view, put together until they are few enough."""
    level = view.level(FINEST_GROUPS)
    rows = _counted(points, FINEST - level)
    coarser = 0
    while True:
        groups: dict[tuple[int, int], _Group] = defaultdict(_Group)
        for row in rows:
            groups[row.column >> coarser, row.row >> coarser].add(row)
        if len(groups) <= MOST_SQUARES:
            return list(groups.values())
        coarser += 1


def _counted(points: PublishedIncidentQuerySet, shift: int) -> list[_Row]:
    finest = points.values("grid_column", "grid_row", "family").annotate(number=Count("pk"), newest=Max("pk"))
    sql, parameters = finest.query.sql_with_params()
    with connections[PUBLIC].cursor() as cursor:
        cursor.execute(SQUARES_SQL.format(finest=sql), (shift, shift, *parameters))
        return [_Row(*row) for row in cursor.fetchall()]


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


def _areas(rows: PublishedIncidentQuerySet, view: View) -> list[Area]:
    """The areas that reach into the view, those with the most incidents first."""
    families: dict[str, Counter[str]] = defaultdict(Counter)
    newest: dict[str, int] = defaultdict(int)
    counted = _boxed(rows).values_list("box", "family").annotate(number=Count("pk"), newest=Max("pk"))
    for box, family, number, last in counted:
        families[box][family] += number
        newest[box] = max(newest[box], last)
    outlines = (
        PublishedIncident.objects.public()
        .filter(pk__in=newest.values(), geometry__intersects=_shape(view))
        .only(*NAMED)
        .annotate(drawing=_simplified(view))
    )
    examples: dict[int, Any] = {row.pk: row for row in outlines}
    found = [
        Area(outline=examples[pk].drawing, families=families[box], example=examples[pk])
        for box, pk in newest.items()
        if pk in examples
    ]
    return sorted(found, key=lambda one: (-one.count, one.example.pk))


def _members(rows: PublishedIncidentQuerySet, areas: Iterable[Area]) -> QuerySet[Any, Any]:
    """The keys of the incidents in areas."""
    examples = PublishedIncident.objects.public().filter(pk__in=[area.example.pk for area in areas])
    return _boxed(rows).filter(box__in=_boxed(examples).values("box")).values("pk")


def _singles(query: Query, rows: PublishedIncidentQuerySet, view: View) -> list[PublishedIncident]:
    """The incidents themselves, in the order of the list, with ``drawing``: their geometry as the view needs it."""
    ordered = rows.order_by(*SORTS[query.sort])
    return list(with_evidence(ordered).defer("geometry", "search_text", "search").annotate(drawing=_simplified(view)))


def _simplified(view: View) -> Simplified:
    return Simplified("geometry", Value(view.degrees_a_pixel * PIXELS_OFF))


def _shape(view: View) -> MultiPolygon:
    return MultiPolygon(*(Polygon.from_bbox(half) for half in view.halves), srid=4326)
