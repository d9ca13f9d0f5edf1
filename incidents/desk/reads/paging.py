"""One page of a long list by keyset: what follows a row is found by an index, however deep the page lies.

A cursor says where a page ended, ``moment~key``; a row without a moment comes last in either order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from django.db.models import F, Q, QuerySet

SEPARATOR: Final = "~"
Row = tuple[int, datetime | None]


@dataclass(frozen=True)
class Slice:
    """The keys of one page, and the cursors that lead on from it; "" where there is nothing."""

    keys: Sequence[int]
    before: str
    after: str


def cut(rows: QuerySet[Any], *, order: "Order", size: int, after: str = "", before: str = "") -> Slice:
    """Return a page of ``size`` rows. A cursor that cannot be read is none."""
    place, backwards = _read(before or after), bool(before)
    by, order = order.by, order.reversed() if backwards else order
    found = rows.filter(order.beyond(place)) if place else rows
    told: list[Row] = list(found.order_by(*order.terms).values_list("pk", by)[: size + 1])
    more, page = len(told) > size, told[:size]
    if backwards:
        page.reverse()
    earlier = more if backwards and place else bool(place)
    later = bool(place) if backwards else more
    return Slice(
        keys=[pk for pk, _moment in page],
        before=_write(page[0]) if page and earlier else "",
        after=_write(page[-1]) if page and later else "",
    )


@dataclass(frozen=True)
class Order:
    """The order of a moment, a column or an annotation. Where it can be unknown (``nullable``), unknown is last."""

    by: str
    descending: bool
    nullable: bool = False
    nulls_first: bool = False

    def reversed(self) -> "Order":
        """The same order from its end."""
        return replace(self, descending=not self.descending, nulls_first=not self.nulls_first)

    @property
    def terms(self) -> list[Any]:
        """As the database is asked for it; of a column that is never null the index is read as it stands."""
        sign = "-" if self.descending else ""
        if not self.nullable:
            return [f"{sign}{self.by}", f"{sign}pk"]
        nulls = {"nulls_first": True} if self.nulls_first else {"nulls_last": True}
        return [F(self.by).desc(**nulls) if self.descending else F(self.by).asc(**nulls), f"{sign}pk"]

    def beyond(self, place: Row) -> Q:
        """The rows that come after a place in this order."""
        pk, moment = place
        sign = "lt" if self.descending else "gt"
        further = Q(**{f"pk__{sign}": pk})
        unknown = Q(**{f"{self.by}__isnull": True})
        if moment is None:
            return (unknown & further) | ~unknown if self.nulls_first else unknown & further
        found = Q(**{f"{self.by}__{sign}": moment}) | (Q(**{self.by: moment}) & further)
        return found | unknown if self.nullable and not self.nulls_first else found


def _read(cursor: str) -> Row | None:
    said, _sign, pk = cursor.partition(SEPARATOR)
    try:
        moment = datetime.fromisoformat(said) if said else None
        return int(pk), moment if moment is None or moment.tzinfo else None
    except ValueError:
        return None


def _write(row: Row) -> str:
    pk, moment = row
    return f"{moment.isoformat() if moment else ''}{SEPARATOR}{pk}"
