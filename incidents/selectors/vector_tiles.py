"""Features as a Mapbox Vector Tile (version 2.1), drawn by PostGIS."""

import json
from collections.abc import Mapping
from typing import Any, Final

from django.db import connections

Layers = Mapping[str, list[dict[str, Any]]]
"""GeoJSON features by the name of their layer; their properties are texts, numbers and truths."""

EXTENT: Final = 4096
"""Units of a tile from edge to edge."""

BUFFER: Final = 128
"""Units beyond the edges in which lines go on, so that no edge is drawn as an outline."""

ENCODE: Final = """
    WITH asked AS (
      SELECT n, one -> 'properties' AS properties,
        ST_ClipByBox2D(ST_GeomFromGeoJSON(one -> 'geometry'), ST_MakeEnvelope(-180, -85.06, 180, 85.06)) AS shape
      FROM jsonb_array_elements(%(features)s::jsonb) WITH ORDINALITY AS each (one, n)
    ), drawn AS (
      SELECT properties, ST_AsMVTGeom(
          ST_Transform(ST_SetSRID(shape, 4326), 3857),
          ST_TileEnvelope(%(zoom)s, %(column)s, %(row)s), %(extent)s, %(buffer)s
        ) AS geom
      FROM asked ORDER BY n
    )
    SELECT ST_AsMVT(drawn, %(layer)s, %(extent)s, 'geom') FROM drawn WHERE geom IS NOT NULL
"""
"""The tile of one layer. Mercator has no poles, so shapes end where the map does."""


def encoded(layers: Layers, *, zoom: int, column: int, row: int) -> bytes:
    """The tile; empty where there is nothing to draw. A tile of several layers is their tiles, one after the other."""
    where = {"zoom": zoom, "column": column, "row": row, "extent": EXTENT, "buffer": BUFFER}
    tile = b""
    with connections["public"].cursor() as cursor:
        for layer, features in layers.items():
            if features:
                cursor.execute(ENCODE, {**where, "layer": layer, "features": json.dumps(features)})
                tile += bytes(cursor.fetchone()[0])
    return tile
