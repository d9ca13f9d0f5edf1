"""What honest work leaves behind is not flagged: merges, withdrawals, entries from before the seal, an upgraded log."""

from importlib import import_module

import pytest

from accounts.roles import Role
from incidents.models import LogNode
from incidents.services.publishing import withdraw
from incidents.services.record import append_version
from tests import making
from tests.record.conftest import verified
from tests.record.tampering import as_adversary
from tests.regrouping.conftest import Two

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> making.Desk:
    return making.desk()


def test_a_merge_and_a_withdrawal_hold(people: making.Desk) -> None:
    lost, kept, gone = (making.published(people) for _ in range(3))
    two = Two(people, making.person(Role.SENIOR), lost, kept)
    two.merge()
    two.publish_merge()
    withdraw(actor=people.publisher, incident=gone, reason="It was another kind of event.")
    assert verified().startswith("The record holds: 6 versions, head ")


def test_an_entry_from_before_the_seal_holds(people: making.Desk) -> None:
    made = making.published(people)
    with as_adversary() as run:
        run("ALTER TABLE record_version DISABLE TRIGGER USER")
        content = {"schema": "attest-tombstone/1", "status": "withdrawn", "reason": "Entered by mistake."}
        append_version(public_id=str(made.public_id), kind="withdrawal", content=content, summary="Withdrawn.")
    assert verified().startswith("The record holds: 2 versions, head ")


def test_an_upgrade_writes_the_tree_that_the_services_would_have_written(people: making.Desk) -> None:
    for _ in range(9):
        making.published(people)
    before = list(LogNode.objects.values_list("level", "index", "hash"))
    fill = import_module("incidents.migrations.0007_fill_log_tree").FILL
    with as_adversary() as run:
        run("DELETE FROM record_log_node")
        run(fill)
        run(fill)  # once more changes nothing
    assert list(LogNode.objects.values_list("level", "index", "hash")) == before
    assert [(level, index) for level, index, _hash in before] == [
        *((1, index) for index in range(4)),
        *((2, index) for index in range(2)),
        (3, 0),
    ]
