"""Addresses of queries: the same list with something added, changed or left away."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode

from incidents.filters import Query


def address(path: str, query: str) -> str:
    """A path with its query string, if there is one."""
    return f"{path}?{query}" if query else path


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


def changed(query: Query, **values: str) -> str:
    """The same query with some parameters set to other values."""
    pairs = dict(parse_qsl(query.canonical)) | values
    return urlencode(sorted(pairs.items()), safe=",:")


def filters_in_force(query: Query) -> Iterator[tuple[str, Any]]:
    """Each parameter with each of its values; the order of the list is no filter."""
    for name, value in query.values.items():
        if name == "sort":
            continue
        for one in value if isinstance(value, list) else [value]:
            yield name, one
