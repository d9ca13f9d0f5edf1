"""Addresses of queries: the same list with something added, changed or left away."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

from incidents.filters import Query
from incidents.rules.moments import spelt_moment


def address(path: str, query: str) -> str:
    """A path with its query string, if there is one."""
    return f"{path}?{query}" if query else path


def incident_address(public_id: str, as_of: datetime | None) -> str:
    """An incident as it stands, or as it stood at a moment of record time."""
    return address(f"/incidents/{public_id}/", urlencode({"as_of": spelt_moment(as_of)}, safe=":") if as_of else "")


def paged(query: Query, page: int) -> str:
    """A page of a query on the explorer."""
    pairs = parse_qsl(query.canonical)
    return address("/", urlencode([*pairs, ("page", str(page))] if page > 1 else pairs, safe=",:"))


def without(query: Query, name: str, value: Any) -> str:
    """The same query without one value of a parameter."""
    kept = []
    for key, text in parse_qsl(query.canonical):
        if key != name:
            kept.append((key, text))
        elif isinstance(query.values[name], list):
            rest = [part for part in text.split(",") if part != value]
            kept += [(key, ",".join(rest))] if rest else []
    return urlencode(kept, safe=",:")


def changed(query: Query, **values: str | None) -> str:
    """The same query with some parameters set to other values, or left out where the value is None."""
    pairs = dict(parse_qsl(query.canonical)) | values
    return urlencode(sorted((name, text) for name, text in pairs.items() if text is not None), safe=",:")


def filters_in_force(query: Query) -> Iterator[tuple[str, Any]]:
    """Each parameter with each of its values; the order of the list is no filter."""
    for name, value in query.values.items():
        if name == "sort":
            continue
        for one in value if isinstance(value, list) else [value]:
            yield name, one
