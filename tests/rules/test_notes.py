"""Signed notes and checkpoints as other logs write them, and what is not believed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.canonical import EMPTY_LOG
from incidents.rules.checkpoints import SignedHead, read_checkpoint
from incidents.rules.notes import NoteRefusedError, SigningKey, VerifierKey, encoded, opened

SEED = bytes(range(32))
KEY = SigningKey("record.example.org/record", SEED)
HEAD = SignedHead(origin=KEY.name, size=7, root=bytes(range(32)), time=datetime(2026, 11, 22, 19, 7, tzinfo=UTC))
EXAMPLE = (
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
"""A note and its key that another implementation of the format gives as its example."""


def test_a_note_of_another_implementation_is_read() -> None:
    assert opened(EXAMPLE, [VerifierKey.parse(EXAMPLE_KEY)]) == "This is an example message.\n"


def test_a_key_is_written_as_it_was_read() -> None:
    assert str(VerifierKey.parse(EXAMPLE_KEY)) == EXAMPLE_KEY
    assert VerifierKey.parse(str(KEY.verifier)) == KEY.verifier


def test_a_checkpoint_reads_as_it_was_signed() -> None:
    note = HEAD.signed(KEY)
    assert note.splitlines()[:5] == [
        "record.example.org/record",
        "7",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "time 2026-11-22T19:07:00Z",
        "",
    ]
    assert read_checkpoint(note, [KEY.verifier]) == HEAD


def test_a_checkpoint_without_a_time_and_with_lines_of_others_is_read() -> None:
    text = f"{KEY.name}\n0\n{encoded(EMPTY_LOG)}\nsomething else\n"
    head = SignedHead(origin=KEY.name, size=0, root=EMPTY_LOG)
    assert read_checkpoint(KEY.sign(text), [KEY.verifier]) == head


def test_signatures_of_others_are_passed_over() -> None:
    witness = SigningKey("witness.example.net", bytes(32))
    note = HEAD.signed(KEY)
    both = note + witness.sign(HEAD.text).rpartition("\n\n")[2]
    assert read_checkpoint(both, [KEY.verifier]) == HEAD


@given(st.data())
def test_a_changed_character_is_not_believed(data: st.DataObject) -> None:
    note = HEAD.signed(KEY)
    place = data.draw(st.integers(0, len(note) - 1))
    other = data.draw(st.characters(codec="utf-8").filter(lambda sign: sign != note[place]))
    with pytest.raises(NoteRefusedError):
        read_checkpoint(note[:place] + other + note[place + 1 :], [KEY.verifier])


@pytest.mark.parametrize(
    ("note", "why"),
    [
        ("", "no signed note"),
        ("text\n", "no signed note"),
        ("text\n\n", "no signed note"),
        ("text\n\nsigned by me\n", "a signature of a note is written"),
        (SigningKey(KEY.name, bytes(32)).sign(HEAD.text), "none of the keys"),
        (SigningKey("elsewhere.example", SEED).sign(HEAD.text), "none of the keys"),
        (KEY.sign("elsewhere.example\n7\n" + encoded(EMPTY_LOG) + "\n"), "of another log"),
        (KEY.sign(f"{KEY.name}\n07\n{encoded(EMPTY_LOG)}\n"), "no checkpoint"),
        (KEY.sign(f"{KEY.name}\n7\nAAAA\n"), "no checkpoint"),
        (KEY.sign(f"{KEY.name}\n7\n{encoded(EMPTY_LOG)}\ntime yesterday\n"), "time of the checkpoint"),
        (HEAD.signed(KEY).replace("— ", "- "), "a signature of a note is written"),
    ],
)
def test_what_is_no_checkpoint_of_ours_is_refused_with_the_reason(note: str, why: str) -> None:
    with pytest.raises(NoteRefusedError, match=f"(?i){why}"):
        read_checkpoint(note, [KEY.verifier])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.com/foo",
        EXAMPLE_KEY.replace("530d903a", "530d903b"),
        EXAMPLE_KEY.replace("+Aeky", "+Auky"),
        EXAMPLE_KEY.replace("example.com/foo", "two words"),
    ],
)
def test_what_is_no_verifier_key_is_refused(text: str) -> None:
    with pytest.raises(NoteRefusedError):
        VerifierKey.parse(text)


@pytest.mark.parametrize("text", ["", "AAAA", "not base64!", "A" * 44])
def test_what_is_no_seed_is_refused_and_not_quoted(text: str) -> None:
    with pytest.raises(NoteRefusedError, match="32 random bytes in base64"):
        SigningKey.parse(KEY.name, text)


def test_a_signing_key_does_not_show_itself() -> None:
    assert encoded(SEED) not in repr(KEY) + str(KEY)
    assert str(SEED) not in repr(KEY)
    assert SigningKey.parse(KEY.name, encoded(SEED)) == KEY


def test_a_key_signs_for_its_own_log_only() -> None:
    with pytest.raises(NoteRefusedError, match="another log"):
        HEAD.signed(SigningKey("elsewhere.example", SEED))


@pytest.mark.parametrize("text", ["without an end", "a\tb\n"])
def test_what_is_no_text_of_a_note_is_not_signed(text: str) -> None:
    with pytest.raises(NoteRefusedError, match="ends with a line break"):
        KEY.sign(text)
