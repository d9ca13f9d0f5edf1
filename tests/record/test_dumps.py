"""A dump is checked anywhere: without database, without settings, whole or broken."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test.utils import CaptureQueriesContext

from incidents.rules.notes import SigningKey
from tests.record.conftest import HOLDS, Kept, verified

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
Lines = list[dict[str, Any]]


def lines(path: Path) -> Lines:
    return [json.loads(line) for line in path.read_text().splitlines()]


def changed(kept: Kept, change: Callable[[Lines], object]) -> str:
    """What is said of a dump after somebody has changed a copy of it."""
    found = lines(kept.dump)
    change(found)
    copy = kept.dump.with_name("changed.jsonl")
    copy.write_text("".join(json.dumps(line) + "\n" for line in found))
    return verified("--dump", copy, "--checkpoint", kept.checkpoint)


def test_a_dump_that_nobody_touched_holds_and_asks_no_database(kept: Kept) -> None:
    with CaptureQueriesContext(connections["default"]) as desk, CaptureQueriesContext(connections["public"]) as public:
        said = verified("--dump", kept.dump, "--checkpoint", kept.checkpoint)
    assert said.startswith(HOLDS)
    assert len(desk) + len(public) == 0


def test_a_dump_is_checked_where_nothing_is_set(kept: Kept) -> None:
    key = str(settings.ATTEST_VERIFIER_KEYS[0])
    options = ["--dump", kept.dump, "--checkpoint", kept.checkpoint, "--key", key]
    done = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "verify_record", *map(str, options)],
        env={"PATH": os.environ["PATH"]},
        cwd=kept.dump.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.startswith(HOLDS)
    assert done.returncode == 0


def test_a_compressed_dump_holds_too_and_is_written_whole_or_not_at_all(kept: Kept, tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl.gz"
    call_command("dump_record", str(path), stdout=StringIO(), stderr=StringIO())
    assert gzip.decompress(path.read_bytes()).decode() == kept.dump.read_text()
    assert verified("--dump", path).startswith(HOLDS)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".part")] == []
    path.write_bytes(path.read_bytes()[:-20])
    said = verified("--dump", path)
    assert "The file cannot be read on from here" in said
    assert "The dump breaks off" in said


def test_without_a_key_the_dumps_own_is_used_and_shown(kept: Kept) -> None:
    settings_key = str(settings.ATTEST_VERIFIER_KEYS[0])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "ATTEST_VERIFIER_KEYS", [])
        said = verified("--dump", kept.dump)
    assert said.startswith(HOLDS)
    assert f"Compare it with one that you trust: {settings_key}" in said


def test_a_checkpoint_that_the_key_did_not_sign_is_not_believed(kept: Kept) -> None:
    other = SigningKey(settings.ATTEST_VERIFIER_KEYS[0].name, b"\x07" * 32).verifier
    said = verified("--dump", kept.dump, "--checkpoint", kept.checkpoint, "--key", other)
    assert f"{kept.checkpoint} is not to be believed: None of the keys that we know has signed this note." in said
    assert verified("--dump", kept.dump, "--key", "nonsense").startswith("A verifier key is written name+id+key")


def entry(found: Lines, position: int) -> dict[str, Any]:
    return next(line for line in found if line.get("position") == position)


def test_a_changed_field_in_a_dump_is_named(kept: Kept) -> None:
    def change(found: Lines) -> None:
        entry(found, 1)["content"]["killed"]["best"] = 11

    said = changed(kept, change)
    assert f"1: The content of {kept.id(1)}, version 1, is not what was approved." in said
    older = verified("--dump", kept.dump.with_name("changed.jsonl"), "--older", kept.dump)
    assert f"1: “content.killed.best” of {kept.id(1)}, version 1, was changed: it was 12 and is 11." in older


def test_an_entry_taken_out_of_a_dump_is_named(kept: Kept) -> None:
    said = changed(kept, lambda found: found.remove(entry(found, 2)))
    assert "2: The entry is missing: it was taken out of the log." in said
    assert "The dump counts 6 entries and holds 5." in said


def test_a_dump_cut_short_is_named(kept: Kept) -> None:
    said = changed(kept, lambda found: found.__delitem__(slice(-3, None)))
    assert "The dump breaks off: its last line, which counts the entries, is missing." in said
    assert "The log has 4 entries, and had 6 when the checkpoint of" in said


def test_a_dump_is_no_other_for_the_order_of_its_keys(kept: Kept) -> None:
    def turn(found: Lines) -> None:
        for line in found:
            if "content" in line:
                line["content"] = dict(reversed(line["content"].items()))

    assert changed(kept, turn).startswith(HOLDS)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("salt", 7, "“salt” is of the wrong type."),
        ("position", "0", "“position” is of the wrong type."),
        ("number", True, "“number” is of the wrong type."),
        ("reviewer_roles", "reviewer", "“reviewer_roles” is of the wrong type."),
        ("reviewer_roles", [7], "“reviewer_roles” is of the wrong type."),
        ("reviewer_roles", ["senior"], "is not what was logged: its content is what was approved"),
        ("reviewer_roles", [], "is not what was logged: its content is what was approved"),
        ("salt", "zz", "is not 32 bytes: it was changed."),
        ("leaf_hash", "zz", "is not what was logged"),
        ("previous_hash", "zz", "does not follow the one before it."),
        ("content", None, "is not what was approved."),
        ("content", {"n": 2**70}, "is not what was approved."),
        ("content", "\ud800", "has no canonical form."),
    ],
)
def test_a_nonsensical_member_is_named(kept: Kept, name: str, value: object, sentence: str) -> None:
    assert sentence in changed(kept, lambda found: entry(found, 0).update({name: value}))


def test_a_missing_member_is_named_with_its_line(kept: Kept) -> None:
    said = changed(kept, lambda found: entry(found, 0).pop("salt"))
    assert "Line 3: This entry cannot be read: “salt” is missing." in said


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00\x01", '{"type": "entry"}', '{"type": "header"}', "[" * 100_000])
def test_what_is_no_dump_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "no.jsonl"
    path.write_text(text)
    assert "The dump breaks off" in verified("--dump", path)


def test_a_file_that_is_not_there_is_named(kept: Kept, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    assert f"{missing} cannot be read: No such file or directory." in verified("--dump", missing)
    assert f"{missing} cannot be read: No such file or directory." in verified("--checkpoint", missing)
    assert f"{missing} cannot be read: No such file or directory." in verified("--older", missing)
