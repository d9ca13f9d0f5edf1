"""Runs of days in English words: part of a month, around a day, a week, between two dates."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from incidents.rules.dates.gregorian import Days, Said
from incidents.rules.dates.span import DAY, DateNotUnderstoodError

PORTIONS: dict[str, tuple[int, int]] = {
    "early": (1, 10),
    "beginning": (1, 10),
    "mid": (10, 20),
    "middle": (10, 20),
    "late": (15, 31),
    "end": (15, 31),
    "first half": (1, 15),
    "second half": (16, 31),
}
"""Days of a month that a word stands for (UCDP GED codebook, appendix on imprecise dates; halves as they are)."""

_PORTION = re.compile(rf"(?:the )?(?P<portion>{'|'.join(PORTIONS)})[ -](?:of |in )?(?P<date>.+)")
_AROUND = re.compile(r"(?:on or )?(?:around|about|circa|c\.) (?P<date>.+)")
_WEEK_OF = re.compile(r"(?:the )?(?P<run>week|weekend) (?:of|including) (?P<date>.+)")
_WORD_BEFORE = re.compile(r"(?P<word>between|from) (?P<dates>.+)")
_JOINED = re.compile(r" ?- ?| (?:or|to|and|until|till) |(?<=[a-z])/(?=[a-z])")

_SATURDAY = 5


def read_days(words: str, reported_on: date | None) -> Days | None:
    """Return the days that calendar words stand for, or None when they are no calendar words.

    ``words`` are in lower case with single spaces and plain hyphens. ``reported_on`` supplies a missing year: the last
    one in which the date does not lie after the report.

    Raises:
        DateNotUnderstoodError: for a date that does not exist or cannot be placed.
    """
    if (said := Said.read(words)) is not None:
        return said.days(reported_on)
    return next((days for read in _READERS if (days := read(words, reported_on)) is not None), None)


def _portion(words: str, reported_on: date | None) -> Days | None:
    match = _PORTION.fullmatch(words)
    said = Said.read(match["date"]) if match else None
    if match is None or said is None or said.month is None or said.day is not None:
        return None
    first, last = PORTIONS[match["portion"]]
    month = replace(said, day=first).days(reported_on).first
    return Days(month, min(month + timedelta(days=last - first), replace(said, year=month.year).days(None).last))


def _around(words: str, reported_on: date | None) -> Days | None:
    """Around a day: that day, the one before and the one after (UCDP GED codebook)."""
    match = _AROUND.fullmatch(words)
    said = Said.read(match["date"]) if match else None
    if said is None or said.day is None:
        return None
    day = said.days(reported_on).first
    return Days(day - DAY, day + DAY)


def _week_of(words: str, reported_on: date | None) -> Days | None:
    """Return the week from Monday to Sunday around a day, or its last two days."""
    match = _WEEK_OF.fullmatch(words)
    said = Said.read(match["date"]) if match else None
    if match is None or said is None or said.day is None:
        return None
    day = said.days(reported_on).first
    monday = day - day.weekday() * DAY
    return Days(monday + _SATURDAY * DAY if match["run"] == "weekend" else monday, monday + 6 * DAY)


def _between(words: str, reported_on: date | None) -> Days | None:
    match = _WORD_BEFORE.fullmatch(words)
    dates = match["dates"] if match else words
    for first, last in _pairs(dates):
        days = _joined(first, last, reported_on)
        return replace(days, went_on=bool(match and match["word"] == "from"))
    return None


def _pairs(words: str) -> Iterator[tuple[Said, Said]]:
    """Yield the ways in which the words are two dates, each with what it takes from the other."""
    for join in _JOINED.finditer(words):
        first, last = Said.read(words[: join.start()]), Said.read(words[join.end() :])
        if first is not None and last is not None:
            last = last.filled_from(replace(first, year=first.year))
            if last.month or not last.day:
                yield first, last


def _joined(first: Said, last: Said, reported_on: date | None) -> Days:
    end = last.days(reported_on)
    start = first.filled_from(replace(last, year=end.last.year)).days(None)
    if end.last < start.first and first.year is None and first.month is not None:
        start = replace(first, year=end.last.year - 1).days(None)
    if end.last < start.first:
        raise DateNotUnderstoodError(
            _("%(last)s comes before %(first)s; write the earlier date first.")
            % {"first": start.first.isoformat(), "last": end.last.isoformat()}
        )
    return Days(start.first, end.last)


_READERS: tuple[Callable[[str, date | None], Days | None], ...] = (_portion, _around, _week_of, _between)
