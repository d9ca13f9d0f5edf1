"""A ZIP in the making: every file dated by the record, and its SHA-256 kept for the last one."""

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from typing import IO, Final

from incidents.exchange.editions import Edition

SUMS: Final = "SHA256SUMS"

FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the format knows."""

BLOCK: Final = 1 << 20


class Pack:
    """What is put into an archive of an edition: the same edition is the same archive, byte for byte."""

    def __init__(self, archive: zipfile.ZipFile, edition: Edition) -> None:
        self._archive, self._edition = archive, edition
        self._sums: list[str] = []

    def add(self, name: str, part: IO[bytes]) -> None:
        """Copy a file that was written into it."""
        digest = hashlib.sha256()
        part.seek(0)
        with self._archive.open(self._entry(name), "w", force_zip64=True) as target:
            while block := part.read(BLOCK):
                digest.update(block)
                target.write(block)
        self._sums.append(f"{digest.hexdigest()}  {name}\n")

    def add_text(self, name: str, data: bytes) -> None:
        """Add a small file."""
        self._archive.writestr(self._entry(name), data)
        self._sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")

    def add_sums(self) -> None:
        """Add the SHA-256 of everything that is in it."""
        self._archive.writestr(self._entry(SUMS), "".join(self._sums).encode())

    def _entry(self, name: str) -> zipfile.ZipInfo:
        """Dated by the record and not by the clock."""
        moment = self._edition.moment
        stamp = moment.astimezone(UTC).timetuple()[:6] if moment else FIRST_DAY
        info = zipfile.ZipInfo(name, max(stamp, FIRST_DAY))
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        return info


@contextmanager
def packed(edition: Edition, path: Path) -> Iterator[Pack]:
    """An archive to put files into; it ends with their SHA-256."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        pack = Pack(archive, edition)
        yield pack
        pack.add_sums()
