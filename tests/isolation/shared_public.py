"""The ``public`` alias for tests that end in a rollback.

Such a test writes through ``default`` and never commits, so a second connection would see nothing. This wrapper
borrows the connection of ``default`` and puts every statement between a savepoint and its rollback, as the public
role, read-only, with the public role's time limit. The statements around it go to psycopg directly: query budgets and
the wall around public requests see what the code under test asked, and nothing else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.contrib.gis.db.backends.postgis.base import DatabaseWrapper
from django.db import connections

BEGIN = """
    SAVEPOINT as_public;
    SET LOCAL ROLE attest_public;
    SET LOCAL transaction_read_only = on;
    SET LOCAL statement_timeout = '3s';
"""
END = "ROLLBACK TO SAVEPOINT as_public; RELEASE SAVEPOINT as_public"


class PublicCursor:
    """A cursor whose every statement runs as the public role. A reader has nothing to lose by the rollback."""

    def __init__(self, cursor: psycopg.Cursor[Any]) -> None:
        self.cursor = cursor

    @contextmanager
    def as_public(self) -> Iterator[None]:
        connection = self.cursor.connection
        connection.execute(BEGIN, prepare=False)
        try:
            yield
        finally:
            connection.execute(END, prepare=False)

    def execute(self, *arguments: Any, **options: Any) -> Any:
        with self.as_public():
            return self.cursor.execute(*arguments, **options)

    def executemany(self, *arguments: Any, **options: Any) -> Any:
        with self.as_public():
            return self.cursor.executemany(*arguments, **options)

    @contextmanager
    def copy(self, *arguments: Any, **options: Any) -> Iterator[psycopg.Copy]:
        with self.as_public(), self.cursor.copy(*arguments, **options) as copy:
            yield copy

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cursor, name)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.cursor)

    def __enter__(self) -> "PublicCursor":
        return self

    def __exit__(self, *_error: object) -> None:
        self.cursor.close()


class SharedPublic(DatabaseWrapper):
    """``connections["public"]`` over the open transaction of ``connections["default"]``."""

    def __init__(self, lender: DatabaseWrapper, settings: dict[str, Any]) -> None:
        super().__init__({**settings, "DISABLE_SERVER_SIDE_CURSORS": True}, "public")
        lender.ensure_connection()
        self.lender = lender
        self.connection = lender.connection
        self.in_atomic_block = True
        self.autocommit = False
        self.commit_on_exit = True  # what a block within it ends is that block alone

    def create_cursor(self, name: str | None = None) -> Any:
        return PublicCursor(self.lender.create_cursor(name))

    def _savepoint(self, sid: str) -> None:
        self.lender._savepoint(sid)  # type: ignore[attr-defined]

    def _savepoint_rollback(self, sid: str) -> None:
        self.lender._savepoint_rollback(sid)  # type: ignore[attr-defined]

    def _savepoint_commit(self, sid: str) -> None:
        self.lender._savepoint_commit(sid)  # type: ignore[attr-defined]

    def close(self) -> None:
        """Do nothing: the connection belongs to the lender."""


@contextmanager
def lend_to_public() -> Iterator[None]:
    """Give ``public`` a connection that sees what ``default`` has written: its own where that is committed."""
    default, original = connections["default"], connections["public"]
    if default.in_atomic_block:
        connections["public"] = SharedPublic(default, original.settings_dict)  # type: ignore[arg-type]
    else:
        connections["public"] = type(original)(original.settings_dict, "public")
    try:
        yield
    finally:
        connections["public"].close()
        connections["public"] = original
