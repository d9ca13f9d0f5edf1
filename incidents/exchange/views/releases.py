"""What is answered under /releases/: what was released, and its files for ever."""

from http import HTTPStatus
from typing import Final

from django.core.files.storage import storages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.exchange.releasing import shown
from incidents.exchange.views.files import as_attachment
from incidents.exchange.views.ranges import ranged
from incidents.models.record import Release, ReleaseFile
from incidents.public.answers import answered
from incidents.public.frame import absolute, frame
from incidents.public.presenting import feeds
from incidents.rules.releases import STORAGE, stored_name
from incidents.selectors.record import log_head
from incidents.selectors.record_releases import file_of, files_of, release_of, releases, taken_back

A_YEAR: Final = 365 * 24 * 60 * 60


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every release, the newest first."""
    head, found = log_head(), releases()

    def make() -> HttpResponse:
        context = {
            "releases": [shown.row(one) for one in found],
            "canonical_url": absolute(reverse("releases:index")),
            **frame(head, demonstration=any(one.demonstration for one in found), section="releases"),
        }
        return render(request, "exchange/releases.html", context)

    return answered(request, make, head=head, shown=tag_of(found))


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The releases as Atom (RFC 4287)."""
    found = releases()

    def make() -> HttpResponse:
        channel = feeds.Channel(
            title=_("Attest: releases"),
            subtitle=_("The record, frozen under a name."),
            page_url=absolute(reverse("releases:index")),
            feed_url=absolute(reverse("releases:feed")),
            updated=found[0].released_at if found else feeds.EMPTY_SINCE,
        )
        return HttpResponse(feeds.atom(channel, [shown.entry(one) for one in found]), content_type=feeds.ATOM)

    return answered(request, make, head=None, shown=tag_of(found))


@require_safe
def page(request: HttpRequest, tag: str) -> HttpResponse:
    """What is in a release, what changed, how to cite it, how to check it."""
    head, found = log_head(), existing(tag)

    def make() -> HttpResponse:
        context = {
            "page": shown.release_page(found, files_of(found), taken_back(found.cut_off)),
            **frame(head, demonstration=found.demonstration, section="releases"),
        }
        return render(request, "exchange/release.html", context)

    return answered(request, make, head=head, shown=tag)


@require_safe
def file(request: HttpRequest, tag: str, name: str) -> HttpResponseBase:
    """A file or a part of it. It never changes, and its SHA-256 is its entity tag."""
    found = file_of(tag, name)
    if found is None:
        raise Http404
    etag = f'"{found.sha256}"'
    response = get_conditional_response(request, etag=etag) or sent(request, found, stored_name(tag, name), etag)
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    unchanged = response.status_code == HTTPStatus.NOT_MODIFIED
    return response if unchanged else as_attachment(response, name.rpartition("/")[2])


def sent(request: HttpRequest, found: ReleaseFile, stored: str, tag: str) -> HttpResponseBase:
    """The bytes that are asked for, from where they are kept.

    Raises:
        Http404: they are there no longer.
    """
    try:
        kept = storages[STORAGE].open(stored)
    except FileNotFoundError as error:
        raise Http404 from error
    return ranged(request, kept, size=found.byte_size, tag=tag, media_type=found.media_type)


def existing(tag: str) -> Release:
    """The release of a tag.

    Raises:
        Http404: there is none.
    """
    found = release_of(tag)
    if found is None:
        raise Http404
    return found


def tag_of(found: list[Release]) -> str:
    """What a page's tag knows all releases by: the newest."""
    return found[0].tag if found else ""
