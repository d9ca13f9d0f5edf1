"""Counters that all web processes of one machine share, as a cache of Django's: who asked when, for the limits.

They lie in a SQLite file and not in PostgreSQL: an anonymous read touches no table of the application, and counting
must cost next to nothing (docs/adr/0042-counted-together.md). Names are kept as keyed hashes, so that no address of a
reader is on the disk.
"""

import hashlib
import sqlite3
import time
from array import array
from pathlib import Path
from typing import Any, Final

import structlog
from django.conf import settings
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.utils.encoding import force_bytes

MOMENTS: Final = "d"
PATIENCE: Final = 0.5
"""Seconds to wait for another process that is writing. It writes for some microseconds."""

PREPARED: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = OFF",
    "CREATE TABLE IF NOT EXISTS counts (name BLOB PRIMARY KEY, moments BLOB, until REAL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS counts_until ON counts (until)",
)
log = structlog.get_logger("attest.limits")


class SharedCounts(BaseCache):
    """Holds lists of moments, in seconds. Django makes an instance for each thread, with a connection of its own.

    Where the file cannot be used, nothing is counted and everybody is answered: a full disk must not close the record.
    """

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._file = Path(location)
        self._connection: sqlite3.Connection | None = None

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The moments kept under a name, or ``default``."""
        question = "SELECT moments FROM counts WHERE name = ? AND until > ?"
        found = self._asked(question, self._name(key, version), time.time())
        return list(array(MOMENTS, found[0][0])) if found else default

    def set(
        self,
        key: str,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Keep moments for ``timeout`` seconds, and forget whatever had its time."""
        until = self.get_backend_timeout(timeout)
        self._asked("DELETE FROM counts WHERE until <= ?", time.time())
        kept = (self._name(key, version), array(MOMENTS, value).tobytes(), until)
        self._asked("INSERT OR REPLACE INTO counts VALUES (?, ?, ?)", *kept)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget one name."""
        return bool(self._asked("DELETE FROM counts WHERE name = ? RETURNING 1", self._name(key, version)))

    def clear(self) -> None:
        """Forget all."""
        self._asked("DELETE FROM counts")

    def _name(self, key: str, version: int | None) -> bytes:
        made = str(self.make_and_validate_key(key, version)).encode()
        return hashlib.blake2b(
            made, key=hashlib.sha256(force_bytes(settings.SECRET_KEY)).digest(), digest_size=16
        ).digest()

    def _asked(self, statement: str, *values: Any) -> list[Any]:
        try:
            return self._opened().execute(statement, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            log.warning("limits are not counted", error=type(error).__name__)
            return []

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._file, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            for statement in PREPARED:
                connection.execute(statement)
            self._connection = connection
        return self._connection
