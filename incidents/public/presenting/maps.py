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
from incidents.selectors.record_queries import Drawn

MOST: Final = 300
"""Incidents in one drawing; a page that finds more says so beside it."""

TOLERANCE: Final = 0.2
"""Degrees by which an outline may be simplified for the drawing of a world."""


def drawing(rows: Iterable[Drawn], as_of: datetime | None = None) -> StaticMap:
    """The drawing of incidents, in their order."""
    return static_map([_located(row, as_of) for row in rows])


def inset(row: PublishedIncident) -> StaticMap | None:
    """The drawing of one incident; none where nothing may be drawn."""
    shape = row.geometry
    if shape is None:
        return None
    point = shape if isinstance(shape, Point) else None
    values = {name: getattr(row, name) for name in Drawn._fields[:-3]}
    ring = None if point else {"coordinates": _outer_ring(shape.simplify(TOLERANCE / 10, preserve_topology=True))}
    longitude, latitude = (point.x, point.y) if point else (None, None)
    return static_map([_located(Drawn(**values, longitude=longitude, latitude=latitude, ring=ring))])


def _located(row: Drawn, as_of: datetime | None = None) -> Located:
    return Located(
        title=row.title,
        url=incident_address(row.public_id, as_of),
        family=shape_of(row.family),
        precision=PlacePrecision(row.place_precision),
        longitude=row.longitude,
        latitude=row.latitude,
        outline=[(corner[0], corner[1]) for corner in row.ring["coordinates"]] if row.ring else (),
        outline_state=outline_of(row),
    )


def _outer_ring(shape: GEOSGeometry) -> tuple[tuple[float, float], ...]:
    """The outline of an area; of several parts, the largest."""
    if isinstance(shape, MultiPolygon):
        shape = max(shape, key=lambda part: part.area)
    return tuple((corner[0], corner[1]) for corner in shape.shell.coords) if isinstance(shape, Polygon) else ()
