"""The codebook, as a page and as JSON."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from incidents.public.presenting.codebook import codebook_data, parameters, vocabularies
from incidents.public.views.named import data_of, page_of


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every code with its label, its meaning, where it comes from, and the parameter that asks for it."""
    told = {"vocabularies": vocabularies(), "parameters": parameters(), "section": "methods"}
    return page_of(request, "public/codebook.html", lambda _head: dict(told))


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """The same as JSON."""
    return data_of(request, lambda _head: codebook_data())
