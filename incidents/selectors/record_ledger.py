"""What became of the record, newest first: every version or, in the corrections ledger, every version that takes
something back, puts something right or moves an id.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Value

from incidents.choices import IN_THE_LEDGER, VersionKind
from incidents.filters import MOMENTS, Query
from incidents.models.record import LogEntry, PublishedIncident, Version
from incidents.querysets.record import LogEntryQuerySet
from incidents.selectors.record_queries import Simplified, with_evidence

OF_NO_INCIDENT: Final = MOMENTS | {"sort"}
"""Parameters that choose no incidents."""

FEW: Final = 2_000
"""So many incidents are looked up in the log one by one; where there are more, the log is walked through for them."""


@dataclass(frozen=True)
class Correction:
    """A version, its place in the log, and the version that it follows; None where nothing came before."""

    position: int
    version: Version
    before: Version | None


def corrections(query: Query, *, kinds: list[str], below: int | None, number: int) -> list[Correction]:
    """The newest ``number`` entries under a position of the log, of incidents that the query has ever found.

    A withdrawn incident has no country any more; it is found by what it said before.
    """
    return published(query, kinds=kinds or IN_THE_LEDGER, below=below, number=number)


def published(
    query: Query, *, kinds: Iterable[str] = tuple(VersionKind), below: int | None = None, number: int
) -> list[Correction]:
    """The same of every kind of version; as of the moment that the query names."""
    found = entries(query, kinds).order_by("-position")
    if below is not None:
        found = found.filter(position__lt=below)
    some = list(found.select_related("version")[:number])
    earlier = _predecessors([entry.version for entry in some])
    return [
        Correction(entry.position, entry.version, earlier.get((entry.version.public_id, entry.version.number - 1)))
        for entry in some
    ]


def entries_from(position: int, number: int, *, geometry: bool) -> list[LogEntry]:
    """The next entries of the log from a position on, oldest first, each with its version and that version's flat row,
    without documents; with the geometry of the row where it is wanted.
    """
    heavy = ["version__content", "version__row__search_text", "version__row__search"]
    heavy += [] if geometry else ["version__row__geometry"]
    found = LogEntry.objects.public().filter(position__gte=position).order_by("position")
    return list(found.select_related("version__row").defer(*heavy)[:number])


def position_at(moment: datetime, size: int) -> int:
    """The position of the first entry of a moment or later; ``size``, that of the next one, where there is none yet."""
    later = LogEntry.objects.public().filter(version__published_at__gte=moment).order_by("version__published_at")
    found = later.values_list("position", flat=True).first()
    return size if found is None else found


def versions_after(query: Query, *, kinds: Iterable[str], after: int | None, number: int) -> list[Version]:
    """The first ``number`` versions after a position of the log, in its order, without their documents."""
    found = entries(query, kinds).order_by("position")
    if after is not None:
        found = found.filter(position__gt=after)
    return [entry.version for entry in found.select_related("version").defer("version__content")[:number]]


def number_of_versions(query: Query, *, kinds: Iterable[str], most: int) -> int:
    """How many versions there are; ``most`` and one where there are more."""
    return entries(query, kinds).order_by().values("pk")[: most + 1].count()


def entries(query: Query, kinds: Iterable[str]) -> LogEntryQuerySet:
    """The entries of the log of some kinds of version, of incidents that the query has ever found, up to its moment."""
    found = LogEntry.objects.public()
    if set(kinds) != set(VersionKind):
        found = found.filter(version__kind__in=kinds)
    ever = query.ever().order_by()
    if query.as_of is not None:
        found, ever = found.filter(appended_at__lte=query.as_of), ever.filter(known__startswith__lte=query.as_of)
    if query.values.keys() - OF_NO_INCIDENT:
        few = list(ever.values_list("public_id", flat=True)[: FEW + 1])
        found = found.filter(version__public_id__in=few if len(few) <= FEW else ever.values("public_id"))
    return found


def rows_of(versions: list[Version], *, tolerance: float) -> dict[int, PublishedIncident]:
    """The flat rows of versions by the version's key, with their evidence and ``drawing``: the published geometry,
    outlines simplified by so many degrees.
    """
    rows = PublishedIncident.objects.public().filter(pk__in=[version.pk for version in versions])
    drawn = with_evidence(rows).defer("geometry", "search_text", "search")
    return {row.pk: row for row in drawn.annotate(drawing=Simplified("geometry", Value(tolerance)))}


def _predecessors(versions: list[Version]) -> dict[tuple[str, int], Version]:
    """The versions that these follow, in one question."""
    wanted = {(version.public_id, version.number - 1) for version in versions}
    found = Version.objects.public().filter(
        public_id__in={public_id for public_id, _number in wanted}, number__in={number for _id, number in wanted}
    )
    return {key: version for version in found if (key := (version.public_id, version.number)) in wanted}
