"""What the database refuses of merges on its own, in raw SQL as the application's role."""

import json

import pytest
from django.db import connection

from accounts.models import User
from accounts.roles import Role
from incidents.models import Incident, Regrouping
from incidents.services.regrouping import merge, undo
from incidents.services.reviewing import submit
from tests import making
from tests.database.test_guards import HASH, approve_by, refused, sql
from tests.making import Desk

pytestmark = pytest.mark.django_db
TOMBSTONE = """
    INSERT INTO record_version (public_id, number, kind, content, content_sha256, summary, published_at)
    VALUES (%s, 2, 'merge', %s, %s, 'x', now())
"""


@pytest.fixture
def people() -> Desk:
    return making.desk()


@pytest.fixture
def senior() -> User:
    return making.person(Role.SENIOR)


@pytest.fixture
def pair(people: Desk) -> tuple[Incident, Incident]:
    """Two public incidents."""
    return making.published(people), making.published(people)


def merged(senior: User, pair: tuple[Incident, Incident]) -> Regrouping:
    return merge(actor=senior, loser=pair[0], survivor=pair[1], reason="One event.")


def tombstone(pair: tuple[Incident, Incident]) -> tuple[str, str, str]:
    """The parameters of a version that ends the first of two and leads to the second."""
    content = {"schema": "attest-tombstone/1", "status": "merged", "merged_into": pair[1].public_id, "reason": "x"}
    return str(pair[0].public_id), json.dumps(content), HASH


@pytest.mark.parametrize("table", ["incidents_regrouping", "incidents_moveditem", "incidents_undoing"])
def test_the_ledger_is_neither_changed_nor_deleted_nor_emptied(
    senior: User, pair: tuple[Incident, Incident], table: str
) -> None:
    undo(actor=senior, regrouping=merged(senior, pair), reason="Two.")
    for statement in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
        assert "permission denied" in refused(statement)


def test_nothing_is_merged_without_a_merge_in_the_ledger(pair: tuple[Incident, Incident]) -> None:
    statement = "UPDATE incidents_incident SET state = 'merged', merged_into_id = %s WHERE id = %s"
    assert "without a merge in the ledger" in refused(statement, pair[1].pk, pair[0].pk)


def test_what_was_merged_does_not_come_back_or_go_elsewhere_while_the_merge_stands(
    senior: User, people: Desk, pair: tuple[Incident, Incident]
) -> None:
    merged(senior, pair)
    third = making.incident(people.editor)
    back = "UPDATE incidents_incident SET state = 'draft' WHERE id = %s"
    assert "A merge is undone before" in refused(back, pair[0].pk)
    elsewhere = "UPDATE incidents_incident SET merged_into_id = %s WHERE id = %s"
    assert "without a merge in the ledger" in refused(elsewhere, third.pk, pair[0].pk)


def test_a_circle_of_merges_is_refused(senior: User, pair: tuple[Incident, Incident]) -> None:
    merged(senior, pair)
    statement = """
        INSERT INTO incidents_regrouping
            (kind, source_id, target_id, reason, source_revision, target_revision, by_id, at)
        VALUES ('merge', %s, %s, 'x', 9, 9, %s, now())
    """
    assert "what is closed" in refused(statement, pair[1].pk, pair[0].pk, senior.pk)
    assert "regrouping_of_two" in refused(statement, pair[1].pk, pair[1].pk, senior.pk)


def test_an_address_does_not_lead_on_before_the_survivor_is_published_with_the_merge(
    senior: User, people: Desk, pair: tuple[Incident, Incident]
) -> None:
    assert "An address leads on when" in refused(TOMBSTONE, *tombstone(pair))
    merged(senior, pair)
    assert "An address leads on when" in refused(TOMBSTONE, *tombstone(pair))
    making.approved(people, pair[1])
    assert "An address leads on when" in refused(TOMBSTONE, *tombstone(pair))


def test_an_earlier_merge_of_the_survivor_does_not_stand_for_a_later_one(
    senior: User, people: Desk, pair: tuple[Incident, Incident]
) -> None:
    merge(actor=senior, loser=making.published(people), survivor=pair[1], reason="One event.")
    making.republished(people, pair[1], kind="merge", summary="One event.")
    merged(senior, pair)
    assert "An address leads on when" in refused(TOMBSTONE, *tombstone(pair))


def test_a_survivor_is_not_published_without_ending_what_was_merged_into_it(
    senior: User, people: Desk, pair: tuple[Incident, Incident]
) -> None:
    """Asked at the end of the transaction, and here before it."""
    merged(senior, pair)
    making.approved(people, pair[1])
    approval = pair[1].approvals.filter(lapsed_at=None).first()
    assert approval is not None
    sql(
        """
        INSERT INTO record_version
            (public_id, number, kind, content, content_sha256, summary, published_at, reviewer_roles)
        SELECT %s, 2, 'merge', '{"schema": "attest-incident/1"}', %s, 'x', now(), array_agg(u.role)
        FROM incidents_approval a JOIN accounts_user u ON u.id = a.approver_id
        WHERE a.incident_id = %s AND a.lapsed_at IS NULL
        """,
        str(pair[1].public_id),
        approval.content_sha256,
        pair[1].pk,
    )
    assert "must lead to it from now on" in refused("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.cursor() as cursor:  # what was planted must not meet the end of the test
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    connection.set_rollback(True)


def test_who_proposed_a_merge_or_wrote_what_came_with_it_is_refused_as_approver(senior: User, people: Desk) -> None:
    kept, draft = making.incident(people.editor), making.incident(people.reviewer)
    merge(actor=senior, loser=draft, survivor=kept, reason="One event.")
    submit(actor=senior, incident=kept)
    for author in (senior, people.reviewer):
        statement, parameters = approve_by(kept, author)
        assert "Nobody approves their own work" in refused(statement, *parameters)
    statement, parameters = approve_by(kept, people.publisher)
    sql(statement, *parameters)
