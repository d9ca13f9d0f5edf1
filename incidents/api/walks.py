"""Walking through a collection that hangs on incidents, page by page, in one state of the record."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, Self, TypeVar
from urllib.parse import urlencode

from django.http import QueryDict

from incidents.api.cursors import Cursor, CursorRefusedError
from incidents.api.own import Own, take
from incidents.api.pages import MOST_COUNTED, query_at
from incidents.api.parameters import read_limit, understand
from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.api.serializers.fields import said
from incidents.filters import Query
from incidents.models.record import LogEntry

One = TypeVar("One")
NOT_OF_THIS: Final = Wrong("cursor", "This cursor belongs to another query. Begin again without it.")


@dataclass(frozen=True)
class Part(Generic[One]):
    """Some things of a collection, one more than asked for where there are more, and how many there are altogether."""

    things: Sequence[One]
    count: int
    exact: bool = True

    @classmethod
    def of(cls, things: Sequence[One], counted: int) -> Self:
        """Things of which no more than ``MOST_COUNTED`` and one were counted."""
        return cls(things, min(counted, MOST_COUNTED), counted <= MOST_COUNTED)


@dataclass(frozen=True)
class Walk:
    """A request for a page of a collection, understood.

    ``asked`` is the query as it was asked, ``query`` the same in just the state of the record that ``moment`` names,
    ``own`` the values of the collection's own parameters by column, and ``last`` the thing that was handed out last,
    as ``places`` spells it; nothing at the beginning.
    """

    collection: str
    asked: Query
    own: dict[str, list[str]]
    limit: int
    moment: datetime | None
    query: Query
    last: re.Match[str] | None

    @classmethod
    def read(
        cls,
        collection: str,
        params: QueryDict,
        *,
        known: frozenset[str],
        own: Iterable[Own],
        places: re.Pattern[str],
        head: LogEntry | None,
    ) -> Self:
        """Understand a query string against the record as it stands.

        Raises:
            ParametersRefusedError: a value cannot be read.
        """
        others, codes = take(params, own, known)
        asked, limit = understand(others, known), read_limit(others, known)
        now = head.appended_at if head else None
        name = _digest(collection, asked, codes)
        try:
            cursor = Cursor.read(str(others["cursor"]), name, last=places) if "cursor" in others else None
        except CursorRefusedError as error:
            raise ParametersRefusedError([NOT_OF_THIS], known) from error
        moments = [now, asked.as_of, cursor.moment if cursor else None]
        moment = min((one for one in moments if one), default=None)
        query = query_at(asked, others, known, None if moment == now else moment)
        return cls(collection, asked, codes, limit, moment, query, places.fullmatch(cursor.last) if cursor else None)

    def page(self, part: Part[Any], results: Sequence[dict[str, Any]], following: str | None) -> dict[str, Any]:
        """The members of a page."""
        return {
            "count": part.count,
            "count_is": "exact" if part.exact else "at_least",
            "as_of": said(self.moment) if self.moment else None,
            "next": following,
            "results": results,
        }

    def cursor(self, place: str) -> str:
        """Where a later page goes on: after the thing at ``place``."""
        if self.moment is None:
            message = "Nothing can follow in an empty record."
            raise ValueError(message)
        return str(Cursor(_digest(self.collection, self.asked, self.own), self.moment, place))


def _digest(collection: str, asked: Query, own: dict[str, list[str]]) -> str:
    """A short name for what is asked for, the same however it was spelt."""
    spelt = f"{collection}?{asked.canonical}&{urlencode(sorted(own.items()), doseq=True)}"
    return hashlib.sha256(spelt.encode()).hexdigest()[:12]
