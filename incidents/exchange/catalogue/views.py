"""``/catalog.jsonld`` and ``/catalog.ttl``."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from incidents.exchange.catalogue.document import catalogue
from incidents.exchange.catalogue.turtle import turtle
from incidents.exchange.editions import edition
from incidents.filters import read_query
from incidents.public.answers import answered, json_response
from incidents.selectors.record import log_head
from incidents.selectors.record_releases import releases


@require_safe
def document(request: HttpRequest, form: str) -> HttpResponse:
    """The catalogue of the record as it stands, in one of two notations; in English, as the record is."""
    if form not in {"jsonld", "ttl"}:
        raise Http404
    head = log_head()

    def make() -> HttpResponse:
        with translation.override("en"):
            found = catalogue(edition(read_query({}), head), releases())
        if form == "jsonld":
            return json_response(found, content_type="application/ld+json")
        return HttpResponse(turtle(found), content_type="text/turtle; charset=utf-8")

    return answered(request, make, head=head)
