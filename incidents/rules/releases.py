"""What always holds of releases: what a tag is, what a release is made of, where a year of the GeoParquet lies."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

TAG: Final = re.compile(r"[0-9a-z]+([.-][0-9a-z]+)*")
LONGEST_TAG: Final = 40

SCHEMA_VERSION: Final = "attest-release/1"
"""Of the files and their columns. A column that goes, or means something else, is a new number."""

NO_YEAR: Final = "__HIVE_DEFAULT_PARTITION__"
"""How the partitions of Hive name what is null: DuckDB, Arrow and Spark read it so."""


STORAGE: Final = "releases"
"""The alias of Django's STORAGES under which the files of releases are kept."""


def stored_name(tag: str, name: str) -> str:
    """The name of a file of a release in that storage."""
    return f"{tag}/{name}"


def partition(year: int | None) -> str:
    """The path of the incidents of a year in a release; of those that nobody dates, without one."""
    return f"parquet/year={NO_YEAR if year is None else f'{year:04}'}/part-0.parquet"


Progress = Callable[[int], None]
"""Told how many rows of a file are written."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a release will be, fixed before its first file is written: ``log_size`` entries were in the log at
    ``cut_off``, and ``previous`` is the tag of the release before it, "" of the first.
    """

    tag: str
    cut_off: datetime
    log_size: int
    previous: str


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A file to be made: ``write`` writes it to a path and returns how many rows it has, None where it has none."""

    name: str
    media_type: str
    write: Callable[[Path, Progress], int | None]
    total: int = 0


@dataclass(frozen=True, kw_only=True)
class Made:
    """A file that is made."""

    name: str
    media_type: str
    byte_size: int
    row_count: int | None
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a release says of itself."""

    incident_count: int
    demonstration: bool
    changes: dict[str, int]
    licence: str
    citation: str


class Contents(Protocol):
    """What a release consists of."""

    def pieces(self, made: Mapping[str, Made]) -> Iterator[Piece]:
        """Its files in order. Each is asked for when those before it are in ``made``."""

    def facts(self) -> Facts:
        """What it says of itself."""
