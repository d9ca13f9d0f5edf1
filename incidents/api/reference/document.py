"""The OpenAPI document of the API, made once in a process: nothing in it depends on who asks, or on the record."""

import functools
import json
from typing import Any

from django.urls import URLResolver
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer

from incidents.api.middleware import DRAFTS


@functools.cache
def openapi() -> dict[str, Any]:
    """The document (OpenAPI 3.1) in plain values. Do not change it."""
    return document_of()


def document_of(*addresses: URLResolver) -> dict[str, Any]:
    """The document of some addresses, or of all that are open to everybody."""
    with translation.override("en"):
        generator: Any = SchemaGenerator(patterns=list(addresses) or None)  # type: ignore[no-untyped-call]
        schema = generator.get_schema(request=None, public=True)
        return dict(json.loads(OpenApiJsonRenderer().render(schema)))


def without_drafts(endpoints: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """What stands in the document of reading: writing has one of its own (``incidents.drafting.reference``)."""
    return [one for one in endpoints if not one[0].startswith(DRAFTS)] or endpoints
