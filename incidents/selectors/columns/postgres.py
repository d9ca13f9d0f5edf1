"""PostgreSQL, which answers every question that there is."""

from typing import Any

from django.contrib.gis.geos import Polygon
from django.db import connections
from django.db.models import Count, F, Max, Min, Q, QuerySet

from incidents.filters import SORTS, Query
from incidents.querysets.record import PUBLIC
from incidents.selectors.columns.reading import Box, Each, Found, Rows
from incidents.selectors.pairs import PAIRS, STANDING


def statement(rows: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]]:
    """A queryset as a statement, to stand within another; one that can find nothing is one that finds nothing."""
    sql, parameters = rows.query.get_compiler(PUBLIC, elide_empty=False).as_sql()
    return sql, tuple(parameters)


class Postgres:
    """The database, through the public role. Its answers are those of ``Reader``."""

    def rows(self, query: Query, *but: str) -> Rows:
        """Kept by the database."""
        left = sorted(query.values.keys() & set(but))
        return query.once(("rows", *left), lambda: (query.but(*left) if left else query).incidents().order_by())

    def wholes(self, query: Query) -> Rows:
        """Found in each statement anew."""
        return self.rows(query).wholes()

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

    def totals(self, query: Query) -> dict[str, Any]:
        """One statement."""
        rows = self.rows(query)
        return rows.aggregate(
            count=Count("pk"),
            parts=Count("pk", filter=rows.is_part(query.as_of)),
            unmapped=Count("pk", filter=Q(geometry__isnull=True)),
            demonstration=Count("pk", filter=Q(demonstration=True)),
            earliest=Min("occurred_earliest"),
            latest=Max("occurred_latest"),
        )

    def stretch(self, query: Query, start: int, number: int, *, on_map: bool) -> Rows:
        """A part of one statement."""
        found = self.rows(query).order_by(*SORTS[query.sort])
        return (found.on_map() if on_map else found)[start : start + number]

    def values(self, query: Query, column: str) -> dict[str, int]:
        """One statement."""
        rows = self.wholes(query).annotate(value=Each(F(column)))
        return dict(rows.values_list("value").annotate(number=Count("pk")))

    def over(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """One statement."""
        sql, parameters = statement(rows)
        return self.select(f"WITH base AS ({sql}) {question}", [*parameters, *values])

    def pairs(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """One statement, which opens documents."""
        sql, parameters = statement(rows)
        return self.select(
            f"WITH base AS MATERIALIZED ({sql}), {PAIRS} {question}", [*parameters, STANDING, STANDING, *values]
        )

    def select(self, sql: str, parameters: list[Any]) -> Found:
        """The rows of a statement."""
        with connections[PUBLIC].cursor() as cursor:
            cursor.execute(sql, parameters)
            return list(cursor.fetchall())
