"""Files that somebody has sent and not yet recorded: kept for a day, for them alone, while they fill in the form."""

import hashlib
import os
import re
import time
from pathlib import Path
from typing import Final

from django.conf import settings

from accounts.models import User
from incidents import policies

A_DAY: Final = 24 * 60 * 60
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


def keep_waiting(*, actor: User, data: bytes) -> str:
    """Put a file aside for the person who sent it, and return its SHA-256. What has waited a day is thrown away.

    Raises:
        NotAllowedError: this person may not record sources.
    """
    policies.may_log(actor).require()
    folder = _folder()
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    _throw_away(folder)
    digest = hashlib.sha256(data).hexdigest()
    handle = os.open(_path(actor, digest), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return digest


def waiting_file(*, actor: User, sha256: str) -> bytes | None:
    """The file of this SHA-256 that this person put aside; None where there is none, or it has been thrown away."""
    if not _SHA256.fullmatch(sha256):
        return None
    try:
        data = _path(actor, sha256).read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def let_go(*, actor: User, sha256: str) -> None:
    """Throw a file away that is kept for good now."""
    _path(actor, sha256).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.ATTEST_CAPTURES_ROOT) / "waiting"


def _path(actor: User, sha256: str) -> Path:
    return _folder() / f"{actor.pk}-{sha256}"


def _throw_away(folder: Path) -> None:
    since = time.time() - A_DAY
    for path in folder.iterdir():
        if path.stat().st_mtime < since:
            path.unlink(missing_ok=True)
