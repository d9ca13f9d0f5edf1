"""When, in the ways of other datasets: a day, a part of one, or a class of how far apart the days lie."""

from datetime import date
from typing import Final

from incidents.exchange.crosswalks.facts import Facts

UNKNOWN: Final = 0
"""A month or a day that is not known, as GTD writes it."""


def year(facts: Facts) -> int | None:
    """The year; None where the span crosses into another."""
    return first_if_alike(facts, "%Y")


def month(facts: Facts) -> int | None:
    """The month; 0 where only the year is known."""
    if year(facts) is None:
        return None
    found = first_if_alike(facts, "%Y%m")
    return UNKNOWN if found is None else found % 100


def day(facts: Facts) -> int | None:
    """The day of the month; 0 where it is not known."""
    if year(facts) is None:
        return None
    found = first_if_alike(facts, "%Y%m%d")
    return UNKNOWN if found is None else found % 100


def first_if_alike(facts: Facts, form: str) -> int | None:
    """What the first and the last day have in common in a form of digits; None where they differ."""
    if facts.days is None:
        return None
    first, last = (one.strftime(form) for one in facts.days)
    return int(first) if first == last else None


def words(facts: Facts) -> str | None:
    """The span in words and days, where it is more than one."""
    if facts.days is None or facts.days[0] == facts.days[1]:
        return None
    first, last = facts.days
    return f"{facts.row.occurred_text}: {first.isoformat()} – {last.isoformat()}"


def class_of(facts: Facts, classes: tuple[int, ...]) -> int | None:
    """Which class a span is of, from 1, when each takes spans of so many days at most; None beyond the last."""
    if facts.days is None:
        return None
    length = (facts.days[1] - facts.days[0]).days + 1
    return next((number for number, most in enumerate(classes, start=1) if length <= most), None)


def only_day(facts: Facts) -> date | None:
    """The day, where it is one."""
    return facts.days[0] if facts.days and facts.days[0] == facts.days[1] else None
