"""How often a key was used, day by day, as a drawing and as the table that says the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Final

from django.db.models import Q, QuerySet, Sum
from django.utils import timezone

from accounts.models import ApiKey, KeyUse

DAYS: Final = 30
TOP: Final = 16
"""Where the highest column begins in the drawing, in pixels; across it is in per cent."""

BOTTOM: Final = 120
"""Where all of them stand."""

FILLED: Final = 0.8
"""How much of a day's width its column takes."""


@dataclass(frozen=True, kw_only=True)
class Day:
    """The requests of a day (UTC), and where its column stands: across in per cent, down in pixels."""

    day: date
    requests: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Usage:
    """The last days, the oldest first; ``most`` is the largest number of a day."""

    days: Sequence[Day]
    total: int
    most: int
    top: int = TOP
    bottom: int = BOTTOM


def usage_of(key: ApiKey) -> Usage:
    """The last thirty days of a key, today's included. A day without a request counts none."""
    counted = dict(KeyUse.objects.filter(key=key, day__gte=first_day()).values_list("day", "requests"))
    numbers = [counted.get(first_day() + timedelta(days=passed), 0) for passed in range(DAYS)]
    most = max(numbers)
    return Usage(days=list(_drawn(numbers, most)), total=sum(numbers), most=most)


def with_usage(keys: QuerySet[ApiKey]) -> QuerySet[ApiKey]:
    """Keys with the requests of the last thirty days as ``requests``; None where there was none."""
    return keys.annotate(requests=Sum("uses__requests", filter=Q(uses__day__gte=first_day())))


def first_day() -> date:
    """The first of the days that are shown."""
    return timezone.now().astimezone(UTC).date() - timedelta(days=DAYS - 1)


def _drawn(numbers: Sequence[int], most: int) -> Iterable[Day]:
    step = 100 / len(numbers)
    for passed, requests in enumerate(numbers):
        height = round(requests / most * (BOTTOM - TOP), 1) if most else 0
        yield Day(
            day=first_day() + timedelta(days=passed),
            requests=requests,
            x=round(passed * step, 2),
            y=BOTTOM - height,
            width=round(step * FILLED, 2),
            height=height,
        )
