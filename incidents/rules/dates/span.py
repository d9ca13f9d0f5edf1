"""The bounds between which something happened.

Both bounds are instants in UTC and both belong to the span, to the second: the day of 3 January 2024 in Tehran runs
from 2024-01-02T20:30:00Z to 2024-01-03T20:29:59Z. So a span's last instant lies on its last day, and two spans touch
only if they share a second.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from incidents.choices import DatePrecision

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

EARLIEST_YEAR = 1000
LATEST_YEAR = 9998

_LONGEST_WEEK = 7
_LONGEST_MONTH = 31


class DateNotUnderstoodError(ValueError):
    """A date that cannot be read. The message says what was not understood and what to write instead."""


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last second at which something may have happened, and how finely that is known.

    ``timezone`` is the IANA name in which the words were meant. ``edtf`` is the same in Extended Date/Time Format
    (ISO 8601-2): an interval ``a/b`` when it went on from a to b, a set ``[a..b]`` when it happened at some time
    between them. EDTF has no hour or part of a day between two dates; there it holds the day, and the bounds more.
    """

    earliest: datetime
    latest: datetime
    precision: DatePrecision
    timezone: str
    edtf: str

    def __post_init__(self) -> None:
        """Refuse bounds that are not in UTC, or the wrong way round."""
        if self.earliest.tzinfo is not UTC or self.latest.tzinfo is not UTC:
            message = "The bounds of a span are instants in UTC."
            raise ValueError(message)
        if self.latest < self.earliest:
            message = "A span ends before it begins."
            raise ValueError(message)

    @property
    def first_day(self) -> date:
        """The day of the first instant, in the span's own time zone."""
        return self.earliest.astimezone(ZoneInfo(self.timezone)).date()

    @property
    def last_day(self) -> date:
        """The day of the last instant, in the span's own time zone."""
        return self.latest.astimezone(ZoneInfo(self.timezone)).date()

    @property
    def went_on(self) -> bool:
        """Whether it went on from the first day to the last, rather than happening at some time between them."""
        return "/" in self.edtf


def is_recordable(day: date) -> bool:
    """Whether the day lies in the years that can be recorded, with room for a time zone at both ends."""
    return EARLIEST_YEAR <= day.year <= LATEST_YEAR


def zone(name: str) -> ZoneInfo:
    """Return the time zone of that IANA name.

    Raises:
        DateNotUnderstoodError: when there is none.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise DateNotUnderstoodError(
            _("“%(name)s” is not a time zone; write one as in Asia/Tehran.") % {"name": name}
        ) from error


def span_of_days(first: date, last: date, *, timezone: str, went_on: bool = False) -> Span:
    """Return the span from the start of the first day to the end of the last, in that time zone.

    The precision is the finest class that holds the span: one day, up to seven (week), up to 31 (month), more (year).

    Raises:
        DateNotUnderstoodError: when the last day comes before the first, for an unknown time zone, and for a day that
            the zone left out (Samoa had no 30 December 2011).
    """
    if last < first:
        raise DateNotUnderstoodError(
            _("%(last)s comes before %(first)s; write the earlier date first.")
            % {"first": first.isoformat(), "last": last.isoformat()}
        )
    where = zone(timezone)
    for day in (first, last):
        if instant(day, time(), where).astimezone(where).date() != day:
            raise DateNotUnderstoodError(
                _("%(day)s does not exist there: clocks in %(zone)s went over it.")
                % {"day": day.isoformat(), "zone": timezone}
            )
    return Span(
        earliest=instant(first, time(), where),
        latest=instant(last + DAY, time(), where) - SECOND,
        precision=_precision((last - first).days + 1),
        timezone=timezone,
        edtf=write_days(first, last, went_on=went_on),
    )


def span_of_instants(earliest: datetime, latest: datetime, *, precision: DatePrecision, timezone: str) -> Span:
    """Return the span between two aware instants, both of them part of it: for what is known finer than a day.

    Raises:
        DateNotUnderstoodError: for an unknown time zone.
        ValueError: when the latest comes before the earliest.
    """
    where = zone(timezone)
    if precision == DatePrecision.MINUTE:
        edtf = earliest.astimezone(where).isoformat(timespec="seconds")
    else:
        edtf = write_days(earliest.astimezone(where).date(), latest.astimezone(where).date(), went_on=False)
    return Span(earliest.astimezone(UTC), latest.astimezone(UTC), precision, timezone, edtf)


def join_spans(spans: Sequence[Span]) -> Span:
    """Return the one span that holds what several sources gave, in the time zone of the first.

    Nothing is averaged and nobody is preferred: it reaches from the earliest of them to the latest, past a day in whole
    days, and is no more precise than its own length. Spans that all agree stay as they are, their EDTF with them.

    Raises:
        ValueError: when there are none.
    """
    if not spans:
        message = "There are no spans to join."
        raise ValueError(message)
    first = spans[0]
    earliest, latest = min(span.earliest for span in spans), max(span.latest for span in spans)
    if all((span.earliest, span.latest) == (earliest, latest) for span in spans):
        return first
    joined = replace(first, earliest=earliest, latest=latest)
    whole = span_of_days(
        joined.first_day,
        joined.last_day,
        timezone=first.timezone,
        went_on=all(span.went_on for span in spans),
    )
    length = latest - earliest + SECOND
    if (whole.earliest, whole.latest) == (earliest, latest) or length > DAY:
        return whole
    precision = DatePrecision.HOUR if length <= HOUR else DatePrecision.PART_OF_DAY
    return span_of_instants(earliest, latest, precision=precision, timezone=first.timezone)


def instant(day: date, at: time, where: ZoneInfo) -> datetime:
    """Return that time on that day there, in UTC; a time that a clock change skips is counted from before it."""
    return datetime.combine(day, at, where).astimezone(UTC)


def last_of_month(year: int, month: int) -> date:
    """Return the last day of that month."""
    return date(year + month // 12, month % 12 + 1, 1) - DAY


def write_days(first: date, last: date, *, went_on: bool) -> str:
    """Return EDTF for a run of days, in whole months or years where the run is made of them."""
    one, other = _coarsest(first, last)
    if one == other:
        return one
    return f"{one}/{other}" if went_on else f"[{one}..{other}]"


def _coarsest(first: date, last: date) -> tuple[str, str]:
    if first.day == 1 and last == last_of_month(last.year, last.month):
        if (first.month, last.month) == (1, 12):
            return f"{first.year:04}", f"{last.year:04}"
        return first.isoformat()[:7], last.isoformat()[:7]
    return first.isoformat(), last.isoformat()


def _precision(days: int) -> DatePrecision:
    if days == 1:
        return DatePrecision.DAY
    if days <= _LONGEST_WEEK:
        return DatePrecision.WEEK
    return DatePrecision.MONTH if days <= _LONGEST_MONTH else DatePrecision.YEAR
