"""What will be downloaded, said before the click."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.exchange.columns import COLUMNS
from incidents.exchange.editions import edition
from incidents.exchange.offers import offers
from incidents.exchange.views.asking import asked
from incidents.filters import Query, QueryRefusedError
from incidents.models.record import LogEntry
from incidents.presenting.words import record_moment_words
from incidents.public.answers import answered
from incidents.public.frame import frame
from incidents.public.presenting.addresses import address
from incidents.public.refusing import refused_page
from incidents.selectors.record import log_head
from incidents.selectors.record_downloads import stored_geometry


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """How many incidents, in which forms, with which columns, roughly how large."""
    head = log_head()
    try:
        query = asked(request.GET)
    except QueryRefusedError as error:
        return refused_page(request, error, head, url_words=_("Download all incidents"))
    return answered(request, lambda: offer(request, query, head), head=head)


def offer(request: HttpRequest, query: Query, head: LogEntry | None) -> HttpResponse:
    held = edition(query, head)
    context = {
        "edition": held,
        "count": held.totals.count,
        "unmapped": held.totals.unmapped,
        "moment": record_moment_words(held.moment) if held.moment else "",
        "offers": offers(held, stored_geometry(held.query)),
        "columns": COLUMNS,
        "query": query.canonical,
        "hxl_url": address(reverse("exchange:file", args=["csv"]), f"{query.canonical}&hxl=true".lstrip("&")),
        "back_url": address("/", query.canonical),
        **frame(head, demonstration=held.demonstration, section="explorer"),
    }
    return render(request, "exchange/offer.html", context)
