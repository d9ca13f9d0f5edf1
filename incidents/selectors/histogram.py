"""How many incidents of a query happened when, in bins as wide as the whole needs.

The days asked for are left aside: they are shown within what the other filters find. An incident whose date is less
precise than a bin is in no bin; it is spread evenly over those in which it may have happened, and counted apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from django.db.models import Count, DateField, Max, Min
from django.db.models.functions import Cast, TruncDay, TruncMonth

from incidents.filters import Query
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.rules.dates.span import last_of_month
from incidents.selectors.columns import Reader, reader

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


def histogram(query: Query) -> Histogram:
    """The bins of a query, from its first incident to its last, whatever days it asks for."""
    asked = reader()
    rows = asked.rows(query, "since", "until")
    groups, undated = _grouped(asked, rows, TruncMonth)
    if not groups:
        return Histogram(unit=Unit.YEAR, width=1, bins=(), vague=0, undated=undated, latest=None)
    first, last = min(one.earliest for one in groups), max(one.latest for one in groups)
    unit, width = _unit(first, last)
    if unit is Unit.DAY:
        groups, undated = _grouped(asked, rows, TruncDay)
    bins = _bins(first, last, unit, width)
    return _filled(bins, groups, unit, width, undated)


def _grouped(asked: Reader, rows: PublishedIncidentQuerySet, trunc: Any) -> tuple[list[_Group], int]:
    """The incidents by where they begin and end, and how many have no date."""
    begins, ends = (Cast(trunc(name), DateField()) for name in ("day_first", "day_last"))
    counted = rows.values_list(begins, ends).annotate(
        number=Count("pk"), earliest=Min("day_first"), latest=Max("day_last")
    )
    found = asked.found(counted)
    groups = [_Group(*one) for one in found if one[0] is not None and one[1] is not None]
    return groups, sum(one[2] for one in found) - sum(group.number for group in groups)


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


def _filled(bins: Sequence[Bin], groups: Sequence[_Group], unit: Unit, width: int, undated: int) -> Histogram:
    counts, spread, vague = [0] * len(bins), [0.0] * len(bins), 0
    latest: date | None = None
    for group in groups:
        begins, ends = (_index(day, bins[0].first, unit, width) for day in (group.begins, group.ends))
        if begins == ends:
            counts[begins] += group.number
            latest = max(latest or group.latest, group.latest)
            continue
        vague += group.number
        for index in range(begins, ends + 1):
            spread[index] += group.number / (ends - begins + 1)
    filled = tuple(
        Bin(first=one.first, last=one.last, count=count, spread=part)
        for one, count, part in zip(bins, counts, spread, strict=True)
    )
    return Histogram(unit=unit, width=width, bins=filled, vague=vague, undated=undated, latest=latest)


def _index(day: date, first: date, unit: Unit, width: int) -> int:
    if unit is Unit.DAY:
        return (day - first).days
    if unit is Unit.MONTH:
        return _months(day) - _months(first)
    return (day.year - first.year) // width
