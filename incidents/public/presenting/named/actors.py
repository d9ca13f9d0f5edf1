"""An actor as a page: its names, what it is a part of, and on which grounds it is named. Never that it did anything."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.choices import DatePrecision
from incidents.presenting.words import day_words
from incidents.public.frame import absolute
from incidents.public.presenting.charts.by_actor import ORDER
from incidents.selectors.entities.family import Entry, Family

PRECISIONS = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY}


@dataclass(frozen=True, kw_only=True)
class Cited:
    """A source behind a relation."""

    title: str
    lang: str
    publisher: str
    quote: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Relation:
    """How one actor stands to another, since when, until when, and who says so."""

    name: str
    url: str
    kind: str
    other: str
    other_url: str
    since: str
    until: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, kw_only=True)
class Grounded:
    """A ground and the incidents for which the actor or a branch of it is named on it."""

    code: str
    label: str
    count: int


def relations(family: Family) -> list[Relation]:
    """Every relation inside a family, those of the actor itself first."""
    members = [family.one, *family.above, *family.below, *family.tied]
    known = {entry.slug for entry in members}
    return [
        _relation(entry, relation, known)
        for entry in members
        for relation in entry.actor["relations"]
        if entry is family.one or relation["other"] in known
    ]


def _relation(entry: Entry, relation: dict[str, Any], known: set[str]) -> Relation:
    return Relation(
        name=entry.actor["name"],
        url=_url(entry.slug),
        kind=relation["kind_text"],
        other=relation["other_name"],
        other_url=_url(relation["other"]) if relation["other"] in known else "",
        since=edtf_words(relation["since"]),
        until=edtf_words(relation["until"]),
        cited=tuple(_cited(one, entry.sources) for one in relation["citations"] if one["source"] in entry.sources),
    )


def _relation_data(relation: dict[str, Any], sources: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A relation as a document has it, with the title, the publisher and the page of each source that says so."""
    cited = [(one, _cited(one, sources)) for one in relation["citations"] if one["source"] in sources]
    told = [
        {**one, "title": source.title, "publisher": source.publisher, "url": absolute(source.url)}
        for one, source in cited
    ]
    return {**relation, "citations": told}


def _url(slug: str) -> str:
    return reverse("public:actor", args=[slug])


def _cited(citation: dict[str, Any], sources: dict[str, dict[str, Any]]) -> Cited:
    source = sources[citation["source"]]
    return Cited(
        title=source["title"],
        lang=source["lang"],
        publisher=source["publisher"]["name"],
        quote=citation["quote"],
        url=reverse("public:source", args=[source["id"]]),
    )


def edtf_words(text: str | None) -> str:
    """A day, a month or a year in words; any other date as it is written (EDTF)."""
    precision = PRECISIONS.get(len(text or ""))
    if not text or precision is None or not text.replace("-", "").isdecimal():
        return text or ""
    return day_words(f"{text}-01-01"[:10] if len(text) < 10 else text, precision)  # noqa: PLR2004 (a whole day)


def grounds(numbers: dict[str, int]) -> list[Grounded]:
    """The grounds that occur, findings first."""
    return [
        Grounded(code=kind.value, label=str(kind.label), count=numbers[kind]) for kind in ORDER if numbers.get(kind)
    ]


def actor_data(family: Family, found: list[Grounded]) -> dict[str, Any]:
    """The actor as JSON."""
    actor = family.one.actor
    return {
        "actor": family.one.slug,
        "name": actor["name"],
        "kind": actor["kind"],
        "aliases": actor["aliases"],
        "relations": [_relation_data(one, family.one.sources) for one in actor["relations"]],
        "branches": [{"actor": one.slug, "name": one.actor["name"]} for one in family.below],
        "part_of": [{"actor": one.slug, "name": one.actor["name"]} for one in family.above],
        "named_on_ground": {one.code: one.count for one in found},
        "note": _("To be named is not to be found to have done it."),
        "url": absolute(_url(family.one.slug)),
    }
