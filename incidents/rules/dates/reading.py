"""From the words of a report, or an editor, to a span."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from incidents.rules.dates.clock import clock_time, part_of_day
from incidents.rules.dates.gregorian import Days
from incidents.rules.dates.notation import LOOKS_LIKE_EDTF, read_edtf
from incidents.rules.dates.relative import is_relative, read_relative
from incidents.rules.dates.runs import read_days
from incidents.rules.dates.saying import say_span
from incidents.rules.dates.solar_hijri import read_solar_hijri
from incidents.rules.dates.span import DAY, DateNotUnderstoodError, Span, is_recordable, span_of_days, zone

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_SLASHED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:\d\d|\d{4})")
_OPEN_ENDED = re.compile(r"(?:before|after|since|until|by|not before|not after|no later than) .+")
_PART_NAMES = "early hours|early morning|morning|afternoon|evening|night"
_PART_FIRST = re.compile(rf"(?:on |in |during |overnight )?(?:the )?(?P<part>{_PART_NAMES}) (?:of|on) (?P<day>.+)")
_PART_LAST = re.compile(rf"(?P<day>.+?),? (?:in the |at |during the )?(?P<part>{_PART_NAMES})")
_TIME = (
    r"(?P<time>\d{1,2}(?:[:.]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)(?: local time| hrs| hours)?|noon|midday|midnight)"
)
_TIME_FIRST = re.compile(rf"(?:at )?{_TIME},? (?:on )?(?P<day>.+)")
_TIME_LAST = re.compile(rf"(?P<day>.+?),? (?:at )?{_TIME}")
_SHORT_FOR = {"this": "today", "last": "yesterday"}
_SHORT_PART = re.compile(rf"(?P<day>this|last) (?P<part>{_PART_NAMES})")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the text, its words cleaned for comparing, and what they are read against."""

    text: str
    words: str
    timezone: str
    reported_on: date | None


def read_date(text: str, *, timezone: str, reported_on: date | None = None) -> Span:
    """Return the span that the words stand for, in that time zone.

    Understood are calendar dates in English ("3 January 2024", "Jan 3, 2024", "January 2024", "2024"), parts of a month
    ("early January 2024"), spans ("between 5 and 10 July 2024", "from 28 June to 3 July 2024"), times of day ("night of
    3 Jan 2024", "3 January 2024 at 14:50"), ISO 8601 and EDTF; with ``reported_on``, the day of the report, also
    dates without a year and words such as "on Thursday", "over the weekend" and "last week".

    Raises:
        DateNotUnderstoodError: when they stand for none; its message says why and what to write.
    """
    zone(timezone)
    asked = Asked(text.strip(), _cleaned(text), timezone, reported_on)
    if not asked.words:
        raise DateNotUnderstoodError(_("Nothing was written; write a date as in 3 January 2024."))
    if reported_on is not None and not is_recordable(reported_on):
        raise DateNotUnderstoodError(
            _("The report's date cannot be right: %(day)s.") % {"day": reported_on.isoformat()}
        )
    for read in READERS:
        if (span := read(asked)) is not None:
            return span
    raise DateNotUnderstoodError(
        _("“%(text)s” was not understood; write it as in 3 January 2024, January 2024 or between 5 and 10 July 2024.")
        % {"text": asked.text}
    )


def say_readably(span: Span) -> str:
    """A span in words that are read as the same span again, or else its EDTF."""
    words = say_span(span)
    try:
        understood = read_date(words, timezone=span.timezone)
    except DateNotUnderstoodError:
        return span.edtf
    same = (understood.earliest, understood.latest) == (span.earliest, span.latest)
    return words if same else span.edtf


def _cleaned(text: str) -> str:
    """Bring digits of every script, dashes, case and spaces into one form."""
    plain = "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in unicodedata.normalize("NFKC", text)
    )
    words = " ".join(_DASHES.sub("-", plain).lower().split())
    words = words if words.endswith("..") else words.removesuffix(".")
    return _SHORT_PART.sub(
        lambda short: f"{_SHORT_FOR[short['day']]} {short['part']}", words.replace("tonight", "this night")
    )


def _refused(asked: Asked) -> Span | None:
    """Refuse by name what could be read in two ways, rather than by silence."""
    if _SLASHED.fullmatch(asked.words):
        raise DateNotUnderstoodError(
            _("“%(text)s” can be read as two different days; write the month as a word, as in 3 January 2024.")
            % {"text": asked.text}
        )
    if _OPEN_ENDED.fullmatch(asked.words):
        raise DateNotUnderstoodError(
            _("“%(text)s” leaves one end open; give both, as in between 5 and 10 July 2024.") % {"text": asked.text}
        )
    return None


def _notation(asked: Asked) -> Span | None:
    marks = asked.words.upper()
    return read_edtf(marks, timezone=asked.timezone) if LOOKS_LIKE_EDTF.fullmatch(marks) else None


def _calendar(asked: Asked) -> Span | None:
    days = _named(asked.words.removeprefix("on ").removeprefix("in "), asked.reported_on)
    return _span(days, asked.timezone) if days else None


def _relative(asked: Asked) -> Span | None:
    if asked.reported_on is None:
        if is_relative(asked.words):
            raise DateNotUnderstoodError(
                _("“%(text)s” is a day only as seen from another. Write the day itself, or give that of the report.")
                % {"text": asked.text}
            )
        return None
    days = read_relative(asked.words, asked.reported_on)
    return _span(days, asked.timezone) if days else None


def _part_of_day(asked: Asked) -> Span | None:
    match = _PART_FIRST.fullmatch(asked.words) or _PART_LAST.fullmatch(asked.words)
    days = _days(match["day"], asked.reported_on) if match else None
    if match is None or days is None:
        return None
    name = "early hours" if match["part"] == "early morning" else match["part"]
    one_night = name == "night" and not days.went_on and days.last - days.first == DAY
    return part_of_day(days.first, name, asked.timezone) if one_night or days.first == days.last else None


def _time_of_day(asked: Asked) -> Span | None:
    match = _TIME_FIRST.fullmatch(asked.words) or _TIME_LAST.fullmatch(asked.words)
    days = _days(match["day"], asked.reported_on) if match else None
    if match is None or days is None or days.first != days.last:
        return None
    return clock_time(days.first, match["time"], asked.timezone)


def _days(words: str, reported_on: date | None) -> Days | None:
    return _named(words, reported_on) or (read_relative(words, reported_on) if reported_on else None)


def _named(words: str, reported_on: date | None) -> Days | None:
    """The days that a calendar has a name for: the Gregorian or the Solar Hijri one."""
    return read_solar_hijri(words) or read_days(words, reported_on)


def _span(days: Days, timezone: str) -> Span:
    return span_of_days(days.first, days.last, timezone=timezone, went_on=days.went_on)


READERS: tuple[Callable[[Asked], Span | None], ...] = (
    _refused,
    _calendar,
    _notation,
    _relative,
    _part_of_day,
    _time_of_day,
)
"""Asked in this order; the first that understands answers."""
