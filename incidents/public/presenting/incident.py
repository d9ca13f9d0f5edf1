"""What stands around the body of an incident page: its version, its history, how to cite it, its place on a map."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.choices import VersionKind
from incidents.models.record import LogEntry, Version
from incidents.presenting.stix import MEDIA_TYPE as STIX
from incidents.presenting.words import label_of, moment_words
from incidents.public.answers import GEOJSON
from incidents.public.frame import absolute
from incidents.public.presenting.citations import LABELS, as_text, cited
from incidents.rules.moments import spelt_moment
from incidents.selectors.record import Published

HASH_SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class HistoryEntry:
    """One version in the history."""

    number: int
    url: str
    kind: str
    when: str
    summary: str
    hash: str
    shown: bool


@dataclass(frozen=True, kw_only=True)
class Data:
    """The same incident for programs."""

    label: str
    url: str
    media_type: str = "application/json"


@dataclass(frozen=True, kw_only=True)
class MomentForm:
    """The form in which a day of record time is chosen: between the first publication and the record's newest day."""

    url: str
    value: str
    earliest: str
    latest: str


def moment_form(versions: list[Version], head: LogEntry | None, as_of: datetime | None) -> MomentForm:
    """The form of an incident; ``versions`` are all of its versions, newest first."""
    first, last = versions[-1].published_at, head.appended_at if head else versions[0].published_at
    return MomentForm(
        url=reverse("public:incident", args=[versions[0].public_id]),
        value=as_of.astimezone(UTC).date().isoformat() if as_of else "",
        earliest=first.date().isoformat(),
        latest=last.date().isoformat(),
    )


def status_parts(found: Published) -> list[str]:
    """Version and day; whether changes are under review. "Reviewed" is true of every version there is."""
    words = {"number": found.version.number, "day": moment_words(found.version.published_at)}
    parts = [_("Version %(number)s, reviewed, published %(day)s") % words]
    if found.row.under_review:
        parts.append(_("Changes under review"))
    return parts


def history(versions: list[Version], shown: int) -> list[HistoryEntry]:
    """Every version, newest first."""
    return [
        HistoryEntry(
            number=version.number,
            url=reverse("public:version", args=[version.public_id, version.number]),
            kind=label_of(VersionKind, version.kind),
            when=moment_words(version.published_at),
            summary=told_beside(version),
            hash=version.content_sha256[:HASH_SHOWN],
            shown=version.number == shown,
        )
        for version in versions
    ]


def told_beside(version: Version) -> str:
    """What changed, where it says more than the kind of version does: the first one may only say that it is."""
    kind = label_of(VersionKind, version.kind)
    return "" if version.summary.strip().rstrip(".").casefold() == kind.casefold() else version.summary


@dataclass(frozen=True, kw_only=True)
class Citation:
    """How to cite what is shown: the words, the permanent address, and the files for reference managers."""

    text: str
    url: str
    files: tuple[Data, ...]


def citation(version: Version, head: LogEntry | None, as_of: datetime | None = None) -> Citation:
    """How to cite exactly what is shown; the files are of what stands, or stood at the moment asked for."""
    moment = as_of or (head.appended_at if head else version.published_at)
    question = f"?as_of={spelt_moment(as_of)}" if as_of else ""
    files = [
        Data(label=label, url=reverse("public:cite", args=[version.public_id, form]) + question)
        for form, label in LABELS
    ]
    one = cited(version, moment)
    return Citation(text=as_text(one), url=one.url, files=tuple(files))


def data_links(found: Published, *, permanent: bool) -> list[Data]:
    """JSON of the page, and the incident as it stands in other shapes and in the API."""
    public_id, number = found.version.public_id, found.version.number
    proof = Data(label=_("Proof that it is in the log"), url=proof_url(public_id, number))
    if permanent:
        address = reverse("public:version_document", args=[public_id, number])
        return [Data(label=_("This version as JSON"), url=address), proof]
    return [
        Data(label="JSON", url=reverse("public:incident_document", args=[public_id])),
        Data(label="GeoJSON", url=reverse("public:incident_feature", args=[public_id]), media_type=GEOJSON),
        Data(label="STIX 2.1", url=reverse("public:incident_stix", args=[public_id]), media_type=STIX),
        Data(label="PROV", url=reverse("public:incident_prov", args=[public_id])),
        Data(label=_("API"), url=f"/api/v1/incidents/{public_id}/"),
        proof,
    ]


def proof_url(public_id: str, number: int) -> str:
    """Where a version is proved to be in the log."""
    return f"{reverse('public:inclusion')}?{urlencode({'id': public_id, 'version': number})}"


def version_document(version: Version) -> dict[str, Any]:
    """A version as JSON: its content, and what its place in the log proves."""
    entry = version.log_entry
    return {
        "id": version.public_id,
        "version": version.number,
        "kind": version.kind,
        "summary": version.summary,
        "published_at": version.published_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "content_sha256": version.content_sha256,
        "reviewer_roles": version.reviewer_roles or None,
        "log": {"position": entry.position, "chain_hash": entry.chain_hash},
        "url": absolute(reverse("public:version", args=[version.public_id, version.number])),
        "content": version.content,
    }
