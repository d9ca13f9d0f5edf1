"""The releases of the record: which there are, what changed from one to the next, what was taken back since."""

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models.functions import ExtractYear

from incidents.choices import PublicStatus, ReleaseChange, VersionKind
from incidents.filters import Query
from incidents.models.record import Checkpoint, PublishedIncident, Release, ReleaseFile, Version
from incidents.selectors.record_downloads import PAGE

TAKEN_BACK: Final = {PublicStatus.WITHDRAWN: ReleaseChange.WITHDRAWN, PublicStatus.MERGED: ReleaseChange.MERGED}


@dataclass(frozen=True, kw_only=True)
class Change:
    """What became of one incident. ``before`` and ``now`` are its versions; ``reason`` and ``merged_into`` are those of
    a tombstone.
    """

    public_id: str
    kind: ReleaseChange
    before: int | None
    now: int
    published_at: datetime
    summary: str
    reason: str
    merged_into: str


def releases() -> list[Release]:
    """All of them, the newest first."""
    return list(Release.objects.public().select_related("previous").order_by("-cut_off"))


def release_of(tag: str) -> Release | None:
    """The release of a tag."""
    return Release.objects.public().select_related("previous").filter(tag=tag).first()


def files_of(release: Release) -> list[ReleaseFile]:
    """The files of a release, in the order in which they were made."""
    return list(ReleaseFile.objects.public().filter(release=release).order_by("pk"))


def file_of(tag: str, name: str) -> ReleaseFile | None:
    """A file by its release's tag and its path in it."""
    return ReleaseFile.objects.public().filter(release__tag=tag, name=name).first()


def checkpoint_over(size: int) -> Checkpoint | None:
    """The smallest log that was signed and holds so many entries; of several checkpoints of it, the first."""
    return Checkpoint.objects.public().filter(size__gte=size).order_by("size", "signed_at").first()


def keys_by_year(query: Query) -> dict[int | None, "array[int]"]:
    """The keys of what a query finds, in its order, by the year in which it may have begun, on the calendar of the
    place; None where nobody dates it.
    """
    rows = query.incidents().annotate(year=ExtractYear("day_first")).values_list("year", "pk")
    found: dict[int | None, array[int]] = {}
    for year, key in rows.iterator(chunk_size=10 * PAGE):
        found.setdefault(year, array("q")).append(key)
    return found


def changes(since: datetime | None, until: datetime) -> Iterator[list[Change]]:
    """What became of each incident between two moments of record time, by id, a page at a time.

    Compared are the two states: what was published and taken back in between is in neither. Without ``since``, the
    earlier state is that of an empty record.
    """
    rows = PublishedIncident.objects.public().as_of(until).order_by("public_id")
    newer = rows.filter(version__published_at__gt=since) if since else rows
    keys = array("q", newer.values_list("pk", flat=True).iterator(chunk_size=10 * PAGE))
    for start in range(0, len(keys), PAGE):
        yield list(_changes_of(list(keys[start : start + PAGE]), since, until))


def _changes_of(keys: list[int], since: datetime | None, until: datetime) -> Iterator[Change]:
    rows = PublishedIncident.objects.public().filter(pk__in=keys).order_by("public_id")
    found = list(rows.select_related("version").defer("version__content", "geometry"))
    before = _live_versions([row.public_id for row in found], since)
    corrections = Version.objects.public().filter(public_id__in=before, kind=VersionKind.CORRECTION)
    within = corrections.filter(published_at__gt=since, published_at__lte=until) if since else corrections.none()
    corrected = set(within.values_list("public_id", flat=True))
    for row in found:
        kind = _kind(row, held=row.public_id in before, corrected=row.public_id in corrected)
        if kind:
            yield Change(
                public_id=row.public_id,
                kind=kind,
                before=before.get(row.public_id),
                now=row.version.number,
                published_at=row.version.published_at,
                summary=row.version.summary,
                reason=row.reason,
                merged_into=row.merged_into,
            )


def _kind(row: PublishedIncident, *, held: bool, corrected: bool) -> ReleaseChange | None:
    """What became of an incident that the earlier state held or not; nothing of one that is in neither state."""
    if row.status != PublicStatus.LIVE:
        return TAKEN_BACK[PublicStatus(row.status)] if held else None
    if not held:
        return ReleaseChange.ADDED
    return ReleaseChange.CORRECTED if corrected else ReleaseChange.CHANGED


def _live_versions(ids: list[str], moment: datetime | None) -> dict[str, int]:
    """The numbers of the versions that stood at a moment, by id; none where nothing was on record yet."""
    if moment is None:
        return {}
    rows = PublishedIncident.objects.public().as_of(moment).live().filter(public_id__in=ids)
    return dict(rows.values_list("public_id", "version__number"))


def change_counts(since: datetime | None, until: datetime) -> dict[ReleaseChange, int]:
    """How many incidents of each kind of change, the kinds in their order."""
    counted = Counter(one.kind for page in changes(since, until) for one in page)
    return {kind: counted[kind] for kind in ReleaseChange}


def logged_versions(keys: list[int]) -> dict[int, Version]:
    """Versions by key, each with its document and its place in the log."""
    return Version.objects.public().select_related("log_entry").in_bulk(keys)


def taken_back(since: datetime) -> list[PublishedIncident]:
    """Tombstones, as they stand now, of what the record held at a moment; by id."""
    kinds = [VersionKind.WITHDRAWAL, VersionKind.MERGE]
    ids = Version.objects.public().filter(kind__in=kinds, published_at__gt=since).values("public_id")
    held = PublishedIncident.objects.public().as_of(since).live().filter(public_id__in=ids).values("public_id")
    gone = PublishedIncident.objects.public().current().exclude(status=PublicStatus.LIVE)
    return list(gone.filter(public_id__in=held).select_related("version").order_by("public_id"))
