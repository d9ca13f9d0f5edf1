"""An actor with everything that it is said to be a part of and that is said to be a part of it."""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F, Max

from incidents.choices import PART_OF
from incidents.filters import Query
from incidents.models.record import Version
from incidents.selectors.columns.reading import Each

MOST: Final = 100
"""Actors beside the one asked for whose documents are opened."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor as the newest document that names it tells of it, with the sources of that document by id."""

    actor: dict[str, Any]
    sources: dict[str, dict[str, Any]]
    public_id: str

    @property
    def slug(self) -> str:
        return str(self.actor["actor"])


@dataclass(frozen=True, slots=True)
class Family:
    """An actor, those above it, those below it, and others who are tied to it in another way."""

    one: Entry
    above: list[Entry]
    below: list[Entry]
    tied: list[Entry]

    @property
    def itself_and_branches(self) -> list[str]:
        """The short names that the filter ``actor`` stands for."""
        return [self.one.slug, *(entry.slug for entry in self.below)]


def family(query: Query, slug: str) -> Family | None:
    """The family of an actor in the incidents of a query; None where none of them names it."""
    entries = _entries(query)
    if slug not in entries:
        return None
    above, below = _reached(slug, _parents(entries)), _reached(slug, _children(entries))
    tied = {
        name
        for name, entry in entries.items()
        if slug in {relation["other"] for relation in entry.actor["relations"]} and name not in {*above, *below, slug}
    }
    ordered = [
        sorted((entries[name] for name in names if name in entries), key=_name) for names in (above, below, tied)
    ]
    return Family(entries[slug], *ordered)


def _entries(query: Query) -> dict[str, Entry]:
    """Every actor of the query's documents, each from the newest one that has it."""
    rows = query.incidents().order_by().annotate(actor=Each(F("actor_tree"))).values("actor")
    newest = rows.annotate(newest=Max("version_id")).order_by("-newest").values_list("newest", flat=True)
    versions = Version.objects.public().filter(pk__in=set(newest[:MOST])).order_by("pk")
    found: dict[str, Entry] = {}
    for public_id, actors, sources in versions.values_list("public_id", "content__actors", "content__sources"):
        by_id = {source["id"]: source for source in sources}
        found |= {actor["actor"]: Entry(actor, by_id, public_id) for actor in actors or ()}
    return found


def _parents(entries: dict[str, Entry]) -> dict[str, set[str]]:
    return {
        name: {one["other"] for one in entry.actor["relations"] if one["kind"] in PART_OF}
        for name, entry in entries.items()
    }


def _children(entries: dict[str, Entry]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, parents in _parents(entries).items():
        for parent in parents:
            found.setdefault(parent, set()).add(name)
    return found


def _reached(start: str, steps: dict[str, set[str]]) -> set[str]:
    """Everybody who is reached from one, however many steps away; not the one itself."""
    found: set[str] = set()
    waiting = steps.get(start, set())
    while waiting:
        found |= waiting
        waiting = {further for one in waiting for further in steps.get(one, set())} - found
    return found - {start}


def _name(entry: Entry) -> str:
    return str(entry.actor["name"]).casefold()
