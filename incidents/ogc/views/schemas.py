"""What features say, and what they are found by, as JSON Schema."""

from collections.abc import Callable
from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from incidents.ogc import documents
from incidents.ogc.collections import Collection
from incidents.ogc.known import collection_of
from incidents.ogc.links import address, in_form
from incidents.ogc.properties import Property
from incidents.ogc.rendering import Page, SchemaJson
from incidents.ogc.views.base import FormView, log_head


class DescribingView(FormView):
    """A schema, or its table."""

    template = "ogc/properties.html"
    renderer_classes = (SchemaJson, JSONRenderer, Page)

    def told(
        self,
        request: Request,
        collection: Collection,
        make: Callable[[Request, Collection], dict[str, Any]],
        properties: list[Property],
    ) -> HttpResponseBase:
        """The schema that ``make`` makes, or the properties on a page."""
        context = {
            "one": collection,
            "one_url": address(request, "collection", collection.id),
            "properties": properties,
            "finding": make is documents.queryables,
            "data_url": in_form(request, "json"),
        }
        state = [collection.id, make.__name__]
        return self.both(request, log_head(), lambda: make(request, collection), lambda _found: context, state=state)


@extend_schema(exclude=True)
class SchemaView(DescribingView):
    """What each feature says."""

    def get(self, request: Request, collection: str) -> HttpResponseBase:
        """Answer with the schema."""
        found = collection_of(collection)
        return self.told(request, found, documents.schema, [*found.properties.values()])


@extend_schema(exclude=True)
class QueryablesView(DescribingView):
    """What features are found by."""

    def get(self, request: Request, collection: str) -> HttpResponseBase:
        """Answer with the schema."""
        found = collection_of(collection)
        return self.told(request, found, documents.queryables, [*found.queryables.values()])
