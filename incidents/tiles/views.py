"""Tiles of a query, and the TileJSON that says where they are."""

from http import HTTPStatus
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.filters import QueryRefusedError
from incidents.public.answers import answered, json_response
from incidents.public.frame import absolute
from incidents.public.presenting.addresses import address
from incidents.public.views.explorer import understood
from incidents.public.views.map_view import refused
from incidents.rules.grid import MOST_LATITUDE
from incidents.rules.tiling import DEEPEST, is_tile, view_of
from incidents.selectors.record import log_head
from incidents.selectors.vector_tiles import encoded
from incidents.tiles.layers import attribution, described, layers

MVT: Final = "application/vnd.mapbox-vector-tile"
WORLD: Final = [-180, -MOST_LATITUDE, 180, MOST_LATITUDE]


@require_safe
def tile(request: HttpRequest, zoom: int, column: int, row: int) -> HttpResponse:
    """One tile of a query; 204 where there is nothing to draw."""
    if not is_tile(zoom, column, row):
        raise Http404
    head = log_head()
    try:
        query, _page = understood(request.GET, paging=False)
    except QueryRefusedError as error:
        return refused(error)

    def make() -> HttpResponse:
        made = encoded(layers(query, view_of(zoom, column, row)), zoom=zoom, column=column, row=row)
        return HttpResponse(made, content_type=MVT) if made else HttpResponse(status=HTTPStatus.NO_CONTENT)

    return answered(request, make, head=head)


@require_safe
def tilejson(request: HttpRequest) -> HttpResponse:
    """Where the tiles of a query are and what is in them (TileJSON 3.0.0)."""
    head = log_head()
    try:
        query, _page = understood(request.GET, paging=False)
    except QueryRefusedError as error:
        return refused(error)
    document = {
        "tilejson": "3.0.0",
        "name": _("Attest: the record of terrorist incidents"),
        "description": _(
            "What the map of the record shows: incidents where they are few, else their number. Nothing is drawn more "
            "finely than it is known."
        ),
        "attribution": attribution(),
        "version": "1.0.0",
        "scheme": "xyz",
        "tiles": [absolute(address("/tiles/{z}/{x}/{y}.mvt", query.canonical))],
        "minzoom": 0,
        "maxzoom": DEEPEST,
        "bounds": WORLD,
        "vector_layers": described(),
    }
    return answered(request, lambda: json_response(document), head=head)
