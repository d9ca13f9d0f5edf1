"""One date of the Solar Hijri calendar, as Iran and Afghanistan count: a day or a month, in Latin or Persian letters.

The Iranian names of the months are read in their usual transliterations, the Afghan ones in theirs. The digits and
letters of a phrase have been folded before it comes here.
"""

import re
from datetime import date

import jdatetime
from django.utils.translation import gettext as _

from incidents.rules.dates.gregorian import Days
from incidents.rules.dates.span import DAY, DateNotUnderstoodError

NAMES: tuple[tuple[str, ...], ...] = (
    ("farvardin", "فروردین", "hamal", "حمل"),
    ("ordibehesht", "اردیبهشت", "sawr", "saur", "ثور"),
    ("khordad", "خرداد", "jawza", "جوزا"),
    ("tir", "تیر", "saratan", "سرطان"),
    ("mordad", "amordad", "مرداد", "asad", "اسد"),
    ("shahrivar", "شهریور", "sunbula", "سنبله"),
    ("mehr", "مهر", "mizan", "میزان"),
    ("aban", "آبان", "aqrab", "عقرب"),
    ("azar", "آذر", "qaws", "قوس"),
    ("dey", "dei", "دی", "jadi", "جدی"),
    ("bahman", "بهمن", "dalw", "دلو"),
    ("esfand", "اسفند", "hut", "حوت"),
)
MONTHS: dict[str, int] = {name: number for number, names in enumerate(NAMES, start=1) for name in names}

EARLIEST, LATEST = 1300, 1499
"""Years that are read as Solar Hijri: 1921 to 2121."""

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_DATE = re.compile(rf"(?:(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?{_MONTH},? (?P<year>1[34]\d\d)")


def read_solar_hijri(words: str) -> Days | None:
    """Return the day or the month that the words name ("13 dey 1402"), or None when they name none.

    Raises:
        DateNotUnderstoodError: for a day that its month does not have.
    """
    match = _DATE.fullmatch(words)
    if match is None:
        return None
    year, month = int(match["year"]), MONTHS[match["month"]]
    if match["day"]:
        day = _gregorian(year, month, int(match["day"]), words)
        return Days(day, day)
    after = (year, month + 1) if month < len(NAMES) else (year + 1, 1)
    return Days(_gregorian(year, month, 1, words), _gregorian(*after, 1, words) - DAY)


def _gregorian(year: int, month: int, day: int, words: str) -> date:
    try:
        found: date = jdatetime.date(year, month, day).togregorian()
    except ValueError as error:
        raise DateNotUnderstoodError(
            _("“%(text)s” does not exist; check the day and the month.") % {"text": words}
        ) from error
    return found
