"""What the database itself refuses of the log's tree and of checkpoints, in raw SQL as the application's role."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from incidents.models import Checkpoint, LogNode
from tests import making
from tests.isolation.scenes import scene
from tests.record.tampering import as_adversary

pytestmark = pytest.mark.django_db

HASH = "a" * 64


def sql(statement: str, *parameters: str | int) -> None:
    """Run a statement as the application's role, with what is asked at the end of a transaction asked at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("attest_app",)
        cursor.execute(statement, parameters)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refused(statement: str, *parameters: str | int) -> str:
    """Run a statement that must be refused, and say how it was."""
    with pytest.raises(DatabaseError) as error:
        sql(statement, *parameters)
    return str(error.value)


@scene
def four_versions(folder: Path) -> None:
    """A log of four entries, with no checkpoint."""
    people = making.desk()
    for _ in range(4):
        making.published(people)


@pytest.mark.usefixtures("four_versions")
def test_the_tree_grows_with_the_log() -> None:
    assert list(LogNode.objects.values_list("level", "index")) == [(1, 0), (1, 1), (2, 0)]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.usefixtures("four_versions")
@pytest.mark.parametrize("place", ["1, 2", "2, 1", "3, 0", "9, 9"])
def test_a_node_that_is_not_the_hash_of_the_two_below_it_is_refused(place: str) -> None:
    statement = f"INSERT INTO record_log_node (level, index, hash) VALUES ({place}, %s)"
    assert "is the hash of the two below it" in refused(statement, HASH)


@pytest.mark.usefixtures("four_versions")
def test_no_node_stands_at_the_level_of_the_leaves() -> None:
    assert "log_node_is_sha256_above_leaves" in refused("INSERT INTO record_log_node VALUES (0, 9, %s)", HASH)


NEXT = """
    WITH head AS (SELECT * FROM record_log_entry ORDER BY position DESC LIMIT 1)
    INSERT INTO record_log_entry (position, version_id, salt, leaf_hash, previous_hash, chain_hash, appended_at)
    SELECT position + 1, %s, salt, leaf_hash, chain_hash,
           encode(sha256('\\x01'::bytea || decode(chain_hash, 'hex') || decode(leaf_hash, 'hex')), 'hex'), appended_at
    FROM head
"""


def spare_versions() -> list[int]:
    """Keys of two versions that no entry of the log names yet."""
    with as_adversary() as run:
        run(
            "INSERT INTO record_version (public_id, number, kind, content, content_sha256, summary, published_at)"
            " SELECT public_id, number + 1 + extra, 'update', content, content_sha256, summary, published_at"
            " FROM record_version, generate_series(0, 1) AS extra WHERE public_id = 'INC-2024-000001'"
        )
        return [key for (key,) in run("SELECT id FROM record_version WHERE number > 1 ORDER BY id")]


@pytest.mark.usefixtures("four_versions")
def test_an_entry_that_completes_a_subtree_is_refused_without_it() -> None:
    fifth, sixth = spare_versions()
    sql(NEXT, fifth)  # completes nothing
    assert "Entry 5 completes a subtree of the log that is not written" in refused(NEXT, sixth)


@pytest.mark.usefixtures("four_versions")
@pytest.mark.parametrize("table", ["record_log_node", "record_checkpoint"])
def test_neither_nodes_nor_checkpoints_are_changed_or_taken_away(table: str) -> None:
    column = {"record_log_node": "hash", "record_checkpoint": "note"}[table]
    for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}", f"TRUNCATE {table}"):
        assert "permission denied" in refused(statement)
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        if table == "record_checkpoint":
            cursor.execute(
                "INSERT INTO record_checkpoint (size, root, signed_at, note) VALUES (1, %s, now(), 'x')", [HASH]
            )
    for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}", f"TRUNCATE {table}"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE attest_app")


@pytest.mark.usefixtures("four_versions")
def test_a_checkpoint_is_of_the_log_as_it_is() -> None:
    statement = "INSERT INTO record_checkpoint (size, root, signed_at, note) VALUES (%s, %s, now(), 'x')"
    assert "of the log as it is" in refused(statement, 5, HASH)
    Checkpoint.objects.create(size=4, root=HASH, signed_at="2026-01-01T00:00:00Z", note="x")
    assert "of the log as it is" in refused(statement, 3, HASH)
