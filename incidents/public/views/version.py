"""A permanent version: what the record said, for as long as there is a record."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from incidents.choices import PublicStatus
from incidents.models.record import LogEntry
from incidents.presenting import present
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute, frame
from incidents.public.presenting import incident as around
from incidents.public.presenting.comparison import chooser
from incidents.public.presenting.maps import inset
from incidents.public.views.incident import around_parent, version_json
from incidents.selectors import record


@require_safe
def page(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """The version as it was published, with a banner when it is not the newest."""
    head = record.log_head()
    found = existing(public_id, number)
    return answered(request, lambda: version_page(request, found, head), head=head)


def existing(public_id: str, number: int) -> record.Published:
    """The version; 404 for a number that was never published."""
    found = record.published_version(public_id, number)
    if found is None:
        raise Http404
    return found


def version_page(request: HttpRequest, found: record.Published, head: LogEntry | None) -> HttpResponse:
    public_id, version = found.row.public_id, found.version
    versions = list(record.versions_of(public_id))
    newest = versions[0]
    shared = {
        "id": public_id,
        "number": version.number,
        "history": around.history(versions, version.number),
        "chooser": chooser(versions),
        "newest": newest,
        "is_newest": newest.number == version.number,
        "newest_url": reverse("public:incident", args=[public_id]),
    }
    if found.tombstone:
        return tombstone(request, found, shared, head)
    content = version.content
    now = record.published_incident(public_id)
    wanted = [link["incident"] for link in content["links"]] + [content["parent"] or ""]
    titles = record.titles_of([one for one in wanted if one]) if any(wanted) else {}
    context = {
        **shared,
        "merged": bool(now and now.row.status == PublicStatus.MERGED),
        "body": present(content, titles),
        "status": around.status_parts(found)[:1],
        "parts": [],
        "parent": around_parent(content["parent"] or "", titles),
        "citation": around.citation(version, head),
        "data": around.data_links(found, permanent=True),
        "drawing": inset(found.row),
        "canonical_url": absolute(reverse("public:incident", args=[public_id])),
        **frame(head, demonstration=content["demonstration"], section="explorer"),
    }
    return render(request, "public/version.html", context)


def tombstone(
    request: HttpRequest, found: record.Published, shared: dict[str, Any], head: LogEntry | None
) -> HttpResponse:
    """The version with which an incident was taken back or merged into another."""
    framed = frame(head, demonstration=record.is_demonstration(found.row.public_id), section="explorer")
    context = {**shared, "reason": found.row.reason, "when": found.version.published_at, **framed}
    if found.row.status != PublicStatus.MERGED:
        return render(request, "public/withdrawn.html", context)
    survivor = found.row.merged_into
    survivor_url = reverse("public:incident", args=[survivor])
    return render(request, "public/merged.html", {**context, "survivor": survivor, "survivor_url": survivor_url})


@require_safe
def document(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """The version as JSON."""
    head = record.log_head()
    found = existing(public_id, number)
    return answered(request, lambda: json_response(version_json(found)), head=head)
