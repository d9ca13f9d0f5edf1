"""The numbers of a figure as a table: the same cells on the page, in the CSV file and in JSON."""

import csv
from dataclasses import dataclass
from io import StringIO
from typing import Any, Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

THOUSAND: Final = 1_000
Cell = int | str | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs and its heading for people."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell in words; ``look`` says how it is set, and whether the record has no value."""

    text: str
    look: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row: its heading, its code for programs, where its incidents are listed ("" for nowhere), and its cells.

    Of an ``empty`` row, which stands for no incident, nothing is unknown: there is nothing to know.
    """

    label: str
    code: str
    cells: tuple[Cell, ...]
    url: str = ""
    empty: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under headings; ``head`` is the heading of the rows' own column."""

    head: Column
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def shown(self) -> list[tuple[Row, list[ShownCell]]]:
        """The rows with their cells in words."""
        return [(row, [_shown(cell, row) for cell in row.cells]) for row in self.rows]

    def as_csv(self) -> str:
        """The table in RFC 4180, with a code and a name in each row. An empty cell is unknown."""
        file = StringIO()
        writer = csv.writer(file)
        writer.writerow([self.head.key, "label", *(column.key for column in self.columns)])
        for row in self.rows:
            writer.writerow([guarded(row.code), guarded(row.label), *(guarded(cell) for cell in row.cells)])
        return file.getvalue()

    def as_data(self) -> list[dict[str, Any]]:
        """The table as JSON. Null is unknown."""
        keys = [column.key for column in self.columns]
        return [
            {self.head.key: row.code or None, "label": row.label, **dict(zip(keys, row.cells, strict=True))}
            for row in self.rows
        ]


def guarded(cell: Cell) -> Cell:
    """The cell so that no spreadsheet calculates it: an apostrophe before what would begin a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def counted(number: int) -> str:
    """A number with its thousands apart."""
    return str(number) if 0 <= number < THOUSAND else str(number_format(number, force_grouping=True))


def _shown(cell: Cell, row: Row) -> ShownCell:
    if cell is None and row.empty:
        return ShownCell("\N{EN DASH}", "number")
    if cell is None:
        return ShownCell(_("unknown"), "number unknown")
    if isinstance(cell, int):
        return ShownCell(counted(cell), "number")
    return ShownCell(cell, "words")
