"""The folder in which a release is made. What lies there whole need not be written again, whoever was killed when."""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.rules.refusals import RefusedError
from incidents.rules.releases import Made, Piece, Plan, Progress

PLAN: Final = "plan.json"
LEDGER: Final = "made.json"
UNFINISHED: Final = "part-"
"""Before the name of a file that is being written. Behind it, GDAL would take the file for none of its own."""


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Be the only one who makes a release in a folder of such folders. A process that is killed holds it no longer.

    Raises:
        RefusedError: somebody else does.
    """
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (root / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RefusedError(_("A release is being made by another process.")) from error
        yield


class ReleaseFolder:
    """The files of one release, those that are made and the one that is being written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def plan(self) -> Plan | None:
        """What was begun here; None where nothing was."""
        found = self._read(PLAN)
        return Plan(**{**found, "cut_off": datetime.fromisoformat(found["cut_off"])}) if found else None

    def begin(self, plan: Plan) -> None:
        """Fix what is to be made."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._write(PLAN, {**asdict(plan), "cut_off": plan.cut_off.isoformat()})

    def made(self) -> dict[str, Made]:
        """The files that are there as they were written, by name."""
        found = [Made(**one) for one in self._read(LEDGER) or ()]
        return {one.name: one for one in found if self._is_whole(one)}

    def make(self, piece: Piece, progress: Progress) -> Made:
        """Write a file. It stands under its name, and in the ledger, only when it is whole."""
        target = self.file(piece.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{UNFINISHED}{target.name}")
        unfinished.unlink(missing_ok=True)
        rows = piece.write(unfinished, progress)
        made = Made(
            name=piece.name,
            media_type=piece.media_type,
            byte_size=unfinished.stat().st_size,
            row_count=rows,
            sha256=_sha256(unfinished),
        )
        _settle(unfinished, target)
        others = [one for one in self._read(LEDGER) or () if one["name"] != made.name]
        self._write(LEDGER, [*others, asdict(made)])
        return made

    def file(self, name: str) -> Path:
        """Where a file lies."""
        return self.path / "files" / name

    def clear(self) -> None:
        """Forget everything."""
        shutil.rmtree(self.path, ignore_errors=True)

    def _read(self, name: str) -> Any:
        path = self.path / name
        return json.loads(path.read_text()) if path.is_file() else None

    def _write(self, name: str, found: Any) -> None:
        unfinished = self.path / f"{UNFINISHED}{name}"
        unfinished.write_text(json.dumps(found))
        _settle(unfinished, self.path / name)

    def _is_whole(self, made: Made) -> bool:
        path = self.file(made.name)
        return path.is_file() and _sha256(path) == made.sha256


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _settle(unfinished: Path, target: Path) -> None:
    """Let a written file appear under its name, whole even if the power fails."""
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.replace(target)
