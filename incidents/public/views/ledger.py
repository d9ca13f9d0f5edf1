"""The corrections ledger: as a page, as JSON and as an Atom feed."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.choices import IN_THE_LEDGER
from incidents.filters import MOMENTS, Query, QueryRefusedError, read_query
from incidents.models.record import LogEntry
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute, frame
from incidents.public.presenting import feeds
from incidents.public.presenting import ledger as shown
from incidents.public.refusing import refused_data, refused_page
from incidents.selectors.record import log_head
from incidents.selectors.record_ledger import Correction, corrections
from incidents.selectors.record_queries import countries

PER_PAGE: Final = 20
IN_FEED: Final = 50
LONGEST_NUMBER: Final = 18
NOT_OF_A_LEDGER: Final = MOMENTS | {"sort", "page", "limit", "format", "include"}


@dataclass(frozen=True)
class Asked:
    """Which corrections: of which kinds, of which incidents, under which position of the log."""

    kinds: list[str]
    query: Query
    below: int | None

    @property
    def countries(self) -> list[str]:
        return [str(code) for code in self.query.values.get("country", [])]

    def read(self, number: int) -> tuple[list[Correction], int | None]:
        """The entries of a page, and the cursor of the next one."""
        found = corrections(self.query, kinds=self.kinds, below=self.below, number=number + 1)
        return found[:number], found[number - 1].position if len(found) > number else None


def asked(params: QueryDict) -> Asked:
    """Understand a query string: ``kind`` and ``cursor`` here, everything else by the one filter set.

    Raises:
        QueryRefusedError: a parameter is unknown, not for the ledger, or cannot be read.
    """
    others = params.copy()
    given = [part.strip() for text in others.pop("kind", []) for part in str(text).split(",")]
    kinds = sorted({part for part in given if part})
    wrong = [kind for kind in kinds if kind not in IN_THE_LEDGER]
    if wrong:
        allowed = ", ".join(kind.value for kind in IN_THE_LEDGER)
        raise QueryRefusedError({"kind": [_("Choose from: %(kinds)s.") % {"kinds": allowed}]})
    cursor = str(others.pop("cursor", [""])[-1])
    if cursor and not (cursor.isascii() and cursor.isdecimal() and len(cursor) <= LONGEST_NUMBER):
        raise QueryRefusedError({"cursor": [_("Follow the link to the next page instead of making one.")]})
    strangers = sorted(NOT_OF_A_LEDGER & set(others))
    if strangers:
        raise QueryRefusedError({name: [_("This cannot be asked of the ledger.")] for name in strangers})
    return Asked(kinds, read_query(others), int(cursor) if cursor else None)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Before, after, why and when, newest first."""
    head = log_head()
    try:
        wanted = asked(request.GET)
    except QueryRefusedError as error:
        return refused_page(request, error, head, url_words=_("Show all corrections"))
    return answered(request, lambda: listed(request, wanted, head), head=head)


def listed(request: HttpRequest, wanted: Asked, head: LogEntry | None) -> HttpResponse:
    found, following = wanted.read(PER_PAGE)
    entries = [shown.entry(one) for one in found]
    names = dict(countries())
    query, kinds = wanted.query.canonical, wanted.kinds
    further = shown.page_url("public:corrections", query, kinds, following) if following is not None else ""
    context = {
        "heading": shown.heading(kinds, [names.get(code, code) for code in wanted.countries]),
        "entries": entries,
        "kinds": shown.kinds(kinds),
        "countries": [{"code": code, "name": name, "chosen": code in wanted.countries} for code, name in names.items()],
        "filtered": bool(query or kinds),
        "first": wanted.below is None,
        "newest_url": shown.page_url("public:corrections", query, kinds),
        "next_url": further,
        "json_url": shown.page_url("public:corrections_document", query, kinds, wanted.below),
        "feed_url": shown.page_url("public:corrections_feed", query, kinds),
        "canonical_url": absolute(shown.page_url("public:corrections", query, kinds, wanted.below)),
        **frame(head, demonstration=any(one.demonstration for one in entries)),
    }
    return render(request, "public/corrections.html", context)


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """The same page of the ledger as JSON."""
    head = log_head()
    try:
        wanted = asked(request.GET)
    except QueryRefusedError as error:
        return refused_data(error)
    return answered(request, lambda: json_response(ledger_document(wanted)), head=head)


def ledger_document(wanted: Asked) -> dict[str, Any]:
    found, following = wanted.read(PER_PAGE)
    query, kinds = wanted.query.canonical, wanted.kinds
    further = None
    if following is not None:
        further = absolute(shown.page_url("public:corrections_document", query, kinds, following))
    return {"count": len(found), "next": further, "corrections": [shown.entry_document(one) for one in found]}


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest corrections as Atom (RFC 4287)."""
    head = log_head()
    try:
        wanted = asked(request.GET)
    except QueryRefusedError as error:
        return refused_data(error)
    return answered(request, lambda: atom(wanted, head), head=head)


def atom(wanted: Asked, head: LogEntry | None) -> HttpResponse:
    found, _following = wanted.read(IN_FEED)
    query, kinds = wanted.query.canonical, wanted.kinds
    channel = feeds.Channel(
        title=_("Attest: corrections to the record"),
        subtitle=_("Every version that puts something right, takes something back or moves an id."),
        page_url=absolute(shown.page_url("public:corrections", query, kinds)),
        feed_url=absolute(shown.page_url("public:corrections_feed", query, kinds)),
        updated=head.appended_at if head else feeds.EMPTY_SINCE,
    )
    return HttpResponse(feeds.atom(channel, [feeds.item(one) for one in found]), content_type=feeds.ATOM)
