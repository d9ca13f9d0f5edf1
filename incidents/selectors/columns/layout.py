"""Which columns of the record are held, how PostgreSQL hands them out and how DuckDB keeps them.

The names are those of the flat table, so that one queryset can be asked of both. Three differ in what they hold:
``geometry`` has the corners of an area, "" for a point and nothing where nothing may be drawn; ``known`` is in two
parts, ``known_from`` and ``known_to`` (UTC, [from, to)); a text of several values stands for an array on the way.
"""

from dataclasses import dataclass
from typing import Final

TABLE: Final = "record_published_incident"
NAMINGS: Final = "naming"
NULL: Final = r"\N"
BETWEEN: Final = "\x1f"
"""Between the values of an array on the way; no code and no short name has it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type in DuckDB and, where it is not simply itself, what PostgreSQL hands out for it."""

    name: str
    kind: str = "VARCHAR"
    said: str = ""

    @property
    def many(self) -> bool:
        """Whether it holds several values."""
        return self.kind.endswith("[]")

    @property
    def copied(self) -> str:
        """The expression that PostgreSQL computes."""
        if self.many:
            return f"array_to_string(flat.{self.name}, chr({ord(BETWEEN)}))"
        return self.said or f"flat.{self.name}"

    @property
    def kept(self) -> str:
        """The expression by which DuckDB makes a value of the text that arrives."""
        if self.many:
            return f"CASE WHEN {self.name} = '' THEN [] ELSE string_split({self.name}, chr({ord(BETWEEN)})) END"
        return f"CAST({self.name} AS {self.kind})"


def _all(kind: str, *names: str) -> tuple[Column, ...]:
    return tuple(Column(name, kind) for name in names)


COLUMNS: Final = (
    Column("position", "BIGINT", "entry.position"),
    *_all("BIGINT", "version_id"),
    *_all("VARCHAR", "public_id", "status", "parent", "place_code", "country_code", "country_name"),
    *_all("VARCHAR", "province_code", "province_name", "place_precision", "occurred_precision", "family"),
    *_all("VARCHAR", "attribution_state", "claim_state", "definition"),
    *_all("VARCHAR[]", "attack_types", "weapon_types", "target_types", "tactics", "actors", "actor_tree"),
    *_all("VARCHAR[]", "attribution_kinds", "verifications", "publisher_ids", "source_ids", "languages"),
    *_all("BOOLEAN", "demonstration", "has_warning"),
    *_all("INTEGER", "grid_column", "grid_row", "origin_count"),
    *_all("INTEGER", "killed_low", "killed_best", "killed_high", "wounded_low", "wounded_best", "wounded_high"),
    *_all("DATE", "day_first", "day_last"),
    Column("occurred_earliest", "TIMESTAMP", "flat.occurred_earliest AT TIME ZONE 'UTC'"),
    Column("occurred_latest", "TIMESTAMP", "flat.occurred_latest AT TIME ZONE 'UTC'"),
    Column("known_from", "TIMESTAMP", "lower(flat.known) AT TIME ZONE 'UTC'"),
    Column("known_to", "TIMESTAMP", "upper(flat.known) AT TIME ZONE 'UTC'"),
    Column(
        "geometry",
        "VARCHAR",
        "CASE WHEN flat.grid_column IS NULL THEN BOX2D(flat.geometry)::text ELSE '' END",
    ),
    Column("west", "DOUBLE", "CASE WHEN flat.grid_column IS NULL THEN ST_XMin(flat.geometry) END"),
    Column("south", "DOUBLE", "CASE WHEN flat.grid_column IS NULL THEN ST_YMin(flat.geometry) END"),
    Column("east", "DOUBLE", "CASE WHEN flat.grid_column IS NULL THEN ST_XMax(flat.geometry) END"),
    Column("north", "DOUBLE", "CASE WHEN flat.grid_column IS NULL THEN ST_YMax(flat.geometry) END"),
    Column("stored", "INTEGER", "CASE WHEN flat.grid_column IS NULL THEN pg_column_size(flat.geometry) END"),
    Column("x", "DOUBLE", "CASE WHEN flat.grid_column IS NOT NULL THEN ST_X(flat.geometry) END"),
    Column("y", "DOUBLE", "CASE WHEN flat.grid_column IS NOT NULL THEN ST_Y(flat.geometry) END"),
)

NAMING: Final = (Column("version_id", "BIGINT"), Column("actor"), Column("ground"))
"""Who is named in a version, and on which ground: ``selectors.statistics.naming`` says what that is."""

STRETCH: Final = "entry.position >= %s AND entry.position < %s"
"""A part of the log."""

CHANGED: Final = """
    flat.public_id IN (
        SELECT version.public_id FROM record_version version
        JOIN record_log_entry newer ON newer.version_id = version.id WHERE newer.position > %s
    )
"""
"""Every row of an incident of which the log has a version after a position: the older ones ended then."""


def rows(where: str) -> str:
    """The statement by which PostgreSQL hands out rows."""
    return _copy(f"SELECT {', '.join(column.copied for column in COLUMNS)} {_from(where)}")


def named(where: str, pairs: str) -> str:
    """The statement by which PostgreSQL hands out who is named in those rows; ``pairs`` finds it among ``base``."""
    base = f"SELECT flat.* {_from(where)} AND cardinality(flat.actors) > 0"
    return _copy(f"WITH base AS MATERIALIZED ({base}), {pairs} SELECT version_id, actor, ground FROM pairs")  # noqa: S608


def _from(where: str) -> str:
    return f"FROM {TABLE} AS flat JOIN record_log_entry AS entry USING (version_id) WHERE {where}"


def _copy(question: str) -> str:
    return f"COPY ({question}) TO STDOUT (FORMAT csv, NULL '{NULL}')"
