"""One page of a query."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from django.db.models import QuerySet
from django.http import QueryDict

from incidents.api.cursors import Cursor, CursorRefusedError, digest_of, rows_after
from incidents.api.parameters import read_limit, understand
from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.filters import MOMENTS, Query
from incidents.models.record import LogEntry, PublishedIncident
from incidents.selectors.record_queries import counted_to, stretch

MOST_COUNTED: Final = 10_000
"""Counting stops here, and the answer says so: a whole count of a large record would cost more than the page."""

NEEDLESS: Final = ("version__content", "search_text", "search")


@dataclass(frozen=True)
class Asked:
    """A request for a page, understood.

    ``moment`` names the state of the record that is shown, ``pinned`` is the query of just that state, and ``rest``
    what of it follows the cursor; without a cursor there is none.
    """

    query: Query
    moment: datetime | None
    limit: int
    pinned: Query
    rest: QuerySet[PublishedIncident] | None

    @classmethod
    def read(cls, params: QueryDict, known: frozenset[str], head: LogEntry | None, most: int) -> Self:
        """Understand a query string against the record as it stands; ``most`` is how much an answer may hold.

        Raises:
            ParametersRefusedError: a value cannot be read.
        """
        query, limit = understand(params, known), read_limit(params, known, most)
        now = head.appended_at if head else None
        try:
            cursor = Cursor.read(str(params["cursor"]), digest_of(query)) if "cursor" in params else None
            moments = [now, query.as_of, cursor.moment if cursor else None]
            moment = min((one for one in moments if one), default=None)
            pinned = query_at(query, params, known, None if moment == now else moment)
            rest = rows_after(pinned.incidents(), query.sort, cursor.last) if cursor else None
        except CursorRefusedError as error:
            wrong = Wrong("cursor", "This cursor belongs to another query. Begin again without it.")
            raise ParametersRefusedError([wrong], known) from error
        return cls(query, moment, limit, pinned, rest)


def query_at(query: Query, params: QueryDict, known: frozenset[str], moment: datetime | None) -> Query:
    """The query of the record as it stood at a moment, or stands."""
    if query.as_of == moment:
        return query
    pinned = params.copy()
    for name in MOMENTS:
        pinned.pop(name, None)
    if moment:
        pinned["as_of"] = moment.isoformat()
    return understand(pinned, known)


@dataclass(frozen=True)
class Page:
    """The incidents of one page, how many the query has, and where the next page begins."""

    rows: list[PublishedIncident]
    count: int
    exact: bool
    next: Cursor | None


def read_page(asked: Asked, *, geometry: bool) -> Page:
    """Read a page: one question for the rows, one for how many there are.

    Where the columns of a large record are held, they say which rows a walk begins with and how many it will meet.
    """
    needless, wanted = NEEDLESS if geometry else (*NEEDLESS, "geometry"), asked.limit + 1
    some = stretch(asked.pinned, 0, wanted) if asked.rest is None else asked.rest[:wanted]
    found = list(some.select_related("version").defer(*needless))
    rows, more = found[: asked.limit], len(found) > asked.limit
    onwards = Cursor(digest_of(asked.query), asked.moment, rows[-1].public_id) if more and asked.moment else None
    count = counted_to(asked.pinned, MOST_COUNTED)
    return Page(rows, min(count, MOST_COUNTED), count <= MOST_COUNTED, onwards)
