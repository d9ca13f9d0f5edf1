"""What was understood of words, while they are typed. The words come in the body: addresses are logged."""

from django.http import JsonResponse

from accounts.access import PersonRequest
from incidents.desk.forms.claims.casualty import echo_quantity
from incidents.desk.forms.claims.time import echo_time
from incidents.desk.pages import desk_page

LONGEST = 200


@desk_page("POST")
def quantity(request: PersonRequest) -> JsonResponse:
    """How many, as the rules read it."""
    return JsonResponse({"echo": echo_quantity(request.POST.get("verbatim", "").strip()[:LONGEST])})


@desk_page("POST")
def time(request: PersonRequest) -> JsonResponse:
    """When, as the rules read it."""
    words, zone = request.POST.get("when", "").strip()[:LONGEST], request.POST.get("timezone", "").strip()[:LONGEST]
    return JsonResponse({"echo": echo_time(words, zone)})
