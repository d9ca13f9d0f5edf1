"""What the views of actors, places, publishers and sources share: lists, absences, and answers in two forms."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from incidents.choices import NameKind
from incidents.models.record import LogEntry
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute, frame
from incidents.selectors.entities.listing import Listed, listed
from incidents.selectors.record import log_head, shows_demonstration

Found = TypeVar("Found")


def found_or_404(found: "Found | None") -> "Found":
    """What was looked for; what is hidden and what never was answer alike."""
    if not found:
        raise Http404
    return found


def page_of(request: HttpRequest, template: str, context: Callable[[LogEntry | None], dict[str, Any]]) -> HttpResponse:
    """A page of the record. ``context`` is asked only when the asker does not hold the page."""
    head = log_head()

    def make() -> HttpResponse:
        told = context(head)
        framed = frame(head, demonstration=told.get("demonstration", False), section=told.get("section", ""))
        return render(request, template, {**told, **framed})

    return answered(request, make, head=head)


def data_of(request: HttpRequest, document: Callable[[LogEntry | None], dict[str, Any]]) -> HttpResponse:
    """The same as JSON."""
    head = log_head()
    return answered(request, lambda: json_response(document(head)), head=head)


def list_page(request: HttpRequest, kind: NameKind, route: str, words: dict[str, str]) -> HttpResponse:
    """Everybody or everything of a kind, by name; ``words`` are ``heading``, ``lede`` and ``counts``."""

    def context(_head: LogEntry | None) -> dict[str, Any]:
        entries = [{"one": one, "url": reverse(f"public:{route}", args=[one.code])} for one in listed(kind)]
        return {
            **words,
            "entries": entries,
            "demonstration": shows_demonstration(),
            "json_url": f"{request.path[:-1]}.json",
        }

    return page_of(request, "public/listing.html", context)


def list_data(request: HttpRequest, kind: NameKind, route: str) -> HttpResponse:
    """The same list as JSON."""
    return data_of(
        request, lambda _head: {"count": len(found := listed(kind)), "results": [_entry(one, route) for one in found]}
    )


def _entry(one: Listed, route: str) -> dict[str, Any]:
    url = absolute(reverse(f"public:{route}", args=[one.code]))
    return {"code": one.code, "name": one.name, "incidents": one.count, "url": url}
