"""The page that makes the words which put the record into another page, and shows how that looks."""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import Query, QueryRefusedError
from incidents.models.record import LogEntry
from incidents.presenting.said import said
from incidents.public.answers import answered
from incidents.public.frame import absolute, frame
from incidents.public.presenting import embedding as shown
from incidents.public.presenting.addresses import address, incident_address
from incidents.public.refusing import refused_page
from incidents.public.views.embed import Look, looked
from incidents.public.views.explorer import understood
from incidents.public.views.incident import existing
from incidents.selectors.record import Published, log_head

LONGEST_NUMBER: Final = 4


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What is embedded: its embedded page, its query string, its title, and the page that it stands for.

    ``incident`` is the permanent id of a single one.
    """

    path: str
    query: str
    title: str
    page: str
    demonstration: bool
    incident: str = ""


@csp_update({"frame-src": [SELF]})  # the page shows itself how the embedded one will look
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Choose how it looks, copy the words; for the query asked for or, with ``incident``, for one incident."""
    head = log_head()
    try:
        look = looked(request.GET)
        height = height_of(str(look.rest.pop("height", [""])[-1]))
        wanted = asked_of(look)
    except QueryRefusedError as error:
        return refused_page(request, error, head, url_words=_("Embed all incidents"))
    return answered(request, lambda: built(request, subject_of(wanted), look, height, head), head=head)


def height_of(text: str) -> int:
    """The height in pixels.

    Raises:
        QueryRefusedError: it is no number, or one that nobody could read in.
    """
    if not text:
        return shown.HEIGHT
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else 0
    if not shown.LEAST_HEIGHT <= number <= shown.MOST_HEIGHT:
        bounds = {"least": shown.LEAST_HEIGHT, "most": shown.MOST_HEIGHT}
        raise QueryRefusedError({"height": [_("Give a whole number from %(least)s to %(most)s.") % bounds]})
    return number


def asked_of(look: Look) -> Query | Published:
    """What is to be embedded.

    Raises:
        QueryRefusedError: the query cannot be answered.
        Http404: there is no such incident.
    """
    public_id = str(look.rest.pop("incident", [""])[-1])
    if not public_id:
        return understood(look.rest, paging=False)[0]
    if look.rest:
        raise QueryRefusedError({name: [_("Not together with an incident.")] for name in look.rest})
    found = existing(public_id)
    if found.tombstone:
        raise Http404
    return found


def subject_of(wanted: Query | Published) -> Subject:
    """A query or an incident with its title and its addresses."""
    if isinstance(wanted, Published):
        public_id = wanted.row.public_id
        return Subject(
            path=reverse("public:embed_incident", args=[public_id]),
            query="",
            title=wanted.row.title,
            page=incident_address(public_id, None),
            demonstration=wanted.row.demonstration,
            incident=public_id,
        )
    told = said(wanted)
    return Subject(
        path=reverse("public:embed"),
        query=wanted.canonical,
        title=told.sentence,
        page=address("/", wanted.canonical),
        demonstration=told.totals.demonstration > 0,
    )


def built(request: HttpRequest, subject: Subject, look: Look, height: int, head: LogEntry | None) -> HttpResponse:
    options = {"theme": look.theme} if subject.incident else look.options
    path = shown.embed_address(subject.path, subject.query, options)
    title = _("Attest: %(title)s") % {"title": subject.title}
    context: dict[str, Any] = {
        "title": subject.title,
        "url": subject.page,
        "views": [] if subject.incident else shown.choices(shown.VIEWS, look.view),
        "themes": shown.choices(shown.THEMES, look.theme),
        "height": height,
        "least": shown.LEAST_HEIGHT,
        "most": shown.MOST_HEIGHT,
        "hidden": [("incident", subject.incident)] if subject.incident else parse_qsl(subject.query),
        "preview": path,
        "base": absolute(""),
        "path": address(subject.path, subject.query),
        "snippet": shown.snippet(path, title=title, height=height),
        "frame_title": title,
        **frame(head, demonstration=subject.demonstration, section="explorer"),
    }
    return render(request, "public/embed_builder.html", context)
