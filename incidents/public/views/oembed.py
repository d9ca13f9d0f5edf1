"""How to embed one of our pages, for programs that are given its address (oEmbed 1.0)."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import ResolverMatch, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import QueryRefusedError
from incidents.presenting.said import said
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute
from incidents.public.listing import asked_moment
from incidents.public.presenting import embedding as shown
from incidents.public.problems import QuestionRefusedError, whole_number
from incidents.public.views.explorer import understood
from incidents.public.views.incident import NotYetError, existing
from incidents.public.views.permalinks import kept
from incidents.selectors.record import log_head

CACHE_SECONDS: Final = 86_400
INCIDENT_HEIGHT: Final = 560
SIZES: Final = ("maxwidth", "maxheight")


@dataclass(frozen=True)
class Embeddable:
    """A page of ours that can be embedded: its embedded page, how high that likes to be, and what it is called, which
    is asked of the record only where somebody wants to know.
    """

    path: str
    height: int
    title: Callable[[], str]


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Title, size and HTML. Parameters that are not oEmbed's are let pass: consumers send some of their own."""
    if request.GET.get("format", "json") != "json":
        return problem(HTTPStatus.NOT_IMPLEMENTED, _("Only json can be had."))
    try:
        most = {name: whole_number({name: str(request.GET[name])}, name) for name in SIZES if name in request.GET}
    except QuestionRefusedError as error:
        return problem(HTTPStatus.BAD_REQUEST, str(error))
    url = request.GET.get("url")
    if not url:
        return problem(HTTPStatus.BAD_REQUEST, _("“%(name)s” is missing.") % {"name": "url"})
    try:
        found = embeddable_at(url)
    except (Http404, QueryRefusedError, NotYetError):
        return problem(HTTPStatus.NOT_FOUND, _("This is not the address of incidents in this record."))
    return open_to_pages(answered(request, lambda: described(found, most), head=log_head()))


def problem(status: HTTPStatus, sentence: str) -> HttpResponse:
    return open_to_pages(json_response({"error": status.phrase, "detail": sentence}, status=status))


def open_to_pages(response: HttpResponse) -> HttpResponse:
    """Let pages of any origin read it: editors in a browser ask for themselves."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def embeddable_at(url: str) -> Embeddable:
    """What stands at an address.

    Raises:
        Http404: nothing of ours that can be embedded.
        QueryRefusedError, NotYetError: its question has no answer.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Http404 from None
    if parts.scheme not in {"http", "https"} or parts.netloc != urlsplit(settings.ATTEST_BASE_URL).netloc:
        raise Http404
    match = resolve(parts.path or "/")
    return at(match, QueryDict(parts.query))


def at(match: ResolverMatch, params: QueryDict) -> Embeddable:
    if match.view_name == "public:incident":
        return of_incident(match.kwargs["public_id"], params)
    if match.view_name == "public:permalink":
        params = QueryDict(kept(match.kwargs["code"]).query)
    elif match.view_name != "public:explorer":
        raise Http404
    query, _page = understood(params)
    path = shown.embed_address(reverse("public:embed"), query.canonical, {})
    return Embeddable(path, shown.HEIGHT, lambda: said(query).sentence)


def of_incident(public_id: str, params: QueryDict) -> Embeddable:
    found = existing(public_id, asked_moment(params))
    if found.tombstone:
        raise Http404
    path = shown.embed_address(reverse("public:embed_incident", args=[public_id]), params.urlencode(safe=":"), {})
    return Embeddable(path, INCIDENT_HEIGHT, lambda: found.row.title)


def described(found: Embeddable, most: dict[str, int]) -> HttpResponse:
    width = min(shown.WIDTH, most.get("maxwidth", shown.WIDTH))
    height = min(found.height, most.get("maxheight", found.height))
    title = found.title()
    document: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Attest",
        "provider_url": absolute("/"),
        "cache_age": CACHE_SECONDS,
        "html": shown.snippet(found.path, title=_("Attest: %(title)s") % {"title": title}, width=width, height=height),
        "width": width,
        "height": height,
    }
    return json_response(document)
