"""The record inside other people's pages: a query as a map or a list, and one incident."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.choices import PublicStatus
from incidents.filters import Query, QueryRefusedError
from incidents.models.record import LogEntry
from incidents.presenting import present
from incidents.presenting.said import said
from incidents.presenting.words import moment_words
from incidents.public.answers import answered
from incidents.public.frame import absolute
from incidents.public.framing import embeddable, notice
from incidents.public.listing import asked_moment
from incidents.public.presenting import embedding as shown
from incidents.public.presenting.addresses import address, incident_address
from incidents.public.presenting.explorer import map_box
from incidents.public.presenting.maps import MOST, TOLERANCE, drawing
from incidents.public.presenting.results import result
from incidents.public.views.explorer import understood
from incidents.public.views.incident import NotYetError, existing, moved
from incidents.selectors import record
from incidents.selectors import record_queries as ask
from incidents.selectors.record_permanence import moment_of

OPTIONS: Final = {
    "view": (shown.VIEW, [code for code, _label in shown.VIEWS]),
    "theme": (shown.THEME, [code for code, _label in shown.THEMES]),
}


@dataclass(frozen=True)
class Look:
    """How an embedded page is to look, and what else was asked."""

    view: str
    theme: str
    rest: QueryDict

    @property
    def options(self) -> dict[str, str]:
        return {"view": self.view, "theme": self.theme}


def looked(params: QueryDict) -> Look:
    """How the page is to look.

    Raises:
        QueryRefusedError: it cannot look like that.
    """
    rest, chosen = params.copy(), {}
    for name, (default, allowed) in OPTIONS.items():
        chosen[name] = str(rest.pop(name, [default])[-1]) or default
        if chosen[name] not in allowed:
            raise QueryRefusedError({name: [_("Choose from: %(values)s.") % {"values": ", ".join(allowed)}]})
    return Look(chosen["view"], chosen["theme"], rest)


@embeddable
@require_safe
def query_page(request: HttpRequest) -> HttpResponse:
    """What a query finds, as a map or as a list, with its date and the way to the whole."""
    head = record.log_head()
    try:
        look = looked(request.GET)
        query, _page = understood(look.rest, paging=False)
    except QueryRefusedError as error:
        return refused(request, error)
    return answered(request, lambda: query_view(request, query, look, head), head=head)


def query_view(request: HttpRequest, query: Query, look: Look, head: LogEntry | None) -> HttpResponse:
    told = said(query)
    context: dict[str, Any] = {
        "sentence": told.sentence,
        "theme": look.theme,
        "demonstration": told.totals.demonstration > 0,
        "date": date_words(query, head),
        "url": address("/", query.canonical),
        "canonical_url": absolute(address("/", query.canonical)),
        "more": _("Open in Attest"),
    }
    if look.view == "list":
        rows = ask.results(query, start=0, number=shown.LISTED) if told.totals.count else []
        context["results"] = [result(row, query.as_of, record.wholes_of(rows, as_of=query.as_of)) for row in rows]
        if told.totals.count > shown.LISTED:
            number = number_format(told.totals.count, force_grouping=True)
            context["more"] = _("All %(number)s incidents in Attest") % {"number": number}
        return render(request, "embed/list.html", context)
    drawn = ask.drawn(query, number=MOST, tolerance=TOLERANCE) if told.totals.mapped else []
    context["map"] = map_box(query, told.totals, drawing(drawn, query.as_of))
    return render(request, "embed/map.html", context)


def date_words(query: Query, head: LogEntry | None) -> str:
    """The day that the data is of; "" where there is none."""
    moment = moment_of(query, head)
    return moment_words(moment) if moment else ""


def refused(request: HttpRequest, error: QueryRefusedError) -> HttpResponse:
    sentences = [f"{name}: {' '.join(said)}" for name, said in error.errors.items()]
    return notice(request, _("This cannot be shown"), sentences, status=HTTPStatus.BAD_REQUEST)


@embeddable
@require_safe
def incident_page(request: HttpRequest, public_id: str) -> HttpResponse:
    """One incident: its title, the key facts each with who says so, its date, and the way to the whole."""
    head = record.log_head()
    try:
        look = looked(request.GET)
        as_of = asked_moment(look.rest)
        found = existing(public_id, as_of)
    except QueryRefusedError as error:
        return refused(request, error)
    except NotYetError as error:
        url = incident_address(public_id, None)
        return notice(request, _("Not yet in the record"), [error.sentence], status=HTTPStatus.NOT_FOUND, url=url)
    if found.row.status == PublicStatus.MERGED:
        return moved(request, "public:embed_incident", found.row, as_of)
    url = incident_address(public_id, as_of)
    if found.tombstone:
        reason = _("Reason: %(reason)s") % {"reason": found.row.reason}
        heading = _("This incident has been withdrawn")
        return notice(request, heading, [reason], status=HTTPStatus.GONE, url=url)

    def make() -> HttpResponse:
        body = present(found.version.content, {})
        number, day = found.version.number, moment_words(found.version.published_at)
        context = {
            "title": body.title,
            "id": public_id,
            "facts": [fact for fact in body.facts if fact.key not in shown.LEFT_OUT],
            "theme": look.theme,
            "demonstration": body.demonstration,
            "version": _("Version %(number)s, %(day)s") % {"number": number, "day": day},
            "date": moment_words(as_of or (head.appended_at if head else found.version.published_at)),
            "url": url,
            "canonical_url": absolute(url),
            "more": _("All claims and sources in Attest"),
        }
        return render(request, "embed/incident.html", context)

    return answered(request, make, head=head)
