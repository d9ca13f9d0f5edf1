"""A span in the words of the page, no finer and no vaguer than it is known."""

from datetime import date, time
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from incidents.choices import DatePrecision
from incidents.rules.dates.clock import PARTS_OF_DAY
from incidents.rules.dates.span import Span, last_of_month

_FINER_THAN_A_DAY = frozenset({DatePrecision.MINUTE, DatePrecision.HOUR, DatePrecision.PART_OF_DAY})


def say_span(span: Span) -> str:
    """Return the span in words: "3 January 2024", "between 5 and 10 July 2024", "January 2024 (day not known)".

    Times of day are said in the span's own time zone, which is named.
    """
    if span.precision in _FINER_THAN_A_DAY:
        return _say_time(span)
    first, last = span.first_day, span.last_day
    if first == last:
        return _day(first)
    return _say_whole(first, last) or _between(*_words(first, last), went_on=span.went_on)


def _say_time(span: Span) -> str:
    where = ZoneInfo(span.timezone)
    start, end = span.earliest.astimezone(where), span.latest.astimezone(where)
    for part in PARTS_OF_DAY.values():
        if part.fits(start.replace(tzinfo=None), end.replace(tzinfo=None)):
            return part.said % {"day": _day(start.date())}
    words = {"day": _day(start.date()), "start": _clock(start.time()), "end": _clock(end.time()), "zone": span.timezone}
    if span.precision == DatePrecision.MINUTE:
        return _("%(day)s, %(start)s (%(zone)s)") % words
    if start.date() == end.date():
        return _("%(day)s, between %(start)s and %(end)s (%(zone)s)") % words
    words["last"] = _day(end.date())
    return _("between %(start)s on %(day)s and %(end)s on %(last)s (%(zone)s)") % words


def _say_whole(first: date, last: date) -> str:
    """Say a single whole month or year; "" for any other run of days."""
    if first.day != 1 or last != last_of_month(last.year, last.month) or first.year != last.year:
        return ""
    if first.month == last.month:
        return _("%(month)s (day not known)") % {"month": date_format(first, _("F Y"))}
    if (first.month, last.month) == (1, 12):
        return _("%(year)s (month not known)") % {"year": first.year}
    return ""


def _words(first: date, last: date) -> tuple[str, str]:
    """Say both ends, the first without what it shares with the last."""
    if first.day == 1 and last == last_of_month(last.year, last.month):
        if (first.month, last.month) == (1, 12):
            return str(first.year), str(last.year)
        same_year = first.year == last.year
        return date_format(first, _("F") if same_year else _("F Y")), date_format(last, _("F Y"))
    if (first.year, first.month) == (last.year, last.month):
        return date_format(first, _("j")), _day(last)
    return date_format(first, _("j F")) if first.year == last.year else _day(first), _day(last)


def _between(first: str, last: str, *, went_on: bool) -> str:
    words = {"first": first, "last": last}
    return _("from %(first)s to %(last)s") % words if went_on else _("between %(first)s and %(last)s") % words


def _day(day: date) -> str:
    return date_format(day, _("j F Y"))


def _clock(at: time) -> str:
    return at.strftime("%H:%M")
