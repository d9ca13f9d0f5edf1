"""The columns of the record in one process: loaded from PostgreSQL, kept current by the number of the log."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any, Final

import duckdb
import pyarrow as pa
from django.db import connections, transaction

from incidents.models.record import LogEntry
from incidents.querysets.record import PUBLIC
from incidents.selectors.columns.arrays import Arrays
from incidents.selectors.columns.copying import copied
from incidents.selectors.columns.layout import CHANGED, COLUMNS, NAMING, NAMINGS, STRETCH, TABLE, named, rows
from incidents.selectors.pairs import PAIRS, STANDING

AT_ONCE: Final = 20_000
"""Rows of one statement while everything is loaded: far within the time that the public role has."""

AS_POSTGRES: Final = "nulls_last_on_asc_first_on_desc"
MOST_KEPT: Final = 64
"""Answers of PostgreSQL that are remembered until the record grows."""

THREADS: Final = 2


class Store:
    """The columns up to the entry of the log at ``position``, whose chain hash is ``chained``.

    Who asks holds ``lock`` until the answer is fetched; the engine itself works with several threads.
    """

    def __init__(self) -> None:
        self.lock = RLock()
        self.position, self.chained = -1, ""
        self._database = duckdb.connect(":memory:", config={"threads": THREADS})
        self._database.execute(f"SET default_null_order = '{AS_POSTGRES}'")
        for table, columns in ((TABLE, COLUMNS), (NAMINGS, NAMING)):
            self._database.execute(f"CREATE TABLE {table} ({', '.join(f'{one.name} {one.kind}' for one in columns)})")
        self._database.execute("CREATE MACRO box2d(corners) AS corners")
        self.arrays = Arrays(self._database)
        self._kept: dict[tuple[str, ...], str] = {}

    def ask(self, sql: str, parameters: Sequence[Any] = ()) -> "duckdb.DuckDBPyConnection":
        """The answer to a question, to be fetched before the next."""
        return self._database.execute(sql, parameters)

    def remembered(self, name: tuple[str, ...]) -> str | None:
        """What PostgreSQL said to a question since the record last grew."""
        return self._kept.get(name)

    def remember(self, name: tuple[str, ...], said: str) -> None:
        """Keep what PostgreSQL said, and forget the rest where that becomes much."""
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[name] = said

    def load(self) -> None:
        """Everything there is, as of one moment."""
        with _one_moment():
            head = LogEntry.objects.public().head()
            for start in range(0, head.position + 1 if head else 0, AT_ONCE):
                self._take(*_read(STRETCH, [start, start + AT_ONCE]))
        self._stands_at(head)

    def catch_up(self, head: LogEntry) -> None:
        """What the log has gained up to ``head`` or later: every row of the incidents with newer versions."""
        with self.lock:
            with _one_moment():
                flat, pairs = _read(CHANGED, [self.position])
            with self._all_or_nothing():
                self._database.register("flat", flat)
                gone = f"SELECT version_id FROM {TABLE} WHERE public_id IN (SELECT public_id FROM flat)"  # noqa: S608
                self.ask(f"DELETE FROM {NAMINGS} WHERE version_id IN ({gone})")  # noqa: S608  names of tables
                self.ask(f"DELETE FROM {TABLE} WHERE public_id IN (SELECT public_id FROM flat)")  # noqa: S608
                self._take(flat, pairs)
            self._stands_at(head)

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        self.ask("BEGIN")
        try:
            yield
        except BaseException:
            self.ask("ROLLBACK")
            raise
        self.ask("COMMIT")

    def _take(self, flat: pa.Table, pairs: pa.Table) -> None:
        self._database.register("flat", flat)
        self._database.register("pairs", pairs)
        self.ask(f"INSERT INTO {TABLE} SELECT {', '.join(one.kept for one in COLUMNS)} FROM flat")  # noqa: S608
        self.ask(f"INSERT INTO {NAMINGS} SELECT {', '.join(one.kept for one in NAMING)} FROM pairs")  # noqa: S608
        self._database.unregister("flat")
        self._database.unregister("pairs")

    def _stands_at(self, head: LogEntry | None) -> None:
        self.arrays = Arrays(self._database)
        self._kept.clear()
        self.position, self.chained = (head.position, head.chain_hash) if head else (-1, "")


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read as of one moment; inside a transaction that has begun, as of whatever that sees."""
    begun = connections[PUBLIC].in_atomic_block
    with transaction.atomic(using=PUBLIC):
        if not begun:
            with connections[PUBLIC].cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _read(where: str, parameters: list[int]) -> tuple[pa.Table, pa.Table]:
    flat = copied(rows(where), parameters, COLUMNS)
    return flat, copied(named(where, PAIRS), [*parameters, STANDING, STANDING], NAMING)
