"""Columns as whole numbers, in which the values of a facet are counted in a tenth of the time that text takes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from incidents.selectors.columns.layout import TABLE

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class Coded:
    """A column: ``codes`` number ``values``, and ``rows`` says which row of the record each of them belongs to.

    Rows are counted in the order of their versions. One with several values has several codes, one without any none.
    """

    values: list[str]
    codes: NDArray[np.int32]
    rows: NDArray[np.int64]

    def counted(self, among: NDArray[np.bool_]) -> dict[str, int]:
        """How many of the rows that are marked have each value; "" is none."""
        numbers = np.bincount(self.codes[among[self.rows]], minlength=len(self.values))
        return {self.values[code]: int(numbers[code]) for code in np.flatnonzero(numbers) if self.values[code]}


def versions(database: "duckdb.DuckDBPyConnection") -> NDArray[np.int64]:
    """The versions of all rows, in order."""
    found: Any = database.execute(f"SELECT version_id FROM {TABLE} ORDER BY version_id")  # noqa: S608  name of a table
    kept: NDArray[np.int64] = found.fetchnumpy()["version_id"]
    return kept


def coded(database: "duckdb.DuckDBPyConnection", column: str, all_versions: NDArray[np.int64], *, many: bool) -> Coded:
    """Number the values of a column."""
    value = f"unnest({column})" if many else f"CAST({column} AS VARCHAR)"
    question = f"SELECT version_id, {value} AS value FROM {TABLE}"  # noqa: S608  names of columns
    found: Any = database.sql(question).to_arrow_table()
    numbered = found["value"].combine_chunks().fill_null("").dictionary_encode()
    return Coded(
        values=numbered.dictionary.to_pylist(),
        codes=numbered.indices.to_numpy(zero_copy_only=False).astype(np.int32),
        rows=np.searchsorted(all_versions, found["version_id"].to_numpy()),
    )
