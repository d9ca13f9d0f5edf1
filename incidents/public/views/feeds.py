"""A query to subscribe to: what was published, put right and taken back of the incidents that it finds."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import Query, QueryRefusedError
from incidents.models.record import LogEntry
from incidents.presenting.said import said
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute
from incidents.public.presenting import feeds
from incidents.public.presenting.addresses import address
from incidents.public.refusing import refused_data
from incidents.public.views.explorer import understood
from incidents.selectors.record import log_head
from incidents.selectors.record_ledger import published, rows_of

MOST: Final = 100


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """The newest versions of matching incidents as Atom with GeoRSS."""

    def made(query: Query, head: LogEntry | None) -> HttpResponse:
        channel = channel_of(query, head, "public:incidents_feed")
        return HttpResponse(feeds.atom(channel, items(query)), content_type=feeds.ATOM)

    return fed(request, made)


@require_safe
def json(request: HttpRequest) -> HttpResponse:
    """The same as JSON Feed."""

    def made(query: Query, head: LogEntry | None) -> HttpResponse:
        channel = channel_of(query, head, "public:incidents_json_feed")
        return json_response(feeds.json_feed(channel, items(query)), content_type=feeds.JSON_FEED)

    return fed(request, made)


def fed(request: HttpRequest, made: Callable[[Query, LogEntry | None], HttpResponse]) -> HttpResponse:
    head = log_head()
    try:
        query, _page = understood(request.GET, paging=False)
    except QueryRefusedError as error:
        return refused_data(error)
    return answered(request, lambda: made(query, head), head=head)


def channel_of(query: Query, head: LogEntry | None, name: str) -> feeds.Channel:
    """The feed of a query, named by its sentence."""
    told = said(query)
    subtitle = _("What was published, corrected and withdrawn of these incidents, newest in the record first.")
    if told.totals.demonstration:
        subtitle = _("Demonstration data, not for citation. %(subtitle)s") % {"subtitle": subtitle}
    return feeds.Channel(
        title=_("Attest: %(sentence)s") % {"sentence": told.sentence},
        subtitle=subtitle,
        page_url=absolute(address("/", query.canonical)),
        feed_url=absolute(address(reverse(name), query.canonical)),
        updated=head.appended_at if head else feeds.EMPTY_SINCE,
    )


def items(query: Query) -> list[feeds.Item]:
    """At most ``MOST`` entries, newest in the record first, whatever order the query asks of a list."""
    found = published(query, number=MOST)
    rows = rows_of([one.version for one in found], tolerance=feeds.TOLERANCE)
    return [feeds.item(one, rows.get(one.version.pk)) for one in found]
