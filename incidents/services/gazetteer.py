"""Load the gazetteer: countries, their provinces, and cities with every name they go by.

Reference data, the same for everybody, so no ``actor``. Loading again changes nothing that has not changed; a place
that incidents already use keeps its row.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import shapely
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point
from django.db import transaction

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.rules.folding import fold_all
from incidents.rules.precision import settlement_radius_m
from incidents.rules.scripts import native_name

Feature = Mapping[str, Any]
"""A GeoJSON feature of ``management/geodata``; see ``deploy/geodata.py`` for its properties."""

Progress = Callable[[str], None]

BATCH: Final = 2_000
OFFSHORE_DEGREES: Final = 0.3
"""How far a harbour town may lie outside its simplified province (about 30 km)."""

AREA_FIELDS: Final = ("name", "native_name", "alternate_names", "search_names", "country_code3", "parent", "extent")
CITY_FIELDS: Final = (
    "name",
    "native_name",
    "alternate_names",
    "search_names",
    "country_code",
    "country_code3",
    "province_code",
    "parent",
    "point",
    "radius_m",
    "population",
)


@dataclass(frozen=True, kw_only=True)
class Areas:
    """The countries by code, and the provinces with an index of where they lie."""

    countries: dict[str, Place]
    provinces: Sequence[Place]
    index: shapely.STRtree

    def province_at(self, longitude: float, latitude: float, country_code: str) -> Place | None:
        """The province of the country that contains the position, or the nearest one where none does."""
        position = shapely.Point(longitude, latitude)
        inside = [self.provinces[row] for row in self.index.query(position, predicate="intersects")]
        near = [self.provinces[row] for row in self.index.query(position, predicate="dwithin", distance=OFFSHORE_DEGREES)]
        own = [place for place in inside or near if place.country_code == country_code]
        own = own or [place for place in near if place.country_code == country_code]
        return min(own, key=lambda place: shapely.distance(position, _outline(place)), default=None)


def search_lines(names: Iterable[str]) -> str:
    """Folded names as ``Place.search_names`` keeps them: one a line, a newline before the first and after the last."""
    folded = fold_all(names)
    return "\n" + "".join(f"{name}\n" for name in folded) if folded else ""


def is_loaded(cities: int, areas: int) -> bool:
    """Whether the gazetteer already holds as many cities and areas."""
    return (
        Place.objects.filter(geonames_id__isnull=False).count() >= cities
        and Place.objects.of_kind(PlaceKind.COUNTRY, PlaceKind.PROVINCE).count() >= areas
    )


@transaction.atomic
def load_gazetteer(
    *,
    countries: Iterable[Feature],
    provinces: Iterable[Feature],
    cities: Iterable[Mapping[str, Any]],
    progress: Progress,
) -> None:
    """Write countries, provinces and cities, each linked to what contains it."""
    by_code = load_countries(countries)
    progress(f"{len(by_code):,} countries")
    own = load_provinces(provinces, by_code)
    progress(f"{len(own):,} provinces")
    outlines = [_outline(place) for place in own]
    areas = Areas(countries=by_code, provinces=own, index=shapely.STRtree(outlines))
    count = 0
    for batch in _batches((_city(row, areas) for row in cities), BATCH):
        Place.objects.bulk_create(
            batch, update_conflicts=True, unique_fields=["geonames_id"], update_fields=CITY_FIELDS, batch_size=BATCH
        )
        count += len(batch)
        progress(f"{count:,} cities")


def load_countries(features: Iterable[Feature]) -> dict[str, Place]:
    """Write the countries that have an extent, and answer with them by ISO 3166-1 alpha-2 code."""
    known = {place.country_code: place for place in Place.objects.of_kind(PlaceKind.COUNTRY)}
    loaded = [_country(feature, known) for feature in features if feature["geometry"]]
    _write_areas(loaded)
    return {place.country_code: place for place in loaded}


def load_provinces(features: Iterable[Feature], countries: Mapping[str, Place]) -> list[Place]:
    """Write the provinces of ``countries``. One with an ISO 3166-2 code is known by it, any other by its name."""
    known = {_province_key(place): place for place in Place.objects.of_kind(PlaceKind.PROVINCE)}
    loaded = [_province(feature, countries[feature["properties"]["country"]], known) for feature in features]
    _write_areas(loaded)
    return loaded


def _country(feature: Feature, known: Mapping[str, Place]) -> Place:
    properties = feature["properties"]
    place = known.get(properties["iso_a2"]) or Place(kind=PlaceKind.COUNTRY, country_code=properties["iso_a2"])
    place.country_code3 = properties["iso_a3"]
    place.population = properties["population"] or None
    return _named(place, feature, native=properties["native"])


def _province(feature: Feature, country: Place, known: Mapping[tuple[str, str], Place]) -> Place:
    properties = feature["properties"]
    place = Place(
        kind=PlaceKind.PROVINCE,
        country_code=country.country_code,
        country_code3=country.country_code3,
        province_code=properties["iso"],
        name=properties["name"],
        parent=country,
    )
    return _named(known.get(_province_key(place), place), feature, native="")


def _province_key(place: Place) -> tuple[str, str]:
    return place.country_code, place.province_code or place.name


def _named(place: Place, feature: Feature, *, native: str) -> Place:
    """The area with the feature's names and extent."""
    properties = feature["properties"]
    place.name = properties["name"]
    place.native_name = "" if native == place.name else native
    place.alternate_names = [name for name in properties["names"] if name != place.native_name]
    place.search_names = search_lines([place.name, place.native_name, *place.alternate_names])
    extent = GEOSGeometry(json.dumps(feature["geometry"]))
    place.extent = extent if isinstance(extent, MultiPolygon) else MultiPolygon(extent, srid=4326)
    return place


def _write_areas(places: Sequence[Place]) -> None:
    Place.objects.bulk_create([place for place in places if place.pk is None], batch_size=500)
    Place.objects.bulk_update([place for place in places if place.pk is not None], AREA_FIELDS, batch_size=500)


def _city(row: Mapping[str, Any], areas: Areas) -> Place:
    """A place for one of GeoNames' cities."""
    code, longitude, latitude = row["countrycode"], row["longitude"], row["latitude"]
    country = areas.countries.get(code)
    province = areas.province_at(longitude, latitude, code)
    names = [name for name in row["alternatenames"] if name and name != row["name"]]
    native = native_name(code, [row["name"], *names])
    return Place(
        geonames_id=row["geonameid"],
        kind=PlaceKind.SETTLEMENT,
        name=row["name"],
        native_name=native,
        alternate_names=[name for name in names if name != native],
        search_names=search_lines([row["name"], *names]),
        country_code=code,
        country_code3=country.country_code3 if country else "",
        province_code=province.province_code if province else "",
        parent=province or country,
        point=Point(longitude, latitude, srid=4326),
        radius_m=settlement_radius_m(row["population"]),
        population=row["population"],
    )


def _outline(place: Place) -> shapely.Geometry:
    """The extent for the arithmetic done here, outside the database."""
    return shapely.from_wkb(place.extent.wkb.tobytes()) if place.extent else shapely.Polygon()


def _batches(places: Iterable[Place], size: int) -> Iterator[list[Place]]:
    """Lists of at most ``size`` of them."""
    remaining = iter(places)
    while batch := list(islice(remaining, size)):
        yield batch
