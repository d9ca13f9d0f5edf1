"""How the API describes itself, to programs and to people."""

import hashlib
import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from incidents.api.reference.document import openapi
from incidents.api.reference.guides import guides, page_of
from incidents.api.reference.page import reference
from incidents.api.views.base import ReadView
from incidents.presenting.frame import frame
from incidents.selectors.record import log_head, shows_demonstration


class OpenApiView(ReadView):
    """The OpenAPI document."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the document."""
        found = openapi()
        digest = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()
        return self.answer(request, ["openapi", digest], lambda: found)


@require_safe
@cache_control(public=True, max_age=60)
def documentation(request: HttpRequest) -> HttpResponse:
    """The reference page."""
    return _page(request, "api/documentation.html", reference(_origin(request)))


@require_safe
@cache_control(public=True, max_age=60)
def all_guides(request: HttpRequest) -> HttpResponse:
    """Every guide, with what it is about."""
    return _page(request, "api/guides.html", {"guides": guides().values()})


@require_safe
@cache_control(public=True, max_age=60)
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """One guide, with our address in its samples."""
    found = guides().get(slug)
    if found is None:
        raise Http404
    body = page_of(slug, _origin(request))
    return _page(request, "api/guide.html", {"guide": found, "body": body, "guides": guides().values()})


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    framed = frame(log_head(), demonstration=shows_demonstration(), section="api")
    return render(request, template, {**framed, **context})


def _origin(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
