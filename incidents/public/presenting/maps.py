"""Rows of the record as the drawing without JavaScript needs them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point, Polygon

from incidents.choices import PlacePrecision
from incidents.models.record import PublishedIncident
from incidents.public.presenting.addresses import incident_address
from incidents.public.presenting.results import outline_of, shape_of
from incidents.rules.static_map import Located, StaticMap, static_map

MOST: Final = 300
"""Incidents in one drawing; a page that finds more says so beside it."""

TOLERANCE: Final = 0.2
"""Degrees by which an outline may be simplified for the drawing of a world."""


def drawing(rows: Iterable[PublishedIncident], as_of: datetime | None = None) -> StaticMap:
    """The drawing of rows that carry ``drawing``, their simplified geometry."""
    return static_map([_located(row, row.drawing, as_of) for row in rows])  # type: ignore[attr-defined]  # annotated by drawn


def inset(row: PublishedIncident) -> StaticMap | None:
    """The drawing of one incident; none where nothing may be drawn."""
    if row.geometry is None:
        return None
    return static_map([_located(row, row.geometry.simplify(TOLERANCE / 10, preserve_topology=True))])


def _located(row: PublishedIncident, shape: GEOSGeometry, as_of: datetime | None = None) -> Located:
    point = shape if isinstance(shape, Point) else None
    return Located(
        title=row.title,
        url=incident_address(row.public_id, as_of),
        family=shape_of(row.family),
        precision=PlacePrecision(row.place_precision),
        longitude=point.x if point else None,
        latitude=point.y if point else None,
        outline=_outer_ring(shape),
        outline_state=outline_of(row),
    )


def _outer_ring(shape: GEOSGeometry) -> tuple[tuple[float, float], ...]:
    """The outline of an area; of several parts, the largest."""
    if isinstance(shape, MultiPolygon):
        shape = max(shape, key=lambda part: part.area)
    return tuple((corner[0], corner[1]) for corner in shape.shell.coords) if isinstance(shape, Polygon) else ()
