"""Keep what is typed until it is saved; forget it when asked to."""

from http import HTTPStatus

from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from accounts.access import PersonRequest
from incidents.desk.pages import desk_page
from incidents.rules.refusals import RefusedError
from incidents.services.unsaved import KEPT_OF, forget, keep


@desk_page("POST")
def unsaved(request: PersonRequest) -> HttpResponseBase:
    """``address`` names the page, ``fields`` are its form's; without any it is forgotten, and the page comes back."""
    address, fields = request.POST.get("address", ""), request.POST.get("fields", "")
    if not fields:
        forget(actor=request.user, address=address)
        return redirect(address if address.startswith(KEPT_OF) else "desk:queue")
    try:
        keep(actor=request.user, address=address, fields=fields)
    except RefusedError as refusal:
        return JsonResponse({"detail": refusal.sentence}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)
