"""Turns a coverage of polygons into a small TopoJSON of land and lines, for :mod:`deploy.geodata`.

Shared borders are simplified together and stored once. TopoJSON: https://github.com/topojson/topojson-specification
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import shapely

Line = list[list[int]]

DATE_LINE: Final = 179.85
SOUTH_EDGE: Final = -85.0
"""Natural Earth's pieces are cut off here, east, west and south. A cut is not a coast and gets no line."""


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Polygons that share their borders exactly; each with its country and, where a border is contested, its unit."""

    outlines: npt.NDArray[Any]
    countries: npt.NDArray[Any]
    units: npt.NDArray[Any]

    def dissolved(self) -> "Coverage":
        """One polygon for each pair of country and unit."""
        pairs = sorted(set(zip(self.countries, self.units, strict=True)))
        merged = [
            shapely.coverage_union_all(self.outlines[(self.countries == country) & (self.units == unit)])
            for country, unit in pairs
        ]
        countries, units = zip(*pairs, strict=True)
        return Coverage(outlines=np.array(merged), countries=np.array(countries), units=np.array(units))

    def simplified(self, tolerance: float) -> "Coverage":
        """The same with fewer vertices, still without gaps or overlaps."""
        outlines = shapely.coverage_simplify(self.outlines, tolerance)
        return Coverage(outlines=outlines, countries=self.countries, units=self.units)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Whole numbers for coordinates: so many ``steps`` a degree."""

    steps: int

    def line(self, coordinates: npt.NDArray[Any]) -> Line:
        """First position, then steps; positions that fall together are one."""
        whole = np.rint(coordinates[:, :2] * self.steps).astype(int)
        kept = whole[np.append(True, np.any(np.diff(whole, axis=0) != 0, axis=1))]
        return np.vstack([kept[:1], np.diff(kept, axis=0)]).tolist()


def topology(coverage: Coverage, disputed: npt.NDArray[Any], *, steps: int, islands: float) -> dict[str, Any]:
    """Land, borders, disputed borders and, where ``coverage`` has provinces, their borders.

    ``islands`` is the smallest area in square degrees that is drawn.
    """
    grid, arcs = Grid(steps=steps), list[Line]()
    land = shapely.get_parts(shapely.coverage_union_all(coverage.outlines))
    rings = [
        [grid.line(shapely.get_coordinates(ring)) for ring in (polygon.exterior, *polygon.interiors)]
        for polygon in land
        if polygon.area >= islands
    ]
    objects: dict[str, Any] = {"land": {"type": "MultiPolygon", "arcs": stored(rings, arcs)}}
    lines = borders(coverage)
    claimed = shapely.simplify(disputed, 3 / steps)
    lines["disputed"] = [*lines["disputed"], *shapely.get_parts(claimed)]
    for name, members in lines.items():
        drawn = [line for line in (grid.line(shapely.get_coordinates(member)) for member in members) if len(line) > 1]
        if drawn:
            objects[name] = {"type": "MultiLineString", "arcs": stored([drawn], arcs)[0]}
    step = 1 / steps
    return {
        "type": "Topology",
        "transform": {"scale": [step, step], "translate": [0, 0]},
        "objects": objects,
        "arcs": arcs,
    }


def stored(groups: list[list[Line]], arcs: list[Line]) -> list[list[list[int]]]:
    """Puts each line of two positions or more among ``arcs`` and answers with their numbers, grouped as given."""
    numbered = []
    for group in groups:
        kept = [line for line in group if len(line) > 1]
        if kept and kept[0] is group[0]:
            numbered.append([[len(arcs) + index] for index in range(len(kept))])
            arcs.extend(kept)
    return numbered


def borders(coverage: Coverage) -> dict[str, list[Any]]:
    """The lines between neighbours: between countries, between units of one country, between other parts of it."""
    starts, ends, owner = _segments(coverage.outlines)
    flipped = (starts[:, 0] > ends[:, 0]) | ((starts[:, 0] == ends[:, 0]) & (starts[:, 1] > ends[:, 1]))
    keys = np.where(flipped[:, None], np.hstack([ends, starts]), np.hstack([starts, ends]))
    order = np.lexsort(keys.T)
    twin = np.all(keys[order][1:] == keys[order][:-1], axis=1).nonzero()[0]
    first, second, where = owner[order][twin], owner[order][twin + 1], keys[order][twin]
    abroad = coverage.countries[first] != coverage.countries[second]
    contested = ~abroad & (coverage.units[first] != coverage.units[second])
    return {
        "borders": _merged(where[abroad]),
        "disputed": _merged(where[contested]),
        "provinces": _merged(where[~abroad & ~contested]),
    }


def _segments(outlines: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
    """Every edge of every ring: its two ends and whose it is."""
    parts, owner = shapely.get_parts(outlines, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    positions, ring = shapely.get_coordinates(rings, return_index=True)
    together = ring[1:] == ring[:-1]
    return positions[:-1][together], positions[1:][together], owner[part[ring[1:][together]]]


def _merged(segments: npt.NDArray[Any]) -> list[Any]:
    """Segments joined into lines as long as they go, without those along the cuts of the map."""
    cut = (np.abs(segments[:, [0, 2]]) > DATE_LINE).all(axis=1) | (segments[:, [1, 3]] < SOUTH_EDGE).all(axis=1)
    kept = segments[~cut]
    if not len(kept):
        return []
    edges = shapely.multilinestrings(shapely.linestrings(kept.reshape(-1, 2, 2)))
    return list(shapely.get_parts(shapely.line_merge(edges)))
