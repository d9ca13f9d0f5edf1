"""Releases as their pages and their feed show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import PublicStatus, ReleaseChange
from incidents.exchange.releasing.meanings import meaning_of
from incidents.exchange.releasing.papers import SUMS
from incidents.models.record import PublishedIncident, Release, ReleaseFile
from incidents.presenting.words import joined, moment_words, record_moment_words
from incidents.public.frame import absolute
from incidents.public.presenting import feeds
from incidents.public.presenting.addresses import address
from incidents.public.presenting.charts.figure import Bar, bars
from incidents.public.presenting.charts.table import Column, Row, Table, counted

FOLDER: Final = "parquet"


@dataclass(frozen=True, kw_only=True)
class ReleaseRow:
    """A release in the list."""

    tag: str
    url: str
    cut_off: str
    incidents: str
    changed: str
    demonstration: bool


@dataclass(frozen=True, kw_only=True)
class FileRow:
    """A file: where it is, what it is for, how large, how many rows, its sum."""

    name: str
    url: str
    meaning: str
    size: str
    rows: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class TakenBack:
    """An incident of the release that is no longer on record."""

    id: str
    url: str
    words: str


@dataclass(frozen=True, kw_only=True)
class ReleasePage:
    """Everything that the page of a release says."""

    release: Release
    url: str
    title: str
    lede: str
    moment: str
    size: str
    count: int
    since: str
    bars: tuple[Bar, ...]
    table: Table
    taken_back: list[TakenBack]
    files: list[FileRow]
    parts: list[FileRow]
    parts_size: str
    sums: str
    previous_url: str
    asks: dict[str, str]


def row(release: Release) -> ReleaseRow:
    """A release in the list."""
    return ReleaseRow(
        tag=release.tag,
        url=page_url(release),
        cut_off=record_moment_words(release.cut_off),
        incidents=counted(release.incident_count),
        changed=_changes_words(release),
        demonstration=release.demonstration,
    )


def release_page(release: Release, files: Sequence[ReleaseFile], gone: Sequence[PublishedIncident]) -> ReleasePage:
    """The page of a release; ``gone`` are the tombstones of what it holds and the record holds no longer."""
    rows = [_file(release, one) for one in files]
    parts = [one for one in files if one.name.startswith(FOLDER)]
    changes = _changes(release)
    return ReleasePage(
        release=release,
        url=absolute(page_url(release)),
        title=_("Release %(tag)s") % {"tag": release.tag},
        lede=_incidents_words(release.incident_count),
        moment=record_moment_words(release.cut_off),
        size=filesizeformat(sum(one.byte_size for one in files)),
        count=len(files),
        since=release.previous.tag if release.previous else "",
        bars=bars([(label, "", number, "") for _code, label, number in changes]),
        table=Table(
            head=Column("change", _("What became of it")),
            columns=(Column("incidents", _("Incidents")),),
            rows=tuple(Row(label=label, code=code, cells=(number,)) for code, label, number in changes),
        ),
        taken_back=[_taken_back(one) for one in gone],
        files=[one for one in rows if not one.name.startswith(FOLDER)],
        parts=[one for one in rows if one.name.startswith(FOLDER)],
        parts_size=filesizeformat(sum(one.byte_size for one in parts)),
        sums=next((one.sha256 for one in files if one.name == SUMS), ""),
        previous_url=page_url(release.previous) if release.previous else "",
        asks={
            "explorer": address("/", f"release={release.tag}"),
            "downloads": address(reverse("exchange:page"), f"release={release.tag}"),
            "api": absolute(address(reverse("api:incidents"), f"release={release.tag}")),
            "document": absolute(reverse("api:release", args=[release.tag])),
        },
    )


def entry(release: Release) -> feeds.Note:
    """A release as an entry of the feed."""
    url = absolute(page_url(release))
    words = [_incidents_words(release.incident_count), _changes_words(release), release.citation]
    return feeds.Note(
        id=url,
        url=url,
        title=_("Release %(tag)s") % {"tag": release.tag},
        words=" ".join(f"{one}." if one[-1:].isalnum() and "/" not in one else one for one in words if one),
        published_at=release.released_at,
        kind="release",
    )


def page_url(release: Release) -> str:
    return reverse("releases:page", args=[release.tag])


def _incidents_words(number: int) -> str:
    words = ngettext("%(number)s incident", "%(number)s incidents", number)
    return words % {"number": counted(number)}


def _changes(release: Release) -> list[tuple[str, str, int]]:
    return [(kind.value, str(kind.label), release.changes.get(kind.value, 0)) for kind in ReleaseChange]


def _changes_words(release: Release) -> str:
    """What changed, in a line: "12 added, 3 corrected"; nothing of the first release, in which everything is new."""
    if release.previous is None:
        return ""
    told = [f"{counted(number)} {label.lower()}" for _code, label, number in _changes(release) if number]
    words = {"tag": release.previous.tag, "changes": joined(told) or _("nothing changed")}
    return _("Since %(tag)s: %(changes)s") % words


def _file(release: Release, file: ReleaseFile) -> FileRow:
    return FileRow(
        name=file.name,
        url=reverse("releases:file", args=[release.tag, file.name]),
        meaning=meaning_of(file.name),
        size=filesizeformat(file.byte_size),
        rows="" if file.row_count is None else counted(file.row_count),
        sha256=file.sha256,
    )


def _taken_back(row: PublishedIncident) -> TakenBack:
    """The tombstone as it stands now."""
    words = {"when": moment_words(row.version.published_at), "into": row.merged_into, "reason": row.reason}
    if row.status == PublicStatus.MERGED:
        told = _("merged into %(into)s on %(when)s. %(reason)s") % words
    else:
        told = _("withdrawn on %(when)s. %(reason)s") % words
    return TakenBack(id=row.public_id, url=f"/incidents/{row.public_id}/", words=told.strip())
