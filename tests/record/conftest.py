"""A record of six versions, and what somebody else has kept of it: a checkpoint and a dump."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from incidents.models import Incident, Source
from incidents.services.asserting import assert_claim
from incidents.services.capturing import capture_file
from incidents.services.inputs import CasualtyValue, Claim
from tests import making
from tests.isolation.scenes import scene
from tests.record.tampering import Statement, as_adversary, recompute

HOLDS = "The record holds: 6 versions, head "
PAGE = b"<!doctype html><html><head><title>Report</title></head><body><p>killed 12 people</p></body></html>"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The record, and the files that a third party holds of it."""

    people: making.Desk
    incidents: list[Incident]
    report: Source
    checkpoint: Path
    dump: Path

    def id(self, number: int) -> str:
        return str(self.incidents[number].public_id)

    def verified(self, *words: str | Path) -> str:
        """What verify_record says against the checkpoint, all of it; what it says first is whether the record holds."""
        return verified("--checkpoint", self.checkpoint, *words)


def verified(*words: Any) -> str:
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_record", *map(str, words), stdout=out, stderr=err)
    except CommandError as error:
        return f"{error}\n{err.getvalue()}"
    return out.getvalue() + err.getvalue()


def tampered(kept: Kept, change: Callable[[Statement], object], *, thoroughly: bool = False) -> str:
    """What the verifier says after a change, and, when it was done ``thoroughly``, after all hashes were recomputed."""
    with as_adversary() as run:
        change(run)
        if thoroughly:
            recompute(run)
    said = kept.verified()
    assert said.startswith("The record does not hold: ")
    return said


@scene
def six_versions(folder: Path) -> Kept:
    """Five incidents, the second in two versions and resting on a captured file."""
    people = making.desk()
    report = making.source(people.editor)
    capture_file(actor=people.editor, source=report, data=PAGE, name="report.html")
    made = [making.published(people, title="First of five"), making.published(people, report=report, killed="12")]
    made += [making.published(people, title=f"Number {number} of five") for number in (3, 4)]
    claim = Claim(value=CasualtyValue(measure="killed", verbatim="14"), citations=making.quoted(report, "now 14"))
    made[1].refresh_from_db()
    assert_claim(actor=people.editor, incident=made[1], claim=claim, summary="A later figure")
    making.republished(people, made[1], summary="The toll rose.")
    made.append(making.published(people, title="Fifth of five"))
    checkpoint, dump = folder / "checkpoint", folder / "older.jsonl"
    note = StringIO()
    call_command("checkpoint", stdout=note)
    checkpoint.write_text(note.getvalue())
    call_command("dump_record", str(dump), stdout=StringIO(), stderr=StringIO())
    return Kept(people=people, incidents=made, report=report, checkpoint=checkpoint, dump=dump)


@pytest.fixture
def kept(six_versions: Kept, tmp_path: Path) -> Kept:
    """The record of six versions, and this test's own copy of what a third party holds."""
    own = {name: tmp_path / getattr(six_versions, name).name for name in ("checkpoint", "dump")}
    return replace(six_versions, **own)
