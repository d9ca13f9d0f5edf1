"""One page of a query."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self

from django.db.models import QuerySet
from django.http import QueryDict

from incidents.api.cursors import Cursor, CursorRefusedError, digest_of, rows_after
from incidents.api.parameters import read_limit, understand
from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.filters import Query
from incidents.models.record import LogEntry, PublishedIncident

MOST_COUNTED: Final = 10_000
"""Counting stops here, and the answer says so: a whole count of a large record would cost more than the page."""

NEEDLESS: Final = ("version__content", "search_text", "search")


@dataclass(frozen=True)
class Asked:
    """A request for a page, understood.

    ``moment`` names the state of the record that is shown, ``whole`` is everything the query finds in it, and ``rest``
    what of it follows the cursor.
    """

    query: Query
    moment: datetime | None
    limit: int
    whole: QuerySet[PublishedIncident]
    rest: QuerySet[PublishedIncident]

    @classmethod
    def read(cls, params: QueryDict, known: frozenset[str], head: LogEntry | None) -> Self:
        """Understand a query string against the record as it stands.

        Raises:
            ParametersRefusedError: a value cannot be read.
        """
        query, limit = understand(params, known), read_limit(params, known)
        now = head.appended_at if head else None
        try:
            cursor = Cursor.read(str(params["cursor"]), query) if "cursor" in params else None
            moments = [now, query.as_of, cursor.moment if cursor else None]
            moment = min((one for one in moments if one), default=None)
            whole = rows_at(query, params, known, None if moment == now else moment)
            rest = rows_after(whole, query.sort, cursor.last) if cursor else whole
        except CursorRefusedError as error:
            wrong = Wrong("cursor", "This cursor belongs to another query. Begin again without it.")
            raise ParametersRefusedError([wrong], known) from error
        return cls(query, moment, limit, whole, rest)


def rows_at(
    query: Query, params: QueryDict, known: frozenset[str], moment: datetime | None
) -> QuerySet[PublishedIncident]:
    """The rows of a query as the record stood at a moment, or stands."""
    if query.as_of == moment:
        return query.incidents()
    pinned = params.copy()
    pinned.pop("as_of", None)
    if moment:
        pinned["as_of"] = moment.isoformat()
    return understand(pinned, known).incidents()


@dataclass(frozen=True)
class Page:
    """The incidents of one page, how many the query has, and where the next page begins."""

    rows: list[PublishedIncident]
    count: int
    exact: bool
    next: Cursor | None


def read_page(asked: Asked, *, geometry: bool) -> Page:
    """Read a page from the database: one question for the rows, one for how many there are."""
    needless = NEEDLESS if geometry else (*NEEDLESS, "geometry")
    found = list(asked.rest.select_related("version").defer(*needless)[: asked.limit + 1])
    rows, more = found[: asked.limit], len(found) > asked.limit
    onwards = Cursor(digest_of(asked.query), asked.moment, rows[-1].public_id) if more and asked.moment else None
    count = asked.whole.order_by().values("pk")[: MOST_COUNTED + 1].count()
    return Page(rows, min(count, MOST_COUNTED), count <= MOST_COUNTED, onwards)
