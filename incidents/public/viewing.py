"""The part of the map that is looked at, as a query string says it: two parameters that are no filters."""

from typing import Final

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from incidents.filters import QueryRefusedError
from incidents.filters.places import read_box
from incidents.rules.view import MOST_ZOOM, WORLD, View

VIEW: Final = frozenset({"view", "zoom"})
LONGEST: Final = 2


def asked_view(params: QueryDict) -> tuple[QueryDict, View]:
    """The query without the view, and the view: the world where none is given.

    Raises:
        QueryRefusedError: the view is no box, or the zoom no whole number from 0 to 20.
    """
    rest = params.copy()
    view, zoom = rest.get("view", ""), rest.get("zoom", "")
    for name in VIEW:
        rest.pop(name, None)
    edges = _edges(view) if view else (WORLD.west, WORLD.south, WORLD.east, WORLD.north)
    west, south, east, north = edges
    return rest, View(west=west, south=south, east=east, north=north, zoom=_zoom(zoom) if zoom else WORLD.zoom)


def _edges(text: str) -> tuple[float, float, float, float]:
    try:
        read_box(text)
    except ValidationError as error:
        raise QueryRefusedError({"view": list(error.messages)}) from error
    west, south, east, north = (float(part) for part in text.split(","))
    return west, south, east, north


def _zoom(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST else MOST_ZOOM + 1
    if number > MOST_ZOOM:
        raise QueryRefusedError({"zoom": [_("Give a whole number from 0 to %(most)s.") % {"most": MOST_ZOOM}]})
    return number
