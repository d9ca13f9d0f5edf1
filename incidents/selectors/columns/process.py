"""The columns in this process: querysets are asked of them as statements, and once a query's rows are marked, totals,
pages and values are counted from arrays.
"""

from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from django.contrib.postgres.aggregates import StringAgg
from django.core.exceptions import EmptyResultSet
from django.db.models import Count, QuerySet, TextField, Value
from django.db.models.functions import Cast
from numpy.typing import NDArray

from incidents.filters import SORTS, Query
from incidents.models.record import PublishedIncident
from incidents.querysets.record import COLUMNS
from incidents.selectors.columns.arrays import Marks, moment
from incidents.selectors.columns.layout import NAMINGS, TABLE
from incidents.selectors.columns.places import in_box, touching
from incidents.selectors.columns.reading import Box, Found, Rows
from incidents.selectors.columns.store import Store
from incidents.selectors.columns.terms import Term

IN_POSTGRES: Final = frozenset({"q", "polygon", "near", "radius"})
"""Parameters that PostgreSQL answers: which versions they keep is asked there, all else of the columns."""


class Columns:
    """The columns of the record in this process. Its answers are those of ``Reader``."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    def _state(self) -> tuple[Store, str]:
        """What an answer is true of."""
        return self.store, self.store.chained

    def rows(self, query: Query, *but: str) -> Rows:
        """Kept by the columns, with the versions that PostgreSQL finds by words, by a polygon and around a place."""
        left = query.values.keys() & set(but)
        return query.once((*self._state, "rows", *sorted(left)), lambda: self._rows(query, left))

    def _rows(self, query: Query, but: set[str]) -> Rows:
        rows = PublishedIncident.objects.using(COLUMNS).live().as_of(query.as_of).order_by()
        elsewhere = IN_POSTGRES & query.values.keys() - but
        rows = query.kept(rows, without={*IN_POSTGRES, "bbox", *but})
        if elsewhere:
            rows = rows.filter(self._found(query, elsewhere))
        if "bbox" in query.values and "bbox" not in but:
            rows = rows.filter(in_box(self.store, query.values["bbox"]))
        return rows

    def _found(self, query: Query, names: frozenset[str]) -> Term:
        """That a version is among those that PostgreSQL keeps by some parameters."""
        name = (*(f"{one}={query.values[one]}" for one in sorted(names)), str(query.as_of))
        keys = self.store.remembered(name)
        if keys is None:
            rows = PublishedIncident.objects.public().live().as_of(query.as_of).order_by()
            kept = query.kept(rows, only=names)
            keys = kept.aggregate(keys=StringAgg(Cast("pk", TextField()), ","))["keys"] or "-1"
            self.store.remember(name, keys)
        return _among(keys)

    def wholes(self, query: Query) -> Rows:
        """Without the parts that the arrays show, which are few in most records."""
        rows = self.rows(query)
        with self.store.lock:
            parts = self.store.arrays.versions[self.marks(query) & ~self._counted(query)]
        return rows.filter(~_among(",".join(map(str, parts)))) if len(parts) else rows

    def overlapping(self, rows: Rows, boxes: tuple[Box, ...]) -> Rows:
        """Found by the corners of areas."""
        return rows.filter(touching(boxes))

    def found(self, rows: QuerySet[Any, Any]) -> Found:
        """One question."""
        return self.select(*_asked(rows))

    def numbers(self, rows: Rows, **aggregates: Any) -> dict[str, Any]:
        """One question, which always has one answer."""
        found = self.found(rows.values_list(Value(1)).annotate(**aggregates))
        numbers = found[0][1:] if found else [one.empty_result_set_value for one in aggregates.values()]
        return dict(zip(aggregates, numbers, strict=True))

    def count(self, rows: Rows, most: int) -> int:
        """One question; to count all is nothing here."""
        number: int = self.numbers(rows, number=Count("pk"))["number"]
        return min(number, most + 1)

    def marks(self, query: Query, *but: str) -> Marks:
        """The rows that meet a query, or all of it but some parameters, marked: all counts are made of these."""
        left = sorted(query.values.keys() & set(but))
        return query.once((*self._state, "marks", *left), lambda: self.marked(self.rows(query, *left)))

    def marked(self, rows: Rows) -> Marks:
        """Some rows, marked."""
        with self.store.lock:
            return self.store.arrays.marks(self.read(rows.values("pk"))["pk"])

    def _counted(self, query: Query) -> Marks:
        """``wholes``, marked."""
        marks = self.marks(query)
        return query.once((*self._state, "counted"), lambda: marks & ~self.store.arrays.parts(marks))

    def totals(self, query: Query) -> dict[str, Any]:
        """Counted from arrays."""
        with self.store.lock:
            marks, arrays = self.marks(query), self.store.arrays
            begun, ended = (arrays.of(name)[marks] for name in ("occurred_earliest", "occurred_latest"))
            counts = {
                "count": marks,
                "parts": marks & arrays.parts(arrays.held(query.as_of)),
                "unmapped": marks & arrays.of("geometry IS NULL"),
                "demonstration": marks & arrays.of("demonstration"),
            }
            begun, ended = begun[~np.isnat(begun)], ended[~np.isnat(ended)]
            return {
                **{name: int(np.count_nonzero(some)) for name, some in counts.items()},
                "earliest": moment(begun.min()) if len(begun) else None,
                "latest": moment(ended.max()) if len(ended) else None,
            }

    def stretch(self, query: Query, start: int, number: int, *, on_map: bool) -> Rows:
        """Which rows these are is read from arrays; they themselves come from the database."""
        with self.store.lock:
            marks, arrays = self.marks(query), self.store.arrays
            marks = marks & arrays.of("geometry IS NOT NULL") if on_map else marks
            order = arrays.order(_order(SORTS[query.sort]))
            some = order[marks[order]][start : start + number]
            keys = arrays.versions[some].tolist()
        return PublishedIncident.objects.public().filter(pk__in=keys).order_by(*SORTS[query.sort])

    def values(self, query: Query, column: str) -> dict[str, int]:
        """From the column as numbers."""
        with self.store.lock:
            return self.store.arrays.coded(column, many=True).counted(self._counted(query))[0]

    def over(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """One question."""
        sql, parameters = _asked(rows)
        return self.select(f"WITH base AS ({sql}) {question}", [*parameters, *values])

    def pairs(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """One question; the documents were opened when the columns were loaded."""
        sql, parameters = _asked(rows)
        pairs = f"pairs AS (SELECT naming.* FROM {NAMINGS} AS naming JOIN base USING (version_id))"  # noqa: S608
        return self.select(f"WITH base AS ({sql}), {pairs} {question}", [*parameters, *values])

    def select(self, sql: str, parameters: list[Any]) -> Found:
        """The rows of a question."""
        with self.store.lock:
            answer = self.store.ask(*_spelt(sql, parameters))
            moments = [place for place, column in enumerate(answer.description or ()) if column[1] == "TIMESTAMP"]
            rows = answer.fetchall()
        return [_read(row, moments) for row in rows] if moments else rows

    def read(self, rows: QuerySet[Any, Any]) -> dict[str, NDArray[Any]]:
        """What a queryset of ``values`` lists, as arrays by name."""
        with self.store.lock:
            found: dict[str, NDArray[Any]] = self.store.ask(*_spelt(*_asked(rows))).fetchnumpy()
        return {name: np.ma.filled(column, 0) for name, column in found.items()}


def _among(keys: str) -> Term:
    """That a version is among some, whose keys have commas between them."""
    return Term("version_id IN (SELECT unnest(CAST(string_split(%s, ',') AS BIGINT[])))", [keys])


def _order(names: tuple[str, ...]) -> str:
    """An order of the list in the engine's words."""
    return ", ".join(f"{name.removeprefix('-')} {'DESC' if name.startswith('-') else 'ASC'}" for name in names)


def _asked(rows: QuerySet[Any, Any]) -> tuple[str, list[Any]]:
    """A queryset as a statement of the columns; one that can find nothing asks for nothing."""
    try:
        sql, parameters = rows.query.sql_with_params()
    except EmptyResultSet:
        return f"SELECT version_id AS pk FROM {TABLE} WHERE false", []  # noqa: S608  name of a table
    return sql, list(parameters)


def _spelt(sql: str, parameters: list[Any]) -> tuple[str, list[Any]]:
    """A statement of Django's as DuckDB reads it."""
    return sql % (("?",) * len(parameters)), [_given(one) for one in parameters]


def _given(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)  # and not as one of Django's kinds of numbers
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None)
    return str(value) if isinstance(value, str) else value


def _read(row: tuple[Any, ...], moments: list[int]) -> tuple[Any, ...]:
    """A row with its moments as Django would have read them."""
    return tuple(value.replace(tzinfo=UTC) if place in moments and value else value for place, value in enumerate(row))
