"""Words that mean a day only together with the day of the report: "on Thursday", "last week", "three days ago".

Rules of the UCDP GED codebook (appendix on imprecise dates). Nothing here reaches past the day of the report: what a
report tells had happened by then.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from incidents.rules.dates.gregorian import WEEKDAYS, Days
from incidents.rules.dates.span import DAY, last_of_month

_SATURDAY = 5
_WEEK = 7 * DAY
_RECENT_DAYS = 3
_RECENT_WEEKS = 3

_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_ON_WEEKDAY = re.compile(rf"(?:(?:on|this) )?(?P<past>last |past )?(?P<weekday>{_WEEKDAY})\.?")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AGO = re.compile(rf"(?P<count>\d{{1,3}}|an?|{'|'.join(_NUMBERS)}) (?P<unit>day|week)s? ago")
_COUNTS: dict[str, int] = {"a": 1, "an": 1} | {word: count for count, word in enumerate(_NUMBERS, start=1)}

_RELATIVE: dict[str, Callable[[date], Days]] = {}


def _named(*phrases: str) -> Callable[[Callable[[date], Days]], Callable[[date], Days]]:
    def enter(rule: Callable[[date], Days]) -> Callable[[date], Days]:
        _RELATIVE.update(dict.fromkeys(phrases, rule))
        return rule

    return enter


def read_relative(text: str, reported_on: date) -> Days | None:
    """Return the days that these words mean in a report of that day, or None when they mean none."""
    if rule := _RELATIVE.get(text):
        return rule(reported_on)
    if match := _ON_WEEKDAY.fullmatch(text):
        latest = reported_on - DAY if match["past"] else reported_on
        day = latest - timedelta(days=(latest.weekday() - WEEKDAYS[match["weekday"]]) % 7)
        return Days(day, day)
    if match := _AGO.fullmatch(text):
        count = _COUNTS.get(match["count"]) or int(match["count"])
        return _ago(reported_on, count, match["unit"])
    return None


def is_relative(text: str) -> bool:
    """Whether the words need the day of the report."""
    return text in _RELATIVE or bool(_ON_WEEKDAY.fullmatch(text) or _AGO.fullmatch(text))


def _ago(reported_on: date, count: int, unit: str) -> Days:
    """So many days ago is that day; so many weeks ago is the week from Monday to Sunday."""
    if unit == "day":
        day = reported_on - count * DAY
        return Days(day, day)
    monday = _monday(reported_on) - count * _WEEK
    return Days(monday, monday + 6 * DAY)


@_named("today")
def _today(reported_on: date) -> Days:
    return Days(reported_on, reported_on)


@_named("yesterday")
def _yesterday(reported_on: date) -> Days:
    return Days(reported_on - DAY, reported_on - DAY)


@_named("the day before yesterday", "day before yesterday")
def _before_yesterday(reported_on: date) -> Days:
    return Days(reported_on - 2 * DAY, reported_on - 2 * DAY)


@_named("over the weekend", "at the weekend", "on the weekend", "during the weekend", "last weekend", "the weekend")
def _weekend(reported_on: date) -> Days:
    saturday = reported_on - timedelta(days=(reported_on.weekday() - _SATURDAY) % 7)
    return Days(saturday, min(saturday + DAY, reported_on))


@_named("this week", "earlier this week")
def _this_week(reported_on: date) -> Days:
    return Days(_monday(reported_on), reported_on)


@_named("last week", "the past week", "the previous week")
def _last_week(reported_on: date) -> Days:
    monday = _monday(reported_on) - _WEEK
    return Days(monday, monday + 6 * DAY)


@_named("recently", "in recent days", "in the past few days", "the past few days", "past few days", "recent days")
def _recently(reported_on: date) -> Days:
    return Days(reported_on - _RECENT_DAYS * DAY, reported_on)


@_named("in recent weeks", "recent weeks", "in the past few weeks", "the past few weeks", "past few weeks")
def _recent_weeks(reported_on: date) -> Days:
    return Days(reported_on - _RECENT_WEEKS * _WEEK, reported_on)


@_named("this month", "earlier this month")
def _this_month(reported_on: date) -> Days:
    return Days(reported_on.replace(day=1), reported_on)


@_named("last month", "the previous month")
def _last_month(reported_on: date) -> Days:
    last = reported_on.replace(day=1) - DAY
    return Days(last.replace(day=1), last_of_month(last.year, last.month))


@_named("this year", "earlier this year")
def _this_year(reported_on: date) -> Days:
    return Days(reported_on.replace(month=1, day=1), reported_on)


@_named("last year", "the previous year")
def _last_year(reported_on: date) -> Days:
    return Days(date(reported_on.year - 1, 1, 1), date(reported_on.year - 1, 12, 31))


def _monday(day: date) -> date:
    return day - day.weekday() * DAY
