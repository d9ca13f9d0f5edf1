"""How writing describes itself, to programs and to people."""

import hashlib
import json

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from incidents.api.views.base import ReadView
from incidents.drafting.reference.document import writing
from incidents.drafting.reference.page import reference
from incidents.presenting.frame import frame
from incidents.selectors.record import log_head, shows_demonstration


class WritingOpenApiView(ReadView):
    """The OpenAPI document."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with the document."""
        found = writing()
        digest = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()
        return self.answer(request, ["writing", digest], lambda: found)


@require_safe
@cache_control(public=True, max_age=60)
def documentation(request: HttpRequest) -> HttpResponse:
    """The reference page."""
    origin = request.build_absolute_uri("/").rstrip("/")
    framed = frame(log_head(), demonstration=shows_demonstration(), section="api")
    return render(request, "drafting/documentation.html", {**framed, **reference(origin)})
