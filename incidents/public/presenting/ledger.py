"""The corrections ledger as a page, as data and as entries of a feed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.choices import IN_THE_LEDGER, VersionKind
from incidents.models.record import Version
from incidents.presenting.changes import Change, Comparison
from incidents.presenting.corrections import compared, correction_words, is_demonstration, merged_into, title_of
from incidents.presenting.words import label_of, moment_words
from incidents.public.frame import absolute
from incidents.public.presenting.comparison import count_words
from incidents.selectors.record_ledger import Correction

WORDED: Final = frozenset({"summary", "flags"})
"""Values that are whole texts: the comparison shows them, the ledger says that they changed."""


@dataclass(frozen=True, kw_only=True)
class Other:
    """Another permanent id that a merge or a split leads to, and how."""

    text: str
    id: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the ledger: what was said before, what after, why and when."""

    id: str
    title: str
    number: int
    kind: str
    reason: str
    published_at: datetime
    when: str
    changes: tuple[Change, ...]
    count: str
    version_url: str
    compare_url: str
    incident_url: str
    demonstration: bool
    others: tuple[Other, ...]


@dataclass(frozen=True, kw_only=True)
class KindChoice:
    """A kind of version in the filter."""

    code: str
    label: str
    chosen: bool


def entry(correction: Correction) -> Entry:
    """A correction as the page shows it."""
    version, found = correction.version, compared(correction)
    shown = tuple(one for one in found.values if one.key not in WORDED)
    return Entry(
        id=version.public_id,
        title=title_of(correction),
        number=version.number,
        kind=label_of(VersionKind, version.kind),
        reason=version.summary,
        published_at=version.published_at,
        when=moment_words(version.published_at),
        changes=shown,
        count=count_words(found),
        version_url=reverse("public:version", args=[version.public_id, version.number]),
        compare_url=compare_url(version),
        incident_url=reverse("public:incident", args=[version.public_id]),
        demonstration=is_demonstration(correction),
        others=tuple(others(correction, found)),
    )


def others(correction: Correction, found: Comparison) -> Iterator[Other]:
    """Where what moved has gone: the incidents split off, or the one that a merged one lives on in."""
    told = [(_("Split off:"), one) for one in found.split_into]
    survivor = merged_into(correction)
    for text, one in [*told, *([(_("Lives on in:"), survivor)] if survivor else [])]:
        yield Other(text=text, id=one, url=reverse("public:incident", args=[one]))


def compare_url(version: Version) -> str:
    """Where the version is compared with the one before it; "" where there is none."""
    if version.number == 1:
        return ""
    address = reverse("public:compare", args=[version.public_id])
    return f"{address}?from={version.number - 1}&to={version.number}"


def kinds(chosen: list[str]) -> list[KindChoice]:
    """The filter by kind."""
    return [KindChoice(code=kind.value, label=str(kind.label), chosen=kind.value in chosen) for kind in IN_THE_LEDGER]


def heading(chosen: list[str], countries: list[str]) -> str:
    """What the page lists, as a sentence."""
    parts = [_("Corrections to the record")]
    if chosen:
        parts.append(", ".join(label_of(VersionKind, code).lower() for code in chosen))
    if countries:
        parts.append(", ".join(countries))
    return ": ".join([parts[0], "; ".join(parts[1:])]) if parts[1:] else parts[0]


def page_url(name: str, query: str, kinds_chosen: list[str], cursor: int | None = None) -> str:
    """An address of the ledger with its filters and, for a further page, where that begins."""
    pairs = [("kind", ",".join(kinds_chosen))] if kinds_chosen else []
    if cursor is not None:
        pairs.append(("cursor", str(cursor)))
    text = "&".join(part for part in (query, urlencode(pairs, safe=",")) if part)
    return reverse(name) + (f"?{text}" if text else "")


def entry_document(correction: Correction) -> dict[str, Any]:
    """A correction as JSON."""
    version = correction.version
    url = compare_url(version)
    return {
        **correction_words(correction),
        "url": absolute(reverse("public:version", args=[version.public_id, version.number])),
        "compare_url": absolute(url) if url else None,
    }


def feed_words(one: Entry, standing: Iterable[str] = ()) -> str:
    """What an entry of a feed says: the reason, what stands now, then each value before and after."""
    lines = [one.reason, *standing]
    for change in one.changes if one.number > 1 else ():
        words = {"label": change.label, "before": change.before or _("nothing"), "after": change.after or _("nothing")}
        lines.append(_("%(label)s: before: %(before)s; after: %(after)s") % words)
    lines += [f"{other.text} {other.id}, {absolute(other.url)}" for other in one.others]
    if one.count and one.number > 1:
        lines.append(_("Changed: %(count)s.") % {"count": one.count})
    if one.demonstration:
        lines.append(_("Demonstration data, not for citation."))
    return "\n".join(lines)
