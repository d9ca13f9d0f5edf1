"""Links, as the standards call what they lead to."""

from collections.abc import Iterator
from typing import Any, Final

from django.urls import reverse
from rest_framework.request import Request

from incidents.ogc.parameters import FORM
from incidents.presenting.frame import LICENCE_NAME, LICENCE_URL

JSON: Final = "application/json"
GEOJSON: Final = "application/geo+json"
HTML: Final = "text/html"
SCHEMA: Final = "application/schema+json"
OPENAPI: Final = "application/vnd.oai.openapi+json;version=3.0"
QUERYABLES: Final = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
WORDS: Final = {JSON: "JSON", GEOJSON: "GeoJSON", SCHEMA: "JSON Schema", OPENAPI: "OpenAPI 3.0", HTML: "a page"}

Link = dict[str, Any]


def address(request: Request, name: str, *names: str) -> str:
    """The full address of a view here."""
    return request.build_absolute_uri(reverse(f"ogc:{name}", args=names))


def link(href: str, rel: str, media_type: str, title: str) -> Link:
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def in_form(request: Request, form: str) -> str:
    """The address that was asked for, in one form."""
    params = request.query_params.copy()
    params[FORM] = form
    return request.build_absolute_uri(f"{request.path}?{params.urlencode()}")


def themselves(request: Request, media_type: str) -> Iterator[Link]:
    """The answer itself, and the same for the other kind of reader."""
    as_page = request.accepted_renderer.format == "html"
    data = link(in_form(request, "json"), "self", media_type, f"This as {WORDS[media_type]}")
    page = link(in_form(request, "html"), "alternate", HTML, "This as a page")
    if as_page:
        data["rel"], page["rel"] = "alternate", "self"
    yield from sorted((data, page), key=lambda one: one["rel"], reverse=True)


def licence() -> Link:
    return link(LICENCE_URL, "license", HTML, LICENCE_NAME)
