"""Columns as whole numbers, in which the values of a facet are counted in a tenth of the time that text takes."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from incidents.selectors.columns.layout import TABLE

if TYPE_CHECKING:
    import duckdb

Marks = NDArray[np.bool_]
"""For each row of the record, in the order of the versions, whether it is meant."""


@dataclass(frozen=True)
class Versions:
    """Where the row of each version stands: ``places`` by the key of the version."""

    number: int
    places: NDArray[np.int64]

    def marks(self, keys: NDArray[np.int64]) -> Marks:
        """Those of some versions."""
        marks = np.zeros(self.number, bool)
        marks[self.places[keys]] = True
        return marks


@dataclass(frozen=True)
class Coded:
    """A column: ``codes`` number ``values``, and ``rows`` says at which place the row of each of them stands.

    A row with several values has several codes, one without any none.
    """

    values: list[str]
    codes: NDArray[np.int32]
    rows: NDArray[np.int64]

    def counted(
        self, among: Marks, most: int | None = None, always: Collection[str] = ()
    ) -> tuple[dict[str, int], int]:
        """How many of the rows that are marked have each value, and how many values there are.

        With ``most``, only the values that can be among so many commonest ones are named, and those in ``always``.
        """
        numbers = np.bincount(self.codes[among[self.rows]], minlength=len(self.values))
        held = np.flatnonzero(numbers)
        named = held
        if most is not None and len(held) > most:
            named = held[numbers[held] >= np.partition(numbers[held], -most)[-most]]
        found = {self.values[code]: int(numbers[code]) for code in named}
        for value in always:
            code = self.values.index(value) if value in self.values else -1
            if code >= 0 and numbers[code]:
                found[value] = int(numbers[code])
        return found, len(held)


def versions(database: "duckdb.DuckDBPyConnection") -> Versions:
    """The places of all rows."""
    answer: Any = database.execute(f"SELECT version_id FROM {TABLE} ORDER BY version_id")  # noqa: S608  name of a table
    keys = answer.fetchnumpy()["version_id"]
    places = np.zeros(keys.max(initial=0) + 1, np.int64)
    places[keys] = np.arange(len(keys))
    return Versions(len(keys), places)


def coded(database: "duckdb.DuckDBPyConnection", column: str, rows: Versions, *, many: bool) -> Coded:
    """Number the values of a column; "" is none."""
    value = f"unnest({column})" if many else f"CAST({column} AS VARCHAR)"
    every = f"SELECT version_id, {value} AS value FROM {TABLE}"  # noqa: S608  names of columns
    found: Any = database.sql(f"SELECT * FROM ({every}) WHERE value <> ''").to_arrow_table()  # noqa: S608  as above
    numbered = found["value"].combine_chunks().dictionary_encode()
    return Coded(
        values=numbered.dictionary.to_pylist(),
        codes=numbered.indices.to_numpy(zero_copy_only=False).astype(np.int32),
        rows=rows.places[found["version_id"].to_numpy()],
    )
