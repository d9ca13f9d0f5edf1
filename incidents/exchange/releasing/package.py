"""The Frictionless Data Package of a release (Data Package 1.0): what a program reads first.

The schema of each table is made of the columns that write it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from incidents.exchange.codebook import CODES, HEADER, as_json
from incidents.exchange.columns import COLUMNS, Column, Kind
from incidents.exchange.releasing.changes import CHANGES
from incidents.exchange.releasing.edition import ReleaseEdition
from incidents.presenting.frame import LICENCE_NAME, LICENCE_URL
from incidents.public.frame import absolute
from incidents.rules.releases import SCHEMA_VERSION, Made

TYPES: Final[dict[Kind, dict[str, Any]]] = {
    Kind.TEXT: {"type": "string"},
    Kind.INTEGER: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.BOOLEAN: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    Kind.MOMENT: {"type": "datetime", "format": "any"},
    Kind.LIST: {"type": "string"},
}
"""Of a cell in CSV. A list is one text there; a moment may have parts of a second, which the default format has not."""

BOUNDS: Final = {"longitude": 180, "latitude": 90}
TABLES: Final[dict[str, Sequence[Column]]] = {"incidents.csv": COLUMNS, "changes.csv": CHANGES}
CODEBOOK: Final = "codebook.csv"


def data_package(edition: ReleaseEdition, made: Mapping[str, Made]) -> bytes:
    """The description of all files that are made."""
    package = {
        "profile": "data-package",
        "name": f"attest-{edition.tag}",
        "id": edition.url,
        "title": edition.sentence,
        "description": edition.notice or edition.citation,
        "homepage": edition.url,
        "version": edition.tag,
        "created": edition.as_of,
        "schema_version": SCHEMA_VERSION,
        "licenses": [{"name": "CC-BY-4.0", "title": LICENCE_NAME, "path": LICENCE_URL}],
        "contributors": [{"title": "Attest", "role": "publisher", "path": absolute("/")}],
        "sources": [{"title": "Attest", "path": absolute("/")}],
        "resources": list(_resources(made)),
    }
    return as_json(package)


def _resources(made: Mapping[str, Made]) -> Iterator[dict[str, Any]]:
    for name, one in made.items():
        described = {
            "name": _slug(name),
            "path": name,
            "mediatype": one.media_type.partition(";")[0],
            "bytes": one.byte_size,
            "hash": f"sha256:{one.sha256}",
        }
        if name in TABLES or name == CODEBOOK:
            yield {
                **described,
                "profile": "tabular-data-resource",
                "type": "table",
                "format": "csv",
                "encoding": "utf-8",
                "schema": _schema(TABLES[name]) if name in TABLES else _codebook_schema(),
            }
        else:
            yield {**described, "profile": "data-resource", "type": "file"}


def _slug(name: str) -> str:
    """The name of a resource: lower-case letters, digits, dots, hyphens, underscores and slashes."""
    path = PurePosixPath(name)
    return f"parquet-{path.parent.name.removeprefix('year=').strip('_').lower()}" if path.parent.name else name.lower()


def _schema(columns: Sequence[Column]) -> dict[str, Any]:
    return {"fields": [_field(one) for one in columns], "missingValues": [""], "primaryKey": ["id"]}


def _field(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        **TYPES[column.kind],
        "description": str(column.meaning),
        **({"unit": str(column.unit)} if column.unit else {}),
        "constraints": _constraints(column),
    }


def _constraints(column: Column) -> dict[str, Any]:
    """What always holds of a column's cells. A list may be empty, and an empty cell is a missing one in CSV."""
    found: dict[str, Any] = {}
    if not column.nullable and column.kind is not Kind.LIST:
        found["required"] = True
    if column.kind is Kind.INTEGER:
        found["minimum"] = 0
    if column.name in BOUNDS:
        found |= {"minimum": -BOUNDS[column.name], "maximum": BOUNDS[column.name]}
    if column.kind is Kind.TEXT and column.name in CODES:
        found["enum"] = [str(code) for code in CODES[column.name].values]
    return found


def _codebook_schema() -> dict[str, Any]:
    return {"fields": [{"name": name, "type": "string"} for name in HEADER], "missingValues": [""]}
