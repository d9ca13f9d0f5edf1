"""The explorer, as a page and as data: one query string, the same ids everywhere."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import PAGING, Query, QueryRefusedError, read_query
from incidents.models.record import LogEntry
from incidents.presenting.said import Said
from incidents.presenting.sentence import sentence
from incidents.presenting.values import NAMED, Names, names_for
from incidents.presenting.words import record_moment_words
from incidents.public.answers import GEOJSON, JSON, answered, json_response
from incidents.public.counting import counted
from incidents.public.frame import absolute, frame
from incidents.public.listing import asked_page, window
from incidents.public.presenting import explorer as shown
from incidents.public.presenting import features as geo
from incidents.public.presenting.addresses import address, filters_in_force, paged, without
from incidents.public.presenting.facets import TOP, groups
from incidents.public.presenting.filters import chips, form, problems
from incidents.public.presenting.maps import MOST, TOLERANCE, drawing
from incidents.public.presenting.results import result
from incidents.public.presenting.suggesting import OfferGroup, suggestion_groups
from incidents.public.presenting.time import time_box
from incidents.public.refusing import refused_query
from incidents.rules.moments import spelt_moment
from incidents.rules.static_map import StaticMap
from incidents.selectors import record_queries as ask
from incidents.selectors.facets import Values
from incidents.selectors.histogram import histogram
from incidents.selectors.names import suggestions
from incidents.selectors.record import log_head, published_incident, wholes_of
from incidents.selectors.record_permanence import entry_at

PUBLIC_ID: Final = re.compile(r"INC-[0-9]{4}-[0-9]{6}")
MINIMAL: Final = "return=minimal"
MOST_WAYS_OUT: Final = 6
LARGEST_CELL: Final = 10.0
SMALLEST_CELL: Final = 0.01
WHOLE_CIRCLE: Final = 360
CELLS_ACROSS: Final = 36
"""Squares from west to east of a view: about what can be told apart, and tapped, on a phone."""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The list, the map and the filters of a query."""
    head = log_head()
    try:
        query, number = understood(request.GET)
    except QueryRefusedError as error:
        return refused(request, error, head)
    if found := exactly_asked(query):
        return redirect(found)
    if is_half_filled(request.GET):
        return HttpResponseRedirect(paged(query, number))
    part = is_minimal(request)
    try:
        answer = answered(request, lambda: explorer(request, query, number, head), head=head, shown=MINIMAL * part)
    except QueryRefusedError as error:
        return refused(request, error, head)
    if part:
        answer.headers["Preference-Applied"] = MINIMAL
    patch_vary_headers(answer, ("Prefer",))
    return answer


def is_minimal(request: HttpRequest) -> bool:
    """Whether the content alone is asked for (RFC 7240): by a page of ours that has the rest and an open map."""
    return MINIMAL in re.split(r"\s*[,;]\s*", request.headers.get("Prefer", ""))


def is_half_filled(params: QueryDict) -> bool:
    """Whether some parameter is empty: so forms send the fields that were left so."""
    return any(value == "" for _name, values in params.lists() for value in values)


def exactly_asked(query: Query) -> str:
    """The address of the incident whose permanent id is all that is asked for; "" where it is no public one."""
    words = str(query.values.get("q", "")).upper()
    if set(query.values) != {"q"} or not PUBLIC_ID.fullmatch(words) or published_incident(words) is None:
        return ""
    return reverse("public:incident", args=[words])


def understood(params: QueryDict, *, paging: bool = True) -> tuple[Query, int]:
    """The query and, where the answer has pages, the page.

    Raises:
        QueryRefusedError: something is unknown or cannot be read.
    """
    query, number = read_query(params), asked_page(params)
    elsewhere = [name for name in params if name in PAGING - ({"page"} if paging else set())]
    if elsewhere:
        raise QueryRefusedError({name: [_("This address does not know it.")] for name in elsewhere})
    return query, number


def explorer(request: HttpRequest, query: Query, number: int, head: LogEntry | None) -> HttpResponse:
    totals = ask.totals(query)
    listed = window(number, totals.count)
    rows = ask.results(query, start=listed.start, number=listed.size) if totals.count else []
    titles = wholes_of(rows, as_of=query.as_of)
    choices = counted(query, head, most=TOP)
    names = names_for(wanted_names(query, choices))
    words = sentence(query.values, totals, names)
    part = is_minimal(request)
    explored = shown.ExplorerPage(
        sentence=words,
        count=totals.count,
        parts=shown.parts(query, totals),
        chips=chips(query, names),
        facets=groups(query, choices, names),
        meant=meant(query),
        results=[result(row, query.as_of, titles) for row in rows],
        pages=shown.pages(query, listed),
        map=shown.map_box(query, totals, None if part else drawn(query, totals)),
        time=time_box(query, histogram(query)),
        actions=shown.actions(
            query, Said(sentence=words, totals=totals), entry_at(query.as_of) if query.as_of else head
        ),
        ways_out=[] if totals.count else ways_out(query, names),
        sorts=shown.sorts(query),
        as_of=record_moment_words(query.as_of) if query.as_of else "",
        now_url=now_url(query),
    )
    context = {
        "layout": "content.html" if part else "base.html",
        "page": explored,
        "filters": form(request.GET, {}),
        "clear_url": "/",
        "canonical_url": absolute(paged(query, number)),
        "problems": [],
        **frame(head, demonstration=totals.demonstration > 0, section="explorer"),
    }
    return render(request, "public/explorer.html", context)


def drawn(query: Query, totals: ask.Totals) -> StaticMap:
    """The drawing of the first incidents that have a place on it."""
    return drawing(ask.drawn(query, number=MOST, tolerance=TOLERANCE) if totals.mapped else [], query.as_of)


def wanted_names(query: Query, choices: dict[str, Values]) -> dict[str, set[str]]:
    """The values, by parameter, that the page names: those chosen, and those that its facets begin with."""
    found: dict[str, set[str]] = {}
    for name in NAMED:
        shown = choices[name].shown if name in choices else []
        found[name] = {*query.chosen(name), *(one.value for one in shown)}
    return found


def meant(query: Query) -> list[OfferGroup]:
    """Where the words of the query may lead besides: to a place, a group, a publisher or a source of that name."""
    words = query.values.get("q", "")
    return suggestion_groups("", suggestions(words)) if words else []


def now_url(query: Query) -> str:
    """The same query of the record as it stands."""
    return address("/", without(query, "as_of", query.as_of)) if query.as_of else ""


def ways_out(query: Query, names: Names) -> list[shown.WayOut]:
    """For an empty list: each filter whose leaving out leads to incidents."""
    found = []
    for chip, (name, value) in list(zip(chips(query, names), filters_in_force(query), strict=True))[:MOST_WAYS_OUT]:
        wider = read_query(QueryDict(without(query, name, value)))
        totals = ask.totals(wider)
        if totals.count:
            words = sentence(wider.values, totals, names)
            found.append(shown.WayOut(label=chip.label, url=chip.url, words=words))
    return found


def refused(request: HttpRequest, error: QueryRefusedError, head: LogEntry | None) -> HttpResponse:
    """The page that names what cannot be answered and says what can, with the form as it was filled."""
    words = {"button": _("Show incidents"), "all_words": _("Show all incidents")}
    return refused_query(request, error, {"action": "/", **words, **frame(head, section="explorer")})


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """A page of a query as JSON."""
    return as_data(request, list_document, paging=True)


@require_safe
def features(request: HttpRequest) -> HttpResponse:
    """A query as GeoJSON: every incident or, beyond what a map can show, every cell with its count."""
    return as_data(request, feature_document, content_type=GEOJSON)


def as_data(
    request: HttpRequest,
    make: Callable[[Query, int], dict[str, Any]],
    *,
    paging: bool = False,
    content_type: str = JSON,
) -> HttpResponse:
    """The document that ``make`` makes of the query and, with ``paging``, of a page of it; 400 with what is wrong."""
    head = log_head()
    try:
        query, number = understood(request.GET, paging=paging)
        return answered(request, lambda: json_response(make(query, number), content_type=content_type), head=head)
    except QueryRefusedError as error:
        found = problems(error.errors)
        document = {
            "error": "refused",
            "problems": [{"parameter": one.name, "detail": one.text, "allowed": list(one.allowed)} for one in found],
        }
        return json_response(document, status=HTTPStatus.BAD_REQUEST)


def list_document(query: Query, number: int) -> dict[str, Any]:
    totals = ask.totals(query)
    listed = window(number, totals.count)
    rows = ask.results(query, start=listed.start, number=listed.size)
    titles = wholes_of(rows, as_of=query.as_of)
    return {
        "count": totals.count,
        "parts": totals.parts,
        "unmapped": totals.unmapped,
        "query": query.canonical,
        "as_of": spelt_moment(query.as_of) if query.as_of else None,
        "page": listed.page,
        "pages": listed.last_page,
        "incidents": [geo.listed(row, query.as_of, titles) for row in rows],
    }


def feature_document(query: Query, _number: int) -> dict[str, Any]:
    totals = ask.totals(query)
    if totals.count > MOST:
        found = [geo.cell(one) for one in ask.cells(query, size=cell_size(query))]
        return geo.collection(found, totals=totals, of="cells", query=query)
    rows = ask.features(query, number=MOST)
    titles = wholes_of(rows, as_of=query.as_of)
    found = [geo.feature(row, query.as_of, titles, geo.geometry(row.geometry)) for row in rows]
    return geo.collection(found, totals=totals, of="incidents", query=query)


def cell_size(query: Query) -> float:
    """Degrees to a side of a cell: as many across the box asked for as across the world."""
    box = query.values.get("bbox")
    if not isinstance(box, str):
        return LARGEST_CELL
    west, _south, east, _north = (float(part) for part in box.split(","))
    across = east - west if east >= west else east - west + WHOLE_CIRCLE
    return max(across / CELLS_ACROSS, SMALLEST_CELL)
