"""Cuts the detailed base map into squares, for :mod:`deploy.geodata`: a view loads those that it shows.

A square is a TopoJSON of its own, with its ``bbox``, and the cities in it under ``names``.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
import shapely

from deploy.topology import Grid, stored

DEGREES: Final = 20
"""From one side of a square to the other: a country is in one to four, of some tens of kilobytes together."""

Square = dict[str, Any]


def squares(topology: dict[str, Any], cities: list[list[Any]]) -> dict[str, Square]:
    """Every square that has something in it, by its name: west and south."""
    shapes = _shapes(topology)
    found = {}
    for west in range(-180, 180, DEGREES):
        for south in range(-80, 100, DEGREES):
            square = _square(topology, shapes, cities, (west, south))
            if square["objects"] or square["names"]:
                found[f"{west}_{south}"] = square
    return found


def index(names: Iterable[str]) -> dict[str, Any]:
    """Where the squares are: their width in degrees, and the file of each."""
    return {"degrees": DEGREES, "squares": {name: f"squares/{name}.json" for name in names}}


def _shapes(topology: dict[str, Any]) -> dict[str, Any]:
    """The polygons of the land and the lines of each kind, in whole steps."""
    arcs = [np.cumsum(arc, axis=0) for arc in topology["arcs"]]
    land, *lines = topology["objects"]
    rings = [[arcs[arc] for (arc,) in polygon] for polygon in topology["objects"][land]["arcs"]]
    polygons = [shapely.Polygon(outer, inner) for outer, *inner in rings]
    return {land: shapely.make_valid(np.array(polygons))} | {
        kind: np.array([shapely.LineString(arcs[arc]) for (arc,) in topology["objects"][kind]["arcs"]])
        for kind in lines
    }


def _square(
    topology: dict[str, Any], shapes: dict[str, Any], cities: list[list[Any]], corner: tuple[int, int]
) -> Square:
    west, south = corner
    east, north = west + DEGREES, min(south + DEGREES, 90)
    steps = round(1 / topology["transform"]["scale"][0])
    grid, arcs = Grid(steps=1), list[Any]()
    box = shapely.box(*(edge * steps for edge in (west, south, east, north)))
    objects: dict[str, Any] = {}
    for kind, members in shapes.items():
        parts = list(_parts(members, box))
        if kind == "land":
            rings = [[part.exterior, *part.interiors] for part in parts]
            drawn = [[grid.line(shapely.get_coordinates(ring)) for ring in polygon] for polygon in rings]
            kept: dict[str, Any] = {"type": "MultiPolygon", "arcs": stored(drawn, arcs)}
        else:
            drawn = [[line for line in (grid.line(shapely.get_coordinates(part)) for part in parts) if len(line) > 1]]
            kept = {"type": "MultiLineString", "arcs": [arc for group in stored(drawn, arcs) for arc in group]}
        if kept["arcs"]:
            objects[kind] = kept
    return {
        "type": "Topology",
        "bbox": [west, south, east, north],
        "transform": topology["transform"],
        "objects": objects,
        "arcs": arcs,
        "names": [city for city in cities if west <= city[1] < east and south <= city[2] < north],
    }


def _parts(members: Any, box: Any) -> Iterator[Any]:
    """What of some polygons or lines lies in a box: areas of areas, lengths of lines."""
    inside = members[shapely.intersects(members, box)]
    dimension = shapely.get_dimensions(members[0])
    for part in shapely.get_parts(shapely.get_parts(shapely.intersection(inside, box))):
        if shapely.get_dimensions(part) == dimension and not part.is_empty:
            yield part
