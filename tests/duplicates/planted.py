"""Twenty incidents, each told a second time by somebody else, and each with another that only looks like it.

All of them are invented. A line of one of the tables beside this file: day (or first..last), longitude and latitude,
precision, country, attack, target, killed (exact, "a-" at least, "" unknown), actors, sources, title.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from incidents.rules.duplicates import Traits

HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Told:
    """A line: what is compared, and the words of it."""

    traits: Traits
    title: str


def told(table: str) -> list[Told]:
    """The incidents of a table, by the name of its file."""
    lines = (HERE / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return [_told(*(part.strip() for part in line.split("|"))) for line in lines]


def _told(*parts: str) -> Told:
    days, at, precision, country, attack, target, killed, actors, sources, title = parts
    first, _to, last = days.partition("..")
    east, north = at.split()
    traits = Traits(
        earliest=datetime.combine(date.fromisoformat(first), time.min, UTC),
        latest=datetime.combine(date.fromisoformat(last or first), time.max, UTC),
        point=(float(east), float(north)),
        precision=precision,
        country_code=country,
        attack_types=frozenset(attack.split()),
        target_types=frozenset(target.split()),
        killed=_killed(killed),
        actors=frozenset(int(one) for one in actors.split()),
        sources=frozenset(int(one) for one in sources.split()),
        wording=title,
    )
    return Told(traits, title)


def _killed(written: str) -> tuple[int | None, int | None, int | None]:
    if not written:
        return None, None, None
    if written.endswith("-"):
        return int(written[:-1]), None, None
    return int(written), int(written), int(written)
