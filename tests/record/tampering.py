"""What somebody can do who owns the machine: any statement, as the owner of the tables, with every guard off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from incidents.rules.canonical import EMPTY_LOG, canonical_bytes, chain_hash, sha256_hex
from incidents.rules.integrity import Line
from incidents.rules.merkle import Frontier
from incidents.selectors.integrity import lines_of_record
from tests.isolation.tables import GUARDED, column

Statement = Callable[..., list[tuple[Any, ...]]]

BETWEEN_ROWS = """
    SELECT conrelid::regclass::text, conname FROM pg_constraint
    WHERE contype IN ('u', 'x', 'f') AND conrelid::regclass::text LIKE 'record\\_%%'
"""


@contextmanager
def as_adversary() -> Iterator[Statement]:
    """A way to run statements that neither role nor trigger stands in the way of."""
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


def drop_constraints(run: Statement) -> None:
    """Let rows of the record be doubled, orphaned and overlapping."""
    for table, name in run(BETWEEN_ROWS):
        run(f'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{name}" CASCADE')


def recompute(run: Statement) -> None:
    """Make the log whole again over whatever stands in it: positions, hashes, chain and tree; forget every checkpoint.

    This is the most that somebody can do without the signing key: the record then agrees with itself.
    """
    drop_constraints(run)
    run("DELETE FROM record_checkpoint")
    run("DELETE FROM record_log_node")
    tree, previous = Frontier(), EMPTY_LOG
    for position, line in enumerate(list(lines_of_record(alias="default"))):
        previous = _recompute(run, line, position, (tree, previous))


def _recompute(run: Statement, line: Line, position: int, before: tuple[Frontier, bytes]) -> bytes:
    tree, previous = before
    digest = sha256_hex(canonical_bytes(line.content))
    _content, leaf = line.hashes()
    chained = chain_hash(previous, leaf)
    run(
        "UPDATE record_version SET content_sha256 = %s WHERE public_id = %s AND number = %s",
        *(digest, line.id, line.number),
    )
    run(
        "UPDATE incidents_approval SET content_sha256 = %s WHERE content_sha256 = %s",
        *(digest, line.content_sha256),
    )
    run(
        "UPDATE record_log_entry SET position = %s, leaf_hash = %s, previous_hash = %s, chain_hash = %s"
        " WHERE position = %s",
        *(position, leaf.hex(), previous.hex(), chained.hex(), line.position),
    )
    for node, value in tree.append(leaf):
        run("INSERT INTO record_log_node (level, index, hash) VALUES (%s, %s, %s)", node.level, node.index, value.hex())
    return chained
