"""The corrections ledger: every version that takes something back, puts something right or moves an id."""

from dataclasses import dataclass

from incidents.choices import IN_THE_LEDGER
from incidents.filters import Query
from incidents.models.record import LogEntry, Version


@dataclass(frozen=True)
class Correction:
    """One such version, its place in the log, and the version that it follows; None where nothing came before."""

    position: int
    version: Version
    before: Version | None


def corrections(query: Query, *, kinds: list[str], below: int | None, number: int) -> list[Correction]:
    """The newest ``number`` entries under a position of the log, of incidents that the query has ever found.

    A withdrawn incident has no country any more; it is found by what it said before.
    """
    entries = LogEntry.objects.public().filter(version__kind__in=kinds or IN_THE_LEDGER)
    if query.values:
        entries = entries.filter(version__public_id__in=query.ever().order_by().values("public_id"))
    if below is not None:
        entries = entries.filter(position__lt=below)
    found = list(entries.select_related("version").order_by("-position")[:number])
    earlier = _predecessors([entry.version for entry in found])
    return [
        Correction(entry.position, entry.version, earlier.get((entry.version.public_id, entry.version.number - 1)))
        for entry in found
    ]


def _predecessors(versions: list[Version]) -> dict[tuple[str, int], Version]:
    """The versions that these follow, in one question."""
    wanted = {(version.public_id, version.number - 1) for version in versions}
    found = Version.objects.public().filter(
        public_id__in={public_id for public_id, _number in wanted}, number__in={number for _id, number in wanted}
    )
    return {key: version for version in found if (key := (version.public_id, version.number)) in wanted}
