"""Where: boxes, polygons and circles, as a query string writes them. WGS 84 degrees, longitude before latitude."""

import math
from functools import reduce
from operator import or_
from typing import Any, Final

from django.contrib.gis.db.models import GeometryField
from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point, Polygon
from django.core.exceptions import ValidationError
from django.db.models import BooleanField, Func, Q, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

Box = tuple[float, float, float, float]
"""West, south, east and north."""

MOST_LONGITUDE: Final = 180
MOST_LATITUDE: Final = 90
FEWEST_CORNERS: Final = 3
MOST_CORNERS: Final = 100
MOST_KILOMETRES: Final = 5_000
USUAL_KILOMETRES: Final = 50
METRES: Final = 1_000
LEAST_DEGREE: Final = 110_574
"""Metres of the shortest degree of latitude, which is at the equator (WGS 84)."""


def within_metres(column: str, position: Point, metres: float) -> Q:
    """That a column's geometry comes within so many metres of a position, measured on the ellipsoid."""
    boxes = (Polygon.from_bbox(box) for box in boxes_around(position, metres))
    nearly = reduce(or_, (Q(**{f"{column}__bboverlaps": box}) for box in boxes))
    geography: GeometryField[Any, Any] = GeometryField(srid=4326, geography=True)
    around = Value(position, output_field=GeometryField(srid=4326))
    parts = (Cast(column, geography), Cast(around, geography), Value(metres))
    return nearly & Q(Func(*parts, function="ST_DWithin", output_field=BooleanField()))


def boxes_around(position: Point, metres: float) -> tuple[Box, ...]:
    """Boxes that hold all that is within so many metres of a position, and little more: what an index can find."""
    up = metres / LEAST_DEGREE
    south, north = position.y - up, position.y + up
    if south <= -MOST_LATITUDE or north >= MOST_LATITUDE:
        return ((-MOST_LONGITUDE, max(south, -MOST_LATITUDE), MOST_LONGITUDE, min(north, MOST_LATITUDE)),)
    across = up / math.cos(math.radians(max(abs(south), abs(north))))
    if across >= MOST_LONGITUDE:
        return ((-MOST_LONGITUDE, south, MOST_LONGITUDE, north),)
    west, east = position.x - across, position.x + across
    if west < -MOST_LONGITUDE:
        return ((west + 360, south, MOST_LONGITUDE, north), (-MOST_LONGITUDE, south, east, north))
    if east > MOST_LONGITUDE:
        return ((west, south, MOST_LONGITUDE, north), (-MOST_LONGITUDE, south, east - 360, north))
    return ((west, south, east, north),)


def read_box(text: str) -> MultiPolygon:
    """A box of WGS 84 degrees, "west,south,east,north"; with west above east it crosses the antimeridian.

    Raises:
        ValidationError: it is no such box.
    """
    return MultiPolygon(*(Polygon.from_bbox(half) for half in box_halves(text)), srid=4326)


def box_halves(text: str) -> tuple[Box, ...]:
    """The same as the boxes that it is made of: two where it crosses the antimeridian.

    Raises:
        ValidationError: it is no such box.
    """
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise ValidationError(_("Write a box as west,south,east,north in degrees.")) from None
    around = all(abs(edge) <= MOST_LONGITUDE for edge in (west, east))  # "nan" is beside every bound
    if not (around and -MOST_LATITUDE <= south <= north <= MOST_LATITUDE):
        raise ValidationError(_("Longitudes run from -180 to 180, latitudes from -90 to 90, south before north."))
    if west <= east:
        return ((west, south, east, north),)
    return ((west, south, MOST_LONGITUDE, north), (-MOST_LONGITUDE, south, east, north))


def read_polygon(text: str) -> GEOSGeometry:
    """A polygon as "longitude,latitude,longitude,latitude,…", at least three corners; the last joins the first.

    Raises:
        ValidationError: it is no such polygon, its sides cross, or it has more than 100 corners.
    """
    numbers = _numbers(text)
    corners = list(zip(numbers[::2], numbers[1::2], strict=False))
    if len(numbers) % 2 or not FEWEST_CORNERS <= len(corners) <= MOST_CORNERS:
        raise ValidationError(
            _("Write a polygon as longitude,latitude,longitude,latitude,… with 3 to %(most)s corners.")
            % {"most": MOST_CORNERS}
        )
    for longitude, latitude in corners:
        _require_on_earth(longitude, latitude)
    polygon = Polygon((*corners, corners[0]), srid=4326)
    if not polygon.valid:
        raise ValidationError(_("The sides of this polygon cross each other."))
    return polygon


def read_position(text: str) -> Point:
    """A position, "longitude,latitude".

    Raises:
        ValidationError: it is none.
    """
    numbers = _numbers(text)
    if len(numbers) != 2:  # noqa: PLR2004
        raise ValidationError(_("Write a position as longitude,latitude in degrees."))
    longitude, latitude = numbers
    _require_on_earth(longitude, latitude)
    return Point(longitude, latitude, srid=4326)


def _numbers(text: str) -> list[float]:
    try:
        return [float(part) for part in text.split(",")]
    except ValueError:
        raise ValidationError(_("Write numbers in degrees with commas between them.")) from None


def _require_on_earth(longitude: float, latitude: float) -> None:
    if not (abs(longitude) <= MOST_LONGITUDE and abs(latitude) <= MOST_LATITUDE):
        raise ValidationError(_("Longitudes run from -180 to 180, latitudes from -90 to 90."))
