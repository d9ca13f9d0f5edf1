"""A value as a file writes it: guarded against spreadsheets that take words for formulas, or as JSON."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any, Final

from incidents.exchange.columns import COLUMNS, Column
from incidents.exchange.items import Item

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV Injection)."""

GUARD: Final = "'"
SEPARATOR: Final = "; "


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it."""
    return f"{GUARD}{text}" if text.startswith(FORMULA) else text


def spelt(moment: datetime) -> str:
    """A moment in UTC by ISO 8601."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def values(item: Item, columns: Iterable[Column] = COLUMNS) -> list[Any]:
    """The values of columns, as Python has them."""
    return [column.take(item) for column in columns]


def text_cell(value: Any) -> str:
    """A value as CSV writes it: numbers bare, what is unknown empty, words guarded."""
    return CELLS[type(value)](value)


CELLS: Final[dict[type, Callable[[Any], str]]] = {
    type(None): lambda _nothing: "",
    str: guarded,
    bool: lambda truth: "true" if truth else "false",
    int: str,
    float: repr,
    list: lambda parts: guarded(SEPARATOR.join(parts)),
    datetime: spelt,
    date: date.isoformat,
}
"""By what a value is: a file of a million rows asks this fifty million times."""


def sheet_cell(value: Any) -> Any:
    """A value as a sheet holds it: numbers and truths as such, everything else as guarded words."""
    return value if isinstance(value, bool | int | float) else text_cell(value)


def properties(item: Item) -> dict[str, Any]:
    """Every column by name, as JSON holds it: nothing guarded, lists as lists, what is unknown null."""
    return {
        column.name: spelt(value) if isinstance(value, datetime) else value
        for column in COLUMNS
        for value in (column.take(item),)
    }
