"""CSV (RFC 4180), UTF-8, as a stream."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from incidents.exchange.cells import text_cell, values
from incidents.exchange.columns import COLUMNS, Column
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.hxl import tags
from incidents.exchange.items import Item


def stream(edition: Edition, progress: Progress | None = None, *, hxl: bool = False) -> Iterator[bytes]:
    """A header line, with ``hxl`` a line of HXL hashtags, then one line an incident."""
    yield header(hxl=hxl)
    for page in edition.pages(progress):
        yield rows(page)


def header(columns: Sequence[Column] = COLUMNS, *, hxl: bool = False) -> bytes:
    """The names of columns; with ``hxl`` their hashtags below."""
    names = [column.name for column in columns]
    return lines([names, tags(columns)] if hxl else [names])


def rows(page: Iterable[Item], columns: Sequence[Column] = COLUMNS) -> bytes:
    """The lines of some incidents."""
    return lines([text_cell(value) for value in values(item, columns)] for item in page)


def lines(cells: Iterable[Iterable[str]]) -> bytes:
    """Lines that end with CR LF, quoted where they must be."""
    text = io.StringIO(newline="")
    csv.writer(text, dialect="excel").writerows(cells)
    return text.getvalue().encode()
