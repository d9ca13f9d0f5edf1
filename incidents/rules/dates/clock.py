"""Times of the day in words: a clock time, or a part of the day.

The hours of a part of the day are ours, chosen wide and without gaps, so that a word never says more than it meant:
early hours 0 to 6, morning 6 to 12, afternoon 12 to 18, evening 18 to 24, night 18 to 6 of the next day.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from incidents.choices import DatePrecision
from incidents.rules.dates.span import SECOND, DateNotUnderstoodError, Span, instant, span_of_instants, zone

_NOON = 12


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of the day: the hour it begins, how many hours it lasts, and how it is said."""

    hour: int
    hours: int
    said: str | Promise

    def bounds(self, day: date) -> tuple[datetime, datetime]:
        """Return its first and last second on that day, as local times without a zone."""
        start = datetime.combine(day, time(self.hour))
        return start, start + timedelta(hours=self.hours) - SECOND

    def fits(self, start: datetime, end: datetime) -> bool:
        """Whether these local times are exactly this part of a day."""
        return self.bounds(start.date()) == (start, end)


PARTS_OF_DAY: dict[str, PartOfDay] = {
    "early hours": PartOfDay(0, 6, _("early hours of %(day)s")),
    "morning": PartOfDay(6, 6, _("morning of %(day)s")),
    "afternoon": PartOfDay(12, 6, _("afternoon of %(day)s")),
    "evening": PartOfDay(18, 6, _("evening of %(day)s")),
    "night": PartOfDay(18, 12, _("night of %(day)s")),
}

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?:local time|hrs|hours))?"
)
_NAMED_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def part_of_day(day: date, name: str, timezone: str) -> Span:
    """Return that part of that day, as a span."""
    start, end = PARTS_OF_DAY[name].bounds(day)
    return _between(start, end, DatePrecision.PART_OF_DAY, timezone)


def clock_time(day: date, text: str, timezone: str) -> Span:
    """Return the minute that a clock time on that day stands for ("14:50", "2.50 pm", "noon"), or its hour ("3 pm").

    Raises:
        DateNotUnderstoodError: when it is not a clock time.
    """
    match = _CLOCK.fullmatch(_NAMED_HOURS.get(text, text))
    if match is None or not (match["minute"] or match["half"]):
        raise _not_a_time(text)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= _NOON:
            raise _not_a_time(text)
        hour = hour % _NOON + (_NOON if match["half"] == "p" else 0)
    try:
        start = datetime.combine(day, time(hour, minute))
    except ValueError as error:
        raise _not_a_time(text) from error
    if match["minute"]:
        return _between(start, start + timedelta(seconds=59), DatePrecision.MINUTE, timezone)
    return _between(start, start + timedelta(seconds=3599), DatePrecision.HOUR, timezone)


def _between(start: datetime, end: datetime, precision: DatePrecision, timezone: str) -> Span:
    where = zone(timezone)
    return span_of_instants(
        instant(start.date(), start.time(), where),
        instant(end.date(), end.time(), where),
        precision=precision,
        timezone=timezone,
    )


def _not_a_time(text: str) -> DateNotUnderstoodError:
    return DateNotUnderstoodError(_("“%(text)s” is not a time of day; write it as in 14:50.") % {"text": text})
