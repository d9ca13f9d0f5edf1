"""How the record and the work behind it stand, and what changed in the API."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from incidents.public.answers import answered
from incidents.public.frame import frame
from incidents.public.presenting import feeds
from incidents.public.presenting.api_changes import api_versions, channel, notes
from incidents.selectors.record_status import status_at


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The size and head of the record, the last publication and signature, and whether anything is overdue."""
    found = status_at(timezone.now(), signs=bool(settings.ATTEST_VERIFIER_KEYS))

    def make() -> HttpResponse:
        context = {
            "status": found,
            "api_version": settings.ATTEST_API_VERSION,
            "versions": api_versions(),
            **frame(found.head),
        }
        return render(request, "public/status.html", context)

    signed = found.checkpoint.signed_at if found.checkpoint else ""
    return answered(request, make, head=found.head, shown=f"{signed} {found.seen_at} {found.overdue_since}")


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The changes of the API as Atom (RFC 4287)."""
    made = feeds.atom(channel(), notes())
    return answered(request, lambda: HttpResponse(made, content_type=feeds.ATOM), head=None, shown=made)
