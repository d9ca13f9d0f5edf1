"""``/incidents/``: everything that the filters find."""

from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.api.pages import Asked, Page, read_page
from incidents.api.parameters import (
    CURSOR,
    FILTER_PARAMETERS,
    FILTERS,
    GEO,
    HEADERS,
    INCLUDE,
    LIMIT,
    LINK,
    read_include,
)
from incidents.api.reference.responses import FEATURES, PAGE, REFUSED, described
from incidents.api.renderers import GeoJSONRenderer
from incidents.api.serializers.fields import said
from incidents.api.serializers.rows import FeatureSerializer, IncidentRowSerializer
from incidents.api.views.base import ReadView, address
from incidents.presenting.provenance import provenance
from incidents.rules.moments import spelt_moment
from incidents.selectors.record import log_head, versions_behind


class IncidentsView(ReadView):
    """Published incidents that the filters find, page by page."""

    renderer_classes = (JSONRenderer, GeoJSONRenderer)
    parameters: ClassVar[frozenset[str]] = FILTERS | {"cursor", "limit", "include"}

    @extend_schema(
        operation_id="list_incidents",
        summary="Find incidents",
        description=(
            "Incidents that the filters find, page by page, each with the values that the record gives. Where a "
            "parameter takes a list, put commas between the values: any of them is enough. Follow `next` until it is "
            "null and you have met every incident once, whatever is published meanwhile."
        ),
        tags=["Incidents"],
        parameters=[*FILTER_PARAMETERS, LIMIT, CURSOR, INCLUDE, GEO, *HEADERS, LINK],
        responses=described({**PAGE, **FEATURES, **REFUSED}),
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Answer with one page."""
        head = log_head()
        asked = Asked.read(request.query_params, self.known, head)
        state = [head.position + 1 if head else 0, head.chain_hash if head else ""]
        return linked(self.answer(request, state, lambda: self.page(request, asked)))

    def page(self, request: Request, asked: Asked) -> dict[str, Any]:
        """The members of one page."""
        features = request.accepted_renderer.format == GeoJSONRenderer.format
        found = read_page(asked, geometry=features)
        about = {
            "count": found.count,
            "count_is": "exact" if found.exact else "at_least",
            "as_of": said(asked.moment) if asked.moment else None,
            "next": self.following(request, found),
        }
        moment = asked.query.as_of
        question = f"?as_of={spelt_moment(moment)}" if moment else ""
        context = {"base": address(request, "incidents"), "question": question}
        if features:
            feature = FeatureSerializer(context=context).to_representation
            return {"type": "FeatureCollection", **about, "features": [feature(row) for row in found.rows]}
        incident = IncidentRowSerializer(context=context).to_representation
        results = [incident(row) for row in found.rows]
        if read_include(request.query_params, self.known):
            behind = versions_behind([row.pk for row in found.rows])
            pairs = [(one, behind[row.pk]) for one, row in zip(results, found.rows, strict=True)]
            results = [{**one, "provenance": provenance(of.content, of.reviewer_roles)} for one, of in pairs]
        return {**about, "results": results}

    def following(self, request: Request, found: Page) -> str | None:
        """The address of the next page."""
        if found.next is None:
            return None
        params = request.query_params.copy()
        params["cursor"] = str(found.next)
        return f"{address(request, 'incidents')}?{params.urlencode()}"


def linked(response: HttpResponseBase) -> HttpResponseBase:
    """The answer with the next page in the Link header too."""
    following = response.data["next"] if isinstance(response, Response) else None
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response
