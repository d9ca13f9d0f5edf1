"""Coordinate reference systems (OGC API – Features, part 2): the three that are read and written."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from django.contrib.gis.geos import MultiPolygon
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from incidents.filters.places import MOST_LATITUDE, MOST_LONGITUDE, read_box

MERCATOR_EDGE: Final = 20_037_508.342789244
"""Metres from the middle of the square map of EPSG:3857 to its edge."""

CORNERS: Final = {4: (0, 1, 2, 3), 6: (0, 1, 3, 4)}
"""Which numbers of a box say where it lies on the ground."""


class Order(Enum):
    """In which order, and in which unit, positions are written: as ``selectors.record_downloads`` names it."""

    LONGITUDE_FIRST = ""
    LATITUDE_FIRST = "latitude_first"
    METRES = "mercator"


@dataclass(frozen=True)
class Crs:
    """A coordinate reference system by its address, with the order in which it writes positions."""

    uri: str
    name: str
    order: Order

    def box(self, numbers: Sequence[float]) -> MultiPolygon:
        """A box of four numbers, or of six with heights, in WGS 84 degrees; it may cross the antimeridian.

        Raises:
            ValidationError: it is no such box.
        """
        if len(numbers) not in CORNERS:
            raise ValidationError(_("A box has four numbers, or six with heights."))
        a, b, c, d = (numbers[place] for place in CORNERS[len(numbers)])
        (west, south), (east, north) = self.degrees(a, b), self.degrees(c, d)
        return read_box(",".join(map(repr, (west, south, east, north))))

    def degrees(self, first: float, second: float) -> tuple[float, float]:
        """Longitude and latitude of a position, WGS 84.

        Raises:
            ValidationError: it lies outside of what the system covers.
        """
        if self.order is Order.LATITUDE_FIRST:
            first, second = second, first
        if self.order is Order.METRES:
            if not max(abs(first), abs(second)) <= MERCATOR_EDGE + 1:
                raise ValidationError(_("In metres, positions lie within 20,037,508.35 of the middle."))
            first = _within(first / MERCATOR_EDGE * MOST_LONGITUDE, MOST_LONGITUDE)
            second = math.degrees(2 * math.atan(math.exp(second / MERCATOR_EDGE * math.pi)) - math.pi / 2)
        if not (abs(first) <= MOST_LONGITUDE and abs(second) <= MOST_LATITUDE):
            raise ValidationError(_("Longitudes run from -180 to 180, latitudes from -90 to 90."))
        return first, second


def _within(degrees: float, most: float) -> float:
    """Degrees without the last breath of rounding over the edge."""
    return max(-most, min(most, degrees))


CRS84: Final = Crs("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "CRS84", Order.LONGITUDE_FIRST)
EPSG4326: Final = Crs("http://www.opengis.net/def/crs/EPSG/0/4326", "EPSG:4326", Order.LATITUDE_FIRST)
EPSG3857: Final = Crs("http://www.opengis.net/def/crs/EPSG/0/3857", "EPSG:3857", Order.METRES)

KNOWN: Final = {crs.uri: crs for crs in (CRS84, EPSG4326, EPSG3857)}
"""The systems by their address; the first is the one that everything is stored in."""
