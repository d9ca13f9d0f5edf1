"""What the record says of an incident in a list. A bound that nobody gives is None and never zero."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says so, and who published it."""

    name: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, by whom; all bounds are None and ``said_by`` is empty where nobody says."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    text: str = ""
    said_by: tuple[Voice, ...] = ()

    @classmethod
    def read(cls, found: Document | None) -> "Figure":
        if found is None:
            return cls()
        return cls(found["low"], found["best"], found["high"], found["text"], voices(found))


@dataclass(frozen=True, slots=True)
class Interval:
    """When it happened: between two instants (UTC), as finely as the sources allow."""

    earliest: datetime
    latest: datetime
    precision: str
    edtf: str
    text: str
    said_by: tuple[Voice, ...]

    @classmethod
    def read(cls, found: Document) -> "Interval":
        earliest, latest = (datetime.fromisoformat(found[name]) for name in ("earliest", "latest"))
        return cls(earliest, latest, found["precision"], found["edtf"], found["text"], voices(found))


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened, in names. ``uncertainty_m``: radius in metres around the point, None where none is drawn."""

    name: str
    country_code: str
    country_name: str
    province_code: str
    province_name: str
    precision: str
    uncertainty_m: int | None
    said_by: tuple[Voice, ...]

    @classmethod
    def read(cls, found: Document) -> "Place":
        names = ("name", "country_code", "country_name", "province_code", "province_name", "precision", "uncertainty_m")
        return cls(**{name: found[name] for name in names}, said_by=voices(found))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where the question who did it stands. To be named is not to be found guilty."""

    state: str
    actors: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident in a list. ``raw`` is the answer as it came, with all that is not spelt out here."""

    id: str
    url: str
    version: int
    published_at: datetime
    title: str
    demonstration: bool
    parent: str | None
    occurred: Interval | None
    place: Place | None
    attack_types: tuple[str, ...]
    weapon_types: tuple[str, ...]
    target_types: tuple[str, ...]
    attribution: Attribution
    killed: Figure
    wounded: Figure
    raw: Document

    @classmethod
    def read(cls, found: Document) -> "Incident":
        """From a member of ``results``."""
        named = found["attribution"]
        return cls(
            id=found["id"],
            url=found["url"],
            version=found["version"],
            published_at=datetime.fromisoformat(found["published_at"]),
            title=found["title"],
            demonstration=found["demonstration"],
            parent=found["parent"],
            occurred=Interval.read(found["occurred"]) if found["occurred"] else None,
            place=Place.read(found["place"]) if found["place"] else None,
            attack_types=tuple(found["attack_types"]),
            weapon_types=tuple(found["weapon_types"]),
            target_types=tuple(found["target_types"]),
            attribution=Attribution(named["state"], tuple(named["actors"]), tuple(named["kinds"])),
            killed=Figure.read(found["killed"]),
            wounded=Figure.read(found["wounded"]),
            raw=found,
        )


def voices(found: Document) -> tuple[Voice, ...]:
    """Who says so."""
    return tuple(Voice(one["name"], one["publisher"]) for one in found["said_by"])
