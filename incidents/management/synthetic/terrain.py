"""Where synthetic incidents lie: hot spots that come and go, a thin scatter, and countries with none at all."""

from collections import defaultdict
from dataclasses import dataclass, field
from math import hypot
from random import Random
from typing import Final

from django.contrib.gis.geos import MultiPolygon, Point

from incidents.choices import PlaceKind
from incidents.management.synthetic.odds import Odds
from incidents.models import Place

SEED: Final = 20240103
"""The same hot spots on every machine."""

HOT_SPOTS: Final = 60
EMPTY_COUNTRIES: Final = 0.35
SCATTERED: Final = 0.15
"""The share of incidents that lie in no hot spot."""

FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2024
YEAR_WITHOUT: Final = 1993
"""A year of which nothing is left, as happens to collections that are moved."""


@dataclass(frozen=True, slots=True)
class Town:
    """A settlement of the gazetteer."""

    key: int
    name: str
    native: str
    country: str
    province: str
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A country or a province by its key and name; of a province also the outline."""

    key: int
    name: str
    native: str
    extent: MultiPolygon | None = field(default=None, compare=False)


def _years(first: int, last: int) -> list[int]:
    return [year for year in range(first, last + 1) if year != YEAR_WITHOUT]


EVERY_YEAR: Final = _years(FIRST_YEAR, LAST_YEAR)


class Spot:
    """A hot spot: the towns of one country around a centre, the nearer the likelier, over some years."""

    def __init__(self, towns: list[Town], centre: Town, chance: Random) -> None:
        reach = chance.uniform(0.3, 2.5)
        away = {town: hypot(town.at[0] - centre.at[0], town.at[1] - centre.at[1]) for town in towns}
        self.towns = Odds((town, 1 / (0.1 + far)) for town, far in away.items() if far <= reach)
        first = chance.randint(FIRST_YEAR, LAST_YEAR - 4)
        self.years = _years(first, min(first + chance.randint(4, 25), LAST_YEAR))


class Terrain:
    """The gazetteer as the synthetic incidents use it: read at once, so that they can be made up beside other work."""

    def __init__(self) -> None:
        chance = Random(SEED)  # noqa: S311  nothing secret is drawn
        areas = Place.objects.only("name", "native_name", "country_code", "province_code", "extent")
        provinces = areas.of_kind(PlaceKind.PROVINCE).exclude(province_code="")
        countries = areas.of_kind(PlaceKind.COUNTRY).defer("extent")
        self.provinces = {place.province_code: _area(place, place.extent) for place in provinces}
        self.countries = {place.country_code: _area(place) for place in countries}
        by_country = _towns()
        empty = set(chance.sample(sorted(by_country), int(len(by_country) * EMPTY_COUNTRIES)))
        self.towns = [town for country in sorted(set(by_country) - empty) for town in by_country[country]]
        centres = [chance.choice(self.towns) for _number in range(HOT_SPOTS)]
        self.spots = Odds(
            (Spot(by_country[centre.country], centre, chance), chance.paretovariate(1.1)) for centre in centres
        )

    def draw(self, chance: Random) -> tuple[Town, int]:
        """A town and a year."""
        if chance.random() < SCATTERED:
            return chance.choice(self.towns), chance.choice(EVERY_YEAR)
        spot = self.spots.draw(chance)
        return spot.towns.draw(chance), chance.choice(spot.years)


def _towns() -> dict[str, list[Town]]:
    """The towns of each country, in the order of their keys."""
    rows = Place.objects.of_kind(PlaceKind.SETTLEMENT).filter(point__isnull=False).order_by("pk")
    found: defaultdict[str, list[Town]] = defaultdict(list)
    for place in rows.only("name", "native_name", "country_code", "province_code", "point").iterator():
        if place.point:
            found[place.country_code].append(_town(place, place.point))
    return found


def _town(place: Place, point: Point) -> Town:
    at = (point.x, point.y)
    return Town(place.pk, place.name, place.native_name, place.country_code, place.province_code, at)


def _area(place: Place, extent: MultiPolygon | None = None) -> Area:
    return Area(place.pk, place.name, place.native_name, extent)
