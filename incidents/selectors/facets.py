"""How many incidents a query finds with each value of each facet, all its other filters applied.

The rows are read once. Rows that fail the choice made in exactly one facet are read too, for they are what
that facet would add: so a facet in which something is chosen still counts its other values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import connections
from django.db.models import BooleanField, ExpressionWrapper, F, Value
from django.db.models.functions import Coalesce

from incidents.filters import Facet, IncidentFilter, Query
from incidents.querysets.record import PUBLIC
from incidents.selectors.columns import Columns, Reader, reader
from incidents.selectors.columns.postgres import statement

TOO_MANY: Final = frozenset({"source"})
"""Parameters with nearly as many values as there are incidents."""

FACETS: Final = tuple(
    name for name, found in IncidentFilter.base_filters.items() if isinstance(found, Facet) and name not in TOO_MANY
)
"""Every parameter whose values are counted, in the order of the filter set."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A value of a facet and the incidents that have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a facet that were asked for, and how many it has.

    Most incidents first; among equals in the order of their codes.
    """

    shown: list[Counted]
    total: int


def facets(
    query: Query, names: tuple[str, ...] = FACETS, most: int | None = None, by: Reader | None = None
) -> dict[str, Values]:
    """The values of each facet; with ``most``, the first so many of each, and those that are chosen."""
    asked = by or reader()
    if isinstance(asked, Columns):
        return _in_columns(asked, query, names, most)
    counted = _in_postgres(asked, query, names)
    return {name: _values(query, name, found, len(found), most) for name, found in counted.items()}


def _values(query: Query, name: str, counted: Mapping[str, int], total: int, most: int | None) -> Values:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    chosen = query.chosen(name)
    shown = [pair for place, pair in enumerate(ordered) if most is None or place < most or pair[0] in chosen]
    return Values([Counted(*pair) for pair in shown], total)


def _in_columns(columns: Columns, query: Query, names: tuple[str, ...], most: int | None) -> dict[str, Values]:
    """The counts, from columns as numbers: the rows are marked once for all facets in which nothing is chosen."""
    found = {}
    with columns.store.lock:
        for name in names:
            facet = _filter(name)
            coded = columns.store.arrays.coded(str(facet.field_name), many=facet.many)
            counted, total = coded.counted(columns.marks(query, name), most, query.chosen(name))
            found[name] = _values(query, name, counted, total, most)
    return found


def _in_postgres(asked: Reader, query: Query, names: tuple[str, ...]) -> dict[str, dict[str, int]]:
    """The counts, in one statement."""
    chosen = [name for name in names if name in query.values]
    columns = {f"facet_{number}": F(str(_filter(name).field_name)) for number, name in enumerate(names)}
    rows = asked.rows(query, *chosen).annotate(**columns, **_meets(query, chosen))
    sql, parameters = statement(rows.values_list(*columns, *(f"meets_{name}" for name in chosen)))
    counts = " UNION ALL ".join(_count(number, name, chosen) for number, name in enumerate(names))
    found: dict[str, dict[str, int]] = {name: {} for name in names}
    with connections[PUBLIC].cursor() as cursor:
        cursor.execute(f"WITH base AS MATERIALIZED ({sql}) {counts}", parameters)
        for name, value, count in cursor.fetchall():
            found[name][value] = count
    return found


def _meets(query: Query, chosen: list[str]) -> dict[str, Coalesce]:
    """How a row fares with what is chosen in each facet."""
    return {
        f"meets_{name}": Coalesce(
            ExpressionWrapper(_filter(name).condition(query.values[name]), output_field=BooleanField()),
            Value(False),  # noqa: FBT003 (a value of SQL)
        )
        for name in chosen
    }


def _filter(name: str) -> Facet:
    found = IncidentFilter.base_filters[name]
    if not isinstance(found, Facet):
        message = f"{name} has no values to count."
        raise TypeError(message)
    return found


def _count(number: int, name: str, chosen: list[str]) -> str:
    """The statement that counts one facet among the rows that meet what is chosen in all others."""
    facet = _filter(name)
    value, source = (f"facet_{number}", "base")
    if facet.many:
        value, source = "value", f"base CROSS JOIN LATERAL unnest(facet_{number}) AS value"
    others = [f"meets_{other}" for other in chosen if other != name]
    where = " AND ".join([*others, f"{value}::text <> ''"])
    return f"SELECT '{name}', {value}::text, count(*) FROM {source} WHERE {where} GROUP BY 2"  # noqa: S608
