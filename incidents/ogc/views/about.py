"""The way in: landing page, definition of the API, conformance, collections."""

from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from incidents.ogc import documents
from incidents.ogc.known import COLLECTIONS, collection_of
from incidents.ogc.links import address, in_form
from incidents.ogc.openapi import openapi, operations
from incidents.ogc.rendering import OpenApiJson, Page
from incidents.ogc.views.base import Context, FormView, log_head, named


@extend_schema(exclude=True)
class LandingView(FormView):
    """The way in."""

    template = "ogc/landing.html"

    def get(self, request: Request) -> HttpResponseBase:
        """Answer with links."""
        head = log_head()
        return self.both(request, head, lambda: documents.landing(request), lambda found: self.words(request, found))

    def words(self, request: Request, document: documents.Document) -> Context:
        """The page says how to begin."""
        return {
            "document": document,
            "root": address(request, "landing"),
            "collections": [(one, address(request, "collection", one.id)) for one in COLLECTIONS.values()],
            "data_url": in_form(request, "json"),
        }


@extend_schema(exclude=True)
class ApiView(FormView):
    """The definition of the API (OpenAPI 3.0)."""

    template = "ogc/api.html"
    renderer_classes = (OpenApiJson, JSONRenderer, Page)

    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the document."""
        server = address(request, "landing").rstrip("/")

        def words(document: dict[str, Any]) -> Context:
            return {"operations": operations(document), "server": server, "data_url": in_form(request, "json")}

        return self.both(request, log_head(), lambda: openapi(server), words)


@extend_schema(exclude=True)
class ConformanceView(FormView):
    """What of the standards holds here."""

    template = "ogc/conformance.html"

    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the classes."""
        data = {"data_url": in_form(request, "json")}
        found = documents.conformance(request)
        return self.both(request, log_head(), lambda: found, lambda one: {"classes": one["conformsTo"], **data})


@extend_schema(exclude=True)
class CollectionsView(FormView):
    """All collections."""

    template = "ogc/collections.html"

    def get(self, request: Request) -> HttpResponseBase:
        """Answer with what each says of itself."""
        head = log_head()

        def words(found: documents.Document) -> Context:
            named_ = [(one, address(request, "collection", one["id"])) for one in found["collections"]]
            return {"collections": named_, "data_url": in_form(request, "json")}

        return self.both(request, head, lambda: documents.collections(request, named(head)), words)


@extend_schema(exclude=True)
class CollectionView(FormView):
    """One of them."""

    template = "ogc/collection.html"

    def get(self, request: Request, collection: str) -> HttpResponseBase:
        """Answer with what it says of itself."""
        found, head = collection_of(collection), log_head()
        data = {"one": found, "data_url": in_form(request, "json"), "properties": found.properties.values()}
        return self.both(
            request,
            head,
            lambda: documents.one_collection(request, found, named(head)),
            lambda document: {**data, "document": document},
            state=[collection],
        )
