"""Who answers counts: PostgreSQL, or the columns in this process. Both are asked with the same querysets."""

from typing import Any, Protocol

from django.db.models import CharField, Func, QuerySet

from incidents.filters import Query
from incidents.querysets.record import PublishedIncidentQuerySet

Rows = PublishedIncidentQuerySet
Found = list[tuple[Any, ...]]
Box = tuple[float, float, float, float]


class Each(Func):
    """A row for each member of an array."""

    function = "unnest"
    set_returning = True
    output_field = CharField()


class Reader(Protocol):
    """Somebody who answers questions about the rows of a query."""

    def rows(self, query: Query, *but: str) -> Rows:
        """The rows that meet a query, or all of it but some parameters: in no order, to be asked of this reader."""

    def wholes(self, query: Query) -> Rows:
        """The rows that meet a query without the parts of which the whole meets it too, in no order."""

    def overlapping(self, rows: Rows, boxes: tuple[Box, ...]) -> Rows:
        """Those of the rows that are areas and whose box touches one of some boxes, or nearly."""

    def found(self, rows: QuerySet[Any, Any]) -> Found:
        """What a queryset of ``values_list`` lists."""

    def numbers(self, rows: Rows, **aggregates: Any) -> dict[str, Any]:
        """Aggregates over all the rows."""

    def count(self, rows: Rows, most: int) -> int:
        """How many rows there are; ``most`` and one where there are more."""

    def totals(self, query: Query) -> dict[str, Any]:
        """A query in numbers: those of ``record_queries.Totals``."""

    def stretch(self, query: Query, start: int, number: int, *, on_map: bool) -> Rows:
        """Some rows of a query in its order, from the database; with ``on_map``, of those that may be drawn."""

    def values(self, query: Query, column: str) -> dict[str, int]:
        """How many of ``wholes`` have each value of a column of several values."""

    def over(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """The answer to a question over ``base``, the rows."""

    def pairs(self, rows: QuerySet[Any, Any], question: str, *values: Any) -> Found:
        """The answer to a question over ``base``, the rows, and ``pairs``, who is named in them on which ground."""
