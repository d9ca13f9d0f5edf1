"""Downloads as the programs of other people read them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyogrio
import shapely
from django.test import Client

LAYERS = ("incidents_points", "incidents_areas", "incidents_without_geometry")


def fetched(client: Client, form: str, query: str = "") -> bytes:
    """The bytes of a download that comes at once."""
    answer = client.get(f"/downloads/incidents.{form}?{query}")
    assert answer.status_code == 200, (answer.status_code, query)
    return bytes(answer.getvalue())


def csv_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def features(data: bytes) -> list[dict[str, Any]]:
    return list(json.loads(data)["features"])


def json_lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().splitlines()]


def kept(data: bytes, path: Path) -> Path:
    path.write_bytes(data)
    return path


def geopackage(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of each layer, with ``geometry`` by shapely where it has one."""
    return {layer: _rows(path, layer) for layer in LAYERS}


def _rows(path: Path, layer: str) -> list[dict[str, Any]]:
    meta, _fids, geometry, fields = pyogrio.raw.read(path, layer=layer)
    names = list(meta["fields"])
    rows = [dict(zip(names, row, strict=True)) for row in zip(*fields, strict=True)]
    shapes = [None] * len(rows) if geometry is None else list(shapely.from_wkb(geometry))
    return [{**row, "geometry": shape} for row, shape in zip(rows, shapes, strict=True)]


def sheet_rows(path: Path) -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(path, read_only=False).worksheets[0]
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip([str(name) for name in header], row, strict=True)) for row in rows]


def parquet_rows(path: Path) -> list[dict[str, Any]]:
    with duckdb.connect(":memory:") as database:
        found = database.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
