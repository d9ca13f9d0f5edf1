"""What honest work leaves behind is not flagged: merges, withdrawals, entries from before the seal or the roles, an
upgraded log.
"""

import json
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from accounts.roles import Role
from incidents.models import LogNode, Version
from incidents.services import publishing
from incidents.services.asserting import assert_claim
from incidents.services.inputs import CasualtyValue, Claim
from incidents.services.publishing import withdraw
from incidents.services.record import append_version
from tests import making
from tests.making import quoted, source
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


def test_an_entry_from_before_the_roles_holds(people: making.Desk, tmp_path: Path) -> None:
    with as_adversary() as run, pytest.MonkeyPatch.context() as patch:
        run("ALTER TABLE record_version DISABLE TRIGGER attest_guard_reviewer_roles")
        patch.setattr(publishing, "_roles", lambda _approvals: [])
        made = making.published(people)
    claim = Claim(value=CasualtyValue(measure="killed", verbatim="14"), citations=quoted(source(people.editor), "14"))
    assert_claim(actor=people.editor, incident=made, claim=claim, summary="A later figure")
    making.republished(people, made)
    assert [one.reviewer_roles for one in Version.objects.order_by("number")] == [[], ["reviewer"]]
    assert verified().startswith("The record holds: 2 versions, head ")
    whole, older = tmp_path / "whole.jsonl", tmp_path / "older.jsonl"
    call_command("dump_record", str(whole), stdout=StringIO(), stderr=StringIO())
    lines = [json.loads(line) for line in whole.read_text().splitlines()]
    for line in lines:
        if not line.get("reviewer_roles", True):
            del line["reviewer_roles"]  # as dumps from before had it
    older.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert sum("reviewer_roles" in line for line in lines) == 1
    assert verified("--dump", older).startswith("The record holds: 2 versions")
    assert verified("--older", older).startswith("The record holds: 2 versions")


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
