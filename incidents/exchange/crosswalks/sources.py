"""Sources as other datasets cite them."""

from collections.abc import Callable
from typing import Any, Final

from incidents.exchange.crosswalks.facts import Facts
from incidents.presenting.words import day_words
from incidents.rules.voices import day_known

ISO_DAY: Final = 10


def cited_as(source: dict[str, Any]) -> str:
    """A citation in words: title, publisher, day."""
    day = day_words(source["published_on"], source["published_precision"])
    title = "“%s”" % source["title"]  # noqa: UP031 (a title may hold braces)
    return ", ".join(part for part in (title, source["publisher"]["name"], day) if part)


def citing(place: int) -> Callable[[Facts], str | None]:
    """How to take the citation in a place, from 0."""
    return lambda facts: cited_as(facts.cited[place]) if place < len(facts.cited) else None


def publishers(facts: Facts) -> list[str]:
    return list(dict.fromkeys(source["publisher"]["name"] for source in facts.cited))


def exact_day(source: dict[str, Any]) -> str:
    """The day of publication; "" where it is not known to the day."""
    day = day_known(source)
    return day if len(day) == ISO_DAY else ""
