"""The map without JavaScript: where each shape stands in a small drawing of the world.

Pure arithmetic from positions to SVG numbers; the template only writes them down. The projection is Equal Earth
(Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949): areas keep their proportion, so that a region
with many incidents is not small merely because it lies near the equator.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

from incidents.choices import PlacePrecision
from incidents.rules.precision import rank

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_WIDTH: Final = 1000
_SCALE: Final = _HALF_WIDTH * 3 * _A1 / (2 * sqrt(3) * radians(180))

_NORTH, _SOUTH = 84, -57
_LEAST_WIDTH: Final = 560
"""A drawing never shows less than about 100 degrees of longitude: its outline is too coarse for more."""

_MARGIN: Final = 60
_STACK: Final = 0.6
"""Shapes whose centres lie closer than this part of their size are one stack with a number."""

_NARROWER: Final = 36
"""A drawing is this many shapes wide, whatever it shows."""

Ring = Sequence[tuple[float, float]]


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to drawing units, x to the right and y downwards; the world is 2,000 units wide, (0, 0) off Africa."""
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    squared = theta * theta
    slope = _A1 + 3 * _A2 * squared + squared**3 * (7 * _A3 + 9 * _A4 * squared)
    height = theta * (_A1 + _A2 * squared + squared**3 * (_A3 + _A4 * squared))
    return _SCALE * 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * slope), -_SCALE * height


_TOP, _BOTTOM = project(0, _NORTH)[1], project(0, _SOUTH)[1]
WORLD_BOX: Final = f"{-_HALF_WIDTH} {_TOP:.0f} {2 * _HALF_WIDTH} {_BOTTOM - _TOP:.0f}"
"""The ``viewBox`` of the whole world, without Antarctica."""


@dataclass(frozen=True, kw_only=True)
class Located:
    """One incident as the static map needs it. ``outline`` is the outer ring of the area of a district or province;
    a place that is only known so vaguely has no longitude and latitude of its own."""

    title: str
    url: str
    family: str
    precision: PlacePrecision
    longitude: float | None = None
    latitude: float | None = None
    outline: Ring = ()
    outline_state: str = "reviewed"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A shape, or a stack of several in one place. ``x`` and ``y`` are its corner, ``size`` its width and height."""

    x: float
    y: float
    size: float
    family: str
    outline_state: str
    in_ring: bool
    count: int
    title: str
    url: str

    @property
    def second(self) -> str:
        """The plain figure of the outer line."""
        return outer_figure(self.family)


@dataclass(frozen=True, kw_only=True)
class Area:
    """A hatched district or province with the number of incidents that are known no more finely."""

    path: str
    x: float
    y: float
    count: int
    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class StaticMap:
    """Everything the template draws, and how many incidents it could not place."""

    view_box: str
    size: float
    marks: list[Mark]
    areas: list[Area]
    drawn: int
    omitted: int

    @property
    def hatch(self) -> float:
        """Distance between two lines of a hatched area."""
        return round(self.size / 4, 1)


def outer_figure(family: str) -> str:
    """The figure of the outer line around a shape: a plainer one where its own lines would clutter it."""
    return {"barricade": "facility", "unknown": "explosive"}.get(family, family)


def static_map(located: Iterable[Located]) -> StaticMap:
    """Positions, stacks and view of ``located``, in the order given; the same input draws the same map."""
    everything = list(located)
    points = [each for each in everything if _is_dot(each)]
    areas = [each for each in everything if each.outline and not _is_dot(each)]
    places = [project(*_position(each)) for each in points]
    corners = [project(*position) for each in areas for position in each.outline]
    left, top, width, height = _view(places + corners)
    size = round(width / _NARROWER, 1)
    return StaticMap(
        view_box=f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}",
        size=size,
        marks=_marks(points, places, size=size),
        areas=_areas(areas),
        drawn=len(points) + len(areas),
        omitted=len(everything) - len(points) - len(areas),
    )


def _is_dot(each: Located) -> bool:
    """A place is drawn as a shape only where it is known to the settlement or finer."""
    fine = rank(each.precision) <= rank(PlacePrecision.SETTLEMENT)
    return fine and each.longitude is not None and each.latitude is not None


def _position(each: Located) -> tuple[float, float]:
    return each.longitude or 0.0, each.latitude or 0.0


def _marks(points: list[Located], places: list[tuple[float, float]], *, size: float) -> list[Mark]:
    """One mark for each stack, where its first incident stands."""
    stacks: list[tuple[tuple[float, float], list[Located]]] = []
    for each, place in zip(points, places, strict=True):
        near = next((stack for at, stack in stacks if _apart(at, place) < _STACK * size), None)
        if near is None:
            stacks.append((place, [each]))
        else:
            near.append(each)
    return [_mark(at, stack, size=size) for at, stack in stacks]


def _mark(at: tuple[float, float], stack: list[Located], *, size: float) -> Mark:
    first = stack[0]
    families = {each.family for each in stack}
    return Mark(
        x=round(at[0] - size / 2, 1),
        y=round(at[1] - size / 2, 1),
        size=size,
        family=first.family if len(families) == 1 else "unknown",
        outline_state=first.outline_state,
        in_ring=len(stack) == 1 and first.precision is not PlacePrecision.EXACT,
        count=len(stack),
        title=first.title,
        url=first.url,
    )


def _areas(areas: list[Located]) -> list[Area]:
    """One hatched area for each outline, however many incidents share it."""
    shared: dict[tuple[tuple[float, float], ...], list[Located]] = {}
    for each in areas:
        shared.setdefault(tuple((x, y) for x, y in each.outline), []).append(each)
    return [_area(outline, members) for outline, members in shared.items()]


def _area(outline: Ring, members: list[Located]) -> Area:
    corners = [project(*position) for position in outline]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Area(
        path="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z",
        x=round((min(across) + max(across)) / 2, 1),
        y=round((min(down) + max(down)) / 2, 1),
        count=len(members),
        title=members[0].title,
        url=members[0].url,
    )


def _view(places: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Left, top, width and height of the part of the world to show: all places with a margin, in the world's shape."""
    world_height = _BOTTOM - _TOP
    if not places:
        return -_HALF_WIDTH, _TOP, 2 * _HALF_WIDTH, world_height
    left, right = min(x for x, _ in places) - _MARGIN, max(x for x, _ in places) + _MARGIN
    top, bottom = min(y for _, y in places) - _MARGIN, max(y for _, y in places) + _MARGIN
    shape = 2 * _HALF_WIDTH / world_height
    width = min(max(right - left, (bottom - top) * shape, _LEAST_WIDTH), 2 * _HALF_WIDTH)
    height = width / shape
    return (
        _within((left + right - width) / 2, -_HALF_WIDTH, _HALF_WIDTH - width),
        _within((top + bottom - height) / 2, _TOP, _BOTTOM - height),
        width,
        height,
    )


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)
