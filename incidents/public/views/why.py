"""Why the record says what it says: one value in one sentence, with the claims behind it."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.choices import PublicStatus
from incidents.filters import QueryRefusedError
from incidents.models.record import LogEntry
from incidents.presenting.provenance import LABELS, approved_words, cards, origin, provenance_of
from incidents.presenting.words import record_moment_words
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute, frame
from incidents.public.listing import asked_moment
from incidents.public.presenting.addresses import incident_address
from incidents.public.refusing import refused_data, refused_page
from incidents.public.views.incident import NotYetError, asked_at, existing, moved, not_yet, withdrawn
from incidents.selectors import record


@require_safe
def page(request: HttpRequest, public_id: str, field: str) -> HttpResponse:
    """One sentence, then the claims that it rests on."""
    head = record.log_head()
    try:
        as_of = asked_moment(request.GET)
        found = existing(public_id, as_of)
    except QueryRefusedError as error:
        return refused_page(request, error, head, url_words=_("Show the page without it"))
    except NotYetError as error:
        return not_yet(request, error, head)
    if found.row.status == PublicStatus.MERGED:
        return moved(request, "public:incident", found.row, as_of)
    if found.tombstone:
        return withdrawn(request, found, head)
    if field not in LABELS:
        raise Http404
    moment = record_moment_words(as_of) if as_of else ""
    incident_url = incident_address(public_id, as_of)
    return answered(request, lambda: explained(request, found, field, head, (moment, incident_url)), head=head)


def explained(
    request: HttpRequest, found: record.Published, field: str, head: LogEntry | None, when: tuple[str, str]
) -> HttpResponse:
    content, public_id = found.version.content, found.row.public_id
    behind = origin(content, field)
    moment, incident_url = when
    context = {
        "id": public_id,
        "title": content["title"],
        "number": found.version.number,
        "origin": behind,
        "claims": cards(content, behind),
        "approved": approved_words(found.version.reviewer_roles),
        "moment": moment,
        "incident_url": incident_url,
        "now_url": reverse("public:why", args=[public_id, field]),
        "others": [
            {"label": label, "url": reverse("public:why", args=[public_id, name])}
            for name, label in LABELS.items()
            if name != field
        ],
        "json_url": reverse("public:why_document", args=[public_id, field]),
        "canonical_url": absolute(reverse("public:why", args=[public_id, field])),
        **frame(head, demonstration=content["demonstration"], section="explorer"),
    }
    return render(request, "public/why.html", context)


@require_safe
def document(request: HttpRequest, public_id: str, field: str) -> HttpResponse:
    """The same as JSON."""
    head = record.log_head()
    try:
        as_of = asked_moment(request.GET)
        found = existing(public_id, as_of)
    except QueryRefusedError as error:
        return refused_data(error)
    except NotYetError as error:
        return json_response({"error": "not_yet", "detail": error.sentence}, status=HTTPStatus.NOT_FOUND)
    if found.row.status == PublicStatus.MERGED:
        return moved(request, "public:incident_document", found.row, as_of)
    if field not in LABELS:
        raise Http404
    if found.tombstone:
        gone = {"id": public_id, "status": found.row.status, "reason": found.row.reason}
        return json_response(gone, status=HTTPStatus.GONE)
    return answered(request, lambda: json_response({**why_document(found, field), **asked_at(as_of)}), head=head)


def why_document(found: record.Published, field: str) -> dict[str, Any]:
    content = found.version.content
    sources = {source["id"]: source for source in content["sources"]}
    told = provenance_of(origin(content, field), sources, found.version.reviewer_roles)
    return {"id": found.row.public_id, "version": found.version.number, "field": field, **told}
