"""GeoParquet 1.1: a column store for pandas, DuckDB, R and GIS."""

import json
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from incidents.exchange.editions import Edition, Keys, Progress
from incidents.exchange.formats.objects import described
from incidents.exchange.formats.tables import BBOX, GEOMETRY, SIDES, schema, table

GROUP: Final = 10
"""Pages of rows in one row group."""

GEO: Final = {
    "version": "1.1.0",
    "primary_column": GEOMETRY,
    "columns": {
        GEOMETRY: {
            "encoding": "WKB",
            "geometry_types": ["Point", "MultiPolygon"],
            "orientation": "counterclockwise",
            "edges": "planar",
            "covering": {"bbox": {side: [BBOX, side] for side in SIDES}},
        }
    },
}
"""The metadata ``geo`` of the specification. Without ``crs`` it is OGC:CRS84, longitude before latitude."""


def write(edition: Edition, path: Path, progress: Progress | None = None, keys: Keys | None = None) -> None:
    """One file, of the whole edition or of some ``keys`` of it. What it is stands in its metadata under ``attest``."""
    about = {"geo": json.dumps(GEO), "attest": json.dumps(described(edition), ensure_ascii=False)}
    shape = schema(lists=True, box=True).with_metadata(about)
    with pq.ParquetWriter(path, shape, compression="zstd") as writer:
        waiting: list[pa.Table] = []
        for page in edition.pages(progress, drawn="wkb", keys=keys):
            waiting.append(table(page, shape))
            if len(waiting) == GROUP:
                _group(writer, waiting)
        _group(writer, waiting)


def _group(writer: Any, waiting: list[pa.Table]) -> None:
    if waiting:
        writer.write_table(pa.concat_tables(waiting))
        waiting.clear()
