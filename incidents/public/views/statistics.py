"""What the record counts up to, for any query: as a page, as JSON, and each figure as CSV."""

from http import HTTPStatus
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from incidents.choices import Definition
from incidents.filters import PAGING, Query, QueryRefusedError, read_query
from incidents.models.record import LogEntry
from incidents.presenting.sentence import sentence
from incidents.presenting.values import names_for
from incidents.public.answers import answered, json_response
from incidents.public.counting import counted as facet_counts
from incidents.public.frame import absolute, frame
from incidents.public.presenting.addresses import address, changed, without
from incidents.public.presenting.charts.choosing import FIGURES, ON_STATISTICS, figures
from incidents.public.presenting.charts.counts import Counts
from incidents.public.presenting.charts.figure import figure_data
from incidents.public.presenting.charts.table import counted
from incidents.public.presenting.facets import TOP, groups
from incidents.public.presenting.filters import chips, form
from incidents.public.refusing import refused_data, refused_query
from incidents.public.views.explorer import is_half_filled, wanted_names
from incidents.selectors import record_queries as ask
from incidents.selectors.record import log_head

CSV: Final = "text/csv; charset=utf-8"
BUTTON: Final = gettext_lazy("Show statistics")


def understood(params: QueryDict) -> Query:
    """The query of a page that has no pages.

    Raises:
        QueryRefusedError: something is unknown or cannot be read.
    """
    elsewhere = [name for name in params if name in PAGING]
    if elsewhere:
        raise QueryRefusedError({name: [_("This address does not know it.")] for name in elsewhere})
    return read_query(params)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Every figure of a query."""
    head = log_head()
    path = reverse("public:statistics")
    try:
        query = understood(request.GET)
    except QueryRefusedError as error:
        words = {"button": BUTTON, "all_words": _("Show the statistics of the whole record")}
        return refused_query(request, error, {"action": path, **words, **frame(head, section="statistics")})
    if is_half_filled(request.GET):
        return HttpResponseRedirect(address(path, query.canonical))
    return answered(request, lambda: shown(request, query, head), head=head)


def shown(request: HttpRequest, query: Query, head: LogEntry | None) -> HttpResponse:
    counts = Counts(query)
    totals = ask.totals(query)
    choices = facet_counts(query, head, most=TOP)
    names = names_for(wanted_names(query, choices))
    path = reverse("public:statistics")
    context = {
        "sentence": sentence(query.values, totals, names),
        "definitions": definitions(query),
        "chips": chips(query, names, path),
        "clear_url": path,
        "filters": form(request.GET, {}),
        "facets": groups(query, choices, names, "statistics"),
        "action": path,
        "button": BUTTON,
        "figures": figures(query, head, ON_STATISTICS, counts),
        "counted": counted(counts.ground.counted),
        "parts": counts.ground.parts,
        "explorer_url": address("/", query.canonical),
        "json_url": address(reverse("public:statistics_document"), query.canonical),
        "canonical_url": absolute(address(path, query.canonical)),
        **frame(head, demonstration=totals.demonstration > 0, section="statistics"),
    }
    return render(request, "public/statistics.html", context)


def definitions(query: Query) -> list[dict[str, Any]]:
    """The same query by each definition of terrorism."""
    path, chosen = reverse("public:statistics"), query.values.get("definition", "")
    every = address(path, without(query, "definition", chosen) if chosen else query.canonical)
    tabs = [{"label": _("All incidents"), "url": every, "current": not chosen, "count": None}]
    for definition in (Definition.BROAD, Definition.STRICT):
        url = address(path, changed(query, definition=definition.value))
        tabs.append({"label": definition.label, "url": url, "current": chosen == definition, "count": None})
    return tabs


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """The same figures as JSON."""
    head = log_head()
    try:
        query = understood(request.GET)
    except QueryRefusedError as error:
        return refused_data(error)
    return answered(request, lambda: json_response(statistics_document(query, head)), head=head)


def statistics_document(query: Query, head: LogEntry | None) -> dict[str, Any]:
    counts = Counts(query)
    return {
        "query": query.canonical,
        "log_position": head.position if head else None,
        "incidents": counts.ground.found,
        "counted": counts.ground.counted,
        "parts_left_out": counts.ground.parts,
        "figures": [figure_data(one) for one in figures(query, head, ON_STATISTICS, counts)],
    }


@require_safe
def table(request: HttpRequest, figure: str) -> HttpResponse:
    """The numbers of one figure as CSV."""
    if figure not in FIGURES:
        raise Http404
    head = log_head()
    try:
        query = understood(request.GET)
    except QueryRefusedError as error:
        sentences = "\n".join(f"{name}: {' '.join(told)}" for name, told in error.errors.items())
        return HttpResponse(sentences, content_type="text/plain; charset=utf-8", status=HTTPStatus.BAD_REQUEST)
    return answered(request, lambda: downloaded(query, figure, head), head=head)


def downloaded(query: Query, figure: str, head: LogEntry | None) -> HttpResponse:
    """The file. Its name says which state of the record it was counted in."""
    drawn = FIGURES[figure](Counts(query))
    name = f"attest-{figure}-log-{head.position if head else 'empty'}.csv"
    answer = HttpResponse(drawn.table.as_csv(), content_type=CSV)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
