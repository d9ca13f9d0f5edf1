"""Numbers over time as a drawing: a column for each year or month, or a band from low to high.

Across, everything is in per cent of the drawing's width, so that words keep their size on a narrow screen; downwards in
pixels. A table beside the drawing says the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from incidents.presenting.chart import nice_step
from incidents.public.presenting.charts.table import counted
from incidents.rules.breaks import numbered_breaks
from incidents.rules.dates.span import last_of_month
from incidents.selectors.statistics.timeline import MONTHS, Step

LEFT: Final = 9.0
"""Per cent that the words of the upright axis take."""

TOP, BOTTOM, HEIGHT = 22, 212, 240
FILLED: Final = 0.78
"""Of its slot, what a column takes."""

MOST_LABELS: Final = {Step.YEAR: 6, Step.MONTH: 4}
YEARS: Final = (1, 2, 5, 10, 20, 50, 100)
IN_MONTHS: Final = (1, 2, 3, 6, 12)
SLIGHTEST: Final = 2.0
"""Pixels of a column that is not nothing."""


@dataclass(frozen=True, kw_only=True)
class Value:
    """What one bin holds: a count, or a low, a best and a high figure. None is unknown, and drawn as such."""

    start: date
    low: int | None = None
    best: int | None = None
    high: int | None = None
    count: int = 0
    open_below: bool = False
    open_above: bool = False


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A column or a band; ``best`` is where the best figures add up to, ``up`` and ``down`` that a bound is open."""

    x: float
    middle: float
    width: float
    y: float
    height: float
    best: float | None = None
    up: bool = False
    down: bool = False

    @property
    def end(self) -> float:
        return round(self.x + self.width, 2)

    @property
    def foot(self) -> float:
        return round(self.y + self.height, 1)


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words of an axis, or of a break."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Plot:
    """The drawing. ``unknown`` are the bins that hold incidents and no figure."""

    marks: tuple[Mark, ...]
    unknown: tuple[float, ...]
    levels: tuple[Words, ...]
    times: tuple[Words, ...]
    breaks: tuple[Words, ...]
    bands: bool
    words: str
    left: float = LEFT
    bottom: int = BOTTOM
    height: int = HEIGHT
    top: int = TOP


class _Scale:
    """From bins and numbers to the drawing's units."""

    def __init__(self, starts: Sequence[date], most: int) -> None:
        self.starts = starts
        self.slot = (100 - LEFT) / len(starts)
        self.step = nice_step(max(most, 1))
        self.most = self.step * -(-max(most, 1) // self.step)

    def middle(self, index: int) -> float:
        return round(LEFT + (index + 0.5) * self.slot, 2)

    def left(self, index: int) -> float:
        return round(LEFT + (index + (1 - FILLED) / 2) * self.slot, 2)

    def y(self, number: int) -> float:
        return round(BOTTOM - number / self.most * (BOTTOM - TOP), 1)


def starts_of(first: date, last: date, step: Step) -> list[date]:
    """The first day of every bin from the one of a day to that of another, those without incidents too."""
    return list(_starts(first, last, step))


def last_day(start: date, step: Step) -> date:
    """The last day of the bin that begins on a day."""
    return last_of_month(start.year, start.month if step is Step.MONTH else MONTHS)


def _starts(first: date, last: date, step: Step) -> Iterator[date]:
    year, month = first.year, first.month if step is Step.MONTH else 1
    while (year, month) <= (last.year, last.month):
        yield date(year, month, 1)
        month = month + 1 if step is Step.MONTH else MONTHS + 1
        if month > MONTHS:
            year, month = year + 1, 1


def columns(values: Sequence[Value], step: Step, words: str) -> Plot | None:
    """A column for the count of each bin. Values stand in the order of their bins, without a gap."""
    if not values:
        return None
    scale = _Scale([one.start for one in values], max(one.count for one in values))
    marks = [_mark(index, 0, one.count, scale) for index, one in enumerate(values) if one.count]
    return _plot(scale, step, marks=marks, unknown=[], bands=False, words=words)


def bands(values: Sequence[Value], step: Step, words: str) -> Plot | None:
    """A band from the low to the high figure of each bin; nothing where no bin has a figure."""
    numbers = [number for one in values for number in (one.low, one.best, one.high) if number is not None]
    if not numbers:
        return None
    scale = _Scale([one.start for one in values], max(numbers))
    marks = [_band(index, one, scale) for index, one in enumerate(values) if _known(one)]
    unknown = [scale.middle(index) for index, one in enumerate(values) if one.count and not _known(one)]
    return _plot(scale, step, marks=marks, unknown=unknown, bands=True, words=words)


def _known(value: Value) -> bool:
    return any(number is not None for number in (value.low, value.best, value.high))


def _mark(index: int, low: int, high: int, scale: _Scale) -> Mark:
    top, foot = scale.y(high), scale.y(low)
    return Mark(
        x=scale.left(index),
        middle=scale.middle(index),
        width=round(scale.slot * FILLED, 2),
        y=min(top, round(foot - SLIGHTEST, 1)),
        height=round(max(foot - top, SLIGHTEST), 1),
    )


def _band(index: int, value: Value, scale: _Scale) -> Mark:
    given = [number for number in (value.low, value.best, value.high) if number is not None]
    low, high = min(given), max(given)
    drawn = _mark(index, low, high, scale)
    return Mark(
        x=drawn.x,
        middle=drawn.middle,
        width=drawn.width,
        y=drawn.y,
        height=drawn.height,
        best=scale.y(value.best) if value.best is not None else None,
        up=value.open_above,
        down=value.open_below,
    )


def _plot(
    scale: _Scale,
    step: Step,
    *,
    marks: list[Mark],
    unknown: list[float],
    bands: bool,
    words: str,
) -> Plot:
    return Plot(
        marks=tuple(marks),
        unknown=tuple(unknown),
        levels=tuple(
            Words(x=0, y=scale.y(level), text=counted(level)) for level in range(0, scale.most + 1, scale.step)
        ),
        times=_times(scale, step),
        breaks=_breaks(scale, step),
        bands=bands,
        words=words,
    )


def _times(scale: _Scale, step: Step) -> tuple[Words, ...]:
    """The names of as many bins as a narrow screen has room for, at round years or months."""
    count, sizes = len(scale.starts), YEARS if step is Step.YEAR else IN_MONTHS
    every = next((size for size in sizes if count / size <= MOST_LABELS[step]), sizes[-1])
    return tuple(
        Words(x=scale.middle(index), y=BOTTOM + 20, text=_time(start, step))
        for index, start in enumerate(scale.starts)
        if (start.year if step is Step.YEAR else start.month - 1) % every == 0
    )


def _time(start: date, step: Step) -> str:
    return str(start.year) if step is Step.YEAR else start.strftime("%Y-%m")


def _breaks(scale: _Scale, step: Step) -> tuple[Words, ...]:
    """A line before the bin in which a break lies, with its number in the notes; none outside the drawing."""
    return tuple(
        Words(x=round(LEFT + _bin_of(one.day, scale) * scale.slot, 2), y=TOP - 6, text=str(number))
        for number, one in numbered_breaks(scale.starts[0], last_day(scale.starts[-1], step))
    )


def _bin_of(day: date, scale: _Scale) -> int:
    return sum(start <= day for start in scale.starts) - 1
