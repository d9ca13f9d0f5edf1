"""Two versions of an incident side by side: as a page shows them, and as data."""

from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import VersionKind
from incidents.models.record import Version
from incidents.presenting.changes import Change, Comparison, added, change_words, removed
from incidents.presenting.words import joined, label_of, moment_words
from incidents.public.frame import absolute

TWO: Final = 2


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A version to choose in the form."""

    number: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Chooser:
    """The form in which two versions are chosen."""

    url: str
    choices: tuple[Choice, ...]
    old: int
    new: int


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two versions."""

    number: int
    kind: str
    when: str
    summary: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """Changes of one sort under their heading."""

    anchor: str
    title: str
    changes: tuple[Change, ...]


def side(version: Version) -> Side:
    """A version as a heading names it."""
    return Side(
        number=version.number,
        kind=label_of(VersionKind, version.kind),
        when=moment_words(version.published_at),
        summary=version.summary,
        url=reverse("public:version", args=[version.public_id, version.number]),
    )


def chooser(versions: list[Version], old: int = 0, new: int = 0) -> Chooser | None:
    """The form, set to two versions or else to the two newest; nothing where there is one version only."""
    if len(versions) < TWO:
        return None
    return Chooser(
        url=reverse("public:compare", args=[versions[0].public_id]),
        choices=tuple(_choice(version) for version in versions),
        old=old or versions[1].number,
        new=new or versions[0].number,
    )


def _choice(version: Version) -> Choice:
    words = {
        "number": version.number,
        "kind": label_of(VersionKind, version.kind).lower(),
        "day": moment_words(version.published_at),
    }
    return Choice(number=version.number, label=_("%(number)s: %(kind)s, %(day)s") % words)


def groups(found: Comparison) -> list[Group]:
    """What differs, sorted by what it is; groups in which nothing differs are left out."""
    told = [
        ("values", _("What the record says"), found.values),
        ("claims-added", _("Claims added"), found.claims_added),
        ("claims-moved", moved_words(found), found.claims_moved),
        ("claims-withdrawn", _("Claims withdrawn"), found.claims_withdrawn),
        ("claims-changed", _("Claims changed"), found.claims_changed),
        ("context", _("Warnings, reactions and links"), found.context),
        ("sources", _("Sources added, removed or described anew"), found.sources),
    ]
    return [Group(anchor=anchor, title=title, changes=changes) for anchor, title, changes in told if changes]


def moved_words(found: Comparison) -> str:
    """Where a split took claims: "Claims moved to INC-2024-000004"."""
    return _("Claims moved to %(ids)s") % {"ids": joined(list(found.split_into))}


def count_words(found: Comparison) -> str:
    """How much differs in one line: "2 values, 1 claim added, 3 sources added"; "" where nothing does."""
    values, context = len(found.values), len(found.context)
    parts = [
        ngettext("%(count)s value", "%(count)s values", values) % {"count": values} if values else "",
        *_counted(found),
        ngettext("%(count)s other change", "%(count)s other changes", context) % {"count": context} if context else "",
    ]
    return joined([part for part in parts if part])


def _counted(found: Comparison) -> list[str]:
    """How many claims and sources came, went and changed."""
    numbers = [
        (len(found.claims_added), ngettext("%d claim added", "%d claims added", len(found.claims_added))),
        (
            len(found.claims_moved),
            ngettext(
                "%d claim moved to another incident", "%d claims moved to another incident", len(found.claims_moved)
            ),
        ),
        (
            len(found.claims_withdrawn),
            ngettext("%d claim withdrawn", "%d claims withdrawn", len(found.claims_withdrawn)),
        ),
        (len(found.claims_changed), ngettext("%d claim changed", "%d claims changed", len(found.claims_changed))),
        (len(added(found.sources)), ngettext("%d source added", "%d sources added", len(added(found.sources)))),
        (
            len(removed(found.sources)),
            ngettext("%d source removed", "%d sources removed", len(removed(found.sources))),
        ),
    ]
    return [words % number for number, words in numbers if number]


def comparison_document(old: Version, new: Version, found: Comparison) -> dict[str, Any]:
    """The comparison as JSON. Words name whoever gives a figure; the documents themselves are at the two addresses."""
    return {
        "id": new.public_id,
        "from": version_words(old),
        "to": version_words(new),
        "values": [change_words(one) for one in found.values],
        "claims": {
            "added": [change_words(one) for one in found.claims_added],
            "moved": [change_words(one) for one in found.claims_moved],
            "withdrawn": [change_words(one) for one in found.claims_withdrawn],
            "changed": [change_words(one) for one in found.claims_changed],
        },
        "context": [change_words(one) for one in found.context],
        "sources": {
            "added": [change_words(one) for one in added(found.sources)],
            "removed": [change_words(one) for one in removed(found.sources)],
            "changed": [change_words(one) for one in found.sources if one.before and one.after],
        },
    }


def version_words(version: Version) -> dict[str, Any]:
    """Which version it is, and where."""
    return {
        "version": version.number,
        "kind": version.kind,
        "summary": version.summary,
        "published_at": version.published_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "content_sha256": version.content_sha256,
        "url": absolute(reverse("public:version_document", args=[version.public_id, version.number])),
    }
