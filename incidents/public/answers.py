"""How a public answer leaves the house: cacheable by anybody, the same bytes for everybody."""

import functools
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control

from incidents.models.record import LogEntry

Made = TypeVar("Made", bound=HttpResponseBase)

MAX_AGE: Final = 60
"""Seconds for which a copy may be shown without asking. Short: a withdrawal must not linger in caches."""

JSON: Final = "application/json"
GEOJSON: Final = "application/geo+json"
ENTITY_TAG_CHARACTERS: Final = 32

ROOT: Final = Path(__file__).resolve().parents[2]
PAGES: Final = (
    "templates",
    "incidents/exchange",
    "incidents/public",
    "incidents/presenting",
    "incidents/rules",
    "incidents/tiles",
    "static/css",
    "static/js",
)
SUFFIXES: Final = frozenset({".html", ".py", ".css", ".js"})


def answered(
    request: HttpRequest, make: Callable[[], Made], *, head: LogEntry | None, shown: str = ""
) -> Made | HttpResponse:
    """What ``make`` makes, or 304 where the asker holds it already.

    The entity tag stands for the record's state (``head``, the newest entry of its log), the address, whatever else
    the page shows (``shown``) and the edition of the pages themselves.
    """
    tag = entity_tag(str(head.position if head else ""), request.get_full_path(), shown)
    kept = get_conditional_response(request, etag=tag)
    response = kept or make()
    response.headers["ETag"] = tag
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response


def entity_tag(*parts: str) -> str:
    """A strong entity tag (RFC 9110, section 8.8.3) over the parts and the edition."""
    text = "\n".join((*parts, edition()))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:ENTITY_TAG_CHARACTERS]}"'


def edition() -> str:
    """A hash over what pages are made of, so that a new edition of the software gives its pages new tags."""
    return _hash_of_pages() if settings.DEBUG else _hash_at_start()


@functools.cache
def _hash_at_start() -> str:
    return _hash_of_pages()


def _hash_of_pages() -> str:
    digest = hashlib.sha256()
    for folder in PAGES:
        for path in sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in SUFFIXES):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def json_response(
    document: dict[str, Any], *, content_type: str = JSON, status: int = 200, pretty: bool = True
) -> HttpResponse:
    """A document as JSON that stays the same while what it says does: keys in order, UTF-8, two spaces; without any
    space where it is not ``pretty``, for what only our own pages read.
    """
    spaces: dict[str, Any] = {"indent": 2} if pretty else {"separators": (",", ":")}
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, **spaces)
    return HttpResponse(f"{text}\n", content_type=content_type, status=status)
