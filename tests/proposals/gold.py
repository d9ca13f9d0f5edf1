"""Reports with annotations: a header, an empty line, and a text marked ``[[kind=value; kind=value|words]]``.

Written values: ``time`` is a day or ``first..last``; a figure is ``12``, ``>=12``, ``>12``, ``~12``, ``<=12``,
``10-14`` or words such as "dozens", and its kind may name a population (``killed/children``); ``attribution`` is
ground:actor, ``speaker`` naming:who, ``derivation`` kind:outlet, ``warning`` its polarity.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from incidents.rules.folding import fold
from incidents.rules.proposals import ActorName, Known, PlaceName, Report
from incidents.rules.quantities import read_quantity

REPORTS: Final = Path(__file__).parent / "reports"
SPLITS: Final = (
    "development",
    "held_out",
    "fresh",
    "last",
    "unlike",
    "wide_a",
    "wide_b",
    "wide_c",
    "wide_d",
    "wide_e",
    "wide_f",
)
MEASURES: Final = ("killed", "wounded", "missing", "hospitalised", "hostages")
_MARK: Final = re.compile(r"\[\[(?P<values>[^|\]]+)\|(?P<words>[^\]]+)\]\]")
_FIGURES: Final = (
    (re.compile(r"(\d+)"), lambda n: (n[0], n[0], n[0])),
    (re.compile(r">=(\d+)"), lambda n: (n[0], None, None)),
    (re.compile(r">(\d+)"), lambda n: (n[0] + 1, None, None)),
    (re.compile(r"~(\d+)"), lambda n: (None, n[0], None)),
    (re.compile(r"<=(\d+)"), lambda n: (None, None, n[0])),
    (re.compile(r"(\d+)-(\d+)"), lambda n: (n[0], None, n[1])),
)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotation: its kind, the value by which it is compared, and where its words stand."""

    kind: str
    value: tuple[object, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with what a careful reader found in it."""

    name: str
    report: Report
    gold: tuple[Gold, ...]


@cache
def reports_of(split: str) -> tuple[Annotated, ...]:
    """The reports of a split, by name."""
    return tuple(_annotated(path) for path in sorted((REPORTS / split).glob("*.txt")))


def _annotated(path: Path) -> Annotated:
    head, _gap, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    text, gold, end = "", [], 0
    for mark in _MARK.finditer(body):
        text += body[end : mark.start()]
        start = len(text)
        text += mark["words"]
        end = mark.end()
        gold += [_gold(one, start, len(text)) for one in mark["values"].split(";")]
    text += body[end:]
    report = Report(text=text, published_on=date.fromisoformat(fields["published"]), outlet=fields["outlet"])
    return Annotated(path.stem, report, tuple(gold))


def _gold(written: str, start: int, end: int) -> Gold:
    kind, _is, value = written.strip().partition("=")
    measure, _of, population = kind.partition("/")
    if measure in MEASURES:
        return Gold("casualty", (measure, population or "all", *_bounds(value)), start, end)
    if kind == "time":
        first, _to, last = value.partition("..")
        return Gold("time", (first, last or first), start, end)
    if kind in {"attribution", "speaker", "derivation"}:
        ground, _of, who = value.partition(":")
        return Gold(kind, (ground, fold(who)), start, end)
    return Gold(kind, (fold(value) if kind in {"place", "reason"} else value,), start, end)


def _bounds(value: str) -> tuple[int | None, int | None, int | None]:
    for pattern, bounds in _FIGURES:
        if match := pattern.fullmatch(value):
            return bounds([int(number) for number in match.groups()])
    read = read_quantity(value)
    assert read, value
    return read.low, read.best, read.high


@cache
def known() -> Known:
    """The invented gazetteer, groups and outlets of ``reports/context*.txt``."""
    entries = [
        [part.strip() for part in line.split("|")]
        for path in sorted(REPORTS.glob("context*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if "|" in line
    ]
    countries = {one[3]: one[1] for one in entries if one[0] == "place" and one[2] == "country"}
    places: dict[str, list[PlaceName]] = {}
    for key, one in enumerate(entries):
        if one[0] == "place":
            entry = PlaceName(
                key=key,
                name=one[1],
                kind=one[2],
                country_code=one[3],
                country=countries.get(one[3], ""),
                province=one[4],
            )
            places.setdefault(fold(one[1]), []).append(entry)
    actors: dict[str, ActorName] = {}
    for key, one in enumerate(entries):
        if one[0] == "actor":
            actor = ActorName(key, one[1])
            actors |= {alias.strip(): actor for alias in (one[1], *(one[2].split(";") if len(one) > 2 else ()))}
    return Known(
        places=lambda names: {name: places[name] for name in names if name in places},
        countries={name: code for code, name in countries.items()},
        actors=actors,
        outlets=frozenset(one[1] for one in entries if one[0] == "outlet"),
    )
