"""The columns as arrays, one place for each row in the order of the versions: what is counted of marked rows is counted
here, in a tenth of the time that a statement takes. Each array is made when it is first asked for.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from incidents.selectors.columns.layout import TABLE

if TYPE_CHECKING:
    import duckdb

Marks = NDArray[np.bool_]
"""For each place, whether its row is meant."""

Places = NDArray[np.int64]


@dataclass(frozen=True)
class Coded:
    """A column as whole numbers: ``codes`` number ``values``, and ``rows`` says at which place each of them stands.

    A row with several values has several codes, one without any none.
    """

    values: list[str]
    codes: NDArray[np.int32]
    rows: Places

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


class Arrays:
    """The arrays of the columns as they stand; they are thrown away when the record grows."""

    def __init__(self, database: "duckdb.DuckDBPyConnection") -> None:
        self._database = database
        self._kept: dict[object, Any] = {}

    def _read(self, question: str, name: str) -> NDArray[Any]:
        """The one column of an answer; what is null is no day, no moment, or 0."""
        answer: Any = self._database.execute(question)
        column = answer.fetchnumpy()[name]
        return np.ma.filled(column, np.datetime64("NaT") if column.dtype.kind == "M" else 0)

    @cached_property
    def versions(self) -> NDArray[np.int64]:
        """The key of each place's version."""
        return self._read(f"SELECT version_id FROM {TABLE} ORDER BY version_id", "version_id")  # noqa: S608

    @cached_property
    def _places(self) -> Places:
        places = np.zeros(self.versions.max(initial=0) + 1, np.int64)
        places[self.versions] = np.arange(len(self.versions))
        return places

    def places(self, versions: NDArray[np.int64]) -> Places:
        """Where the rows of some versions stand."""
        return self._places[versions]

    def marks(self, versions: NDArray[np.int64]) -> Marks:
        """The rows of some versions, marked."""
        marks = np.zeros(len(self.versions), bool)
        marks[self.places(versions)] = True
        return marks

    def of(self, value: str) -> NDArray[Any]:
        """A column, or what follows from some for each row, in the engine's words."""
        if value not in self._kept:
            self._kept[value] = self._read(f"SELECT {value} AS value FROM {TABLE} ORDER BY version_id", "value")  # noqa: S608
        kept: NDArray[Any] = self._kept[value]
        return kept

    def order(self, order: str) -> Places:
        """All places in an order, in the engine's words."""
        if order not in self._kept:
            ordered = self._read(f"SELECT version_id FROM {TABLE} ORDER BY {order}", "version_id")  # noqa: S608
            self._kept[order] = self.places(ordered)
        kept: Places = self._kept[order]
        return kept

    def coded(self, column: str, *, many: bool) -> Coded:
        """A column whose values are numbered; "" is none."""
        if ("coded", column) not in self._kept:
            value = f"unnest({column})" if many else f"CAST({column} AS VARCHAR)"
            every = f"SELECT version_id, {value} AS value FROM {TABLE}"  # noqa: S608  names of columns
            found: Any = self._database.sql(f"SELECT * FROM ({every}) WHERE value <> ''").to_arrow_table()  # noqa: S608
            numbered = found["value"].combine_chunks().dictionary_encode()
            self._kept["coded", column] = Coded(
                values=numbered.dictionary.to_pylist(),
                codes=numbered.indices.to_numpy(zero_copy_only=False).astype(np.int32),
                rows=self.places(found["version_id"].to_numpy()),
            )
        kept: Coded = self._kept["coded", column]
        return kept

    @cached_property
    def _kin(self) -> tuple[Places, Places]:
        """Every part with every version of its whole, withdrawn ones aside: where the two stand."""
        question = f"""
            SELECT part.version_id AS part, whole.version_id AS whole FROM {TABLE} AS part
            JOIN {TABLE} AS whole ON whole.public_id = part.parent
            WHERE part.parent <> '' AND whole.status <> 'withdrawn'
        """  # noqa: S608  name of a table
        found: Any = self._database.execute(question)
        pairs = found.fetchnumpy()
        return self.places(pairs["part"]), self.places(pairs["whole"])

    def parts(self, wholes: Marks) -> Marks:
        """The rows that are parts of some that are marked."""
        part, whole = self._kin
        marks = np.zeros(len(self.versions), bool)
        marks[part[wholes[whole]]] = True
        return marks

    def held(self, moment: datetime | None) -> Marks:
        """What the record said at a moment of record time; now when there is none."""
        ended, no_end = self.of("known_to"), np.isnat(self.of("known_to"))
        if moment is None:
            return no_end
        then = np.datetime64(moment.astimezone(UTC).replace(tzinfo=None))
        return (self.of("known_from") <= then) & (no_end | (ended > then))


def moment(instants: NDArray[Any]) -> datetime:
    """The one instant as Django would have read it (UTC)."""
    found: datetime = instants.astype("datetime64[us]").item()
    return found.replace(tzinfo=UTC)
