"""What a pasted or captured text says of itself: headline, outlet, day, byline, address. Suggestions, never facts.

Only its first lines are read, and only what stands there as such things stand: a short first line, "By" and a name, an
outlet's name on a line of its own or in the dateline, a date with its year.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from incidents.rules.dates import DateNotUnderstoodError, read_date
from incidents.rules.languages import language_of

_LINES: Final = 14
_LONGEST_TITLE: Final = 250
_LONGEST_NOTE: Final = 140
_MONTHS: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE: Final = re.compile(rf"\b(?:\d{{1,2}} {_MONTHS},? \d{{4}}|{_MONTHS} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d)\b")
_BYLINE: Final = re.compile(r"^(?:Reporting |Written )?[Bb]y (?P<names>[A-ZÀ-Þ][^.;:|]{3,100}?)(?: *[|–—] .*| - .*)?$")
_DATELINE: Final = re.compile(r"^(?=[^a-z]{3})[^()\n]{3,60}\((?P<outlet>[A-ZÀ-Þ][^()]{1,60})\)\s*[-–—]+ ")
_URL: Final = re.compile(r"https?://[^\s<>\"]+")
_AND: Final = re.compile(r",? and |, | & ")
_DIVIDED: Final = re.compile(r"\s+[|–—-]\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is suggested of an item; whatever nothing says is empty."""

    title: str = ""
    outlet: str = ""
    published_on: date | None = None
    authors: tuple[str, ...] = ()
    url: str = ""
    lang: str = ""


def read_item(text: str, outlets: Iterable[str] = (), told: Mapping[str, str] | None = None) -> Item:
    """What a text says of itself. ``told`` is what its file says, which comes first; ``outlets`` are on record."""
    known = {name.casefold(): name for name in outlets}
    head = [line.strip() for line in text[:20_000].splitlines() if line.strip()][:_LINES]
    said = {name: value.strip() for name, value in (told or {}).items()}
    return Item(
        title=said.get("title") or _title(head, known),
        outlet=_as_on_record(said.get("outlet", ""), known) or _outlet(head, known),
        published_on=_day(said.get("published", "")) or _published(head),
        authors=_names(said.get("authors", "")) or _authors(head, known),
        url=said.get("url") or _address(head),
        lang=said.get("lang", "")[:2].lower() or language_of(text),
    )


def _title(head: list[str], known: Mapping[str, str]) -> str:
    """The first line that is neither an outlet's name, a date nor an address, where it is short enough for one."""
    for line in head:
        if line.casefold() in known or _URL.match(line) or _DATE.fullmatch(line) or _BYLINE.match(line):
            continue
        whole = _without_outlet(line, known)
        sentence = line.endswith((".", ",", ";")) or _DATELINE.match(line)
        return "" if sentence or len(whole) > _LONGEST_TITLE else whole
    return ""


def _without_outlet(line: str, known: Mapping[str, str]) -> str:
    first, *others = _DIVIDED.split(line)
    return first if others and others[-1].casefold() in known else line


def _outlet(head: list[str], known: Mapping[str, str]) -> str:
    """An outlet on record that stands alone, ends a line or signs the dateline; else whoever signs the dateline."""
    for line in head:
        parts = [line, *_DIVIDED.split(line), *(part.strip() for part in line.split(","))]
        dateline = _DATELINE.match(line)
        for part in [dateline["outlet"] if dateline else "", *parts]:
            if part.casefold() in known:
                return known[part.casefold()]
    return next((found["outlet"] for line in head if (found := _DATELINE.match(line))), "")


def _as_on_record(name: str, known: Mapping[str, str]) -> str:
    return known.get(name.casefold(), name)


def _published(head: list[str]) -> date | None:
    """The first date with a year in a short line, or at the very beginning of a longer one."""
    for line in head:
        found = _DATE.search(line if len(line) <= _LONGEST_NOTE else line[: _LONGEST_NOTE // 2])
        if found and (day := _day(found[0])):
            return day
    return None


def _day(words: str) -> date | None:
    try:
        span = read_date(words, timezone="UTC") if words else None
    except DateNotUnderstoodError:
        return None
    return span.first_day if span and span.first_day == span.last_day else None


def _authors(head: list[str], known: Mapping[str, str]) -> tuple[str, ...]:
    found = next((_names(byline["names"]) for line in head if (byline := _BYLINE.match(line))), ())
    return tuple(name for name in found if name.casefold() not in known)


def _names(words: str) -> tuple[str, ...]:
    return tuple(name for one in re.split(r";", words) for part in _AND.split(one) if (name := part.strip()))


def _address(head: list[str]) -> str:
    return next((found[0] for line in head if (found := _URL.fullmatch(line))), "")
