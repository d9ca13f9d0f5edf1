"""Walking through a query, page by page, so that everything is met once.

A cursor names the last incident handed out and the state of the record that the walk began in. Later pages read that
state, so that a publication in the middle of a walk neither hides an incident nor shows one twice.
"""

import base64
import binascii
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Self

from django.db.models import Q, QuerySet

from incidents.api.parameters import PUBLIC_ID
from incidents.filters import SORTS, Query
from incidents.models.record import PublishedIncident

NULL_LAST: Final = frozenset({"occurred_latest"})
"""Columns that begin an order and may be empty, where they count up."""


class CursorRefusedError(ValueError):
    """A cursor that was not given out, or not for this query."""


@dataclass(frozen=True)
class Cursor:
    """Where a walk stands: in which query, in which state of the record, after which incident."""

    query: str
    moment: datetime
    last: str

    def __str__(self) -> str:
        document = json.dumps([self.query, self.moment.isoformat(), self.last], separators=(",", ":"))
        return base64.urlsafe_b64encode(document.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, query: str, *, last: re.Pattern[str] = PUBLIC_ID) -> Self:
        """The cursor that a reader hands back, for a query by its short name; ``last`` is how ids look there.

        Raises:
            CursorRefusedError: it is none, or it belongs to another query.
        """
        try:
            name, moment, place = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
            cursor = cls(str(name), datetime.fromisoformat(moment), str(place))
        except (ValueError, TypeError, binascii.Error, RecursionError) as error:
            raise CursorRefusedError from error
        if cursor.query != query or cursor.moment.tzinfo is None or not last.fullmatch(cursor.last):
            raise CursorRefusedError
        return cursor


def digest_of(query: Query) -> str:
    """A short name for a query, the same however it was spelt."""
    return hashlib.sha256(query.canonical.encode()).hexdigest()[:12]


def rows_after(rows: QuerySet[PublishedIncident], sort: str, last: str) -> QuerySet[PublishedIncident]:
    """The rows that follow an incident in the order of ``sort``.

    Raises:
        CursorRefusedError: the incident is not among them.
    """
    here = anchor_of(rows, sort, last)
    return rows.filter(here.not_before & here.beyond)


@dataclass(frozen=True)
class Anchor:
    """Where an incident stands in an order: what the rows meet that are ``not_before`` it, as an index can find them,
    and what those meet that are ``beyond`` it.
    """

    not_before: Q
    beyond: Q


def anchor_of(rows: QuerySet[PublishedIncident], sort: str, last: str) -> Anchor:
    """Where an incident stands in the order of ``sort``.

    Raises:
        CursorRefusedError: it is not among the rows.
    """
    names = [name.removeprefix("-") for name in SORTS[sort]]
    values = rows.filter(public_id=last).order_by().values_list(*names).first()
    if values is None:
        raise CursorRefusedError
    beyond, same = Q(pk__in=()), Q()
    for name, value, field in zip(names, values, SORTS[sort], strict=True):
        beyond |= same & _further(name, value, descending=field.startswith("-"))
        same &= Q((f"{name}__isnull", True)) if value is None else Q((name, value))
    return Anchor(_not_before(SORTS[sort][0], values[0]), beyond)


def _not_before(field: str, value: Any) -> Q:
    """The same value in the first column or a later one; nothing where rows without a value come later too."""
    if value is None or field in NULL_LAST:
        return Q()
    return Q((f"{field[1:]}__lte", value)) if field.startswith("-") else Q((f"{field}__gte", value))


def _further(name: str, value: Any, *, descending: bool) -> Q:
    """What comes after a value in one column; PostgreSQL puts null last, and first when it counts down."""
    if descending:
        return Q((f"{name}__isnull", False)) if value is None else Q((f"{name}__lt", value))
    if value is None:
        return Q(pk__in=())
    return Q((f"{name}__gt", value)) | Q((f"{name}__isnull", True))
