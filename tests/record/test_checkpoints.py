"""The head of the log is signed when something has changed, once a day in any case, and never against itself."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import override_settings

from incidents.jobs import sign_checkpoint as job
from incidents.models import Checkpoint, LogEntry
from incidents.rules.checkpoints import read_checkpoint
from incidents.rules.merkle import extends
from incidents.rules.notes import SigningKey
from incidents.selectors.log_tree import consistency_proof, root_at
from incidents.services.checkpoints import LogRewrittenError, sign_checkpoint
from tests import making
from tests.record.tampering import as_adversary

pytestmark = pytest.mark.django_db

KEY = SigningKey("record.example.org/record", bytes(32))
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def sign(**more: Any) -> Checkpoint | None:
    return sign_checkpoint(key=KEY, keys=[KEY.verifier], **more)


@pytest.fixture
def people() -> making.Desk:
    return making.desk()


def test_an_empty_record_is_not_signed() -> None:
    assert sign(always=True) is None


def test_a_checkpoint_says_the_size_and_root_of_the_log_and_is_signed(people: making.Desk) -> None:
    for _ in range(3):
        making.published(people)
    made = sign()
    assert made
    head = read_checkpoint(made.note, [KEY.verifier])
    assert (head.size, head.root, head.time) == (3, root_at(3), made.signed_at)
    assert (made.size, made.root) == (3, head.root.hex())


def test_it_is_signed_when_the_log_has_grown_and_after_a_day(people: making.Desk) -> None:
    making.published(people)
    with time_machine.travel(NOON, tick=False):
        assert sign()
        assert sign() is None
    with time_machine.travel(NOON + timedelta(hours=23), tick=False):
        assert sign() is None
        making.published(people)
        grown = sign()
        assert grown
        assert grown.size == 2
    with time_machine.travel(NOON + timedelta(hours=47), tick=False):
        renewed = sign()
        assert renewed
        assert (renewed.size, renewed.root) == (grown.size, grown.root)
        assert renewed.note != grown.note


def test_asked_for_twice_in_a_second_it_is_signed_once(people: making.Desk) -> None:
    making.published(people)
    with time_machine.travel(NOON, tick=False):
        assert sign(always=True) == sign(always=True)


def test_each_checkpoint_extends_the_one_before(people: making.Desk) -> None:
    sizes = []
    for _ in range(5):
        making.published(people)
        made = sign()
        assert made
        sizes.append(made.size)
    for older, size in pairwise(sizes):
        before, after, proof = consistency_proof(older, size)
        assert extends(older=older, size=size, older_root=before, root=after, proof=proof)


def test_a_log_that_was_rewritten_or_cut_is_not_signed(people: making.Desk) -> None:
    for _ in range(3):
        making.published(people)
    sign()
    with as_adversary() as sql:
        sql("UPDATE record_log_entry SET leaf_hash = repeat('a', 64) WHERE position = 2")
    with pytest.raises(LogRewrittenError, match="first 3 entries of the log are not those"):
        sign(always=True)
    with as_adversary() as sql:
        sql("DELETE FROM record_log_entry WHERE position = 2")
    with pytest.raises(LogRewrittenError, match="Nothing is signed"):
        sign(always=True)
    assert Checkpoint.objects.count() == 1


def test_nothing_is_signed_after_a_checkpoint_that_is_not_ours(people: making.Desk) -> None:
    making.published(people)
    sign_checkpoint(key=SigningKey(KEY.name, b"\x07" * 32), keys=[])
    making.published(people)
    with pytest.raises(LogRewrittenError, match="not to be believed"):
        sign()


def test_the_job_signs_with_the_key_of_the_environment(people: making.Desk) -> None:
    making.published(people)
    job(timestamp=0)
    made = Checkpoint.objects.get()
    assert read_checkpoint(made.note, settings.ATTEST_VERIFIER_KEYS).size == LogEntry.objects.count()
    job(timestamp=0)
    assert Checkpoint.objects.count() == 1


def test_the_job_does_not_sign_what_was_rewritten(people: making.Desk) -> None:
    making.published(people)
    job(timestamp=0)
    with as_adversary() as sql:
        sql("UPDATE record_log_entry SET leaf_hash = repeat('a', 64)")
    making.published(people)
    job(timestamp=0)
    assert Checkpoint.objects.count() == 1


def test_the_command_prints_the_checkpoint(people: making.Desk) -> None:
    making.published(people)
    out = StringIO()
    call_command("checkpoint", stdout=out)
    assert out.getvalue() == Checkpoint.objects.get().note


def test_the_command_says_why_it_does_not_sign() -> None:
    with pytest.raises(CommandError, match="record is empty"):
        call_command("checkpoint")
    with (
        override_settings(ATTEST_CHECKPOINT_KEY=None),
        pytest.raises(CommandError, match="ATTEST_CHECKPOINT_KEY is not set"),
    ):
        call_command("checkpoint")


def test_a_new_key_fits_the_key_that_is_published_with_it() -> None:
    out = StringIO()
    call_command("new_checkpoint_key", "record.example.org/record", stdout=out)
    secret, public = (line.partition("=")[2] for line in out.getvalue().splitlines())
    assert str(SigningKey.parse("record.example.org/record", secret).verifier) == public
    with pytest.raises(CommandError, match="neither spaces nor plus signs"):
        call_command("new_checkpoint_key", "two words")
