"""The documents behind a query: what pages about actors, publishers and sources are made of."""

from dataclasses import dataclass
from typing import Any, Final

from incidents.filters import Query, read_query

MOST: Final = 300
"""Documents that one page opens; a page that would need more says so."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a version of an incident says, with its id."""

    public_id: str
    content: dict[str, Any]


def current(parameter: str, value: str) -> Query:
    """What the record says now of one actor, publisher, source or place."""
    return read_query({parameter: value, "sort": "-published"})


def documents(query: Query, *, number: int = MOST) -> list[Document]:
    """The first documents of a query in its order."""
    found = query.incidents().values_list("public_id", "version__content")[:number]
    return [Document(public_id, content) for public_id, content in found]
