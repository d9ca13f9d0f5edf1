"""One date of the Gregorian calendar in English words: a day, a month or a year.

Another calendar is another module that ends in ``Days``, as ``solar_hijri`` does.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from django.utils.dates import WEEKDAYS as WEEKDAY_NAMES
from django.utils.translation import gettext as _

from incidents.rules.dates.span import EARLIEST_YEAR, LATEST_YEAR, DateNotUnderstoodError, last_of_month

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
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)?(?: {_MONTH}(?:,? {_YEAR})?)?",
        rf"{_WEEKDAY}{_MONTH} (?:the )?{_DAY}(?:,? {_YEAR})?",
        rf"{_MONTH}(?:,? (?:of )?{_YEAR})?",
        _YEAR,
        rf"{_YEAR}-(?P<month>0\d|1[0-2])(?:-(?P<day>\d\d))?",
    )
)


@dataclass(frozen=True, slots=True)
class Days:
    """A run of whole days; ``went_on`` when it lasted from the first to the last, not merely lay between them."""

    first: date
    last: date
    went_on: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What one date says: any of day, month and year may be left to the date beside it, or to the report."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    @classmethod
    def read(cls, words: str) -> Self | None:
        """Return what one date says, or None when it is not a date in these words."""
        for form in _FORMS:
            if match := form.fullmatch(words):
                said = match.groupdict()
                month, weekday = said.get("month"), said.get("weekday")
                return cls(
                    day=int(said["day"]) if said.get("day") else None,
                    month=(MONTHS.get(month) or int(month)) if month else None,
                    year=int(said["year"]) if said.get("year") else None,
                    weekday=WEEKDAYS[weekday] if weekday else None,
                )
        return None

    def filled_from(self, other: "Said") -> "Said":
        """Return the same with the month and the year of the other where it says none itself."""
        return replace(self, month=self.month or (other.month if self.day else None), year=self.year or other.year)

    def year_in(self, reported_on: date | None) -> int:
        """Return the year said, or else the last one in which the date does not lie after the report.

        Raises:
            DateNotUnderstoodError: when neither the words nor a report say which year it is.
        """
        if self.year is not None:
            return self.year
        if reported_on is None or self.month is None:
            raise DateNotUnderstoodError(_("The year is missing; write it as in 3 January 2024."))
        begun = (self.month, self.day or 1) <= (reported_on.month, reported_on.day)
        return reported_on.year if begun else reported_on.year - 1

    def days(self, reported_on: date | None) -> Days:
        """Return the day, month or year it stands for.

        Raises:
            DateNotUnderstoodError: when it cannot be placed, does not exist, or falls on another day of the week.
        """
        if self.day is not None and self.month is None:
            raise DateNotUnderstoodError(_("The month is missing; write it as in 3 January 2024."))
        year = self.year_in(reported_on)
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise DateNotUnderstoodError(_("%(year)s is not a year that can be recorded.") % {"year": year})
        if self.month is None:
            return Days(date(year, 1, 1), date(year, 12, 31))
        try:
            first = date(year, self.month, self.day or 1)
        except ValueError as error:
            raise DateNotUnderstoodError(
                _("%(year)04d-%(month)02d-%(day)02d does not exist; check the day and the month.")
                % {"year": year, "month": self.month, "day": self.day or 1}
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
                    "was": WEEKDAY_NAMES[day.weekday()],
                    "said": WEEKDAY_NAMES[self.weekday],
                }
            )
