"""How many incidents a query finds with each value of each facet, all its other filters applied.

One statement reads the rows once. Rows that fail the choice made in exactly one facet are read too, for they are what
that facet would add: so a facet in which something is chosen still counts its other values.
"""

from dataclasses import dataclass
from typing import Any, Final

from django.db import connections
from django.db.models import BooleanField, ExpressionWrapper, F, Value
from django.db.models.functions import Coalesce

from incidents.filters import Facet, IncidentFilter, Query
from incidents.querysets.record import PUBLIC

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


def facets(query: Query, names: tuple[str, ...] = FACETS) -> dict[str, list[Counted]]:
    """The values of each facet, most incidents first; among equals in the order of their codes."""
    chosen = [name for name in names if name in query.values]
    rows, parameters = _read(query, names, chosen)
    counts = " UNION ALL ".join(_count(number, name, chosen) for number, name in enumerate(names))
    found: dict[str, list[Counted]] = {name: [] for name in names}
    with connections[PUBLIC].cursor() as cursor:
        cursor.execute(f"WITH base AS MATERIALIZED ({rows}) {counts}", parameters)
        for name, value, count in cursor.fetchall():
            found[name].append(Counted(value, count))
    return {name: sorted(values, key=lambda one: (-one.count, one.value)) for name, values in found.items()}


def _read(query: Query, names: tuple[str, ...], chosen: list[str]) -> tuple[str, tuple[Any, ...]]:
    """The statement that reads, of every row in question, the facets and how it fares with what is chosen in them."""
    columns = {f"facet_{number}": F(str(_filter(name).field_name)) for number, name in enumerate(names)}
    meets = {
        f"meets_{name}": Coalesce(
            ExpressionWrapper(_filter(name).condition(query.values[name]), output_field=BooleanField()),
            Value(False),  # noqa: FBT003 (a value of SQL)
        )
        for name in chosen
    }
    rows = query.but(*chosen).incidents().order_by() if chosen else query.incidents().order_by()
    sql, parameters = rows.annotate(**columns, **meets).values_list(*columns, *meets).query.sql_with_params()
    return sql, tuple(parameters)


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
