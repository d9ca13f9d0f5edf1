"""The log holds, and says what is wrong when it does not."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from incidents.models import LogEntry, Version
from incidents.selectors.integrity import problems
from tests import making
from tests.isolation.scenes import scene

pytestmark = pytest.mark.django_db

TAMPERING = {
    "a title in a version": (
        """UPDATE record_version SET content = jsonb_set(content, '{title}', '"x"') WHERE number = 1""",
        {"is not what was approved", "is not what was logged"},
    ),
    "the time of publication": (
        "UPDATE record_version SET published_at = published_at - interval '1 day' WHERE number = 1",
        {"is not what was logged"},
    ),
    "the public words of a change": (
        "UPDATE record_version SET summary = 'x' WHERE number = 1",
        {"is not what was logged"},
    ),
    "a salt": ("UPDATE record_log_entry SET salt = repeat('0', 64) WHERE position = 1", {"is not what was logged"}),
    "an entry in the middle": (
        "DELETE FROM record_log_entry WHERE position = 1",
        {"The entry is missing", "does not follow"},
    ),
    "a hash of the chain": (
        "UPDATE record_log_entry SET chain_hash = repeat('a', 64) WHERE position = 1",
        {"chain is broken", "does not follow"},
    ),
}


@scene
def three(_folder: Path) -> None:
    people = making.desk()
    for _ in range(3):
        making.published(people)


def tamper(statement: str) -> None:
    """Do, as the owner of the tables, what neither role nor trigger would let anybody do."""
    tables = ("record_version", "record_log_entry")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("RESET ROLE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement)
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute("SET ROLE attest_app")


@pytest.mark.usefixtures("three")
def test_a_record_that_nobody_touched_holds() -> None:
    out = StringIO()
    call_command("verify_record", stdout=out)
    head = LogEntry.objects.head()
    assert head is not None
    assert out.getvalue() == f"The record holds: 3 versions, head {head.chain_hash}.\n"


def test_an_empty_record_holds() -> None:
    out = StringIO()
    call_command("verify_record", stdout=out)
    assert out.getvalue() == "The record is empty.\n"


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(("statement", "expected"), TAMPERING.values(), ids=TAMPERING)
def test_tampering_is_named(statement: str, expected: set[str]) -> None:
    tamper(statement)
    sentences = [problem.sentence for problem in problems(alias="default")]
    assert {words for words in expected if any(words in sentence for sentence in sentences)} == expected
    with pytest.raises(CommandError, match="does not hold"):
        call_command("verify_record", stderr=StringIO())


@pytest.mark.usefixtures("three")
def test_the_order_of_keys_does_not_matter() -> None:
    version = Version.objects.first()
    assert version is not None
    version.content = dict(reversed(version.content.items()))
    assert not list(problems(alias="default"))
