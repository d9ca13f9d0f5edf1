"""An Excel workbook, written row by row: the incidents, then what each column means."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from django.utils.translation import gettext as _

from incidents.exchange.cells import guarded, sheet_cell, values
from incidents.exchange.columns import COLUMNS, NAMES
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.formats.objects import described

LONGEST_CELL: Final = 32_767
OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)
WIDTHS: Final = {"title": 50, "url": 30, "citation_url": 30, "attributed_to": 30}


class CellTooLongError(ValueError):
    """A value does not fit into a cell, and is not cut."""


def write(edition: Edition, path: Path, progress: Progress | None = None) -> None:
    """One file, whose properties name nobody.

    Raises:
        CellTooLongError: a value is longer than a cell can be.
    """
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        book.set_properties({"created": (edition.moment or LONG_AGO).astimezone(UTC).replace(tzinfo=None)})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(_("Incidents"))
        _line(sheet, 0, list(NAMES), bold)
        sheet.freeze_panes(1, 1)
        for place, name in enumerate(NAMES):
            sheet.set_column(place, place, WIDTHS.get(name, 16))
        number = 0
        for page in edition.pages(progress):
            for item in page:
                number += 1
                _line(sheet, number, [sheet_cell(value) for value in values(item)])
        _explain(book, bold)
        _describe(book, edition)


def _explain(book: Any, bold: Any) -> None:
    """The second sheet: the codebook."""
    sheet = book.add_worksheet(_("Columns"))
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 2, 20)
    sheet.set_column(3, 3, 100)
    _line(sheet, 0, [_("Column"), _("Kind"), _("Unit"), _("Meaning")], bold)
    for number, one in enumerate(COLUMNS, start=1):
        _line(sheet, number, [one.name, one.kind.value, str(one.unit), str(one.meaning)])


def _describe(book: Any, edition: Edition) -> None:
    """The last sheet: what the workbook is."""
    sheet = book.add_worksheet(_("About"))
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)
    for number, (name, value) in enumerate(described(edition).items()):
        _line(sheet, number, [name, "" if value is None else guarded(str(value))])


def _line(sheet: Any, number: int, cells: list[Any], style: Any = None) -> None:
    for place, value in enumerate(cells):
        _cell(sheet, number, place, value, style)


def _cell(sheet: Any, number: int, place: int, value: Any, style: Any) -> None:
    match value:
        case "":
            return
        case bool():
            sheet.write_boolean(number, place, value, style)
        case int() | float():
            sheet.write_number(number, place, value, style)
        case _:
            if len(value) > LONGEST_CELL:
                raise CellTooLongError(NAMES[place])
            sheet.write_string(number, place, value, style)
