"""Figures over time as a drawing: one line for each voice, a band from low to high, each step down in words.

Everything is in the units of the drawing's view box, ``WIDTH`` by ``HEIGHT``; a table beside it says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from string import ascii_uppercase
from typing import Final

from django.utils.translation import gettext as _

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 46, 624, 18, 226
TICKS: Final = 4
DASHES: Final = 5
FULL_DAY: Final = 10
SHORTEST: Final = 3
"""Of a line whose figure was replaced the same day."""

ARROW: Final = 14
"""How far an arrow points where a figure has one bound only."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: its day (ISO 8601), whose it is, its bounds, the figure that it replaces by id, whether it was
    replaced itself, and the day on which the count stood so ("" where nobody says).
    """

    id: str
    iso: str
    who: str
    low: int | None
    best: int | None
    high: int | None
    replaces: str | None
    replaced: bool
    as_of: str = ""

    @property
    def level(self) -> int:
        """Where the line runs: at the best value or, where there is none, at the only bound; the low of two."""
        return next(value for value in (self.best, self.low, self.high) if value is not None)

    @property
    def ranges(self) -> bool:
        """Whether it has two bounds that differ."""
        return self.low is not None and self.high is not None and self.low != self.high

    @property
    def drawable(self) -> bool:
        known = any(value is not None for value in (self.low, self.best, self.high))
        return known and len(self.iso) == FULL_DAY


@dataclass(frozen=True, kw_only=True)
class Line:
    """The figures of one voice: a stepped path, the letter that names it, and where that letter stands."""

    letter: str
    path: str
    dash: int
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Band:
    """From low to high, for as long as a figure stands."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words in the drawing: of an axis, or of a step down."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The drawing. ``letters`` names the voices by letter, in the order in which they spoke first."""

    view_box: str
    lines: tuple[Line, ...]
    bands: tuple[Band, ...]
    arrows: tuple[str, ...]
    drops: tuple[str, ...]
    notes: tuple[Words, ...]
    days: tuple[Words, ...]
    levels: tuple[Words, ...]
    letters: dict[str, str]

    @property
    def left(self) -> int:
        return LEFT

    @property
    def right(self) -> int:
        return RIGHT

    @property
    def bottom(self) -> int:
        return BOTTOM

    @property
    def words(self) -> str:
        """What the drawing shows, for those who do not see it."""
        steps = "; ".join(note.text for note in self.notes)
        told = _("A step line for each of %(count)s voices.") % {"count": len(self.lines)}
        return f"{told} {_('Steps down: %(steps)s.') % {'steps': steps}}" if steps else told


class _Scale:
    """From days and persons to the drawing's units."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.days = sorted({date.fromisoformat(one.iso) for one in figures})
        self.first, span = self.days[0].toordinal(), self.days[-1].toordinal() - self.days[0].toordinal()
        self.span = max(span, 1) * 1.15  # the last figure stands for a while too
        most = max(value for one in figures for value in (one.low, one.best, one.high) if value is not None)
        self.step = nice_step(most)
        self.most = self.step * (most // self.step + 1)

    def x(self, iso: str) -> float:
        passed = date.fromisoformat(iso).toordinal() - self.first
        return round(LEFT + passed / self.span * (RIGHT - LEFT), 1)

    def y(self, persons: int) -> float:
        return round(BOTTOM - persons / self.most * (BOTTOM - TOP), 1)


def nice_step(most: int) -> int:
    """A round number of persons between two marks of the axis: 1, 2 or 5 times a power of ten."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * TICKS >= most:
                return factor * power
        power *= 10


def chart(figures: Sequence[Figure], day_words: Sequence[str]) -> Chart | None:
    """The drawing of figures in the order in which they were reported; ``day_words`` name their days. Nothing where
    fewer than two can be drawn: one figure has no course.
    """
    drawn = [one for one in figures if one.drawable]
    if len(drawn) < 2:  # noqa: PLR2004
        return None
    scale = _Scale(drawn)
    letters = dict(zip(dict.fromkeys(one.who for one in drawn), ascii_uppercase, strict=False))
    named = {one.iso: words for one, words in zip(figures, day_words, strict=True)}
    drops = _drops(drawn)
    return Chart(
        view_box=f"0 0 {WIDTH} {HEIGHT}",
        lines=tuple(_line(index, who, drawn, scale, letters) for index, who in enumerate(letters)),
        bands=tuple(
            _band(one, drawn, scale) for one in drawn if one.low is not None and one.high not in {None, one.low}
        ),
        arrows=tuple(_arrow(one, scale) for one in drawn if one.best is None and None in {one.low, one.high}),
        drops=tuple(f"M{scale.x(new.iso)} {scale.y(old.level)}V{scale.y(new.level)}" for old, new in drops),
        notes=tuple(_note(old, new, scale) for old, new in drops),
        days=_day_words(scale, named),
        levels=tuple(
            Words(x=LEFT - 6, y=scale.y(level), text=str(level)) for level in range(0, scale.most + 1, scale.step)
        ),
        letters=letters,
    )


def _heir(one: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure that took the place of another: the one that says so, else the next of the same voice, else, for one
    that was replaced by nobody in particular, the next of a newer count.
    """
    after = figures[figures.index(one) + 1 :]
    named = [other for other in figures if other.replaces == one.id and other.iso >= one.iso]
    own = [other for other in after if other.who == one.who]
    newer = [other for other in after if one.replaced and _counts_later(other, one)]
    return next(iter([*named, *own, *newer]), None)


def _counts_later(other: Figure, one: Figure) -> bool:
    """Whether a figure counts at a later day than another; a day that only one of them gives is no ground for it."""
    if one.as_of and other.as_of:
        return other.as_of > one.as_of
    return not one.as_of and not other.as_of and other.iso > one.iso


def _successor(one: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The figure with whose report another ends: its heir or, for one that was replaced, the next of a later day."""
    later = [other for other in figures if one.replaced and other.iso > one.iso]
    return _heir(one, figures) or next(iter(later), None)


def _until(one: Figure, figures: Sequence[Figure], scale: _Scale) -> float:
    """Where a figure's line ends: with its successor, or at the edge."""
    successor = _successor(one, figures)
    return scale.x(successor.iso) if successor else float(RIGHT)


def _line(index: int, who: str, figures: Sequence[Figure], scale: _Scale, letters: dict[str, str]) -> Line:
    own = [one for one in figures if one.who == who]
    ends = [max(_until(one, figures, scale), scale.x(one.iso) + SHORTEST) for one in own]
    parts = [f"M{scale.x(one.iso)} {scale.y(one.level)}H{end}" for one, end in zip(own, ends, strict=True)]
    joins = [f"M{scale.x(after.iso)} {scale.y(before.level)}V{scale.y(after.level)}" for before, after in pairwise(own)]
    start = own[0]
    return Line(
        letter=letters[who],
        path="".join([*parts, *joins]),
        dash=index % DASHES,
        x=scale.x(start.iso) + 3,
        y=scale.y(start.level) - 5,
    )


def _band(one: Figure, figures: Sequence[Figure], scale: _Scale) -> Band:
    top, x = scale.y(one.high or 0), scale.x(one.iso)
    return Band(
        x=x, y=top, width=round(_until(one, figures, scale) - x, 1), height=round(scale.y(one.low or 0) - top, 1)
    )


def _arrow(one: Figure, scale: _Scale) -> str:
    """Up from "at least", down from "up to"."""
    x, y = scale.x(one.iso) + 1.5, scale.y(one.level)
    way = -1 if one.high is None else 1
    return f"M{x} {y}v{way * ARROW}m-3 {-way * 4}l3 {way * 4}l3 {-way * 4}"


def _drops(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Every figure whose place a lower one took, with that; one that merely came later says nothing of it."""
    pairs = [(one, _heir(one, figures)) for one in figures]
    return [(old, new) for old, new in pairs if new is not None and new.level < old.level]


def _note(old: Figure, new: Figure, scale: _Scale) -> Words:
    words = {"old": old.level, "new": new.level}
    return Words(x=scale.x(new.iso) + 4, y=round(scale.y(new.level) + 17, 1), text=_("%(old)s → %(new)s") % words)


def _day_words(scale: _Scale, named: dict[str, str]) -> tuple[Words, ...]:
    """The first and the last day, and between them those that there is room for."""
    room = 110
    shown: list[Words] = []
    for day in scale.days:
        x = scale.x(day.isoformat())
        if not shown or x - shown[-1].x >= room:
            shown.append(Words(x=min(x, float(RIGHT - room)), y=BOTTOM + 20, text=named[day.isoformat()]))
    return tuple(shown)
