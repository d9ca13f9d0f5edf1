"""The statements by which ``services.gazetteer`` writes: stage, recognise, rewrite what differs, insert what is new.

They hold no value from outside; rows arrive by COPY, in text format, in the order of ``COLUMNS``.
"""

from typing import Final

COLUMNS: Final = (
    "geonames_id",
    "kind",
    "name",
    "native_name",
    "alternate_names",
    "search_names",
    "country_code",
    "country_code3",
    "province_code",
    "parent_id",
    "point",
    "extent",
    "radius_m",
    "population",
)

STAGE: Final = """
    DROP TABLE IF EXISTS pg_temp.staged_place;
    CREATE TEMPORARY TABLE staged_place (
        place_id bigint,
        geonames_id integer,
        kind text NOT NULL,
        name text NOT NULL,
        native_name text NOT NULL,
        alternate_names text[] NOT NULL,
        search_names text NOT NULL,
        country_code text NOT NULL,
        country_code3 text,
        province_code text,
        parent_id bigint,
        point geometry(Point, 4326),
        extent geometry(MultiPolygon, 4326),
        radius_m integer,
        population integer
    ) ON COMMIT DROP
"""

COPY: Final = f"COPY staged_place ({', '.join(COLUMNS)}) FROM STDIN"

RECOGNISE: Final = """
    ANALYZE pg_temp.staged_place;
    UPDATE staged_place AS staged SET place_id = place.id
    FROM incidents_place AS place
    WHERE place.geonames_id = staged.geonames_id;
    UPDATE staged_place AS staged SET place_id = place.id
    FROM incidents_place AS place
    WHERE staged.geonames_id IS NULL
        AND place.kind = staged.kind
        AND place.country_code = staged.country_code
        AND place.province_code = coalesce(staged.province_code, '')
        AND (place.kind = 'country' OR place.province_code <> '' OR place.name = staged.name)
"""

UPDATE_CHANGED: Final = """
    UPDATE incidents_place AS place SET
        name = staged.name, native_name = staged.native_name, alternate_names = staged.alternate_names,
        search_names = staged.search_names, parent_id = staged.parent_id, point = staged.point,
        extent = staged.extent, radius_m = staged.radius_m, population = staged.population
    FROM staged_place AS staged
    WHERE place.id = staged.place_id AND (
        place.search_names, place.name, place.parent_id, place.population, ST_AsBinary(place.extent)
    ) IS DISTINCT FROM (
        staged.search_names, staged.name, staged.parent_id, staged.population, ST_AsBinary(staged.extent)
    )
"""

INSERT_NEW: Final = """
    INSERT INTO incidents_place (
        geonames_id, kind, name, native_name, alternate_names, search_names, country_code, country_code3,
        province_code, parent_id, point, extent, radius_m, population
    )
    SELECT
        geonames_id, kind, name, native_name, alternate_names, search_names, country_code,
        coalesce(country_code3, ''), coalesce(province_code, ''), parent_id, point, extent, radius_m, population
    FROM staged_place
    WHERE place_id IS NULL
"""
