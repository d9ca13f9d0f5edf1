"""A span of time as one moment and a unit, for formats that have no intervals."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from incidents.choices import DatePrecision


class Fidelity(NamedTuple):
    """A moment in UTC, to be read no more finely than to its ``unit``: minute, hour, day, month or year."""

    moment: datetime
    unit: str


UNITS: Final[dict[str, Callable[[datetime], datetime]]] = {
    "minute": lambda moment: moment.replace(second=0, microsecond=0),
    "hour": lambda moment: moment.replace(minute=0, second=0, microsecond=0),
    "day": lambda moment: _noon(moment.date()),
    "month": lambda moment: _noon(moment.date().replace(day=1)),
    "year": lambda moment: _noon(moment.date().replace(month=1, day=1)),
}
"""How a moment is written in each unit, finest first. Days and longer are those of the calendar of the place."""

CLOCK: Final = frozenset({"minute", "hour"})

FINEST: Final = {
    DatePrecision.MINUTE.value: "minute",
    DatePrecision.HOUR.value: "hour",
    DatePrecision.PART_OF_DAY.value: "day",
    DatePrecision.DAY.value: "day",
    DatePrecision.WEEK.value: "month",
    DatePrecision.MONTH.value: "month",
    DatePrecision.YEAR.value: "year",
}
"""The finest unit that each class of precision bears."""


def fidelity(occurred: dict[str, Any]) -> Fidelity | None:
    """The finest unit that holds the whole of a document's ``occurred``; None where not even a year does.

    A day, month or year is given as a noon of UTC in it, so that whoever cuts the text at the unit reads the one on the
    calendar of the place: 3 January in Kerman begins on 2 January in UTC.
    """
    first, last = (datetime.fromisoformat(occurred[end]) for end in ("earliest", "latest"))
    units = list(UNITS)
    for unit in units[units.index(FINEST[occurred["precision"]]) :]:
        zone = ZoneInfo("UTC" if unit in CLOCK else occurred["timezone"])
        begins = {UNITS[unit](end.astimezone(zone)) for end in (first, last)}
        if len(begins) == 1:
            return Fidelity(begins.pop(), unit)
    return None


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
