"""A ZIP that can be read, checked and cited years from now without asking us anything."""

import tempfile
from pathlib import Path
from typing import IO, Final

from django.utils.translation import gettext as _

from incidents.exchange import codebook
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.formats.delimited import header, rows
from incidents.exchange.formats.objects import CLOSING, feature_lines, opening
from incidents.exchange.formats.packing import packed

TABLE: Final = "incidents.csv"
JSON: Final = "incidents.geojson"


def write(edition: Edition, path: Path, progress: Progress | None = None) -> None:
    """The data in two forms and all that belongs to them. The record is read once."""
    with (
        tempfile.TemporaryFile(dir=path.parent) as table,
        tempfile.TemporaryFile(dir=path.parent) as collection,
        packed(edition, path) as pack,
    ):
        _both(edition, table, collection, progress)
        pack.add(TABLE, table)
        pack.add(JSON, collection)
        pack.add_text("README.md", codebook.readme(edition, contents()))
        pack.add_text("codebook.csv", codebook.codebook_csv())
        pack.add_text("codebook.md", codebook.codebook_markdown())
        for name, data in codebook.papers(edition).items():
            pack.add_text(name, data)


def contents() -> dict[str, str]:
    """What is in the archive, and what each file is for."""
    return {
        TABLE: _("One row an incident."),
        JSON: _("The same with geometry, guarded against nothing."),
        "README.md": _("What this is."),
        "codebook.csv": _("Every column and code, for programs."),
        "codebook.md": _("The same for people."),
        **codebook.paper_meanings(),
    }


def _both(edition: Edition, table: IO[bytes], collection: IO[bytes], progress: Progress | None) -> None:
    table.write(header())
    collection.write(opening(edition))
    for number, page in enumerate(edition.pages(progress, drawn="geojson")):
        table.write(rows(page))
        collection.write(feature_lines(page, first=number == 0))
    collection.write(CLOSING)
