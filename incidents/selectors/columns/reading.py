"""Who answers counts: PostgreSQL, or the columns in this process. Both are asked with the same querysets."""

from datetime import UTC, datetime
from typing import Any, Final, Protocol

import numpy as np
from django.contrib.gis.geos import Polygon
from django.contrib.postgres.aggregates import StringAgg
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import CharField, Count, Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from numpy.typing import NDArray

from incidents.filters import Query
from incidents.models.record import PublishedIncident
from incidents.querysets.record import COLUMNS, PUBLIC, PublishedIncidentQuerySet
from incidents.selectors.columns.coding import Marks
from incidents.selectors.columns.layout import NAMINGS, TABLE
from incidents.selectors.columns.places import in_box, touching
from incidents.selectors.columns.store import Store
from incidents.selectors.columns.terms import Term
from incidents.selectors.pairs import PAIRS, STANDING

Rows = PublishedIncidentQuerySet
Found = list[tuple[Any, ...]]
Box = tuple[float, float, float, float]

IN_POSTGRES: Final = frozenset({"q", "polygon", "near", "radius"})
"""Parameters that PostgreSQL answers: which versions they keep is asked there, all else of the columns."""


class Each(Func):
    """A row for each member of an array."""

    function = "unnest"
    set_returning = True
    output_field = CharField()


class Reader(Protocol):
    """Somebody who answers questions about the rows of a query."""

    def rows(self, query: Query, *but: str) -> Rows:
        """The rows that meet a query, or all of it but some parameters: in no order, to be asked of this reader."""

    def overlapping(self, rows: Rows, boxes: tuple[Box, ...]) -> Rows:
        """Those of the rows that are areas and whose box touches one of some boxes, or nearly."""

    def found(self, rows: QuerySet[Any, Any]) -> Found:
        """What a queryset of ``values_list`` lists."""

    def numbers(self, rows: Rows, **aggregates: Any) -> dict[str, Any]:
        """Aggregates over all the rows."""

    def count(self, rows: Rows, most: int) -> int:
        """How many rows there are; ``most`` and one where there are more."""

    def wholes(self, query: Query) -> Rows:
        """The rows that meet a query without the parts of which the whole meets it too, in no order."""

    def values(self, query: Query, column: str) -> dict[str, int]:
        """How many of those have each value of a column of several values."""

    def pairs(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """The answer to a question over ``base``, the rows, and ``pairs``, who is named in them on which ground."""


class Postgres:
    """The database, through the public role. Its answers are those of ``Reader``."""

    def rows(self, query: Query, *but: str) -> Rows:
        """Kept by the database."""
        left = sorted(query.values.keys() & set(but))
        return query.once(("rows", *left), lambda: (query.but(*left) if left else query).incidents().order_by())

    def overlapping(self, rows: Rows, boxes: tuple[Box, ...]) -> Rows:
        """Found by the index over geometry."""
        touched = Q()
        for one in boxes:
            box = Polygon.from_bbox(one)
            box.srid = 4326
            touched |= Q(geometry__bboverlaps=box)
        return rows.on_map().filter(touched, grid_column__isnull=True)

    def found(self, rows: QuerySet[Any, Any]) -> Found:
        """One statement."""
        return list(rows)

    def numbers(self, rows: Rows, **aggregates: Any) -> dict[str, Any]:
        """One statement."""
        return rows.aggregate(**aggregates)

    def count(self, rows: Rows, most: int) -> int:
        """One statement, which goes no further than it must."""
        return rows.values("pk")[: most + 1].count()

    def wholes(self, query: Query) -> Rows:
        """Found in each statement anew."""
        return self.rows(query).wholes()

    def values(self, query: Query, column: str) -> dict[str, int]:
        """One statement."""
        rows = self.wholes(query).annotate(value=Each(F(column)))
        return dict(self.found(rows.values_list("value").annotate(number=Count("pk"))))

    def pairs(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """One statement, which opens documents."""
        sql, parameters = rows.query.sql_with_params()
        return self.select(
            f"WITH base AS MATERIALIZED ({sql}), {PAIRS} {question}", [*parameters, STANDING, STANDING, *values]
        )

    def select(self, sql: str, parameters: list[Any]) -> Found:
        """The rows of a statement."""
        with connections[PUBLIC].cursor() as cursor:
            cursor.execute(sql, parameters)
            return list(cursor.fetchall())


class Columns:
    """The columns of the record in this process. Its answers are those of ``Reader``."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def rows(self, query: Query, *but: str) -> Rows:
        """Kept by the columns, with the versions that PostgreSQL finds by words, by a polygon and around a place."""
        left = query.values.keys() & set(but)
        return query.once((*self._state, *sorted(left)), lambda: self._rows(query, left))

    @property
    def _state(self) -> tuple[Store, str]:
        """What an answer is true of."""
        return self.store, self.store.chained

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

    def wholes(self, query: Query) -> Rows:
        """The parts to leave out are asked for once; most records have few, or none."""
        return query.once((*self._state, "wholes"), lambda: self._wholes(query))

    def _wholes(self, query: Query) -> Rows:
        rows = self.rows(query)
        inside = rows.exclude(parent="").filter(Exists(rows.filter(public_id=OuterRef("parent"))))
        parts = [str(key) for (key,) in self.found(inside.values_list("pk"))]
        return rows.filter(~_among(",".join(parts))) if parts else rows

    def values(self, query: Query, column: str) -> dict[str, int]:
        """From the column as numbers; the rows are marked once."""
        with self.store.lock:
            marks = query.once((*self._state, "marks"), lambda: self.marks(self.wholes(query)))
            return self.store.coded(column, many=True).counted(marks)[0]

    def marks(self, rows: Rows) -> Marks:
        """The rows, marked among all that are held."""
        return self.store.versions().marks(self.arrays(rows.values("pk"))["pk"])

    def pairs(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """One question; the documents were opened when the columns were loaded."""
        sql, parameters = _asked(rows)
        pairs = f"pairs AS (SELECT naming.* FROM {NAMINGS} AS naming JOIN base USING (version_id))"  # noqa: S608
        return self.select(f"WITH base AS ({sql}), {pairs} {question}", [*parameters, *values])

    def select(self, sql: str, parameters: list[Any]) -> Found:
        """The rows of a question."""
        with self.store.lock:
            rows = self.store.ask(*_spelt(sql, parameters)).fetchall()
        return [tuple(map(_read, row)) for row in rows]

    def arrays(self, rows: QuerySet[Any, Any]) -> dict[str, NDArray[Any]]:
        """The same as arrays, by name."""
        with self.store.lock:
            found: dict[str, NDArray[Any]] = self.store.ask(*_spelt(*_asked(rows))).fetchnumpy()
        return {name: np.ma.filled(column, 0) for name, column in found.items()}


def _among(keys: str) -> Term:
    """That a version is among some, whose keys have commas between them."""
    return Term("version_id IN (SELECT unnest(CAST(string_split(%s, ',') AS BIGINT[])))", [keys])


def _asked(rows: QuerySet[Any, Any]) -> tuple[str, list[Any]]:
    """A queryset as a statement of the columns; one that can find nothing asks for nothing."""
    try:
        sql, parameters = rows.query.sql_with_params()
    except EmptyResultSet:
        return f"SELECT version_id FROM {TABLE} WHERE false", []  # noqa: S608  name of a table
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


def _read(value: Any) -> Any:
    """A value as Django would have read it."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else value
