"""Geometries of a filter: from Well-Known Text to the tree, and from the tree to degrees.

No driver for files is asked: a geometry is its kind and its numbers, and nothing else of it is looked at.
"""

from collections.abc import Callable
from typing import Any, Final

from django.contrib.gis.geos import (
    GeometryCollection,
    GEOSException,
    GEOSGeometry,
    LineString,
    MultiLineString,
    MultiPoint,
    MultiPolygon,
    Point,
    Polygon,
)
from django.core.exceptions import ValidationError

from incidents.ogc.cql2.refusing import FilterRefusedError
from incidents.ogc.crs import Crs

BUILT: Final[dict[str, Callable[[Any], GEOSGeometry]]] = {
    "Point": Point,
    "LineString": LineString,
    "Polygon": lambda rings: Polygon(*rings),
    "MultiPoint": lambda points: MultiPoint(*map(Point, points)),
    "MultiLineString": lambda lines: MultiLineString(*map(LineString, lines)),
    "MultiPolygon": lambda areas: MultiPolygon(*(Polygon(*rings) for rings in areas)),
}
"""How the kinds of GeoJSON (RFC 7946) are made from their coordinates."""

COLLECTION: Final = "GeometryCollection"
MOST_OF_THEM: Final = 100


def shaped(text: str) -> dict[str, Any]:
    """A geometry in Well-Known Text, as the tree has it.

    Raises:
        FilterRefusedError: it is none.
    """
    try:
        return said(GEOSGeometry(text))
    except (ValueError, GEOSException) as error:
        message = f"“{text[:40]}” is no geometry in Well-Known Text."
        raise FilterRefusedError(message) from error


def said(found: Any) -> dict[str, Any]:
    """A geometry in the words of GeoJSON."""
    if isinstance(found, GeometryCollection) and found.geom_type == COLLECTION:
        return {"type": COLLECTION, "geometries": [said(one) for one in found]}
    return {"type": found.geom_type, "coordinates": found.coords}


def shape(tree: Any, crs: Crs) -> GEOSGeometry:
    """A geometry or a box of the tree, in degrees.

    Raises:
        FilterRefusedError: it is none, or lies outside of the system that it is in.
    """
    try:
        if isinstance(tree, dict) and set(tree) == {"bbox"}:
            return crs.box([*map(float, tree["bbox"])])
        found = _built(tree, crs)
    except ValidationError as error:
        raise FilterRefusedError(" ".join(error.messages)) from error
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError, GEOSException) as error:
        message = "This is no geometry: give Well-Known Text, GeoJSON in CQL2 JSON, or a BBOX."
        raise FilterRefusedError(message) from error
    found.srid = 4326
    return found


def _built(tree: Any, crs: Crs) -> GEOSGeometry:
    if tree["type"] == COLLECTION:
        return GeometryCollection(*(_built(one, crs) for one in tree["geometries"][:MOST_OF_THEM]))
    return BUILT[tree["type"]](_degrees(tree["coordinates"], crs))


def _degrees(coordinates: Any, crs: Crs) -> Any:
    """Coordinates however deep in one another, with each position in degrees and without heights."""
    if isinstance(coordinates[0], list | tuple):
        return [_degrees(one, crs) for one in coordinates]
    return crs.degrees(float(coordinates[0]), float(coordinates[1]))
