"""Who else has an incident open, asked by a page that stays open."""

from uuid import UUID

from django.http import JsonResponse
from django.http.response import HttpResponseBase

from accounts.access import PersonRequest
from incidents.desk.pages import desk_page, find_to_edit, others


@desk_page("POST")
def presence(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Hold it for another while, and tell who else does."""
    return JsonResponse({"told": others(request, find_to_edit(request, uid))})
