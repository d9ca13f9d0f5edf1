"""Which part of the map a vector tile is.

Source: OGC Two Dimensional Tile Matrix Set 17-083r4, WebMercatorQuad.
"""

from typing import Final

from incidents.rules.grid import FINEST, middle_of
from incidents.rules.view import View

DEEPEST: Final = 14
"""The closest zoom that tiles are made for; programs enlarge these further. Its squares are about 300 metres wide."""


def is_tile(zoom: int, column: int, row: int) -> bool:
    """Whether there is such a tile."""
    return zoom <= DEEPEST and max(column, row) < 1 << zoom


def view_of(zoom: int, column: int, row: int) -> View:
    """What a tile shows: the finest squares that are its own, so that no incident is in two tiles that touch.

    Vector tiles are drawn 512 pixels wide, as wide as two of the 256 that a view counts in: hence one zoom closer.
    """
    side = 1 << (FINEST - zoom)
    west, north = middle_of(column * side, row * side, FINEST)
    east, south = middle_of((column + 1) * side - 1, (row + 1) * side - 1, FINEST)
    return View(west=west, south=south, east=east, north=north, zoom=zoom + 1)
