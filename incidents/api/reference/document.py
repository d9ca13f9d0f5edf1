"""The OpenAPI document of the API, made once in a process: nothing in it depends on who asks, or on the record."""

import functools
import json
from typing import Any

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer


@functools.cache
def openapi() -> dict[str, Any]:
    """The document (OpenAPI 3.1) in plain values. Do not change it."""
    with translation.override("en"):
        schema = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
        return dict(json.loads(OpenApiJsonRenderer().render(schema)))
