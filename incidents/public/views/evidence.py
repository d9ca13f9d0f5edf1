"""Publishers and sources: what they are, and everything that rests on them now."""

from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.choices import NameKind
from incidents.filters import read_query
from incidents.models.record import LogEntry
from incidents.public.frame import absolute
from incidents.public.presenting.named import evidence as shown
from incidents.public.presenting.named.overview import links, overview, overview_data
from incidents.public.views.named import data_of, found_or_404, list_data, list_page, page_of
from incidents.selectors.entities.documents import MOST, Document, current, documents

ITEMS: Final = 20


@require_safe
def publishers(request: HttpRequest) -> HttpResponse:
    """Every publisher whom a public document cites."""
    words = {
        "heading": _("Publishers"),
        "lede": _("Those whose articles, reports, judgments and statements the record cites."),
        "counts": _("Incidents that cite it"),
    }
    return list_page(request, NameKind.PUBLISHER, "publisher", words)


@require_safe
def publishers_document(request: HttpRequest) -> HttpResponse:
    """The same list as JSON."""
    return list_data(request, NameKind.PUBLISHER, "publisher")


@require_safe
def publisher(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A publisher: who it is, its grade, what it supports."""

    def context(_head: LogEntry | None) -> dict[str, Any]:
        found, sources = _published_by(str(uid))
        query = read_query({"publisher": str(uid)})
        around = overview(query, with_map=False)
        newest = shown.newest_first(sources.values())
        return {
            "publisher": newest_told(found, str(uid)),
            "grade": shown.grade(newest_told(found, str(uid))),
            "claims": shown.claims_citing(found, sources),
            "opened": len(found),
            "items": [shown.item(one) for one in newest[:ITEMS]],
            "sources": len(sources),
            "overview": around,
            "crumbs": _crumbs(),
            "json_url": f"{request.path[:-1]}.json",
            "canonical_url": absolute(request.path),
            "demonstration": around.demonstration,
        }

    return page_of(request, "public/publisher.html", context)


@require_safe
def publisher_document(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The same as JSON."""

    def made(_head: LogEntry | None) -> dict[str, Any]:
        found, sources = _published_by(str(uid))
        query = read_query({"publisher": str(uid)})
        return {
            **newest_told(found, str(uid)),
            "claims": shown.claims_citing(found, sources),
            "counted_in_documents": len(found),
            "sources": [_entry(one) for one in shown.newest_first(sources.values())[:ITEMS]],
            **overview_data(overview(query, with_map=False), query),
        }

    return data_of(request, made)


@require_safe
def source(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A source: what it is, what it rests on, and every claim and quote that rests on it."""

    def context(_head: LogEntry | None) -> dict[str, Any]:
        found, known = _cited(str(uid))
        told = known[str(uid)]
        return {
            "source": told,
            "details": shown.details(told),
            "grade": shown.grade(told["publisher"]),
            "publisher_url": reverse("public:publisher", args=[told["publisher"]["id"]]),
            "rests_on": shown.rests_on(told, known),
            "resting_on": shown.resting_on(str(uid), known),
            "incidents": shown.incidents_citing(found, str(uid)),
            "complete": len(found) < MOST,
            "graphic": any(one.content["sensitivity"]["graphic"] for one in found),
            "links": links(read_query({"source": str(uid)})),
            "crumbs": _crumbs(),
            "json_url": f"{request.path[:-1]}.json",
            "canonical_url": absolute(request.path),
            "demonstration": any(one.content["demonstration"] for one in found),
        }

    return page_of(request, "public/source.html", context)


@require_safe
def source_document(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The same as JSON."""

    def made(_head: LogEntry | None) -> dict[str, Any]:
        found, known = _cited(str(uid))
        return {
            **known[str(uid)],
            "incidents": [
                {
                    "id": one.id,
                    "title": one.title,
                    "url": absolute(one.url),
                    "cited_for": [shown.supported_data(each) for each in one.supported],
                }
                for one in shown.incidents_citing(found, str(uid))
            ],
        }

    return data_of(request, made)


def newest_told(found: list[Document], publisher: str) -> dict[str, Any]:
    """A publisher as the newest document that cites it tells of it."""
    told = next(iter(shown.sources_of(found, publisher).values()))
    return dict(told["publisher"])


def _published_by(publisher: str) -> tuple[list[Document], dict[str, dict[str, Any]]]:
    """The newest documents that cite a publisher, and its sources in them; 404 where there is none."""
    found = documents(current("publisher", publisher))
    return found, found_or_404(shown.sources_of(found, publisher))


def _cited(source_id: str) -> tuple[list[Document], dict[str, dict[str, Any]]]:
    """The newest documents that cite a source, and every source in them; 404 where no public document cites it."""
    found = documents(current("source", source_id))
    known: dict[str, dict[str, Any]] = {}
    for document in found:
        for one in document.content["sources"]:
            known.setdefault(one["id"], one)
    found_or_404(source_id in known)
    return found, known


def _entry(told: dict[str, Any]) -> dict[str, Any]:
    item = shown.item(told)
    return {"id": item.id, "title": item.title, "published_on": told["published_on"], "url": absolute(item.url)}


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Publishers"), "url": reverse("public:publishers")}]
