"""Whether this process holds the columns: loaded beside the work where the record is large, and kept current."""

import threading
from typing import Final

import structlog
from django.conf import settings
from django.db import connections

from incidents.models.record import LogEntry
from incidents.selectors.columns.postgres import Postgres
from incidents.selectors.columns.process import Columns
from incidents.selectors.columns.reading import Reader
from incidents.selectors.columns.store import Store

MOST_BEHIND: Final = 500
"""Entries of the log that are caught up with while a reader waits; of more, everything is loaded anew."""

PATIENCE: Final = 20.0
"""Seconds that a reader waits for the columns while they are loaded: PostgreSQL would need as long, and give up."""

log = structlog.get_logger("attest.columns")


class Held:
    """The columns of one process, or none yet."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loading: threading.Thread | None = None
        self._store: Store | None = None

    def current(self, least: int) -> Store | None:
        """The columns as the record stands now, where it has at least so many versions and they are loaded."""
        head = LogEntry.objects.public().head()
        if head is None or head.position + 1 < least:
            return None
        with self._lock:
            if self._store is not None and self._is_current(self._store, head):
                return self._store
            if self._loading is None:
                self._loading = threading.Thread(target=self._load, name="columns", daemon=True)
                self._loading.start()
            loading = self._loading
        loading.join(PATIENCE)
        store = self._store
        return store if store is not None and store.chained == head.chain_hash else None

    def _is_current(self, store: Store, head: LogEntry) -> bool:
        if store.chained == head.chain_hash:
            return True
        behind = head.position - store.position
        known = LogEntry.objects.public().filter(position=store.position, chain_hash=store.chained)
        if not 0 < behind <= MOST_BEHIND or not known.exists():
            return behind <= 0 and known.exists()  # another question of the same moment was later and went further
        store.catch_up(head)
        return True

    def _load(self) -> None:
        try:
            store = Store()
            store.load()
            self._store = store
            log.info("columns loaded", entries=store.position + 1)
        except Exception:
            log.exception("columns not loaded")
        finally:
            self._loading = None
            connections.close_all()


_held: Final = Held()


def reader() -> Reader:
    """Who answers counts now."""
    least: int = settings.ATTEST_COLUMNS_FROM
    store = _held.current(least) if least else None
    return Columns(store) if store else Postgres()
