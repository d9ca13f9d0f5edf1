"""Addresses of queries: the same list with something added, changed or left away."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from incidents.filters import Query, encoded
from incidents.rules.moments import spelt_moment


def address(path: str, query: str) -> str:
    """A path with its query string, if there is one."""
    return f"{path}?{query}" if query else path


def incident_address(public_id: str, as_of: datetime | None) -> str:
    """An incident as it stands, or as it stood at a moment of record time."""
    return address(f"/incidents/{public_id}/", encoded({"as_of": spelt_moment(as_of)}) if as_of else "")


def paged(query: Query, page: int) -> str:
    """A page of a query on the explorer."""
    return address("/", "&".join(filter(None, (query.canonical, f"page={page}" if page > 1 else ""))))


def without(query: Query, name: str, value: Any) -> str:
    """The same query without one value of a parameter."""
    several = isinstance(query.values.get(name), list)
    rest = [part for part in query.spelt[name].split(",") if part != value] if several else []
    return changed(query, **{name: ",".join(rest) or None})


def changed(query: Query, **values: str | None) -> str:
    """The same query with some parameters set to other values, or left out where the value is None."""
    new = {name: encoded({name: text}) for name, text in values.items() if text is not None}
    parts = {name: part for name, part in query.parts.items() if name not in values} | new
    return "&".join(parts[name] for name in sorted(parts))


def filters_in_force(query: Query) -> Iterator[tuple[str, Any]]:
    """Each parameter with each of its values; the order of the list is no filter."""
    for name, value in query.values.items():
        if name == "sort":
            continue
        for one in value if isinstance(value, list) else [value]:
            yield name, one
