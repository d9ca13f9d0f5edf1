"""Thirteen kinds of tampering, each by somebody who owns the machine, each named by the verifier in a sentence.

The adversary is the owner of the tables, with every trigger off. What they do not have is the checkpoint and the older
dump that somebody else keeps. Where they recompute all hashes, the record agrees with itself, and only those convict.
"""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from incidents.models import Capture, Version
from incidents.selectors.captures import stored_path
from tests import making
from tests.record.conftest import HOLDS, Kept, tampered, verified
from tests.record.tampering import Statement, as_adversary, drop_constraints, recompute

pytestmark = pytest.mark.django_db

REWRITTEN = "The first 6 entries are not those that the checkpoint of "
BETWEEN = "something was changed between the positions 0 and 5"


def set_in(run: Statement, public_id: str, number: int, path: str, value: object) -> None:
    run(
        "UPDATE record_version SET content = jsonb_set(content, %s, %s) WHERE public_id = %s AND number = %s",
        *(path, json.dumps(value), public_id, number),
    )


def test_a_record_that_nobody_touched_holds(kept: Kept) -> None:
    assert kept.verified().startswith(HOLDS)
    assert kept.verified("--older", kept.dump).startswith(HOLDS)
    making.published(kept.people)
    assert kept.verified("--older", kept.dump).startswith("The record holds: 7 versions")


def test_a_changed_field_is_named(kept: Kept) -> None:
    said = tampered(kept, lambda run: set_in(run, kept.id(1), 1, "{killed,best}", 11))
    assert f"1: The content of {kept.id(1)}, version 1, is not what was approved." in said
    assert f"1: {kept.id(1)}, version 1, is not what was logged." in said
    assert (
        f"1: The public row of {kept.id(1)}, version 1, says something else than the version in “killed_best”." in said
    )


def test_a_changed_field_is_named_by_an_older_dump_when_all_hashes_are_recomputed(kept: Kept) -> None:
    def change(run: Statement) -> None:
        set_in(run, kept.id(1), 1, "{killed,best}", 11)
        run(
            "UPDATE record_published_incident p SET killed_best = 11 FROM record_version v"
            " WHERE v.id = p.version_id AND v.public_id = %s AND v.number = 1",
            kept.id(1),
        )

    said = tampered(kept, change, thoroughly=True)
    assert said.splitlines()[1:] == [f"{REWRITTEN}{when(kept)} was signed over: {BETWEEN}."]
    said = kept.verified("--older", kept.dump)
    assert f"1: “content.killed.best” of {kept.id(1)}, version 1, was changed: it was 12 and is 11." in said


def test_a_changed_author_is_named(kept: Kept) -> None:
    path = "{sources,0,publisher,name}"
    said = tampered(kept, lambda run: set_in(run, kept.id(0), 1, path, "The Other Courier"))
    assert f"0: The content of {kept.id(0)}, version 1, is not what was approved." in said
    said = kept.verified("--older", kept.dump)
    assert (
        f"0: “content.sources[0].publisher.name” of {kept.id(0)}, version 1, was changed: "
        'it was "The Example Courier" and is "The Other Courier".'
    ) in said


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE incidents_approval SET approver_id = %s WHERE incident_id = %s",
        "UPDATE incidents_publication SET published_by_id = %s WHERE incident_id = %s",
        "UPDATE incidents_contribution SET by_id = %s WHERE incident_id = %s",
        "UPDATE incidents_incident SET created_by_id = %s WHERE id = %s",
    ],
    ids=["who approved", "who published", "who wrote", "who began"],
)
def test_a_changed_name_at_the_desk_is_named(kept: Kept, statement: str) -> None:
    made, another = kept.incidents[2], making.person()
    if "approver" in statement:
        statement = statement.replace("WHERE", "WHERE decision = 'first' AND")
    said = tampered(kept, lambda run: run(statement, another.pk, made.pk), thoroughly=True)
    sentence = "who wrote, approved or published it is not, at the desk, who the log has sealed."
    assert f"2: {kept.id(2)}, version 1: {sentence}" in said


def test_a_changed_role_of_who_approved_is_named(kept: Kept) -> None:
    statement = "UPDATE record_version SET reviewer_roles = '{senior}' WHERE public_id = %s"
    said = tampered(kept, lambda run: run(statement, kept.id(2)))
    assert f"2: {kept.id(2)}, version 1, is not what was logged: its content is what was approved, so its id" in said
    assert "roles, salt or seal was changed." in said
    said = kept.verified("--older", kept.dump)
    assert (
        f'2: “reviewer_roles[0]” of {kept.id(2)}, version 1, was changed: it was "reviewer" and is "senior".'
    ) in said


def test_a_role_that_is_taken_away_is_named_though_all_hashes_are_recomputed(kept: Kept) -> None:
    statement = "UPDATE record_version SET reviewer_roles = '{}' WHERE public_id = %s"
    said = tampered(kept, lambda run: run(statement, kept.id(2)), thoroughly=True)
    assert REWRITTEN in said
    assert f"“reviewer_roles” of {kept.id(2)}, version 1, was changed: it was " in kept.verified("--older", kept.dump)


def test_a_changed_time_is_named(kept: Kept) -> None:
    statement = "UPDATE record_version SET published_at = published_at + interval '1 day' WHERE public_id = %s"
    said = tampered(kept, lambda run: run(statement, kept.id(2)))
    assert f"2: {kept.id(2)}, version 1, is not what was logged: its content is what was approved, so its id" in said
    assert f"2: {kept.id(2)}, version 1, was logged at another time than it was published." in said
    assert "3: " in said  # and what follows is now dated before it
    assert f"{kept.id(3)}, version 1, is dated no later than the entry before it." in said


def delete(run: Statement, position: int) -> None:
    """Take an entry out with everything that public readers see of it."""
    drop_constraints(run)
    ((version,),) = run("DELETE FROM record_log_entry WHERE position = %s RETURNING version_id", position)
    run("DELETE FROM record_published_incident WHERE version_id = %s", version)
    run("DELETE FROM record_version WHERE id = %s", version)


def test_an_entry_taken_from_the_middle_is_named(kept: Kept) -> None:
    said = tampered(kept, lambda run: delete(run, 2))
    assert "2: The entry is missing: it was taken out of the log." in said
    assert f"3: The entry of {kept.id(3)}, version 1, does not follow the one before it." in said
    assert f"2: {kept.id(2)}, version 1, stood here and is gone." in kept.verified("--older", kept.dump)


def test_entries_taken_from_the_end_are_named(kept: Kept) -> None:
    def change(run: Statement) -> None:
        delete(run, 5)
        run("DELETE FROM record_checkpoint")

    said = tampered(kept, change)
    assert f"The log has 5 entries, and had 6 when the checkpoint of {when(kept)} was signed" in said
    assert f"5: {kept.id(4)}, version 1, stood here and is gone." in kept.verified("--older", kept.dump)


def test_two_swapped_entries_are_named(kept: Kept) -> None:
    def swap(run: Statement) -> None:
        drop_constraints(run)
        run(
            "UPDATE record_log_entry a SET version_id = b.version_id FROM record_log_entry b"
            " WHERE (a.position, b.position) IN ((2, 3), (3, 2))"
        )

    said = tampered(kept, swap)
    assert f"2: {kept.id(3)}, version 1, is not what was logged" in said
    assert f"3: {kept.id(2)}, version 1, is not what was logged" in said
    assert f"3: {kept.id(2)}, version 1, is dated no later than the entry before it." in said


def test_a_back_dated_entry_is_named_though_all_hashes_are_recomputed(kept: Kept) -> None:
    def change(run: Statement) -> None:
        earlier = "'2020-01-01T00:00:00Z'"
        run(f"UPDATE record_version SET published_at = {earlier} WHERE public_id = %s", kept.id(4))
        run(f"UPDATE record_log_entry SET appended_at = {earlier} WHERE position = 5")
        run(f"UPDATE record_published_incident SET known = tstzrange({earlier}, NULL) WHERE public_id = %s", kept.id(4))

    said = tampered(kept, change, thoroughly=True)
    assert f"5: {kept.id(4)}, version 1, is dated no later than the entry before it." in said
    assert REWRITTEN in said
    said = kept.verified("--older", kept.dump)
    assert f"5: “published_at” of {kept.id(4)}, version 1, was changed: it was " in said
    assert ' and is "2020-01-01T00:00:00.000000Z".' in said


def test_an_entry_entered_twice_is_named(kept: Kept) -> None:
    def change(run: Statement) -> None:
        drop_constraints(run)
        run(
            "WITH copy AS (INSERT INTO record_version (public_id, number, kind, content, content_sha256, summary,"
            " published_at) SELECT public_id, number, kind, content, content_sha256, summary, now()"
            " FROM record_version WHERE public_id = %s RETURNING id, published_at)"
            " INSERT INTO record_log_entry (position, version_id, salt, leaf_hash, previous_hash, chain_hash,"
            " appended_at, desk_seal) SELECT 6, copy.id, salt, leaf_hash, previous_hash, repeat('b', 64), published_at,"
            " desk_seal FROM record_log_entry, copy WHERE position = 0",
            kept.id(0),
        )

    said = tampered(kept, change, thoroughly=True)
    assert f"6: {kept.id(0)}, version 1, stands in the log a second time." in said


def test_an_entry_replaced_and_everything_recomputed_is_named(kept: Kept) -> None:
    def change(run: Statement) -> None:
        set_in(run, kept.id(3), 1, "{title}", "Another event altogether")
        run(
            "UPDATE record_published_incident SET title = 'Another event altogether', search_text ="
            " replace(search_text, 'number 4 of five', 'another event altogether') WHERE public_id = %s",
            kept.id(3),
        )

    said = tampered(kept, change, thoroughly=True)
    assert said.splitlines()[1:] == [f"{REWRITTEN}{when(kept)} was signed over: {BETWEEN}."]
    assert f"3: “content.title” of {kept.id(3)}, version 1, was changed" in kept.verified("--older", kept.dump)


def test_a_second_older_checkpoint_says_where(kept: Kept, tmp_path: Path) -> None:
    made = making.published(kept.people)
    later = tmp_path / "later"
    with later.open("w") as file:
        call_command("checkpoint", stdout=file)
    with as_adversary() as run:
        set_in(run, str(made.public_id), 1, "{title}", "x")
        recompute(run)
    assert "was changed between the positions 6 and 6." in kept.verified("--checkpoint", later)


def test_a_log_cut_and_grown_again_is_named(kept: Kept) -> None:
    with as_adversary() as run:
        for position in (5, 4):
            delete(run, position)
        run("UPDATE incidents_incident SET published_number = 1 WHERE public_id = %s", kept.id(1))
        run("UPDATE incidents_incident SET public_id = 'INC-1999-000001' WHERE public_id = %s", kept.id(4))
        run("DELETE FROM incidents_publication WHERE number > 1")
        recompute(run)
    for _ in range(3):
        making.published(kept.people)
    said = kept.verified()
    assert f"{REWRITTEN}{when(kept)} was signed over: {BETWEEN}." in said
    said = kept.verified("--older", kept.dump)
    assert f"4: {kept.id(1)}, version 2, stood here; INC-2024-000005, version 1, stands in its place." in said


@pytest.mark.parametrize("how", ["changed", "missing"])
def test_a_captured_file_that_is_not_what_it_was_is_named(kept: Kept, how: str) -> None:
    sha256 = Capture.objects.get(source=kept.report).sha256
    assert sha256 in json.dumps(Version.objects.get(public_id=kept.id(1), number=1).content)
    path = stored_path(sha256)
    path.chmod(0o600)
    if how == "changed":
        path.write_bytes(path.read_bytes().replace(b"12", b"11"))
    else:
        path.unlink()
    said = kept.verified()
    expected = (
        "is not what was captured: its content has changed." if how == "changed" else "is missing from the store."
    )
    assert f"The captured file {sha256} {expected}" in said


def test_a_captured_file_swapped_for_another_in_the_database_is_named(kept: Kept) -> None:
    sha256 = Capture.objects.get(source=kept.report).sha256
    said = tampered(kept, lambda run: run("UPDATE incidents_capture SET sha256 = repeat('0', 64), file = ''"))
    assert f"{kept.id(1)}, version 2, lists the captured file {sha256}, and the desk has no snapshot of it." in said


def test_a_changed_salt_is_named(kept: Kept) -> None:
    said = tampered(kept, lambda run: run("UPDATE record_log_entry SET salt = repeat('0', 64) WHERE position = 3"))
    assert f"3: {kept.id(3)}, version 1, is not what was logged: its content is what was approved, so its id" in said
    assert f"3: The salt of {kept.id(3)}, version 1, was changed." in kept.verified("--older", kept.dump)


def test_an_older_copy_of_the_whole_database_is_named(kept: Kept, tmp_path: Path) -> None:
    """What a backup of before would hold: the first six versions, and the checkpoint that was signed over them."""
    making.published(kept.people)
    later = tmp_path / "later"
    with later.open("w") as file:
        call_command("checkpoint", stdout=file)
    with as_adversary() as run:
        delete(run, 6)
        run("DELETE FROM incidents_publication WHERE id = (SELECT max(id) FROM incidents_publication)")
        run("DELETE FROM record_checkpoint WHERE size = 7")
    assert kept.verified().startswith(HOLDS)  # against the checkpoint of then, it is what it was
    said = verified("--checkpoint", later)
    assert "The log has 6 entries, and had 7 when the checkpoint of " in said
    assert "entries were taken from its end, or an older copy was put in its place." in said


def test_json_written_otherwise_is_not_flagged(kept: Kept) -> None:
    with as_adversary() as run:
        for key, content in run("SELECT id, content::text FROM record_version"):
            document = json.loads(content)
            turned = json.dumps(dict(reversed(document.items())), indent=3)
            run("UPDATE record_version SET content = %s WHERE id = %s", turned, key)
    assert kept.verified("--older", kept.dump).startswith(HOLDS)


def when(kept: Kept) -> str:
    """The time on the checkpoint."""
    return kept.checkpoint.read_text().splitlines()[3].removeprefix("time ")
