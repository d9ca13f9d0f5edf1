"""Calendar dates in English words: a year, a month, a day, or the span between two of them.

Another calendar (Solar Hijri, for one) is another module like this one: a function from words to ``Days``, entered
in ``reading.READERS``.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from django.utils.translation import gettext as _

from incidents.rules.dates.span import DAY, EARLIEST_YEAR, LATEST_YEAR, DateNotUnderstoodError, last_of_month

_NAMES = [name.lower() for name in calendar.month_name]
MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_NAMES) if number},
    **{name[:3]: number for number, name in enumerate(_NAMES) if number},
    "sept": 9,
}
WEEKDAYS: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(calendar.day_name)},
    **{name.lower(): number for number, name in enumerate(calendar.day_abbr)},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}

_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\.?,? )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>\d{4})"
_PART_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)?(?: {_MONTH}(?:,? {_YEAR})?)?",
        rf"{_WEEKDAY}{_MONTH} (?:the )?{_DAY}(?:,? {_YEAR})?",
        rf"{_MONTH}(?:,? (?:of )?{_YEAR})?",
        _YEAR,
        rf"{_YEAR}-(?P<month>\d\d)(?:-(?P<day>\d\d))?",
    )
)
_BETWEEN = re.compile(r"(?P<word>between|from) (?P<first>.+?) (?:and|to|until|till|-) (?P<last>.+)")
_RUN = re.compile(r"(?P<first>.+?) ?(?:-| or | to | and |/) ?(?P<last>.+)")
_PORTION = re.compile(
    r"(?:the )?(?:in )?(?:the )?(?P<portion>early|mid|middle|late|beginning|end|first half|second half)"
    r"(?:[ -](?:of |in )?)(?P<rest>.+)"
)
_PORTIONS: dict[str, tuple[int, int]] = {
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

_AROUND = re.compile(r"(?:on or )?(?:around|about|circa|c\.) (?P<rest>.+)")
_WEEK_OF = re.compile(r"(?:in )?(?:the )?(?P<run>week|weekend) (?:of|beginning|including) (?P<rest>.+)")


@dataclass(frozen=True, slots=True)
class Days:
    """A run of whole days; ``went_on`` when it lasted from the first to the last, not merely lay between them."""

    first: date
    last: date
    went_on: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What one date says: any of day, month and year may be left to the date beside it, or to the report."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    def filled_from(self, other: "Part") -> "Part":
        """Return this part with the month and year of the other where it has none itself."""
        return replace(self, month=self.month or (other.month if self.day else None), year=self.year or other.year)

    def days(self, reported_on: date | None) -> Days:
        """Return the day, month or year it stands for, the year taken from the report where it is not said.

        Raises:
            DateNotUnderstoodError: when it cannot be placed, does not exist, or falls on another day of the week.
        """
        return self._in_year(self._year(reported_on))

    def _year(self, reported_on: date | None) -> int:
        if self.year is not None:
            return self.year
        if reported_on is None or self.month is None:
            raise DateNotUnderstoodError(_("The year is missing; write it as in 3 January 2024."))
        in_year = replace(self, weekday=None)._in_year(reported_on.year)
        return reported_on.year if in_year.first <= reported_on else reported_on.year - 1

    def _in_year(self, year: int) -> Days:
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise DateNotUnderstoodError(_("%(year)s is not a year that can be recorded.") % {"year": year})
        if self.month is None:
            return Days(date(year, 1, 1), date(year, 12, 31))
        try:
            first = date(year, self.month, self.day or 1)
        except ValueError as error:
            raise DateNotUnderstoodError(
                _("There is no %(day)s.%(month)s.%(year)s; check the day and the month.")
                % {"day": self.day or 1, "month": self.month, "year": year}
            ) from error
        if self.day is None:
            return Days(first, last_of_month(year, self.month))
        self._check_weekday(first)
        return Days(first, first)

    def _check_weekday(self, day: date) -> None:
        if self.weekday is not None and day.weekday() != self.weekday:
            raise DateNotUnderstoodError(
                _("%(day)s was a %(was)s, not a %(said)s; check both.")
                % {
                    "day": day.isoformat(),
                    "was": calendar.day_name[day.weekday()],
                    "said": calendar.day_name[self.weekday],
                }
            )

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return what one date says, or None when it is not a date in these words."""
        for form in _PART_FORMS:
            if match := form.fullmatch(text):
                said = match.groupdict()
                month, weekday = said.get("month"), said.get("weekday")
                return cls(
                    day=int(said["day"]) if said.get("day") else None,
                    month=(MONTHS.get(month) or int(month)) if month else None,
                    year=int(said["year"]) if said.get("year") else None,
                    weekday=WEEKDAYS[weekday] if weekday else None,
                )
        return None


def read_days(text: str, reported_on: date | None) -> Days | None:
    """Return the days that calendar words stand for, or None when they are no calendar words.

    ``text`` is in lower case with single spaces and plain hyphens. ``reported_on`` supplies a missing year: the last
    one in which the date does not lie after the report.

    Raises:
        DateNotUnderstoodError: for a date that does not exist or cannot be placed.
    """
    if (part := Part.read(text)) is not None:
        return part.days(reported_on)
    for read in (_portion, _around, _week_of, _between, _run):
        if (days := read(text, reported_on)) is not None:
            return days
    return None


def _portion(text: str, reported_on: date | None) -> Days | None:
    match = _PORTION.fullmatch(text)
    part = Part.read(match["rest"]) if match else None
    if match is None or part is None or part.month is None or part.day is not None:
        return None
    month = part.days(reported_on)
    first, last = _PORTIONS[match["portion"]]
    return Days(month.first.replace(day=first), min(month.first + timedelta(days=last - 1), month.last))


def _around(text: str, reported_on: date | None) -> Days | None:
    """Around a day: that day, the one before and the one after (UCDP GED codebook)."""
    match = _AROUND.fullmatch(text)
    part = Part.read(match["rest"]) if match else None
    if part is None or part.day is None:
        return None
    day = part.days(reported_on).first
    return Days(day - DAY, day + DAY)


def _week_of(text: str, reported_on: date | None) -> Days | None:
    """Return the week from Monday to Sunday, or its last two days, around a day."""
    match = _WEEK_OF.fullmatch(text)
    part = Part.read(match["rest"]) if match else None
    if match is None or part is None or part.day is None:
        return None
    day = part.days(reported_on).first
    monday = day - day.weekday() * DAY
    return Days(monday + (5 * DAY if match["run"] == "weekend" else 0 * DAY), monday + 6 * DAY)


def _between(text: str, reported_on: date | None) -> Days | None:
    match = _BETWEEN.fullmatch(text)
    return _pair(match, reported_on, went_on=match["word"] == "from") if match else None


def _run(text: str, reported_on: date | None) -> Days | None:
    match = _RUN.fullmatch(text)
    return _pair(match, reported_on, went_on=False) if match else None


def _pair(match: re.Match[str], reported_on: date | None, *, went_on: bool) -> Days | None:
    first, last = Part.read(match["first"]), Part.read(match["last"])
    if first is None or last is None:
        return None
    last = last.filled_from(first)
    end = last.days(reported_on)
    first = first.filled_from(replace(last, year=end.last.year))
    start = first.days(reported_on)
    if end.last < start.first:
        raise DateNotUnderstoodError(
            _("%(last)s comes before %(first)s; write the earlier date first.")
            % {"first": match["first"], "last": match["last"]}
        )
    return Days(start.first, end.last, went_on)
