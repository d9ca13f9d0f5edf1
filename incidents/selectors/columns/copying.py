"""Rows on their way: PostgreSQL writes them as CSV (COPY), Arrow reads that, DuckDB takes it over."""

import io
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from django.db import connections
from pyarrow import csv

from incidents.querysets.record import PUBLIC
from incidents.selectors.columns.layout import NULL, Column


def copied(statement: str, parameters: Sequence[Any], columns: Sequence[Column]) -> pa.Table:
    """What a COPY statement hands out through the public role, as text in the columns' names."""
    names = [column.name for column in columns]
    written = io.BytesIO()
    connections[PUBLIC].ensure_connection()
    with connections[PUBLIC].connection.cursor() as cursor, cursor.copy(statement, parameters) as handed:
        for part in handed:
            written.write(part)
    if not written.tell():
        return pa.table({name: pa.array([], pa.string()) for name in names})
    written.seek(0)
    return csv.read_csv(
        written,
        read_options=csv.ReadOptions(column_names=names),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            null_values=[NULL],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
