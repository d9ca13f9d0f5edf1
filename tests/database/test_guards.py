"""What the database refuses on its own, in raw SQL as the application's role."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.models import User
from accounts.roles import Role
from incidents import migrations
from incidents.choices import ReviewerRole, State
from incidents.models import Incident, LogEntry, PublishedIncident, Source
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.reviewing import approve, submit
from incidents.services.small_edits import ask_small_edit
from incidents.services.sources import derive
from tests import making

pytestmark = pytest.mark.django_db

HASH = "0" * 64


def sql(statement: str, *parameters: str | int | None) -> None:
    """Run a statement as the application's role, inside a savepoint."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("attest_app",)
        cursor.execute(statement, parameters)


def refused(statement: str, *parameters: str | int | None) -> str:
    """Run a statement that must be refused, and say how it was."""
    with pytest.raises(DatabaseError) as error:
        sql(statement, *parameters)
    return str(error.value)


def approve_by(made: Incident, approver: User) -> tuple[str, tuple[str | int, ...]]:
    """An approval, as somebody would write it past the services."""
    review = made.reviews.get()
    statement = """
        INSERT INTO incidents_approval
            (incident_id, review_id, approver_id, decision, revision, content_sha256, approved_at)
        VALUES (%s, %s, %s, 'first', %s, %s, now())
    """
    return statement, (made.pk, review.pk, approver.pk, made.revision, HASH)


@pytest.fixture
def people() -> making.Desk:
    return making.desk()


def test_self_approval_is_refused(people: making.Desk) -> None:
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    statement, parameters = approve_by(made, people.editor)
    assert "Nobody approves their own work" in refused(statement, *parameters)


def test_an_approval_by_another_is_taken_so_that_the_refusal_means_something(people: making.Desk) -> None:
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    statement, parameters = approve_by(made, people.reviewer)
    sql(statement, *parameters)


def test_self_approval_is_refused_to_who_made_a_small_edit_in_review(people: making.Desk) -> None:
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    helper = people.publisher
    ask_small_edit(actor=people.reviewer, incident=made, revision=made.revision, of=helper, what="Near it.")
    statement, parameters = approve_by(made, people.reviewer)
    described = Description(title="Two bombings near Kerman", graphic=False, personal_data=False)
    describe(actor=helper, incident=made, description=described)
    assert made.state == State.IN_REVIEW
    assert "An approval is of the revision in review" in refused(statement, *parameters)
    statement, parameters = approve_by(made, helper)
    assert "Nobody approves their own work" in refused(statement, *parameters)
    statement, parameters = approve_by(made, people.reviewer)
    sql(statement, *parameters)
    oneself = "UPDATE incidents_smalledit SET asked_of_id = asked_by_id"
    assert "small_edit_by_another" in refused(oneself)


def test_self_approval_is_refused_to_who_wrote_only_a_citation(people: making.Desk) -> None:
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    assertion = made.assertions.first()
    assert assertion is not None
    sql("UPDATE incidents_citation SET recorded_by_id = %s WHERE assertion_id = %s", people.reviewer.pk, assertion.pk)
    statement, parameters = approve_by(made, people.reviewer)
    assert "Nobody approves their own work" in refused(statement, *parameters)


def test_an_approval_is_of_the_revision_in_review(people: making.Desk) -> None:
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    made.revision -= 1
    statement, parameters = approve_by(made, people.reviewer)
    assert "revision in review" in refused(statement, *parameters)


def test_an_approval_only_lapses(people: making.Desk) -> None:
    made = making.approved(people, making.incident(people.editor))
    assert "permission denied" in refused("DELETE FROM incidents_approval WHERE incident_id = %s", made.pk)
    assert "permission denied" in refused(
        "UPDATE incidents_approval SET content_sha256 = %s WHERE incident_id = %s", HASH, made.pk
    )
    sql("UPDATE incidents_approval SET lapsed_at = now() WHERE incident_id = %s", made.pk)
    assert "only lapse" in refused("UPDATE incidents_approval SET lapsed_at = NULL WHERE incident_id = %s", made.pk)


def test_nothing_is_approved_without_an_approval(people: making.Desk) -> None:
    made = making.incident(people.editor)
    submit(actor=people.editor, incident=made)
    assert "without an approval" in refused("UPDATE incidents_incident SET state = 'approved' WHERE id = %s", made.pk)


def test_no_state_is_skipped(people: making.Desk) -> None:
    made = making.incident(people.editor)
    assert "No way leads from draft to published" in refused(
        "UPDATE incidents_incident SET state = 'published' WHERE id = %s", made.pk
    )


def test_nothing_is_born_published(people: making.Desk) -> None:
    made = making.incident(people.editor)
    columns = [field.column for field in Incident._meta.concrete_fields if field.column not in {"id", "uid", "state"}]
    copy = ", ".join(f'"{column}"' for column in columns)
    statement = f"""
        INSERT INTO incidents_incident (uid, state, {copy})
        SELECT gen_random_uuid(), 'approved', {copy} FROM incidents_incident WHERE id = %s
    """
    assert "begins as a lead or a draft" in refused(statement, made.pk)


def test_a_version_is_published_only_as_it_was_approved(people: making.Desk) -> None:
    made = making.approved(people, making.incident(people.editor))
    approve(actor=people.publisher, incident=made, revision=made.revision)
    sql("UPDATE incidents_incident SET public_id = 'INC-2024-000009', published_number = 1 WHERE id = %s", made.pk)
    statement = """
        INSERT INTO record_version
            (public_id, number, kind, content, content_sha256, summary, published_at, reviewer_roles)
        VALUES ('INC-2024-000009', 1, 'first', '{}', %s, 'x', now(), %s::varchar[])
    """
    assert "only as it was approved" in refused(statement, HASH, "{}")
    approval = made.approvals.first()
    assert approval is not None
    for wrong in ("{}", "{reviewer}", "{reviewer,senior}", "{publisher,publisher,reviewer}", "{senior,publisher}"):
        assert "states the roles of those who approved exactly it" in refused(statement, approval.content_sha256, wrong)
    User.objects.filter(pk=people.reviewer.pk).update(role="editor")
    assert "states the roles" in refused(statement, approval.content_sha256, "{publisher,reviewer}")
    User.objects.filter(pk=people.reviewer.pk).update(role="reviewer")
    sql(statement, approval.content_sha256, "{publisher,reviewer}")


def test_a_tombstone_states_no_role(people: making.Desk) -> None:
    made = making.published(people)
    sql("UPDATE incidents_incident SET state = 'withdrawn' WHERE id = %s", made.pk)
    statement = """
        INSERT INTO record_version
            (public_id, number, kind, content, content_sha256, summary, published_at, reviewer_roles)
        VALUES (%s, 2, 'withdrawal', '{"schema": "attest-tombstone/1"}', %s, 'x', now(), %s::varchar[])
    """
    assert "states the roles" in refused(statement, made.public_id, HASH, "{senior}")
    sql(statement, made.public_id, HASH, "{}")


def test_the_roles_that_may_be_stated_are_those_that_approve() -> None:
    able = [role for role in Role if role.at_least(Role.REVIEWER)]
    assert ReviewerRole.values == [role.value for role in able]
    assert [str(role.label) for role in ReviewerRole] == [str(role.label) for role in able]
    guard = (Path(migrations.__file__).parent / "reviewer_roles.sql").read_text()
    assert f"u.role IN ({', '.join(repr(role.value) for role in able)})" in guard


@pytest.mark.parametrize(
    "table", ["record_version", "record_log_entry", "incidents_transition", "incidents_contribution"]
)
def test_history_and_log_are_neither_changed_nor_deleted_nor_emptied(people: making.Desk, table: str) -> None:
    making.published(people)
    key = "position" if table == "record_log_entry" else "id"
    for statement in (f"UPDATE {table} SET {key} = {key}", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
        assert "permission denied" in refused(statement)


def test_row_history_is_neither_changed_nor_deleted_and_cannot_be_switched_off(people: making.Desk) -> None:
    made = making.incident(people.editor)
    for statement in ("UPDATE incidents_incidentevent SET title = 'x'", "DELETE FROM incidents_incidentevent"):
        assert "permission denied" in refused(statement)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM incidents_incidentevent WHERE pgh_obj_id = %s", [made.pk])
        before = cursor.fetchone()
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore', %s, true)",
            ["{" + ",".join(_history_triggers(cursor)) + "}"],
        )
        cursor.execute("UPDATE incidents_incident SET title = 'Unseen' WHERE id = %s", [made.pk])
        cursor.execute("SELECT count(*) FROM incidents_incidentevent WHERE pgh_obj_id = %s", [made.pk])
        after = cursor.fetchone()
    assert after[0] == before[0] + 1


def _history_triggers(cursor: object) -> list[str]:
    cursor.execute("SELECT tgname FROM pg_trigger WHERE tgrelid = 'incidents_incident'::regclass")  # type: ignore[attr-defined]
    return [name for (name,) in cursor.fetchall()]  # type: ignore[attr-defined]


def test_a_published_row_is_only_closed(people: making.Desk) -> None:
    made = making.published(people)
    for statement in (
        "UPDATE record_published_incident SET title = 'x' WHERE public_id = %s",
        "UPDATE record_published_incident SET killed_best = 1 WHERE public_id = %s",
        "DELETE FROM record_published_incident WHERE public_id = %s",
    ):
        assert "permission denied" in refused(statement, made.public_id)
    assert "only be closed" in refused(
        "UPDATE record_published_incident SET known = tstzrange('2000-01-01', NULL) WHERE public_id = %s",
        made.public_id,
    )


def test_the_log_continues_at_its_head(people: making.Desk) -> None:
    made = making.published(people)
    entry = LogEntry.objects.get()
    again = """
        INSERT INTO record_log_entry (position, version_id, salt, leaf_hash, previous_hash, chain_hash, appended_at)
        SELECT %s, version_id, salt, leaf_hash, %s, chain_hash, appended_at FROM record_log_entry
    """
    assert "continues at its head" in refused(again, 5, entry.chain_hash)
    assert "continues at its head" in refused(again, 1, HASH)
    assert "continues at its head" in refused(again, 1, entry.chain_hash)
    assert made.public_id


def test_permanent_ids_and_numbers_never_go_back(people: making.Desk) -> None:
    made = making.published(people)
    for change in ("public_id = 'INC-2024-000777'", "published_number = 0", "revision = 1"):
        assert "never go back" in refused(f"UPDATE incidents_incident SET {change} WHERE id = %s", made.pk)


def test_a_circle_of_derivations_is_refused(people: making.Desk) -> None:
    one, two, three = (making.source(people.editor) for _ in range(3))
    derive(actor=people.editor, source=one, origin=two, kind="quotes")
    derive(actor=people.editor, source=two, origin=three, kind="quotes")
    statement = """
        INSERT INTO incidents_sourcederivation (source_id, origin_id, kind, recorded_by_id, recorded_at)
        VALUES (%s, %s, 'quotes', %s, now())
    """
    assert "does not rest on itself" in refused(statement, three.pk, one.pk, people.editor.pk)
    assert Source.objects.count() == 3


def test_a_value_of_another_kind_is_refused(people: making.Desk) -> None:
    made = making.incident(people.editor)
    time = made.assertions.get(kind="time")
    statement = """
        INSERT INTO incidents_characteristicassertion (assertion_id, kind, value, detail)
        VALUES (%s, 'attack_type', 'bombing', '')
    """
    assert "not of kind characteristic" in refused(statement, time.pk)


def test_two_versions_are_never_the_newest_at_once(people: making.Desk) -> None:
    made = making.published(people)
    columns = ", ".join(
        f'"{field.column}"'
        for field in PublishedIncident._meta.concrete_fields
        if field.column not in {"version_id", "search"}
    )
    statement = f"""
        INSERT INTO record_published_incident (version_id, {columns})
        SELECT version_id + 1000, {columns} FROM record_published_incident WHERE public_id = %s
    """
    assert "published_one_at_a_time" in refused(statement, made.public_id)
