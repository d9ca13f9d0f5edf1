"""How many incidents of a query happened when, in bins as wide as the whole needs.

The days asked for are left aside: they are shown within what the other filters find. An incident whose date is less
precise than a bin is in no bin; it is spread evenly over those in which it may have happened, and counted apart.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final, Protocol

import numpy as np
from django.db.models import Count, DateField, Max, Min
from django.db.models.functions import Cast, TruncDay, TruncMonth

from incidents.filters import Query
from incidents.rules.dates.span import last_of_month
from incidents.selectors.columns import Columns, Reader, reader

MOST_DAYS: Final = 62
MOST_MONTHS: Final = 72
MOST_BINS: Final = 80
MONTHS: Final = 12
WIDER: Final = (1, 5, 25, 100)
"""Years to a bin: the first of these that leaves few enough bins."""


class Unit(StrEnum):
    """What a bin is made of."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


UNITS: Final = {Unit.DAY: "datetime64[D]", Unit.MONTH: "datetime64[M]", Unit.YEAR: "datetime64[Y]"}
DAYS: Final = ("since", "until")
"""Parameters that are left aside."""


@dataclass(frozen=True, kw_only=True)
class Bin:
    """A stretch of days; ``count`` happened in it, ``spread`` is what falls to it of the vaguer ones."""

    first: date
    last: date
    count: int = 0
    spread: float = 0


@dataclass(frozen=True, kw_only=True)
class Histogram:
    """Bins without a gap. ``vague`` incidents are known less precisely than a bin, ``undated`` ones not at all;
    ``latest`` is the last day on which an incident with a date that fits its bin happened.
    """

    unit: Unit
    width: int
    bins: tuple[Bin, ...]
    vague: int
    undated: int
    latest: date | None


@dataclass(frozen=True)
class _Group:
    """Incidents that happened within the same stretch of months, or of days."""

    begins: date
    ends: date
    number: int
    earliest: date
    latest: date


Pairs = dict[tuple[int, int], int]
"""How many incidents may have happened from one bin to another, by the numbers of both."""


class _Dated(Protocol):
    """The incidents of a query with a date: the days between which they may have happened, and how many have none."""

    first: date | None
    last: date | None
    undated: int

    def within(self, start: date, unit: Unit, width: int) -> tuple[Pairs, date | None]:
        """How many fall into which bins, and the last day on which one happened that fits its bin."""


def histogram(query: Query) -> Histogram:
    """The bins of a query, from its first incident to its last, whatever days it asks for."""
    asked = reader()
    found: _Dated = _InColumns(asked, query) if isinstance(asked, Columns) else _InPostgres(asked, query)
    if found.first is None or found.last is None:
        return Histogram(unit=Unit.YEAR, width=1, bins=(), vague=0, undated=found.undated, latest=None)
    unit, width = _unit(found.first, found.last)
    bins = _bins(found.first, found.last, unit, width)
    pairs, latest = found.within(bins[0].first, unit, width)
    return _filled(
        bins, pairs, Histogram(unit=unit, width=width, bins=(), vague=0, undated=found.undated, latest=latest)
    )


class _InColumns:
    """Counted from arrays of days."""

    def __init__(self, columns: Columns, query: Query) -> None:
        with columns.store.lock:
            marks, arrays = columns.marks(query, *DAYS), columns.store.arrays
            begins, ends = arrays.of("day_first")[marks], arrays.of("day_last")[marks]
        dated = ~(np.isnat(begins) | np.isnat(ends))
        self.undated = int(np.count_nonzero(~dated))
        self._begins, self._ends = (days[dated].astype("datetime64[D]") for days in (begins, ends))
        self.first = self._begins.min().item() if len(self._begins) else None
        self.last = self._ends.max().item() if len(self._ends) else None

    def within(self, start: date, unit: Unit, width: int) -> tuple[Pairs, date | None]:
        begins, ends, (origin,) = (
            days.astype(UNITS[unit]).astype(int)
            for days in (self._begins, self._ends, np.array([start], "datetime64[D]"))
        )
        begins, ends = (begins - origin) // width, (ends - origin) // width
        several = int(ends.max()) + 1
        counted = np.bincount(begins * several + ends)
        pairs = {divmod(int(pair), several): int(counted[pair]) for pair in np.flatnonzero(counted)}
        fitting = self._ends[begins == ends]
        return pairs, fitting.max().item() if len(fitting) else None


class _InPostgres:
    """Counted by month, or by day where the bins are days."""

    def __init__(self, asked: Reader, query: Query) -> None:
        self._asked, self._rows = asked, asked.rows(query, *DAYS)
        self._months, self.undated = self._grouped(TruncMonth)
        self.first = min((one.earliest for one in self._months), default=None)
        self.last = max((one.latest for one in self._months), default=None)

    def _grouped(self, trunc: Any) -> tuple[list[_Group], int]:
        begins, ends = (Cast(trunc(name), DateField()) for name in ("day_first", "day_last"))
        found = self._asked.found(
            self._rows.values_list(begins, ends).annotate(
                number=Count("pk"), earliest=Min("day_first"), latest=Max("day_last")
            )
        )
        groups = [_Group(*one) for one in found if one[0] is not None and one[1] is not None]
        return groups, sum(one[2] for one in found) - sum(group.number for group in groups)

    def within(self, start: date, unit: Unit, width: int) -> tuple[Pairs, date | None]:
        groups = self._grouped(TruncDay)[0] if unit is Unit.DAY else self._months
        pairs: Pairs = Counter()
        latest: date | None = None
        for group in groups:
            begins, ends = (_index(day, start, unit, width) for day in (group.begins, group.ends))
            pairs[begins, ends] += group.number
            if begins == ends:
                latest = max(latest or group.latest, group.latest)
        return pairs, latest


def _unit(first: date, last: date) -> tuple[Unit, int]:
    if (last - first).days < MOST_DAYS:
        return Unit.DAY, 1
    if _months(last) - _months(first) < MOST_MONTHS:
        return Unit.MONTH, 1
    years = last.year - first.year + 1
    return Unit.YEAR, next((width for width in WIDER if years <= width * (MOST_BINS - 1)), WIDER[-1])


def _months(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def _bins(first: date, last: date, unit: Unit, width: int) -> list[Bin]:
    if unit is Unit.DAY:
        days = [first + timedelta(days=passed) for passed in range((last - first).days + 1)]
        return [Bin(first=day, last=day) for day in days]
    if unit is Unit.MONTH:
        months = [divmod(number, MONTHS) for number in range(_months(first), _months(last) + 1)]
        return [Bin(first=date(year, month + 1, 1), last=last_of_month(year, month + 1)) for year, month in months]
    years = range(max(1, first.year - first.year % width), last.year + 1, width)
    return [Bin(first=date(year, 1, 1), last=date(min(year + width - 1, date.max.year), 12, 31)) for year in years]


def _filled(bins: Sequence[Bin], pairs: Pairs, whole: Histogram) -> Histogram:
    """The bins with what falls into them, and how many are vaguer."""
    counts, spread, vague = [0] * len(bins), [0.0] * len(bins), 0
    for (begins, ends), number in sorted(pairs.items()):
        if begins == ends:
            counts[begins] += number
            continue
        vague += number
        for index in range(begins, ends + 1):
            spread[index] += number / (ends - begins + 1)
    filled = tuple(
        replace(one, count=count, spread=part) for one, count, part in zip(bins, counts, spread, strict=True)
    )
    return replace(whole, bins=filled, vague=vague)


def _index(day: date, first: date, unit: Unit, width: int) -> int:
    if unit is Unit.DAY:
        return (day - first).days
    if unit is Unit.MONTH:
        return _months(day) - _months(first)
    return (day.year - first.year) // width
