"""What a map shows at a moment: its edges and how close it is. A view is no filter; it says which part is looked at."""

from dataclasses import dataclass
from math import ceil, log10
from typing import Final

from incidents.rules.grid import FINEST, square_of

MOST_ZOOM: Final = 20
SQUARES_A_TILE: Final = 2
"""Times that a tile of 256 pixels is halved for a square of 64."""

PIXELS: Final = 256
FULL_CIRCLE: Final = 360.0
DECIMALS: Final = 5
"""Of a degree: about a metre."""


@dataclass(frozen=True, kw_only=True)
class View:
    """Edges in WGS 84 degrees, with west above east where it crosses the antimeridian, and the zoom of web mercator."""

    west: float = -180.0
    south: float = -90.0
    east: float = 180.0
    north: float = 90.0
    zoom: int = 2

    @property
    def halves(self) -> tuple[tuple[float, float, float, float], ...]:
        """The boxes that it is made of, west, south, east, north: two where it crosses the antimeridian."""
        if self.west <= self.east:
            return ((self.west, self.south, self.east, self.north),)
        return ((self.west, self.south, 180.0, self.north), (-180.0, self.south, self.east, self.north))

    @property
    def columns(self) -> tuple[tuple[int, int], ...]:
        """First and last column of the finest squares, for each half."""
        return tuple((square_of(west, 0)[0], square_of(east, 0)[0]) for west, _south, east, _north in self.halves)

    @property
    def rows(self) -> tuple[int, int]:
        """First and last row of the finest squares, from the north."""
        return square_of(0, self.north)[1], square_of(0, self.south)[1]

    @property
    def degrees_a_pixel(self) -> float:
        return FULL_CIRCLE / PIXELS / (1 << self.zoom)

    @property
    def decimals(self) -> int:
        """Of a degree, so that what is drawn is off by less than a quarter of a pixel."""
        return min(DECIMALS, ceil(-log10(self.degrees_a_pixel / 4)))

    def holds(self, west: float, south: float, east: float, north: float) -> bool:
        """Whether all of a box lies in it."""
        return any(
            left <= west and below <= south and east <= right and north <= above
            for left, below, right, above in self.halves
        )

    def level(self, most: int) -> int:
        """The level whose squares are about 64 pixels wide, or a coarser one of at most ``most``."""
        level = min(self.zoom + SQUARES_A_TILE, FINEST)
        while level and self._squares(level) > most:
            level -= 1
        return level

    def _squares(self, level: int) -> int:
        shift = FINEST - level
        across = sum((last >> shift) - (first >> shift) + 1 for first, last in self.columns)
        first, last = self.rows
        return across * ((last >> shift) - (first >> shift) + 1)


WORLD: Final = View()
