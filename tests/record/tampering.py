"""What somebody can do who owns the machine: any statement, as the owner of the tables, with every guard off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from tests.isolation.tables import GUARDED, column

Statement = Callable[..., list[tuple[Any, ...]]]


@contextmanager
def as_adversary() -> Iterator[Statement]:
    """A way to run statements that no role, trigger or constraint between tables stands in the way of."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("RESET ROLE")
        tables = column(cursor, GUARDED)
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')

        def run(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
            cursor.execute(statement, parameters or None)
            return list(cursor.fetchall()) if cursor.description else []

        yield run
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in tables:
            cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
        cursor.execute("SET ROLE attest_app")
