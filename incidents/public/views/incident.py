"""An incident as it stands, as a page and as data; the tombstone of one that was withdrawn, the way from one merged."""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.choices import PublicStatus
from incidents.filters import QueryRefusedError
from incidents.models.record import LogEntry, PublishedIncident, Version
from incidents.presenting import present
from incidents.presenting.words import record_moment_words
from incidents.public.answers import GEOJSON, MAX_AGE, answered, json_response
from incidents.public.frame import absolute, frame
from incidents.public.listing import asked_moment
from incidents.public.presenting import features as geo
from incidents.public.presenting import incident as around
from incidents.public.presenting.addresses import incident_address
from incidents.public.presenting.comparison import chooser
from incidents.public.presenting.embedding import oembed_url
from incidents.public.presenting.filters import problems
from incidents.public.presenting.maps import inset
from incidents.public.presenting.named.overview import see_also
from incidents.public.presenting.structured import event
from incidents.rules.moments import spelt_moment
from incidents.selectors import record
from incidents.selectors.record_queries import with_evidence

Make = Callable[[record.Published, datetime | None], HttpResponse]


@require_safe
def page(request: HttpRequest, public_id: str) -> HttpResponse:
    """The incident with everything that is said of it and by whom."""
    head = record.log_head()
    try:
        as_of = asked_moment(request.GET)
    except QueryRefusedError as error:
        context = {"problems": problems(error.errors), "url": request.path, **frame(head)}
        return render(request, "public/incident_refused.html", context, status=HTTPStatus.BAD_REQUEST)
    try:
        found = existing(public_id, as_of)
    except NotYetError as error:
        return not_yet(request, error, head)
    if found.row.status == PublicStatus.MERGED:
        return moved(request, "public:incident", found.row, as_of)
    if found.tombstone:
        return withdrawn(request, found, head)
    shown = str(found.row.under_review)
    return answered(request, lambda: incident_page(request, found, head, as_of), head=head, shown=shown)


class NotYetError(Exception):
    """The record holds the incident, and did not hold it yet at the moment asked for."""

    def __init__(self, public_id: str, as_of: datetime, first: datetime) -> None:
        """Keep the id, the moment asked for, and that of the first publication, which its history tells anyway."""
        super().__init__(public_id)
        self.public_id, self.as_of, self.first = public_id, as_of, first

    @property
    def sentence(self) -> str:
        words = {
            "id": self.public_id,
            "moment": record_moment_words(self.as_of),
            "first": record_moment_words(self.first),
        }
        return _("The record did not hold %(id)s on %(moment)s. It was first published on %(first)s.") % words


def existing(public_id: str, as_of: datetime | None = None) -> record.Published:
    """The incident as the record holds it, or held it.

    Raises:
        Http404: the record never held it, whatever the reason.
        NotYetError: it holds it now, and did not at that moment.
    """
    found = record.published_incident(public_id, as_of=as_of)
    if found is None:
        first = record.first_published(public_id) if as_of else None
        if as_of and first:
            raise NotYetError(public_id, as_of, first)
        raise Http404
    return found


def not_yet(request: HttpRequest, error: NotYetError, head: LogEntry | None) -> HttpResponse:
    """Answer 404 with the reason: it betrays nothing, since the incident's own history says as much."""
    context = {
        "sentence": error.sentence,
        "now_url": reverse("public:incident", args=[error.public_id]),
        **frame(head, demonstration=record.is_demonstration(error.public_id), section="explorer"),
    }
    return render(request, "public/not_yet.html", context, status=HTTPStatus.NOT_FOUND)


def incident_page(
    request: HttpRequest, found: record.Published, head: LogEntry | None, as_of: datetime | None
) -> HttpResponse:
    content, public_id = found.version.content, found.row.public_id
    versions = list(record.versions_of(public_id))
    parts = [
        {"title": part.title, "url": incident_address(part.public_id, as_of)}
        for part in record.parts_of(public_id, as_of=as_of)
    ]
    parent = content["parent"] or ""
    linked = [link["incident"] for link in content["links"]]
    titles = record.titles_of([*linked, *([parent] if parent else [])], as_of=as_of) if linked or parent else {}
    whole = around_parent(parent, titles, as_of)
    canonical = reverse("public:incident", args=[public_id])
    context = {
        "body": present(content, titles),
        "id": public_id,
        "status": around.status_parts(found),
        "moment": record_moment_words(as_of) if as_of else "",
        "as_of_form": around.moment_form(versions, head, as_of),
        "why_url": f"{canonical}why/",
        "report_url": f"{reverse('letterbox:report')}?incident={public_id}",
        "parts": parts,
        "parent": whole,
        "history": around.history(versions, found.version.number),
        "chooser": chooser(versions),
        "see_also": [] if as_of else see_also(found.row, content),
        "citation": around.citation(found.version, head, as_of),
        "data": around.data_links(found, permanent=False),
        "drawing": inset(found.row),
        "features_url": reverse("public:incident_feature", args=[public_id]),
        "canonical_url": absolute(canonical),
        "oembed_url": oembed_url(absolute(canonical)),
        "embed_url": f"{reverse('public:embed_builder')}?incident={public_id}",
        "event": event(found.version, url=absolute(canonical), whole=whole, parts=parts),
        **frame(head, demonstration=content["demonstration"], section="explorer"),
    }
    return render(request, "public/incident.html", context)


def around_parent(parent: str, titles: dict[str, str], as_of: datetime | None = None) -> dict[str, str] | None:
    """The incident that this one is part of, where it is public."""
    if parent not in titles:
        return None
    return {"title": titles[parent], "url": incident_address(parent, as_of)}


def moved(request: HttpRequest, name: str, row: PublishedIncident, as_of: datetime | None) -> HttpResponse:
    """The permanent way to the incident that a merged one lives on in, asked the same question.

    Short-lived in caches: a merge can be undone.
    """
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    response = HttpResponsePermanentRedirect(reverse(name, args=[record.lives_on_in(row, as_of=as_of)]) + query)
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
        "chooser": chooser(versions),
        **frame(head, demonstration=record.is_demonstration(found.row.public_id), section="explorer"),
    }
    response = render(request, "public/withdrawn.html", context, status=HTTPStatus.GONE)
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response


@require_safe
def document(request: HttpRequest, public_id: str) -> HttpResponse:
    """The incident as JSON."""
    return as_data(request, public_id, "public:incident_document", incident_json)


@require_safe
def feature(request: HttpRequest, public_id: str) -> HttpResponse:
    """The incident as a GeoJSON feature; its geometry is null where nothing may be drawn."""

    def make(found: record.Published, as_of: datetime | None) -> HttpResponse:
        row = with_evidence(PublishedIncident.objects.public()).get(pk=found.version.pk)
        shown = geo.feature(row, as_of, record.wholes_of([row], as_of=as_of), geo.geometry(row.geometry))
        return json_response({**shown, **asked_at(as_of)}, content_type=GEOJSON)

    return as_data(request, public_id, "public:incident_feature", make)


def incident_json(found: record.Published, as_of: datetime | None) -> HttpResponse:
    return json_response({**version_json(found), **asked_at(as_of)})


def asked_at(as_of: datetime | None) -> dict[str, str]:
    """The moment of record time that an answer is of; nothing for one that is of now."""
    return {"as_of": spelt_moment(as_of)} if as_of else {}


def version_json(found: record.Published) -> dict[str, Any]:
    version = Version.objects.public().select_related("log_entry").get(pk=found.version.pk)
    return around.version_document(version)


def as_data(request: HttpRequest, public_id: str, name: str, make: Make) -> HttpResponse:
    """One incident for programs: as it stands or stood, gone with its reason, or elsewhere."""
    head = record.log_head()
    try:
        as_of = asked_moment(request.GET)
    except QueryRefusedError as error:
        return json_response({"error": "refused", "problems": error.errors}, status=HTTPStatus.BAD_REQUEST)
    try:
        found = existing(public_id, as_of)
    except NotYetError as error:
        return json_response({"error": "not_yet", "detail": error.sentence}, status=HTTPStatus.NOT_FOUND)
    if found.row.status == PublicStatus.MERGED:
        return moved(request, name, found.row, as_of)
    if found.tombstone:
        gone = {
            "id": public_id,
            "status": found.row.status,
            "reason": found.row.reason,
            "version": found.version.number,
        }
        return json_response(gone, status=HTTPStatus.GONE)
    return answered(request, lambda: make(found, as_of), head=head)
