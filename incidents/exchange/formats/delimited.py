"""CSV (RFC 4180), UTF-8, as a stream."""

import csv
import io
from collections.abc import Iterable, Iterator

from incidents.exchange.cells import text_cell, values
from incidents.exchange.columns import NAMES
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.items import Item


def stream(edition: Edition, progress: Progress | None = None) -> Iterator[bytes]:
    """A header line, then one line an incident."""
    yield lines([NAMES])
    for page in edition.pages(progress):
        yield rows(page)


def rows(page: Iterable[Item]) -> bytes:
    """The lines of some incidents."""
    return lines([text_cell(value) for value in values(item)] for item in page)


def lines(cells: Iterable[Iterable[str]]) -> bytes:
    """Lines that end with CR LF, quoted where they must be."""
    text = io.StringIO(newline="")
    csv.writer(text, dialect="excel").writerows(cells)
    return text.getvalue().encode()
