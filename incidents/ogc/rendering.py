"""In which form an answer goes out, and how a reader says so: ``f`` before the Accept header."""

from collections.abc import Iterable
from typing import Any, Final

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

from incidents.api.problems import ParametersRefusedError, Wrong
from incidents.ogc.links import GEOJSON, HTML, OPENAPI, SCHEMA
from incidents.ogc.parameters import FORM

ANYTHING: Final = "*/*"


class GeoJson(JSONRenderer):
    """Features (RFC 7946)."""

    media_type = GEOJSON


class SchemaJson(JSONRenderer):
    """JSON Schema."""

    media_type = SCHEMA


class OpenApiJson(JSONRenderer):
    """An OpenAPI document."""

    media_type = OPENAPI


class Page(BaseRenderer):
    """A page for people. The view hands over a response that is written already; this only names the form."""

    media_type = HTML
    format = "html"


class Negotiation(DefaultContentNegotiation):
    """The ``f`` parameter before the Accept header."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer that is asked for.

        Raises:
            ParametersRefusedError: there is no such form.
            NotAcceptable: no form here is one that the reader takes.
        """
        asked, renderers = request.query_params.get(FORM), list(renderers)
        if asked is None and request.headers.get("Accept", ANYTHING) == ANYTHING:
            return renderers[0], renderers[0].media_type  # one with a version in its name would be passed over
        if asked is None:
            found: tuple[BaseRenderer, str] = super().select_renderer(request, renderers, format_suffix)
            return found
        forms: dict[str, Any] = {}
        for renderer in renderers:
            forms.setdefault(str(renderer.format), renderer)
        if asked not in forms:
            raise ParametersRefusedError([Wrong(FORM, "There is no such form here.", tuple(forms))], [FORM])
        return forms[asked], forms[asked].media_type
