"""GeoPackage 1.x: layers of points and of areas, and a table of the incidents that nothing is drawn of."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from django.utils.translation import gettext as _
from pyogrio.raw import write_arrow

from incidents.exchange.columns import COLUMNS
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.formats.objects import described
from incidents.exchange.formats.tables import GEOMETRY, schema, table
from incidents.exchange.items import Item

POINT: Final = 1
"""The type of a point in WKB (OGC 06-103r4, section 8.2.3), in the byte after that of the byte order."""

LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)

LAYERS: Final[dict[str, tuple[Callable[[Item], bool], str | None]]] = {
    "incidents_points": (lambda item: _kind(item) == POINT, "Point"),
    "incidents_areas": (lambda item: _kind(item) not in (None, POINT), "MultiPolygon"),
    "incidents_without_geometry": (lambda item: _kind(item) is None, None),
}
"""Which incidents stand in which layer, and its type of geometry. Every incident stands in exactly one."""


def write(edition: Edition, path: Path, progress: Progress | None = None) -> None:
    """One file, with what the columns mean and what the file is in two more tables."""
    for layer in LAYERS:
        _add(path, layer, [])
    for page in edition.pages(progress, drawn="wkb"):
        for layer, (belongs, _type) in LAYERS.items():
            found = [item for item in page if belongs(item)]
            if found:
                _add(path, layer, found)
    _add_table(path, "columns", pa.Table.from_pylist(_meanings()))
    about = [{"name": name, "value": "" if value is None else str(value)} for name, value in described(edition).items()]
    _add_table(path, "about", pa.Table.from_pylist(about))
    _settle(path, edition)


def _add(path: Path, layer: str, items: list[Item]) -> None:
    geometry_type = LAYERS[layer][1]
    shape = schema(lists=False, geometry=geometry_type is not None)
    if geometry_type is None:
        _add_table(path, layer, table(items, shape))
        return
    spatial = {"geometry_name": GEOMETRY, "geometry_type": geometry_type, "crs": "EPSG:4326"}
    options = {} if items else {"layer_options": {"SPATIAL_INDEX": "YES", "DESCRIPTION": str(_descriptions()[layer])}}
    write_arrow(table(items, shape), path, layer=layer, driver="GPKG", append=path.exists(), **spatial, **options)


def _add_table(path: Path, layer: str, rows: pa.Table) -> None:
    write_arrow(rows, path, layer=layer, driver="GPKG", append=path.exists())


def _settle(path: Path, edition: Edition) -> None:
    """The same edition is the same file: dated by the record and not by the clock, and written out afresh.

    The header of a SQLite file counts the changes to it (https://www.sqlite.org/fileformat.html), and how many GDAL
    makes differs from one time to the next. In a copy that VACUUM INTO makes, the count begins anew.
    """
    moment = (edition.moment or LONG_AGO).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    settled = path.with_name(f"settled-{path.name}")
    settled.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        with database:
            database.execute("UPDATE gpkg_contents SET last_change = ?", [moment])
        database.execute("VACUUM INTO ?", [str(settled)])
    settled.replace(path)


def _kind(item: Item) -> int | None:
    wkb = item.row["wkb"]
    return None if wkb is None else int(bytes(wkb[1:2])[0])


def _meanings() -> list[dict[str, Any]]:
    return [
        {"name": one.name, "kind": one.kind.value, "unit": str(one.unit), "meaning": str(one.meaning)}
        for one in COLUMNS
    ]


def _descriptions() -> dict[str, str]:
    return {
        "incidents_points": _("Incidents known to a city or more finely; uncertainty_m says how finely."),
        "incidents_areas": _("Incidents known to a district or province: somewhere in the area."),
    }
