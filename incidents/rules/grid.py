"""Squares of the web mercator map, for counting what a view cannot show one by one.

Source: OGC Two Dimensional Tile Matrix Set 17-083r4, WebMercatorQuad. A position is kept once as the square of the
finest level; the square that it lies in at a coarser level is a shift away.
"""

import math
from typing import Final

FINEST: Final = 20
"""Squares of about 38 metres at the equator: finer than any position that is published."""

SIDE: Final = 1 << FINEST
MOST_LATITUDE: Final = 85.0511287798066
FULL_CIRCLE: Final = 360.0


def square_of(longitude: float, latitude: float) -> tuple[int, int]:
    """Column and row, from the north-western corner, of the square of the finest level that holds a position."""
    sine = math.sin(math.radians(max(-MOST_LATITUDE, min(MOST_LATITUDE, latitude))))
    across = (longitude + FULL_CIRCLE / 2) / FULL_CIRCLE
    down = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return _within(across), _within(down)


def _within(part: float) -> int:
    return min(SIDE - 1, max(0, math.floor(part * SIDE)))


def middle_of(column: float, row: float, level: int) -> tuple[float, float]:
    """Longitude and latitude of the middle of a square of a level, in WGS 84 degrees."""
    side = 1 << level
    longitude = (column + 0.5) / side * FULL_CIRCLE - FULL_CIRCLE / 2
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * (row + 0.5) / side))))
    return longitude, latitude
