"""How many incidents a query finds with each value of each facet, all its other filters applied.

The rows are read once. Rows that fail the choice made in exactly one facet are read too, for they are what
that facet would add: so a facet in which something is chosen still counts its other values.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from django.db import connections
from django.db.models import BooleanField, ExpressionWrapper, F, Value
from django.db.models.functions import Coalesce

from incidents.filters import Facet, IncidentFilter, Query
from incidents.querysets.record import PUBLIC, PublishedIncidentQuerySet
from incidents.selectors.columns import Columns, Reader, reader

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


def facets(query: Query, names: tuple[str, ...] = FACETS, by: Reader | None = None) -> dict[str, list[Counted]]:
    """The values of each facet, most incidents first; among equals in the order of their codes."""
    asked = by or reader()
    chosen = [name for name in names if name in query.values]
    rows = asked.rows(query, *chosen)
    counted = _in_columns(asked, rows, query, names, chosen) if isinstance(asked, Columns) else None
    found = counted or _in_postgres(rows, query, names, chosen)
    return {
        name: [Counted(*pair) for pair in sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))]
        for name, values in found.items()
    }


def _in_columns(
    columns: Columns, rows: PublishedIncidentQuerySet, query: Query, names: tuple[str, ...], chosen: list[str]
) -> dict[str, dict[str, int]]:
    """The counts, from columns as numbers: the rows are found once, and marked for each facet."""
    store = columns.store
    with store.lock:
        read = columns.arrays(rows.annotate(**_meets(query, chosen)).values("pk", *(f"meets_{one}" for one in chosen)))
        found = {}
        for name in names:
            marked = np.ones(len(read["pk"]), bool)
            for other in chosen:
                if other != name:
                    marked &= read[f"meets_{other}"].astype(bool)
            facet = _filter(name)
            coded = store.coded(str(facet.field_name), many=facet.many)
            found[name] = coded.counted(store.marked(read["pk"][marked]))
    return found


def _in_postgres(
    rows: PublishedIncidentQuerySet, query: Query, names: tuple[str, ...], chosen: list[str]
) -> dict[str, dict[str, int]]:
    """The counts, in one statement."""
    columns = {f"facet_{number}": F(str(_filter(name).field_name)) for number, name in enumerate(names)}
    meets = _meets(query, chosen)
    sql, parameters = rows.annotate(**columns, **meets).values_list(*columns, *meets).query.sql_with_params()
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
