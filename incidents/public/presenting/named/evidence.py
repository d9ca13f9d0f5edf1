"""Publishers and sources as pages: who they are, how they are graded, and everything that rests on them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.choices import Access, PublisherKind, Stance, Verification
from incidents.presenting.saying import claim_label
from incidents.presenting.words import day_words, joined, label_of
from incidents.public.frame import absolute
from incidents.rules.countries import country_name
from incidents.selectors.entities.documents import Document


@dataclass(frozen=True, kw_only=True)
class Item:
    """A source as a list shows it."""

    id: str
    title: str
    lang: str
    publisher: str
    published: str
    kind: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Supported:
    """Something that cites a source: what it says, who says so in the source and in which words, where those stand, and
    for or against.
    """

    kind: str
    text: str
    said_by: str
    stance: str
    quote: str
    lang: str
    detail: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Incident:
    """An incident and everything in it that cites one source."""

    id: str
    title: str
    url: str
    supported: tuple[Supported, ...]


def sources_of(documents: Iterable[Document], publisher: str) -> dict[str, dict[str, Any]]:
    """The cited sources of one publisher by id, each as the first document that has it tells of it."""
    found: dict[str, dict[str, Any]] = {}
    for document in documents:
        for source in document.content["sources"]:
            if source["cited"] and source["publisher"]["id"] == publisher:
                found.setdefault(source["id"], source)
    return found


def claims_citing(documents: Iterable[Document], sources: Iterable[str]) -> int:
    """How many claims cite one or another of some sources; those that were taken back are left out."""
    wanted = set(sources)
    return sum(
        any(citation["source"] in wanted for citation in claim["citations"])
        for document in documents
        for claim in document.content["claims"]
        if claim["verification"] != Verification.WITHDRAWN
    )


def newest_first(sources: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sources by the day of their publication, undated ones last."""
    return sorted(sources, key=lambda one: (one["published_on"] or "", one["id"]), reverse=True)


def item(source: dict[str, Any]) -> Item:
    """A source in a list; it has a page only while a public document cites it."""
    return Item(
        id=source["id"],
        title=source["title"],
        lang=source["lang"],
        publisher=source["publisher"]["name"],
        published=day_words(source["published_on"], source["published_precision"]),
        kind=source["kind_text"],
        url=reverse("public:source", args=[source["id"]]) if source["cited"] else "",
    )


def details(source: dict[str, Any]) -> list[tuple[str, str]]:
    """What is known of a source, each under its name; what is not known is left out."""
    told = [
        (_("Kind"), source["kind_text"]),
        (_("Published"), day_words(source["published_on"], source["published_precision"])),
        (_("By"), joined(source["authors"])),
        (_("Access"), label_of(Access, source["access"])),
        (_("Credit"), source["credit"]),
        (_("Rights"), source["rights"]),
    ]
    return [(name, words) for name, words in told if words]


def grade(publisher: dict[str, Any]) -> list[tuple[str, str]]:
    """Who a publisher is and how we grade it, with the reason and the day."""
    told = [
        (_("Kind"), label_of(PublisherKind, publisher["kind"])),
        (_("Country"), country_name(publisher["country_code"])),
        (_("Reliability"), publisher["reliability_text"]),
        (_("Reason"), publisher["reliability_reason"] or _("None is given.")),
        (_("Graded on"), day_words(publisher["reliability_since"])),
    ]
    return [(name, words) for name, words in told if words]


def rests_on(source: dict[str, Any], known: dict[str, dict[str, Any]]) -> list[tuple[str, Item]]:
    """What a source rests on, and how."""
    return [(step["kind_text"], item(known[step["source"]])) for step in source["rests_on"] if step["source"] in known]


def resting_on(source_id: str, known: dict[str, dict[str, Any]]) -> list[tuple[str, Item]]:
    """What rests on a source, in the documents that cite it, and how."""
    return [
        (step["kind_text"], item(other))
        for other in known.values()
        for step in other["rests_on"]
        if step["source"] == source_id
    ]


def incidents_citing(documents: Iterable[Document], source_id: str) -> list[Incident]:
    """Every incident that cites a source, with what it cites it for."""
    found = [
        Incident(
            id=document.public_id,
            title=document.content["title"],
            url=reverse("public:incident", args=[document.public_id]),
            supported=tuple(_supported(document, source_id)),
        )
        for document in documents
    ]
    return [one for one in found if one.supported]


def _supported(document: Document, source_id: str) -> Iterator[Supported]:
    source = next((one for one in document.content["sources"] if one["id"] == source_id), None)
    for kind, text, anchor, citations in _holders(document.content):
        for citation in citations:
            if source and citation["source"] == source_id:
                url = f"{reverse('public:incident', args=[document.public_id])}{anchor}"
                yield _quoted(kind, text, url, citation, source)


def _quoted(kind: str, text: str, url: str, citation: dict[str, Any], source: dict[str, Any]) -> Supported:
    stance = "" if citation["stance"] == Stance.SUPPORTS else label_of(Stance, citation["stance"])
    speaker = citation["speaker"]["label"] if citation["speaker"] else ""
    detail = ", ".join(part for part in (speaker, citation["locator"], stance) if part)
    return Supported(
        kind=kind,
        text=text,
        said_by=speaker or source["publisher"]["name"],
        stance=citation["stance"],
        quote=citation["quote"],
        lang=source["lang"],
        detail=detail,
        url=url,
    )


def supported_data(one: Supported) -> dict[str, Any]:
    """The same as JSON."""
    return {
        "kind": one.kind,
        "text": one.text,
        "said_by": one.said_by,
        "stance": one.stance,
        "quote": one.quote or None,
        "url": absolute(one.url),
    }


def _holders(content: dict[str, Any]) -> Iterator[tuple[str, str, str, list[dict[str, Any]]]]:
    """Everything in a document that cites: what it is, what it says, where it stands on the page, its citations."""
    for claim in content["claims"]:
        taken_back = claim["verification"] == Verification.WITHDRAWN
        text = _("%(claim)s (taken back)") % {"claim": claim["text"]} if taken_back else claim["text"]
        yield claim_label(claim["kind"]), text, f"#claim-{claim['id'][:8]}", claim["citations"]
    for sentence in content["summary"]:
        yield _("Summary"), sentence["text"], "", sentence["citations"]
    for statement in content["statements"]:
        yield _("Reaction or analysis"), statement["paraphrase"], "", statement["citations"]
    for link in content["links"]:
        yield _("Link"), f"{link['kind_text']}: {link['incident']}", "", link["citations"]
    for actor in content.get("actors", ()):
        for relation in actor["relations"]:
            text = f"{actor['name']}: {relation['kind_text']}: {relation['other_name']}"
            yield _("Relation between actors"), text, "", relation["citations"]
