"""A page that was asked for by its address: how far it has come, and the way on with it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.access import PersonRequest
from incidents.desk.pages import desk_page
from incidents.desk.presenters.fetching import progress_of
from incidents.desk.presenters.leads import intake_tabs
from incidents.models import Fetch


@desk_page("GET", "HEAD")
@never_cache
def progress(request: PersonRequest, uid: UUID) -> HttpResponse:
    """Waiting, fetched or refused with the reason; only for whoever asked."""
    context: dict[str, Any] = {
        "progress": progress_of(_mine(request, uid), lead=request.GET.get("lead", "")),
        "title": _("A page by its address"),
        "tabs": intake_tabs("intake"),
        "tab": "intake",
    }
    return render(request, "desk/fetch.html", context)


@desk_page("GET", "HEAD")
@never_cache
def document(request: PersonRequest, uid: UUID) -> HttpResponse:
    """The same for the page's script."""
    told = progress_of(_mine(request, uid))
    return JsonResponse({"stage": told.stage, "state": told.state, "words": told.words})


def _mine(request: PersonRequest, uid: UUID) -> Fetch:
    return get_object_or_404(Fetch, uid=uid, asked_by=request.user)
