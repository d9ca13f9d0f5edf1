"""How an answer is written, and how a reader says which way they want it."""

from collections.abc import Iterable

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer

from incidents.api.problems import ParametersRefusedError, Wrong


class GeoJSONRenderer(JSONRenderer):
    """GeoJSON (RFC 7946). The view hands over features; this only names the media type."""

    media_type = "application/geo+json"
    format = "geojson"


class FormatNegotiation(DefaultContentNegotiation):
    """The ``format`` parameter before the Accept header, and a sentence for a format that we do not write."""

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
