"""The things that published documents hold, kind by kind, of the incidents that a query finds. The record only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db.models import F, Func, JSONField, Q

from incidents.choices import CLAIMS, ElementKind
from incidents.filters import SORTS, Query
from incidents.models.record import PublishedIncident, Version
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.selectors.columns import Columns, reader

LISTS: Final = {
    **dict.fromkeys(CLAIMS, "claims"),
    ElementKind.GIVEN_WARNING: "warnings",
    ElementKind.STATEMENT: "statements",
    ElementKind.LINK: "links",
    ElementKind.SOURCE: "sources",
    ElementKind.ACTOR: "actors",
}
"""The member of a document in which things of a kind stand."""

FEW: Final = 20_000
"""Incidents that are named one by one."""

Thing = dict[str, Any]
"""A claim, a warning, a source … as a document has it."""


class Spot(NamedTuple):
    """Where a thing stands: in which version of which incident, and at which place of its list."""

    version: int
    public_id: str
    kind: str
    number: int


@dataclass(frozen=True)
class Wanted:
    """Which things are asked for: their kinds, and codes by column of ``PublishedElement``; any of them is enough."""

    kinds: Sequence[ElementKind]
    codes: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def among(self, rows: PublishedIncidentQuerySet, further: Q | None = None) -> PublishedIncidentQuerySet:
        """A row for each such thing of some incidents, for those that meet a further condition too."""
        chosen = Q(elements__kind__in=self.kinds)
        for column, codes in self.codes.items():
            chosen &= Q((f"elements__{column}__in", codes))
        return rows.filter(chosen & further if further else chosen)


class Opened(Func):
    """Some members of a version's document. It has some kilobytes, and is unpacked once."""

    template = "(SELECT jsonb_build_object(%(members)s) FROM (SELECT %(expressions)s || '{}' AS d OFFSET 0) AS once)"
    output_field = JSONField()

    def __init__(self, *members: str) -> None:
        super().__init__(F("content"), members=", ".join(f"'{name}', d -> '{name}'" for name in members))


@dataclass(frozen=True)
class Told:
    """A document that things are read in: of which version, and the members that were opened."""

    version: Version
    content: dict[str, Any]

    @cached_property
    def sources(self) -> dict[str, Thing]:
        """Its sources by id."""
        return {source["id"]: source for source in self.content["sources"]}

    def thing(self, spot: Spot) -> Thing:
        """What stands at a place."""
        found: Thing = self.content[LISTS[ElementKind(spot.kind)]][spot.number]
        return found


@dataclass(frozen=True)
class Holding:
    """The things of some kinds that the documents of a query hold."""

    query: Query
    wanted: Wanted

    def after(self, further: Q | None, number: int) -> list[Spot]:
        """The first ``number`` of those that meet a further condition, in the order of the query; those of one incident
        in that of its document.
        """
        found = self.wanted.among(self._incidents, further).order_by(*SORTS[self.query.sort], "elements__number")
        spots = found.values_list("pk", "public_id", "elements__kind", "elements__number")[:number]
        return [Spot(*spot) for spot in spots]

    def number(self, most: int) -> int:
        """How many there are; ``most`` and one where there are more."""
        return self.wanted.among(self._incidents).values("elements__number")[: most + 1].count()

    @cached_property
    def _incidents(self) -> PublishedIncidentQuerySet:
        """The rows of the query.

        Where the columns of a large record are held and find few, they name them, and PostgreSQL reads no others; where
        they find many, it meets enough of them soon.
        """
        asked = reader()
        if isinstance(asked, Columns):
            rows = asked.rows(self.query)
            if asked.count(rows, FEW) <= FEW:
                keys = [key for (key,) in asked.found(rows.values_list("pk"))]
                return PublishedIncident.objects.public().among(keys)
        return self.query.incidents().order_by()


def spots_of(uid: UUID, kinds: Sequence[ElementKind], *, as_of: datetime | None) -> list[Spot]:
    """Where a thing stands now, or stood at a moment: the newest version first. Some warnings are of several incidents.

    What only versions hold that were replaced, withdrawn or merged stands nowhere.
    """
    rows = PublishedIncident.objects.public().as_of(as_of).live().filter(elements__uid=uid, elements__kind__in=kinds)
    found = rows.order_by("-pk").values_list("pk", "public_id", "elements__kind", "elements__number")
    return [Spot(*one) for one in found]


def opened(some: Sequence[Spot]) -> dict[int, Told]:
    """The documents in which things stand, by version: their titles, sources, and the lists that hold the things."""
    lists = {LISTS[ElementKind(spot.kind)] for spot in some}
    if "warnings" in lists:
        lists.add("claims")
    members = sorted({"title", "demonstration", "sources", *lists})
    versions = Version.objects.public().filter(pk__in={spot.version for spot in some}).order_by()
    found = versions.defer("content").annotate(opened=Opened(*members))
    return {version.pk: Told(version, getattr(version, "opened")) for version in found}  # noqa: B009 (an annotation)
