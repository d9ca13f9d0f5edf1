"""A ZIP that can be read, checked and cited years from now without asking us anything."""

import hashlib
import tempfile
import zipfile
from datetime import UTC
from pathlib import Path
from typing import IO, Final

from django.utils.translation import gettext as _

from incidents.exchange import codebook
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.formats.delimited import header, rows
from incidents.exchange.formats.objects import CLOSING, feature_lines, opening

FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the format knows."""

BLOCK: Final = 1 << 20


def write(edition: Edition, path: Path, progress: Progress | None = None) -> None:
    """The data in two forms and all that belongs to them. The record is read once."""
    with (
        tempfile.TemporaryFile(dir=path.parent) as table,
        tempfile.TemporaryFile(dir=path.parent) as collection,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        _both(edition, table, collection, progress)
        sums = [_pack(archive, edition, name, part) for name, part in (("incidents.csv", table), (JSON, collection))]
        sums += [_pack_text(archive, edition, name, data) for name, data in _papers(edition).items()]
        _pack_text(archive, edition, "SHA256SUMS", "".join(sums).encode())


JSON: Final = "incidents.geojson"


def contents() -> dict[str, str]:
    """What is in the archive, and what each file is for."""
    return {
        "incidents.csv": _("One row an incident."),
        "incidents.geojson": _("The same with geometry, guarded against nothing."),
        "README.md": _("What this is."),
        "codebook.csv": _("Every column and code, for programs."),
        "codebook.md": _("The same for people."),
        "LICENCE.txt": _("What may be done with the data."),
        "CITATION.txt": _("How to cite it."),
        "citation.bib": _("The same for BibTeX."),
        "citation.csl.json": _("The same for reference managers."),
        "query.json": _("The query, the moment and the state of the record's log."),
        "SHA256SUMS": _("Check the files: sha256sum --check SHA256SUMS"),
    }


def _papers(edition: Edition) -> dict[str, bytes]:
    return {
        "README.md": codebook.readme(edition, contents()),
        "codebook.csv": codebook.codebook_csv(),
        "codebook.md": codebook.codebook_markdown(),
        "LICENCE.txt": codebook.licence(),
        "CITATION.txt": codebook.citation_text(edition),
        "citation.bib": codebook.citation_bibtex(edition),
        "citation.csl.json": codebook.citation_csl(edition),
        "query.json": codebook.query_json(edition),
    }


def _both(edition: Edition, table: IO[bytes], collection: IO[bytes], progress: Progress | None) -> None:
    table.write(header())
    collection.write(opening(edition))
    for number, page in enumerate(edition.pages(progress, drawn="geojson")):
        table.write(rows(page))
        collection.write(feature_lines(page, first=number == 0))
    collection.write(CLOSING)


def _pack(archive: zipfile.ZipFile, edition: Edition, name: str, part: IO[bytes]) -> str:
    """Copy a file into the archive; its line of SHA256SUMS is returned."""
    digest = hashlib.sha256()
    part.seek(0)
    with archive.open(_entry(edition, name), "w", force_zip64=True) as target:
        while block := part.read(BLOCK):
            digest.update(block)
            target.write(block)
    return f"{digest.hexdigest()}  {name}\n"


def _pack_text(archive: zipfile.ZipFile, edition: Edition, name: str, data: bytes) -> str:
    archive.writestr(_entry(edition, name), data)
    return f"{hashlib.sha256(data).hexdigest()}  {name}\n"


def _entry(edition: Edition, name: str) -> zipfile.ZipInfo:
    """Dated by the record and not by the clock: the same edition is the same archive."""
    moment = edition.moment.astimezone(UTC).timetuple()[:6] if edition.moment else FIRST_DAY
    info = zipfile.ZipInfo(name, max(moment, FIRST_DAY))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
