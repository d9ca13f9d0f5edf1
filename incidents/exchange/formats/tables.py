"""The columns as Arrow tables, from which GeoParquet and GeoPackage are written."""

from collections.abc import Sequence
from typing import Any, Final

import pyarrow as pa
import shapely

from incidents.exchange.cells import SEPARATOR, values
from incidents.exchange.columns import COLUMNS, Column, Kind
from incidents.exchange.items import Item

GEOMETRY: Final = "geometry"
BBOX: Final = "bbox"
SIDES: Final = ("xmin", "ymin", "xmax", "ymax")
BOX: Final = pa.struct([(side, pa.float64()) for side in SIDES])
"""The box around a geometry, by which readers leave out what they need not read (GeoParquet 1.1, "covering")."""

TYPES: Final = {
    Kind.TEXT: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.MOMENT: pa.timestamp("us", tz="UTC"),
    Kind.LIST: pa.list_(pa.string()),
}


def schema(*, lists: bool, geometry: bool = True, box: bool = False) -> pa.Schema:
    """The columns; ``lists`` says whether lists stay lists or become one text, ``geometry`` adds WKB at the end, and
    ``box`` the box around it.
    """
    fields = [
        pa.field(column.name, _type(column, lists=lists), nullable=column.nullable, metadata=_meaning(column))
        for column in COLUMNS
    ]
    drawn = [pa.field(GEOMETRY, pa.binary())] if geometry else []
    return pa.schema([*fields, *drawn, *([pa.field(BBOX, BOX)] if box else [])])


def table(items: Sequence[Item], shape: pa.Schema) -> pa.Table:
    """The incidents in the shape of ``schema``."""
    rows = [values(item) for item in items]
    found = [
        [_fitting(row[place], shape.field(column.name).type) for row in rows] for place, column in enumerate(COLUMNS)
    ]
    if GEOMETRY in shape.names:
        found.append([_bytes(item.row["wkb"]) for item in items])
    if BBOX in shape.names:
        found.append(boxes(found[-1]))
    arrays = [pa.array(column, type=field.type) for column, field in zip(found, shape, strict=True)]
    return pa.Table.from_arrays(arrays, schema=shape)


def boxes(shapes: Sequence[bytes | None]) -> list[dict[str, float] | None]:
    """The box around each geometry in WKB; none around none."""
    bounds = shapely.bounds(shapely.from_wkb(shapes)).tolist()
    return [
        dict(zip(SIDES, sides, strict=True)) if shape else None for shape, sides in zip(shapes, bounds, strict=True)
    ]


def _type(column: Column, *, lists: bool) -> pa.DataType:
    return pa.string() if column.kind is Kind.LIST and not lists else TYPES[column.kind]


def _meaning(column: Column) -> dict[str, str]:
    return {"description": str(column.meaning), "unit": str(column.unit)}


def _fitting(value: Any, kind: pa.DataType) -> Any:
    return SEPARATOR.join(value) if isinstance(value, list) and pa.types.is_string(kind) else value


def _bytes(wkb: Any) -> bytes | None:
    return bytes(wkb) if wkb is not None else None
