"""An incident as it stands, as a page and as data; the tombstone of one that was withdrawn, the way from one merged."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from incidents.choices import PublicStatus
from incidents.filters import QueryRefusedError
from incidents.models.record import LogEntry, PublishedIncident, Version
from incidents.presenting import present
from incidents.public.answers import GEOJSON, MAX_AGE, answered, json_response
from incidents.public.frame import absolute, frame
from incidents.public.listing import asked_moment
from incidents.public.presenting import incident as around
from incidents.public.presenting.features import feature as feature_of
from incidents.public.presenting.filters import problems
from incidents.public.presenting.maps import inset
from incidents.public.presenting.structured import event
from incidents.selectors import record
from incidents.selectors.record_queries import with_evidence


@require_safe
def page(request: HttpRequest, public_id: str) -> HttpResponse:
    """The incident with everything that is said of it and by whom."""
    head = record.log_head()
    try:
        as_of = asked_moment(request.GET)
    except QueryRefusedError as error:
        context = {"problems": problems(error.errors), "url": request.path, **frame(head)}
        return render(request, "public/incident_refused.html", context, status=HTTPStatus.BAD_REQUEST)
    found = existing(public_id, as_of)
    if found.row.status == PublicStatus.MERGED:
        return moved("public:incident", found.row)
    if found.tombstone:
        return withdrawn(request, found, head)
    shown = str(found.row.under_review)
    return answered(request, lambda: incident_page(request, found, head, as_of), head=head, shown=shown)


def existing(public_id: str, as_of: datetime | None = None) -> record.Published:
    """The incident as the record holds it; 404 for whatever it does not hold, whatever the reason."""
    found = record.published_incident(public_id, as_of=as_of)
    if found is None:
        raise Http404
    return found


def incident_page(
    request: HttpRequest, found: record.Published, head: LogEntry | None, as_of: datetime | None
) -> HttpResponse:
    content, public_id = found.version.content, found.row.public_id
    versions = list(record.versions_of(public_id))
    parts = list(record.parts_of(public_id, as_of=as_of))
    parent = content["parent"] or ""
    linked = [link["incident"] for link in content["links"]]
    titles = record.titles_of([*linked, *([parent] if parent else [])]) if linked or parent else {}
    canonical = reverse("public:incident", args=[public_id])
    context = {
        "body": present(content, titles),
        "id": public_id,
        "status": around.status_parts(found),
        "as_of": as_of,
        "parts": [{"title": part.title, "url": reverse("public:incident", args=[part.public_id])} for part in parts],
        "parent": around_parent(parent, titles),
        "history": around.history(versions, found.version.number),
        "citation": around.citation(found.version),
        "data": around.data_links(found, permanent=False),
        "drawing": inset(found.row),
        "features_url": reverse("public:incident_feature", args=[public_id]),
        "canonical_url": absolute(canonical),
        "event": event(content, public_id=public_id, url=absolute(canonical)),
        **frame(head, demonstration=content["demonstration"], section="explorer"),
    }
    return render(request, "public/incident.html", context)


def around_parent(parent: str, titles: dict[str, str]) -> dict[str, str] | None:
    """The incident that this one is part of, where it is public."""
    if parent not in titles:
        return None
    return {"title": titles[parent], "url": reverse("public:incident", args=[parent])}


def moved(name: str, row: PublishedIncident) -> HttpResponse:
    """The permanent way to the incident that a merged one lives on in. Short-lived in caches: a merge can be undone."""
    response = HttpResponsePermanentRedirect(reverse(name, args=[row.merged_into]))
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response


def withdrawn(request: HttpRequest, found: record.Published, head: LogEntry | None) -> HttpResponse:
    """The tombstone: the public reason, and the versions there were."""
    versions = list(record.versions_of(found.row.public_id))
    context = {
        "id": found.row.public_id,
        "reason": found.row.reason,
        "when": found.version.published_at,
        "history": around.history(versions, found.version.number),
        **frame(head, demonstration=record.is_demonstration(found.row.public_id), section="explorer"),
    }
    response = render(request, "public/withdrawn.html", context, status=HTTPStatus.GONE)
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response


@require_safe
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """The incident as JSON."""
    return as_data(request, public_id, "public:incident_document", lambda found: json_response(version_json(found)))


@require_safe
def feature(request: HttpRequest, public_id: str) -> HttpResponse:
    """The incident as a GeoJSON feature; its geometry is null where nothing may be drawn."""

    def make(found: record.Published) -> HttpResponse:
        row = with_evidence(PublishedIncident.objects.public()).get(pk=found.version.pk)
        return json_response(feature_of(row), content_type=GEOJSON)

    return as_data(request, public_id, "public:incident_feature", make)


def version_json(found: record.Published) -> dict[str, Any]:
    version = Version.objects.public().select_related("log_entry").get(pk=found.version.pk)
    return around.version_document(version)


def as_data(request: HttpRequest, public_id: str, name: str, make: Any) -> HttpResponse:
    """One incident for programs: as it stands or stood, gone with its reason, or elsewhere."""
    head = record.log_head()
    try:
        as_of = asked_moment(request.GET)
    except QueryRefusedError as error:
        return json_response({"error": "refused", "problems": error.errors}, status=HTTPStatus.BAD_REQUEST)
    found = existing(public_id, as_of)
    if found.row.status == PublicStatus.MERGED:
        return moved(name, found.row)
    if found.tombstone:
        gone = {
            "id": public_id,
            "status": found.row.status,
            "reason": found.row.reason,
            "version": found.version.number,
        }
        return json_response(gone, status=HTTPStatus.GONE)
    return answered(request, lambda: make(found), head=head)
