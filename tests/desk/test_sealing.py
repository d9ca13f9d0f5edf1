"""The true name of an anonymous speaker is encrypted to a key that is not here, and stands nowhere else."""

import logging
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from nacl.public import PrivateKey

from incidents.models import Incident, SealedName, Speaker
from incidents.services.citing import cite
from incidents.services.inputs import Quote, SpeakerPerson
from incidents.services.people import record_speaker
from incidents.services.sealing import unseal
from tests import making
from tests.desk.sitting import Sitting, address, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

NAME = "Qasimov Nemirovsky"
KEY = PrivateKey.generate()


@pytest.fixture
def sealing(settings: Any) -> None:
    settings.ATTEST_SEALING_KEY = bytes(KEY.public_key)


@pytest.fixture
def speaker(people: Desk, incident: Incident) -> Speaker:
    """An official who is quoted without a name."""
    person = SpeakerPerson(naming="anonymous", description="a US official")
    made = record_speaker(actor=people.editor, person=person)
    claim = incident.assertions.get(kind="casualty")
    words = Quote(source=making.source(people.editor), quote="killed 12 people", speaker=made)
    cite(actor=people.editor, incident=incident, target=claim, quote=words)
    return made


def tables_with(words: str) -> list[str]:
    """Every table a row of which holds the words, in any column, as text or as bytes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace"
            " AND has_table_privilege(c.oid, 'SELECT')"
        )
        names = [name for (name,) in cursor.fetchall()]
        found = []
        for name in names:
            cursor.execute(
                f'SELECT EXISTS (SELECT FROM "{name}" t WHERE t::text ILIKE %s OR t::text ILIKE %s)',
                [f"%{words}%", f"%{words.encode().hex()}%"],
            )
            if cursor.fetchone() == (True,):
                found.append(name)
    return found


@pytest.mark.usefixtures("sealing")
def test_a_sealed_name_is_a_handle_at_the_desk_and_stands_nowhere(
    editor: Sitting, incident: Incident, speaker: Speaker, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert "Seal the true name" in text(editor.get("incident", uid=incident.uid))
    where = text(editor.get("incident", uid=incident.uid)).partition(f"/desk/speakers/{speaker.uid}/seal/")[2]
    assert where.startswith(f"?incident={incident.uid}")
    kept = editor.client.post(f"{address('seal', uid=speaker.uid)}?incident={incident.uid}", {"true_name": NAME})
    assert kept.headers["Location"] == address("incident", uid=incident.uid)
    sealed = SealedName.objects.get()
    shown = text(editor.get("incident", uid=incident.uid))
    assert f"sealed name S-{sealed.pk}, sealed " in shown
    assert "Seal the true name" not in shown
    assert NAME not in shown
    assert tables_with(NAME) == tables_with("Nemirovsky") == []
    assert NAME not in caplog.text
    assert "Nemirovsky" not in caplog.text
    assert unseal(bytes(sealed.ciphertext), KEY) == NAME


def test_a_name_kept_in_the_open_would_be_seen(people: Desk) -> None:
    making.source(people.editor, title=f"About {NAME}")
    assert set(tables_with(NAME)) == {"incidents_source", "incidents_sourceevent"}


@pytest.mark.usefixtures("sealing")
def test_a_refused_name_is_not_sent_back(editor: Sitting, speaker: Speaker) -> None:
    page = editor.send("seal", {"true_name": NAME * 20}, uid=speaker.uid)
    assert page.status_code == 422
    assert "Nemirovsky" not in text(page)
    editor.send("seal", {"true_name": NAME}, uid=speaker.uid)
    again = editor.send("seal", {"true_name": NAME}, uid=speaker.uid)
    assert problems(again) == ["The name of this speaker is sealed already. Nobody here can change or read it."]
    assert "Nemirovsky" not in text(again)


def test_without_a_key_no_name_is_taken(editor: Sitting, speaker: Speaker) -> None:
    for page in (editor.get("seal", uid=speaker.uid), editor.send("seal", {"true_name": NAME}, uid=speaker.uid)):
        assert page.status_code == 409
        assert "Names cannot be sealed here" in text(page)
        assert 'name="true_name"' not in text(page)
    assert tables_with(NAME) == []


@pytest.mark.usefixtures("sealing")
def test_only_the_name_of_somebody_anonymous_is_sealed(editor: Sitting, people: Desk) -> None:
    named = record_speaker(actor=people.editor, person=SpeakerPerson(name="A Person"))
    page = editor.send("seal", {"true_name": NAME}, uid=named.uid)
    assert problems(page) == ["Only the name of an anonymous speaker is sealed."]


@pytest.mark.usefixtures("sealing")
def test_an_error_while_sealing_shows_no_name(
    editor: Sitting, speaker: Speaker, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.DEBUG = True

    def broken(*_arguments: Any) -> bytes:
        raise RuntimeError

    monkeypatch.setattr("incidents.services.sealing.SealedBox.encrypt", broken)
    page = editor.send("seal", {"true_name": NAME}, uid=speaker.uid)
    assert problems(page) == ["The name could not be sealed, and was not kept. Tell an administrator."]
    assert "Nemirovsky" not in text(page)


@pytest.mark.usefixtures("sealing")
def test_long_and_short_names_look_alike(editor: Sitting, speaker: Speaker, people: Desk) -> None:
    other = record_speaker(actor=people.editor, person=SpeakerPerson(naming="anonymous", description="a clerk"))
    editor.send("seal", {"true_name": "Li"}, uid=speaker.uid)
    editor.send("seal", {"true_name": "ß" * 200}, uid=other.uid)
    assert len({len(bytes(one.ciphertext)) for one in SealedName.objects.all()}) == 1
    assert unseal(bytes(SealedName.objects.get(speaker=other).ciphertext), KEY) == "ß" * 200


@pytest.mark.usefixtures("sealing")
def test_the_database_keeps_a_sealed_name(editor: Sitting, speaker: Speaker) -> None:
    editor.send("seal", {"true_name": NAME}, uid=speaker.uid)
    for statement in ("UPDATE incidents_sealedname SET ciphertext = ''", "DELETE FROM incidents_sealedname"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_key_is_made_and_opens_what_was_sealed_to_it(
    editor: Sitting, speaker: Speaker, settings: Any, tmp_path: Path
) -> None:
    said = StringIO()
    call_command("sealing_key", out=tmp_path / "key", stdout=said)
    name, _, public = said.getvalue().strip().partition("=")
    assert name == "ATTEST_SEALING_KEY"
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    settings.ATTEST_SEALING_KEY = bytes.fromhex(public)
    editor.send("seal", {"true_name": NAME}, uid=speaker.uid)
    handle = SealedName.objects.get().handle
    opened = StringIO()
    call_command("unseal", handle, key=tmp_path / "key", stdout=opened)
    assert opened.getvalue().strip() == NAME
    (tmp_path / "other").write_bytes(bytes(KEY).hex().encode())
    with pytest.raises(CommandError, match="was sealed to another key"):
        call_command("unseal", handle, key=tmp_path / "other")
    with pytest.raises(CommandError, match="No sealed name is called S-0"):
        call_command("unseal", "S-0", key=tmp_path / "key")
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("sealing_key", out=tmp_path / "key")


@pytest.mark.usefixtures("sealing")
def test_what_is_typed_to_be_sealed_is_never_kept_before(editor: Sitting, incident: Incident, speaker: Speaker) -> None:
    assert "data-keeps" in text(editor.get("describe", uid=incident.uid))
    page = editor.get("seal", uid=speaker.uid)
    assert "true_name" in text(page)
    assert "data-keeps" not in text(page)
    kept = editor.send("unsaved", {"address": page.request["PATH_INFO"], "fields": f"true_name={NAME}"})
    assert kept.status_code == 422
    assert tables_with(NAME.split(maxsplit=1)[0]) == []
