"""A request for features, understood; and the features that answer it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from django.http import QueryDict

from incidents.api.cursors import Cursor, CursorRefusedError
from incidents.api.pages import query_at
from incidents.api.parameters import understand
from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.filters import Query
from incidents.models.record import LogEntry
from incidents.ogc.collections import Collection, Feature, Rows
from incidents.ogc.crs import Crs
from incidents.ogc.parameters import HOUSE, PAGING, Reading, only, taken_by


@dataclass(frozen=True)
class Asked:
    """Which features, in which state of the record (``moment``, none of an empty one), and from where on.

    ``query`` is what the filters of the record say, of that state; ``as_of`` is the moment asked for. ``rows`` are all
    that are found, ``rest`` those that follow the cursor. ``plain`` says that the filters of the record alone decide,
    so that those who count for the house may count here.
    """

    collection: Collection
    query: Query
    as_of: datetime | None
    moment: datetime | None
    limit: int
    crs: Crs
    rows: Rows
    rest: Rows
    digest: str
    plain: bool


def read(collection: Collection, params: QueryDict, head: LogEntry | None) -> Asked:
    """Understand a query string against the record as it stands.

    Raises:
        ParametersRefusedError: something in it cannot be read; every such parameter is named.
    """
    known = taken_by(collection)
    reading = Reading(params, known)
    limit, crs, box, times = reading.limit(), reading.crs("crs"), reading.box(), reading.times()
    condition = reading.condition(collection)
    house = only(params, HOUSE)
    query = understood(reading, house)
    digest = digest_of(collection, params)
    cursor = cursor_of(collection, params, digest, known)
    now = head.appended_at if head else None
    moments = [now, query.as_of, cursor.moment if cursor else None]
    moment = min((one for one in moments if one), default=None)
    pinned = query_at(query, house, known, None if moment == now else moment)
    rows = collection.rows(pinned.incidents().filter(times))
    if box:
        rows = rows.filter(collection.intersects(box))
    rows = rows.filter(condition)
    rest = collection.ordered(rows, pinned)
    try:
        rest = collection.after(rest, pinned, cursor.last) if cursor else rest
    except CursorRefusedError as error:
        raise ParametersRefusedError([FOREIGN], known) from error
    plain = not (box or times or condition)
    return Asked(collection, pinned, query.as_of, moment, limit, crs, rows, rest, digest, plain)


FOREIGN: Final = Wrong("cursor", "This cursor belongs to another query. Begin again without it.")


def understood(reading: Reading, house: QueryDict) -> Query:
    """The filters of the record, read by the house; what is wrong with them is told with everything else."""
    try:
        query = understand(house, reading.known)
    except ParametersRefusedError as error:
        found = error.members["errors"]
        reading.wrong += [Wrong(one["parameter"], one["detail"], tuple(one.get("allowed", ()))) for one in found]
    reading.end()
    return query


def digest_of(collection: Collection, params: QueryDict) -> str:
    """A short name for what is asked, however it is handed out."""
    said = sorted((name, value) for name, values in params.lists() if name not in PAGING for value in values)
    return hashlib.sha256(f"{collection.id}?{urlencode(said)}".encode()).hexdigest()[:12]


def cursor_of(collection: Collection, params: QueryDict, digest: str, known: frozenset[str]) -> Cursor | None:
    """Where a walk goes on, if it does."""
    if "cursor" not in params:
        return None
    try:
        return Cursor.read(str(params["cursor"]), digest, last=collection.ids)
    except CursorRefusedError as error:
        raise ParametersRefusedError([FOREIGN], known) from error


@dataclass(frozen=True)
class Page:
    """The features of one answer: how many there are, how many are in it, and where the next one begins."""

    asked: Asked
    matched: int
    keys: list[tuple[str, Any]]
    next: Cursor | None

    def features(self) -> Iterator[list[Feature]]:
        """The features themselves, some at a time."""
        asked = self.asked
        keys = [key for _name, key in self.keys]
        return asked.collection.features(asked.rows, keys, asked.as_of, asked.crs.order)


def page_of(asked: Asked, limit: int) -> Page:
    """A page: one question for how many there are, one for which are handed out."""
    found = asked.collection.keys(asked.rest[: limit + 1])
    keys, more = found[:limit], len(found) > limit
    following = Cursor(asked.digest, asked.moment, keys[-1][0]) if more and asked.moment else None
    matched = asked.collection.count(asked.rows, asked.query if asked.plain else None)
    return Page(asked, matched, keys, following)
