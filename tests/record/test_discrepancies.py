"""What else the verifier names: public rows, approvals, nodes and checkpoints that do not fit, and plain nonsense."""

import pytest

from incidents.models import LogEntry
from tests.record.conftest import Kept, tampered
from tests.record.tampering import Statement

pytestmark = pytest.mark.django_db

GONE = """
    WITH row AS (SELECT version_id FROM record_published_incident WHERE public_id = %s),
      things AS (DELETE FROM record_element USING row WHERE row_id = row.version_id)
    DELETE FROM record_published_incident AS gone USING row WHERE gone.version_id = row.version_id
"""


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE record_published_incident SET title = 'x' WHERE public_id = %s", "in “title”"),
        ("UPDATE record_published_incident SET geometry = NULL WHERE public_id = %s", "in “geometry”"),
        ("UPDATE record_published_incident SET actors = '{x}' WHERE public_id = %s", "in “actors”"),
        (
            "UPDATE record_published_incident SET known = tstzrange('2020-01-01', NULL) WHERE public_id = %s",
            "begins at another time than the version",
        ),
        (
            "UPDATE record_published_incident SET known = tstzrange(lower(known), '2999-01-01') WHERE public_id = %s",
            "does not end where the next version begins",
        ),
        (GONE, "version 1, has no public row."),
    ],
)
def test_a_public_row_that_does_not_follow_from_its_version_is_named(kept: Kept, statement: str, sentence: str) -> None:
    said = tampered(kept, lambda run: run(statement, kept.id(0)))
    assert sentence in said
    assert kept.id(0) in said


def test_an_approval_of_something_else_is_named(kept: Kept) -> None:
    statement = "UPDATE incidents_approval SET content_sha256 = repeat('0', 64) WHERE incident_id = %s"
    said = tampered(kept, lambda run: run(statement, kept.incidents[0].pk))
    assert f"0: {kept.id(0)}, version 1: the approval at the desk is not of this content." in said


def test_a_publication_that_the_desk_forgot_is_named(kept: Kept) -> None:
    statement = "DELETE FROM incidents_publication WHERE incident_id = %s"
    said = tampered(kept, lambda run: run(statement, kept.incidents[0].pk))
    assert f"0: {kept.id(0)}, version 1: the desk knows of no such publication." in said


def test_a_version_outside_the_log_is_named(kept: Kept) -> None:
    statement = (
        "INSERT INTO record_version (public_id, number, kind, content, content_sha256, summary, published_at)"
        " SELECT public_id, 2, 'update', content, content_sha256, 'x', now() FROM record_version WHERE public_id = %s"
    )
    said = tampered(kept, lambda run: run(statement, kept.id(0)))
    assert f"{kept.id(0)}, version 2, stands in no entry of the log." in said


def test_a_node_of_the_tree_that_does_not_fit_is_named(kept: Kept) -> None:
    statement = "UPDATE record_log_node SET hash = repeat('0', 64) WHERE level = 2"
    assert "3: The tree does not fit the entries 0 to 3." in tampered(kept, lambda run: run(statement))


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE record_checkpoint SET note = 'x'", "in the record is not to be believed"),
        ("UPDATE record_checkpoint SET size = 5", "says something else in its note"),
    ],
)
def test_a_checkpoint_of_the_record_that_was_changed_is_named(kept: Kept, statement: str, sentence: str) -> None:
    assert sentence in tampered(kept, lambda run: run(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_version SET content = '[]'",
        "UPDATE record_version SET content = 'null'",
        "UPDATE record_version SET content = '{\"schema\": 7}'",
        'UPDATE record_version SET content = \'{"schema": "attest-incident/1", "n": 1e400}\'',
        "UPDATE record_version SET content = content - 'sources'",
        "UPDATE record_log_entry SET salt = 'zz'",
        "UPDATE record_log_entry SET leaf_hash = repeat('z', 64)",
        "UPDATE record_log_entry SET desk_seal = 'x'",
        "UPDATE record_version SET reviewer_roles = '{x,NULL}'",
        "UPDATE incidents_publication SET seal_salt = 'x'",
        "UPDATE record_log_node SET hash = 'x'",
        "UPDATE record_version SET published_at = 'infinity'",
        "TRUNCATE record_log_node",
        "TRUNCATE record_log_entry CASCADE",
    ],
)
def test_nonsense_is_named_and_never_crashes(kept: Kept, statement: str) -> None:
    def change(run: Statement) -> None:
        for name in ("log_hashes_are_sha256", "log_node_is_sha256_above_leaves"):
            table = "record_log_node" if "node" in name else "record_log_entry"
            run(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        run(statement)

    assert len(tampered(kept, change).splitlines()) > 1
    assert LogEntry.objects.count() in {0, 6}
