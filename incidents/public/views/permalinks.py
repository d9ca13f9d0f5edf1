"""Short addresses: where each leads, and a page that says so before one follows it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import QueryRefusedError, read_query
from incidents.models.record import LogEntry, Permalink
from incidents.presenting.said import said
from incidents.presenting.words import record_moment_words
from incidents.public.answers import MAX_AGE, answered
from incidents.public.frame import absolute, frame
from incidents.public.presenting.addresses import address
from incidents.public.refusing import refused_page
from incidents.rules.short_codes import WELL_FORMED, as_meant
from incidents.selectors.record import log_head


@require_safe
def follow(_request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the query. A redirect for now (302): the address that repeats a query may change, the code never does."""
    response = HttpResponseRedirect(address("/", kept(code).query))
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The link to copy, what it leads to, and the moment that it holds fast."""
    found = kept(code)
    if code != found.code:
        return redirect("public:permalink_page", code=found.code)
    head = log_head()
    try:
        return answered(request, lambda: link_page(request, found, head), head=head)
    except QueryRefusedError as error:
        return refused_page(request, error, head, url_words=_("Show this link again"))


def kept(code: str) -> Permalink:
    """The link of a code, as it was typed.

    Raises:
        Http404: no link has it.
    """
    meant = as_meant(code)
    found = Permalink.objects.public().filter(code=meant).first() if WELL_FORMED.fullmatch(meant) else None
    if found is None:
        raise Http404
    return found


def link_page(request: HttpRequest, found: Permalink, head: LogEntry | None) -> HttpResponse:
    query = read_query(QueryDict(found.query))
    told = said(query)
    context = {
        "link": absolute(reverse("public:permalink", args=[found.code])),
        "sentence": told.sentence,
        "moment": record_moment_words(query.as_of) if query.as_of else "",
        "url": address("/", found.query),
        **frame(head, demonstration=told.totals.demonstration > 0, section="explorer"),
    }
    return render(request, "public/permalink.html", context)
