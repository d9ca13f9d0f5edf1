"""What each database role may do, asked of the database itself and tried in raw SQL."""

import pytest
from django.db import DatabaseError, connections, transaction

RELATIONS = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
"""
RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
NEVER_CHANGED = {
    "incidents_transition",
    "incidents_publication",
    "incidents_contribution",
    "record_version",
    "record_checkpoint",
    "record_log_entry",
    "record_log_node",
}

pytestmark = pytest.mark.django_db


def relations() -> list[str]:
    """Every table and view of ours; those of an extension belong to it."""
    with connections["default"].cursor() as cursor:
        cursor.execute(RELATIONS)
        return [row[0] for row in cursor.fetchall()]


def rights(role: str) -> dict[str, set[str]]:
    """What a role may do with each table, a right to single columns included."""
    with connections["default"].cursor() as cursor:
        held: dict[str, set[str]] = {}
        for table in relations():
            for right in RIGHTS:
                asked = [role, f'"{table}"', right]
                cursor.execute("SELECT has_table_privilege(%s, %s, %s)", asked)
                allowed = cursor.fetchone() == (True,)
                if not allowed and right in {"SELECT", "INSERT", "UPDATE"}:
                    cursor.execute("SELECT has_any_column_privilege(%s, %s, %s)", asked)
                    allowed = cursor.fetchone() == (True,)
                if allowed:
                    held.setdefault(table, set()).add(right)
        return held


def is_history(table: str) -> bool:
    return table in NEVER_CHANGED or table.endswith("event")


def refused(alias: str, statement: str) -> bool:
    """Whether the database refuses a statement for want of the right to it."""
    try:
        with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        return getattr(error.__cause__, "sqlstate", None) in {"42501", "25006"}  # no right; read-only transaction
    return False


def test_tests_run_as_the_roles_that_serve_requests() -> None:
    names = {}
    for alias in ("default", "public"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT current_user")
            names[alias] = cursor.fetchone()
    assert names == {"default": ("attest_app",), "public": ("attest_public",)}


def test_the_public_role_reads_the_record_and_nothing_else() -> None:
    record = {table: {"SELECT"} for table in relations() if table.startswith("record_")}
    assert record
    assert rights("attest_public") == record


def test_every_other_table_refuses_the_public_role() -> None:
    others = [table for table in relations() if not table.startswith("record_")]
    assert [table for table in others if not refused("public", f'SELECT 1 FROM "{table}" LIMIT 1')] == []


def test_the_public_role_cannot_write_the_record_it_reads() -> None:
    record = [table for table in relations() if table.startswith("record_")]
    assert [table for table in record if not refused("public", f'DELETE FROM "{table}"')] == []


def test_the_public_role_makes_no_table_of_its_own() -> None:
    assert refused("public", "CREATE TABLE mine (id int)")
    assert refused("public", "CREATE TEMPORARY TABLE mine (id int)")


def test_the_public_role_is_given_three_seconds() -> None:
    with connections["public"].cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("3s",)


def test_the_application_cannot_rewrite_history() -> None:
    held = rights("attest_app")
    history = [table for table in relations() if is_history(table)]
    assert set(history) >= NEVER_CHANGED
    assert {table: held[table] & {"UPDATE", "DELETE", "TRUNCATE"} for table in history} == {
        table: set() for table in history
    }


def test_the_application_empties_no_table_and_changes_no_schema() -> None:
    too_much = {table: held & {"TRUNCATE", "TRIGGER", "REFERENCES"} for table, held in rights("attest_app").items()}
    assert {table: held for table, held in too_much.items() if held} == {}
    assert refused("default", "ALTER TABLE incidents_incident DISABLE TRIGGER USER")
    assert refused("default", "DROP TABLE incidents_transition")
    assert refused("default", "CREATE TABLE mine (id int)")


def test_neither_role_is_more_than_it_seems() -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT rolname FROM pg_roles WHERE rolname IN ('attest_app', 'attest_public', 'attest_owner')"
            " AND (rolsuper OR rolcreaterole OR rolbypassrls OR rolreplication)"
        )
        assert cursor.fetchall() == []
        cursor.execute("SELECT pg_has_role('attest_app', 'attest_owner', 'MEMBER')")
        assert cursor.fetchone() == (False,)


def test_a_right_too_many_is_seen(request: pytest.FixtureRequest) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("GRANT SELECT ON accounts_user TO attest_public")
        cursor.execute("SET ROLE attest_app")
    assert "accounts_user" in rights("attest_public")
    assert not refused("public", "SELECT 1 FROM accounts_user LIMIT 1")
