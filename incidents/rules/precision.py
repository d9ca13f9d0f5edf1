"""What may be drawn of a location, given how finely it is known.

One rule for the whole house: the publishing service computes the public geometry with :func:`published_geometry`
once, and page, map, API, tiles and downloads repeat what it said. The answer depends on its arguments alone: nothing
is displaced at random, so that publishing again, or changing the precision back and forth, never narrows a place down.

Sources: the point-radius method (Wieczorek, Guo and Hijmans 2004; Chapman and Wieczorek, *Georeferencing Best
Practices*, GBIF 2020) for radii; UCDP GED ``where_prec`` and GTD ``specificity`` for the order of the classes;
ACLED's ``geo_precision`` for the rule that a vaguer place is put at the centre of the named one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import pi, sqrt
from types import MappingProxyType
from typing import Final, Generic, TypeVar

from incidents.choices import LocationMethod, PlacePrecision

Coordinates = tuple[float, float]
"""Longitude and latitude in degrees, WGS 84, in this order."""

AreaT = TypeVar("AreaT")

UNCERTAINTY_M: Final[Mapping[PlacePrecision, int]] = MappingProxyType(
    {
        PlacePrecision.EXACT: 100,
        PlacePrecision.NEAR: 1_000,
        PlacePrecision.NEIGHBOURHOOD: 2_000,
        PlacePrecision.SETTLEMENT: 5_000,
    }
)
"""Radius in metres that is assumed where nobody stated one: a city block, a landmark's surroundings, a quarter, a town.
Areas have none: the area itself says how far the place may lie."""

_DECIMALS: Final[Mapping[PlacePrecision, int]] = MappingProxyType(
    {PlacePrecision.EXACT: 3, PlacePrecision.NEAR: 2, PlacePrecision.NEIGHBOURHOOD: 2, PlacePrecision.SETTLEMENT: 4}
)
"""Decimals of a degree that are published: about 110 m for an exact site, 1.1 km for a vaguer one; a town has its
centre from the gazetteer. No class publishes the position itself: it never leaves the desk."""

_FINEST_BY_METHOD: Final[Mapping[LocationMethod, PlacePrecision]] = MappingProxyType(
    {
        LocationMethod.STATED: PlacePrecision.EXACT,
        LocationMethod.GEOLOCATED: PlacePrecision.EXACT,
        LocationMethod.CENTROID: PlacePrecision.SETTLEMENT,
    }
)

PEOPLE_PER_KM2: Final = 2_500

_ORDER: Final = tuple(PlacePrecision)
_POINT_BY_HAND: Final = frozenset({PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.NEIGHBOURHOOD})
_AREAS: Final = frozenset({PlacePrecision.DISTRICT, PlacePrecision.PROVINCE})


class Drawing(StrEnum):
    """The four ways in which a place appears."""

    POINT = "point"
    POINT_IN_RING = "point_in_ring"
    AREA = "area"
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Known(Generic[AreaT]):
    """What the record knows of a location, published or not.

    ``site`` is the position itself, ``centre`` that of the named place in the gazetteer, ``area`` the extent of its
    district or, failing that, of its province. ``uncertainty_m`` is the radius a source or an editor stated.
    """

    precision: PlacePrecision
    site: Coordinates | None = None
    centre: Coordinates | None = None
    area: AreaT | None = None
    uncertainty_m: int | None = None


@dataclass(frozen=True, kw_only=True)
class Published(Generic[AreaT]):
    """What everybody may see of it: at most one of ``point`` and ``area``."""

    drawing: Drawing
    point: Coordinates | None = None
    area: AreaT | None = None
    uncertainty_m: int | None = None


def rank(precision: PlacePrecision) -> int:
    """0 for the finest class, growing with vagueness."""
    return _ORDER.index(precision)


def coarsest(first: PlacePrecision, *others: PlacePrecision) -> PlacePrecision:
    """The vaguest of the given classes: what several statements about one place support together."""
    return max((first, *others), key=rank)


def finest_allowed(method: LocationMethod) -> PlacePrecision:
    """The finest class that a position found by ``method`` can have; a centre never stands for a street."""
    return _FINEST_BY_METHOD[method]


def takes_a_point(precision: PlacePrecision) -> bool:
    """Whether an editor may set a point by hand. Vaguer classes take their position from the gazetteer."""
    return precision in _POINT_BY_HAND


def default_uncertainty_m(precision: PlacePrecision) -> int | None:
    """Radius in metres for a class of which nobody stated one; null where the place is an area or a country."""
    return UNCERTAINTY_M.get(precision)


def settlement_radius_m(population: int) -> int:
    """Radius in metres of a circle that holds a settlement of so many people.

    It assumes 2,500 people a square kilometre, few for a city of any size, so that the ring is rather too wide than
    too tight; never less than 1 km.
    """
    return max(1_000, round(sqrt(population / (pi * PEOPLE_PER_KM2)) * 10) * 100)


def published_geometry(known: Known[AreaT]) -> Published[AreaT]:
    """What is published of a location.

    exact: the point, rounded to a city block. near, neighbourhood: rounded further, in a ring of its uncertainty.
    settlement: the centre of the settlement in a ring, never the point itself. district, province: the area, never a
    dot. country: nothing. A class whose geometry is missing publishes nothing rather than something finer.
    """
    if known.precision in _AREAS:
        return Published(drawing=Drawing.NOTHING if known.area is None else Drawing.AREA, area=known.area)
    point = _published_point(known)
    if point is None:
        return Published(drawing=Drawing.NOTHING)
    if known.precision is PlacePrecision.EXACT:
        return Published(drawing=Drawing.POINT, point=point, uncertainty_m=_radius(known))
    return Published(drawing=Drawing.POINT_IN_RING, point=point, uncertainty_m=_radius(known))


def _published_point(known: Known[AreaT]) -> Coordinates | None:
    """The one position that the class allows, rounded to what the class can tell apart."""
    decimals = _DECIMALS.get(known.precision)
    if decimals is None:
        return None
    if known.precision is PlacePrecision.SETTLEMENT:
        chosen = known.centre
    elif known.precision is PlacePrecision.EXACT:
        chosen = known.site
    else:
        chosen = known.site or known.centre
    return chosen and (round(chosen[0], decimals), round(chosen[1], decimals))


def _radius(known: Known[AreaT]) -> int | None:
    """The stated radius, but never less than the class implies: a tight ring would say more than is known."""
    default = default_uncertainty_m(known.precision)
    return default if known.uncertainty_m is None else max(known.uncertainty_m, default or 0)
