"""The sources of an incident: numbered once, copies under the source that they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import Access, PublisherKind
from incidents.presenting.words import day_words, joined, label_of, lower_first


@dataclass(frozen=True, kw_only=True)
class SourceEntry:
    """One source as the list shows it. ``number`` is what every citation on the page points to."""

    number: int
    id: str
    title: str
    lang: str
    url: str
    publisher: str
    publisher_kind: str
    reliability: str
    reliability_reason: str
    published: str
    details: str
    rests_on: str
    copies: tuple["SourceEntry", ...]
    cited: bool = True

    @property
    def anchor(self) -> str:
        return f"source-{self.number}"


@dataclass(frozen=True)
class SourceList:
    """Every source, in groups: each begins with one that rests on nothing, and its copies follow."""

    groups: tuple[SourceEntry, ...]

    def __iter__(self) -> Iterator[SourceEntry]:
        for first in self.groups:
            yield first
            yield from first.copies

    @property
    def words(self) -> str:
        """How many there are, and how many rest on none of the others.

        That is no count of independent origins: those are counted for each claim, from the sources that say so.
        """
        every = list(self)
        first = sum(1 for one in every if not one.rests_on)
        count = ngettext("%(count)s source", "%(count)s sources", len(every)) % {"count": len(every)}
        if not every[1:]:
            return count
        words = ngettext("%(count)s rests on none of the others", "%(count)s rest on none of the others", first)
        return _("%(sources)s, of which %(first)s") % {"sources": count, "first": words % {"count": first}}

    def by_id(self) -> dict[str, SourceEntry]:
        return {entry.id: entry for entry in self}


def list_sources(sources: list[dict[str, Any]]) -> SourceList:
    """The sources of a document, grouped and numbered in the order in which they are shown."""
    groups = _grouped(sources)
    order = [source["id"] for first, copies in groups for source in (first, *copies)]
    numbers = {source_id: number for number, source_id in enumerate(order, start=1)}
    return SourceList(
        tuple(
            _entry(first, numbers, copies=tuple(_entry(copy, numbers) for copy in copies)) for first, copies in groups
        )
    )


def _grouped(sources: list[dict[str, Any]]) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each source that rests on none of the others, with all that rest on it; whatever rests on several stands once."""
    by_id = {source["id"]: source for source in sources}
    above = {one["id"]: [step["source"] for step in one["rests_on"] if step["source"] in by_id] for one in sources}
    placed: set[str] = set()
    groups = []
    roots = [source for source in sources if not above[source["id"]]]
    for first in [*roots, *sources]:  # a circle has no root: whatever is left over then begins a group itself
        if first["id"] in placed:
            continue
        members = _below(first["id"], above) - placed
        placed |= members
        groups.append((first, [one for one in sources if one["id"] in members - {first["id"]}]))
    return groups


def _below(root: str, above: dict[str, list[str]]) -> set[str]:
    """The source and all that rest on it, however far up the chain it stands."""
    found = {root}
    while grown := {one for one, origins in above.items() if one not in found and found & set(origins)}:
        found |= grown
    return found


def _entry(source: dict[str, Any], numbers: dict[str, int], copies: tuple[SourceEntry, ...] = ()) -> SourceEntry:
    publisher = source["publisher"]
    access = "" if source["access"] == Access.OPEN else label_of(Access, source["access"])
    details = [joined(source["authors"]), source["kind_text"], access, _credit(source["credit"])]
    return SourceEntry(
        number=numbers[source["id"]],
        id=source["id"],
        title=source["title"],
        lang=source["lang"],
        url=source["url"] or "",
        publisher=publisher["name"],
        publisher_kind=label_of(PublisherKind, publisher["kind"]),
        reliability=publisher["reliability_text"],
        reliability_reason=publisher["reliability_reason"],
        published=day_words(source["published_on"], source["published_precision"]),
        details=" · ".join(detail for detail in details if detail),
        rests_on=joined(
            [
                _("%(kind)s source %(number)s")
                % {"kind": lower_first(step["kind_text"]), "number": numbers[step["source"]]}
                for step in source["rests_on"]
                if step["source"] in numbers
            ]
        ),
        copies=copies,
        cited=source.get("cited", True),
    )


def _credit(credit: str) -> str:
    return _("credit: %(credit)s") % {"credit": credit} if credit else ""
