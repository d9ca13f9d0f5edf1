"""``/incidents/``: everything that the filters find."""

from typing import Any, ClassVar

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from incidents.api.pages import Asked, Page, read_page
from incidents.api.parameters import (
    COUNTS,
    CURSOR,
    FIELDS,
    FILTER_PARAMETERS,
    FILTERS,
    FORMS,
    HEADERS,
    HXL,
    INCLUDE,
    LIMIT,
    LINK,
)
from incidents.api.reference.responses import FEATURES, LINES, PAGE, REFUSED, TABLE, described
from incidents.api.renderers import CsvRenderer, GeoJSONRenderer, JsonLinesRenderer, LinesResponse
from incidents.api.serializers.additions import GEOMETRY_TOO
from incidents.api.serializers.fields import said
from incidents.api.telling import Telling, Wish
from incidents.api.views.base import ReadView, address
from incidents.exchange.forms import FORMS as FILES
from incidents.rules.moments import spelt_moment
from incidents.selectors.record import log_head
from incidents.selectors.record_downloads import marked


class IncidentsView(ReadView):
    """Published incidents that the filters find, page by page."""

    renderer_classes = (JSONRenderer, GeoJSONRenderer, JsonLinesRenderer, CsvRenderer)
    parameters: ClassVar[frozenset[str]] = FILTERS | {"cursor", "limit", "include", "fields", "hxl"}

    @extend_schema(
        operation_id="list_incidents",
        summary="Find incidents",
        description=(
            "Incidents that the filters find, page by page, each with the values that the record gives. Where a "
            "parameter takes a list, put commas between the values: any of them is enough. Follow `next` until it is "
            "null and you have met every incident once, whatever is published meanwhile. The same as "
            "`/api/v1/incidents.csv`, `.jsonl`, `.geojson` and `.json`: CSV in the columns of the downloads, JSON "
            "Lines with a member of `results` in each line; there the next page is in the Link header alone. Files "
            "without pages are under `/downloads/`."
        ),
        tags=["Incidents"],
        parameters=[*FILTER_PARAMETERS, LIMIT, CURSOR, FIELDS, INCLUDE, HXL, FORMS, *HEADERS, LINK, *COUNTS],
        responses=described({**PAGE, **FEATURES, **LINES, **TABLE, **REFUSED}),
    )
    def get(self, request: Request, **_form: str) -> HttpResponseBase:
        """Answer with one page."""
        head, form = log_head(), str(request.accepted_renderer.format)
        wish = Wish.read(request.query_params, self.known, form)
        asked = Asked.read(request.query_params, self.known, head, wish.most)
        state: list[object] = [head.position + 1 if head else 0, head.chain_hash if head else ""]
        if form == CsvRenderer.format:
            state.append(marked(asked.pinned))  # its rows say whether changes are under review
        return self.answer(request, state, lambda: self.page(request, asked, wish))

    def page(self, request: Request, asked: Asked, wish: Wish) -> Response:
        """One page, in the form that was asked for."""
        form = request.accepted_renderer.format
        found = read_page(asked, geometry=form == GeoJSONRenderer.format or GEOMETRY_TOO in wish.include)
        about = {
            "count": found.count,
            "count_is": "exact" if found.exact else "at_least",
            "as_of": said(asked.moment) if asked.moment else None,
            "next": following(request, found),
        }
        moment = asked.query.as_of
        question = f"?as_of={spelt_moment(moment)}" if moment else ""
        told = Telling(wish=wish, base=address(request, "incidents"), as_of=moment, question=question)
        body: Any
        match form:
            case CsvRenderer.format:
                return Response(told.table(found.rows), headers=headers(about), content_type=FILES["csv"].media_type)
            case JsonLinesRenderer.format:
                return LinesResponse(told.members(found.rows), headers=headers(about))
            case GeoJSONRenderer.format:
                body = {"type": "FeatureCollection", **about, "features": told.features(found.rows)}
            case _:
                body = {**about, "results": told.members(found.rows)}
        return Response(body, headers=headers(about))


def following(request: Request, found: Page) -> str | None:
    """The address of the next page, in the same form."""
    if found.next is None:
        return None
    params = request.query_params.copy()
    params["cursor"] = str(found.next)
    return f"{request.build_absolute_uri(request.path)}?{params.urlencode()}"


def headers(about: dict[str, Any]) -> dict[str, str]:
    """What a page says of itself, for forms that have no place for it, and for HEAD."""
    found = {"Attest-Count": str(about["count"]), "Attest-Count-Is": about["count_is"], "Attest-As-Of": about["as_of"]}
    link = {"Link": f'<{about["next"]}>; rel="next"'} if about["next"] else {}
    return {name: value for name, value in found.items() if value} | link
