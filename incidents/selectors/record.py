"""Reads of the published record, for every public way in. Nothing here looks at the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from incidents.choices import PublicStatus
from incidents.models.record import LogEntry, PublishedIncident, Version


@dataclass(frozen=True)
class Published:
    """One incident as the record holds it: its flat row and the version behind it."""

    row: PublishedIncident
    version: Version

    @property
    def tombstone(self) -> bool:
        """Whether the address answers with a reason instead of an incident."""
        return self.row.status != PublicStatus.LIVE


def published_incident(public_id: str, *, as_of: datetime | None = None) -> Published | None:
    """The incident as it stands, or stood at a moment of record time; None when the record never held it then."""
    rows = PublishedIncident.objects.public().as_of(as_of).select_related("version")
    row = rows.filter(public_id=public_id).first()
    return Published(row, row.version) if row else None


def lives_on_in(row: PublishedIncident, *, as_of: datetime | None = None) -> str:
    """The permanent id that a merged one leads to in the end, however often its survivors were merged themselves."""
    passed = {row.public_id}
    while row.status == PublicStatus.MERGED and row.merged_into not in passed:
        passed.add(row.merged_into)
        following = PublishedIncident.objects.public().as_of(as_of).filter(public_id=row.merged_into).first()
        if following is None:
            return row.merged_into
        row = following
    return row.public_id


def published_version(public_id: str, number: int) -> Published | None:
    """A permanent version of an incident."""
    rows = PublishedIncident.objects.public().select_related("version")
    row = rows.filter(public_id=public_id, version__number=number).first()
    return Published(row, row.version) if row else None


def versions_of(public_id: str) -> QuerySet[Version]:
    """Every version of an incident, newest first, without the documents."""
    return Version.objects.public().of(public_id).defer("content").select_related("log_entry")


def first_published(public_id: str) -> datetime | None:
    """When the record first held an incident that it holds; None for an id that was never public."""
    versions = Version.objects.public().filter(public_id=public_id, number=1)
    return versions.values_list("published_at", flat=True).first()


def first_publications(public_ids: Iterable[str]) -> dict[str, datetime]:
    """When the record first held each of some incidents."""
    versions = Version.objects.public().filter(public_id__in=list(public_ids), number=1)
    return dict(versions.values_list("public_id", "published_at"))


def versions_behind(keys: list[int]) -> dict[int, Version]:
    """Versions with their documents, by key."""
    return Version.objects.public().in_bulk(keys)


def shows_demonstration() -> bool:
    """Whether anything in the record now is demonstration data."""
    return PublishedIncident.objects.public().current().live().filter(demonstration=True).exists()


def is_demonstration(public_id: str) -> bool:
    """Whether any version of an incident was demonstration data; a tombstone itself does not say."""
    return PublishedIncident.objects.public().filter(public_id=public_id, demonstration=True).exists()


def parts_of(public_id: str, *, as_of: datetime | None = None) -> QuerySet[PublishedIncident]:
    """The public parts of a composite incident."""
    rows = PublishedIncident.objects.public().as_of(as_of).live()
    return rows.filter(parent=public_id).order_by("public_id")


def titles_of(public_ids: list[str], *, as_of: datetime | None = None) -> dict[str, str]:
    """Titles of public incidents by id, now or at a moment: of a merged one, that of the one which it lives on in.

    An id that is not public then is left out.
    """
    rows = PublishedIncident.objects.public().as_of(as_of).only("public_id", "status", "merged_into", "title")
    found = {row.public_id: row for row in rows.filter(public_id__in=public_ids)}
    merged = {one: lives_on_in(row, as_of=as_of) for one, row in found.items() if row.status == PublicStatus.MERGED}
    titles = {one: row.title for one, row in found.items() if row.status == PublicStatus.LIVE}
    if merged:
        titles |= dict(rows.live().filter(public_id__in=merged.values()).values_list("public_id", "title"))
    ways = {one: merged.get(one, one) for one in public_ids}
    return {one: titles[way] for one, way in ways.items() if way in titles}


def wholes_of(rows: Iterable[PublishedIncident], *, as_of: datetime | None = None) -> dict[str, str]:
    """Titles of the incidents that some rows are parts of, by id; those that are not public then are left out."""
    named = sorted({row.parent for row in rows if row.parent})
    return titles_of(named, as_of=as_of) if named else {}


def log_head() -> LogEntry | None:
    """The newest entry of the record's log; its position and hash name the state of the whole record."""
    return LogEntry.objects.public().head()
