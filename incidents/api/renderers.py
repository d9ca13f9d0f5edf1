"""How an answer is written, and how a reader says which way they want it."""

from collections.abc import Iterable, Mapping
from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.api.parameters import FORMAT
from incidents.api.problems import ParametersRefusedError, Wrong


class GeoJSONRenderer(JSONRenderer):
    """GeoJSON (RFC 7946). The view hands over features; this only names the media type."""

    media_type = "application/geo+json"
    format = "geojson"


class JsonLinesRenderer(JSONRenderer):
    """JSON Lines (https://jsonlines.org): the view hands over a list, of which each member is a line."""

    media_type = "application/jsonl"
    format = "jsonl"

    def render(
        self, data: Any, accepted_media_type: str | None = None, renderer_context: Mapping[str, Any] | None = None
    ) -> bytes:
        """Return the lines."""
        written = super().render
        return b"".join(written(one, accepted_media_type, renderer_context) + b"\n" for one in data)


class LinesResponse(Response):
    """An answer that says what it is though there be no line in it, where Django REST framework says nothing."""

    @property
    def rendered_content(self) -> Any:
        """What is written."""
        written = super().rendered_content
        self.headers["Content-Type"] = self.accepted_renderer.media_type
        return written


class CsvRenderer(BaseRenderer):
    """CSV (RFC 4180). The view hands over the bytes; this only names the media type."""

    media_type = "text/csv"
    format = "csv"

    def render(self, data: Any, *_how: Any, **_also: Any) -> bytes:
        """Return the bytes."""
        return bytes(data)


class StixRenderer(JSONRenderer):
    """A bundle of STIX 2.1, under the media type that its specification registers."""

    media_type = "application/stix+json;version=2.1"
    format = "stix"


class FormatNegotiation(DefaultContentNegotiation):
    """The ``format`` parameter before the Accept header, and a sentence for a format that we do not write."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer and its media type: what the address names is written whatever the header accepts."""
        chosen = format_suffix or request.query_params.get(FORMAT)
        if not chosen:
            return super().select_renderer(request, renderers, format_suffix)
        renderer = self.filter_renderers(renderers, chosen)[0]
        return renderer, renderer.media_type

    def filter_renderers(self, renderers: Iterable[BaseRenderer], format: str) -> list[BaseRenderer]:  # noqa: A002
        """Return the renderers of a format.

        Raises:
            ParametersRefusedError: there is none.
        """
        found = {str(renderer.format): renderer for renderer in renderers}
        if format not in found:
            wrong = Wrong("format", "There is no such format here.", tuple(found))
            raise ParametersRefusedError([wrong], ["format"])
        return [found[format]]
