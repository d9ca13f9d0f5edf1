"""A release is made of the record as of its cut-off, to the bit, once, and is there whole or not at all."""

import os
import signal
from datetime import UTC, datetime, timedelta
from io import StringIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from incidents.exchange.releasing.contents import ReleaseContents
from incidents.models import Incident, LogEntry, PublishedIncident, Release, ReleaseFile
from incidents.rules.releases import Made, Piece, Plan, partition
from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.publishing import publish
from incidents.services.release_folder import ReleaseFolder, held
from tests.making import approved, incident, published
from tests.releases.conftest import FIRST, SECOND, Released, kept_in

pytestmark = pytest.mark.django_db


def test_the_same_cut_off_gives_the_same_bits_however_much_later_and_whatever_is_changed_since(
    released: Released, tmp_path: Path
) -> None:
    edit_something_public(released)
    for release in Release.objects.select_related("previous"):
        before = release.previous.tag if release.previous else ""
        plan = Plan(tag=release.tag, cut_off=release.cut_off, log_size=release.log_size, previous=before)
        folder, made = ReleaseFolder(tmp_path / release.tag), dict[str, Made]()
        with time_machine.travel(timezone.now() + timedelta(days=400)):
            contents = ReleaseContents(plan)
            for piece in contents.pieces(made):
                made[piece.name] = folder.make(piece, lambda _rows: None)
        files = ReleaseFile.objects.filter(release=release).order_by("pk")
        assert {one.name: one.sha256 for one in made.values()} == {one.name: one.sha256 for one in files}
        assert {one.name for one in files} == made.keys()
        assert (contents.facts().citation, contents.facts().changes) == (release.citation, release.changes)
    assert Release.objects.count() == 2


def edit_something_public(released: Released) -> None:
    """Have changes of an incident under review, which its flat row says of today."""
    kept = Incident.objects.get(public_id=released.ids["kept"])
    described = Description(title="Another title", graphic=False, personal_data=False)
    describe(actor=released.people.editor, incident=kept, description=described, summary="Renamed")
    assert PublishedIncident.objects.current().filter(under_review=True).exists()


def refusal(*arguments: str) -> str:
    """The sentence with which the command ends."""
    with pytest.raises(CommandError) as error:
        call_command("release", *arguments, stderr=StringIO())
    return str(error.value)


def test_what_cannot_be_released_is_refused_in_a_sentence(released: Released) -> None:
    cut_off = Release.objects.get(tag=SECOND).cut_off.isoformat().replace("+00:00", "Z")
    assert refusal(FIRST) == "The release 2024.1 exists already, and a release never changes."
    assert refusal("../x") == "A tag is made of small letters and digits, with single dots or hyphens: 2024.1."
    assert refusal("2024.3") == "Nothing was published since the release 2024.2."
    assert refusal("2024.3", "--cut-off", "2999-01-01") == "The cut-off 2999-01-01 is still to come."
    assert refusal("2024.3", "--cut-off", "soon").startswith("Give a day such as 2024-01-05, or a moment")
    assert refusal("2024.3", "--cut-off", "2020-01-01") == (
        f"The release 2024.2 was cut off on {cut_off}, and the next one is cut off later."
    )
    assert refusal("2024.3", "--give-up") == "No release 2024.3 is being made."
    assert Release.objects.count() == 2


def broken_off(tag: str, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin a release, and fail at one of the steps in which its contents are made."""
    with monkeypatch.context() as broken:
        broken.setattr(f"incidents.exchange.releasing.contents.{at}", lambda *_found: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            call_command("release", tag, stderr=StringIO())


def test_an_empty_record_is_not_released(tmp_path: Path) -> None:
    sentence = "The record is empty at that moment: there is nothing to release."
    with kept_in(tmp_path):
        assert refusal("2024.1") == sentence
        published()
        assert refusal("2024.1", "--cut-off", "2020-01-01") == sentence


def test_a_release_that_was_broken_off_goes_on_where_it_stood_and_nothing_of_it_was_to_be_seen(
    released: Released, client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(released.people, title="Before the third release")
    moment = LogEntry.objects.latest("position").appended_at
    broken_off("2024.3", "data_package", monkeypatch)
    making = tmp_path / "releases" / "making" / "2024.3" / "files"
    written = {path: path.stat().st_mtime_ns for path in making.rglob("*") if path.is_file()}
    assert len(written) > 12
    assert client.get("/releases/2024.3/").status_code == 404
    assert client.get("/releases/2024.3/incidents.csv").status_code == 404
    published(released.people, title="Published while it was broken off")
    assert refusal("2024.4").startswith("The release 2024.3 was begun and is not finished")
    assert "begun with the cut-off" in refusal("2024.3", "--cut-off", timezone.now().isoformat())
    (making / "incidents.csv").write_text("half")
    said = StringIO()
    with monkeypatch.context() as looking:
        looking.setattr(ReleaseFolder, "clear", lambda _folder: None)
        call_command("release", "2024.3", stdout=said, stderr=StringIO())
    again = {path for path in written if path.stat().st_mtime_ns != written[path]}
    assert {path.name for path in again} == {"incidents.csv"}
    release = Release.objects.get(tag="2024.3")
    assert (release.cut_off, release.incident_count, release.previous) == (
        moment,
        7,
        Release.objects.get(tag=SECOND),
    )
    assert f"Released 2024.3: 7 incidents as of {moment.isoformat()}" in said.getvalue()
    assert b"Published while" not in client.get("/releases/2024.3/incidents.csv").getvalue()


def test_what_was_begun_can_be_given_up(released: Released, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(released.people)
    broken_off("2024.3", "release_edition", monkeypatch)
    making = tmp_path / "releases" / "making"
    with held(making):
        assert refusal("2024.3") == "A release is being made by another process."
    call_command("release", "2024.3", "--give-up", stdout=StringIO())
    assert [path.name for path in making.iterdir()] == ["lock"]


def write_and_be_killed(path: Path, at: int) -> None:
    """Write files until, in the midst of one, somebody kills the process."""

    def killed(target: Path, _progress: Any) -> None:
        target.write_text("half of i")
        os.kill(os.getpid(), signal.SIGKILL)

    folder = ReleaseFolder(path / "2024.9")
    with held(path):
        folder.begin(Plan(tag="2024.9", cut_off=datetime(2024, 1, 5, tzinfo=UTC), log_size=7, previous=""))
        for number in range(3):
            write = killed if number == at else lambda target, _progress: target.write_text("all of it")
            folder.make(Piece(name=f"part/{number}", media_type="text/plain", write=write), lambda _rows: None)


def test_after_a_kill_the_files_that_were_whole_are_there_and_no_other(tmp_path: Path) -> None:
    child = get_context("fork").Process(target=write_and_be_killed, args=(tmp_path, 2))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    folder = ReleaseFolder(tmp_path / "2024.9")
    with held(tmp_path):
        plan = folder.plan()
        assert plan
        assert plan.log_size == 7
        assert sorted(folder.made()) == ["part/0", "part/1"]
        assert not folder.file("part/2").exists()


def test_the_database_keeps_what_was_released(released: Released) -> None:
    newest = Release.objects.get(tag=SECOND)
    columns = {name: getattr(newest, name) for name in ("schema_version", "log_head", "incident_count", "citation")}
    for statement in (
        "UPDATE record_release SET incident_count = 1",
        "DELETE FROM record_release_file",
        "TRUNCATE record_release CASCADE",
        "UPDATE record_release_file SET sha256 = repeat('0', 64)",
    ):
        assert "permission denied" in refused(statement), statement
    later, size = timezone.now(), newest.log_size
    for changes, name in (
        ({"previous": None, "cut_off": later}, "A release follows the newest one"),
        ({"previous": newest, "cut_off": newest.cut_off - timedelta(hours=1)}, "is cut off after the one before it"),
        ({"previous": newest, "cut_off": later, "tag": "A tag"}, "release_tag_well_formed"),
    ):
        row = {"tag": "2024.3", "log_size": size, "released_at": later, **columns, **changes}
        with pytest.raises(DatabaseError, match=name), transaction.atomic():
            Release.objects.create(**row)
    Release.objects.create(tag="2024.3", log_size=size, cut_off=later, released_at=later, previous=newest, **columns)
    draft = approved(released.people, incident(released.people.editor))
    clock_set_back = time_machine.travel(newest.cut_off - timedelta(days=9))
    with clock_set_back, pytest.raises(DatabaseError, match="The record was released as it stood after"):
        publish(actor=released.people.publisher, incident=draft)


def refused(statement: str) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    return str(error.value)


def test_what_nobody_dates_has_a_partition_of_its_own() -> None:
    assert partition(2024) == "parquet/year=2024/part-0.parquet"
    assert partition(None) == "parquet/year=__HIVE_DEFAULT_PARTITION__/part-0.parquet"
