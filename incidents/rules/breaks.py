"""Where counts over time change because the method did, not the world: each break is drawn and said in every chart.

This is the one place to mark a break. A dataset that is taken in, or a rule of inclusion that changes, adds its day and
a sentence here. There is none yet: everything on record was recorded by one method.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Break:
    """From ``day`` on, by the date of the incident, something is counted otherwise; the sentence says what."""

    day: date
    sentence: str


BREAKS: Final[tuple[Break, ...]] = ()


def numbered_breaks(first: date, last: date) -> tuple[tuple[int, Break], ...]:
    """The breaks from one day to another, each with its number, which is the same in every chart."""
    return tuple((number, one) for number, one in enumerate(BREAKS, start=1) if first <= one.day <= last)
