"""What is captured is kept once, read without harm, never altered, and known to be damaged when it is."""

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from incidents.choices import CustodyKind
from incidents.jobs import check_captures
from incidents.models import Capture, CustodyEvent, Source
from incidents.rules.refusals import RefusedError
from incidents.selectors.captures import damaged_captures
from incidents.selectors.content import public_content
from incidents.services.capturing import capture_file, capture_text
from incidents.services.custody import export_capture, verify_capture
from tests import making, samples
from tests.isolation.tables import as_owner

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> making.Desk:
    return making.desk()


@pytest.fixture
def source(people: making.Desk) -> Source:
    return making.source(people.editor)


def kept(people: making.Desk, source: Source, data: bytes) -> Capture:
    return capture_file(actor=people.editor, source=source, data=data, name="any name.exe")


def without_captures() -> list[str]:
    """What is said when somebody who owns the database has taken every snapshot out of it."""
    tables = ("incidents_custodyevent", "incidents_capture")
    with as_owner() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"DELETE FROM {table}")
    return [problem.sentence for problem in damaged_captures()]


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (samples.page(), "text/html"),
        (b"\xef\xbb\xbf \n<!-- saved -->\n<HTML><p>x</p></HTML>", "text/html"),
        (samples.pdf(), "application/pdf"),
        (samples.image("PNG"), "image/png"),
        (samples.image("JPEG"), "image/jpeg"),
        (samples.image("WEBP"), "image/webp"),
        (samples.image("TIFF"), "image/tiff"),
    ],
)
def test_a_file_is_what_its_content_says(people: making.Desk, source: Source, data: bytes, media_type: str) -> None:
    capture = kept(people, source, data)
    assert capture.media_type == media_type
    assert capture.sha256 == hashlib.sha256(data).hexdigest()
    assert samples.stored()[0].read_bytes() == data


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00 a program",
        b"PK\x03\x04 an archive",
        b"plain words",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"<html>\x00</html>",
        b"",
    ],
)
def test_what_is_no_page_pdf_or_image_is_refused(people: making.Desk, source: Source, data: bytes) -> None:
    with pytest.raises(RefusedError):
        kept(people, source, data)
    assert samples.stored() == []


def test_the_text_is_read_and_the_reader_named(people: making.Desk, source: Source) -> None:
    page, report = kept(people, source, samples.page()), kept(people, source, samples.pdf())
    assert "The attack killed nearly 100 people" in page.text
    assert "alert" not in page.text
    assert page.extractor.startswith("trafilatura ")
    assert report.text == samples.ARTICLE
    assert report.extractor.startswith("pypdf ")


def test_a_file_that_cannot_be_read_is_kept_all_the_same(people: making.Desk, source: Source) -> None:
    broken = samples.pdf()[:200]
    capture = kept(people, source, broken)
    assert capture.text == ""
    assert capture.extractor.startswith("pypdf ")
    assert samples.stored()[0].read_bytes() == broken


def test_the_same_bytes_are_stored_once_for_two_sources(people: making.Desk, source: Source) -> None:
    first = kept(people, source, samples.page())
    again = kept(people, source, samples.page())
    other = kept(people, making.source(people.editor), samples.page())
    assert (first.pk, first.sha256) == (again.pk, other.sha256)
    assert first.pk != other.pk
    assert len(samples.stored()) == 1


def test_a_file_larger_than_may_be_kept_is_refused(people: making.Desk, source: Source, settings: object) -> None:
    settings.ATTEST_UPLOAD_MOST_BYTES = 1_000_000  # type: ignore[attr-defined]
    with pytest.raises(RefusedError, match="at most 1 MB"):
        kept(people, source, samples.page() + b" " * 1_000_000)


def test_a_pdf_of_too_many_pages_is_refused(people: making.Desk, source: Source) -> None:
    assert kept(people, source, samples.pdf(pages=20)).text.count("nearly 100") == 20
    with pytest.raises(RefusedError, match="1001 pages"):
        kept(people, source, samples.pdf(pages=1001))


def test_a_small_pdf_that_stands_for_a_huge_one_is_refused(people: making.Desk, source: Source) -> None:
    with pytest.raises(RefusedError, match="unpacks"):
        kept(people, source, samples.pdf(stream=bytes(60_000_000)))
    assert kept(people, source, samples.pdf(stream=bytes(1_000_000))).text == samples.ARTICLE


def test_an_image_of_too_many_pixels_is_refused(people: making.Desk, source: Source) -> None:
    with pytest.raises(RefusedError, match="160 million pixels"):
        kept(people, source, samples.image("PNG", (16_000, 10_000)))


def test_a_stored_file_that_was_changed_is_never_handed_out(people: making.Desk, source: Source) -> None:
    capture = kept(people, source, samples.page())
    assert export_capture(actor=people.reviewer, capture=capture) == samples.page()
    samples.damage(samples.stored()[0])
    with pytest.raises(RefusedError, match="no longer what was captured"):
        export_capture(actor=people.reviewer, capture=capture)
    told = [(event.kind, event.by) for event in capture.custody.order_by("pk")]
    assert told == [
        (CustodyKind.CAPTURED, people.editor),
        (CustodyKind.EXPORTED, people.reviewer),
        (CustodyKind.DAMAGED, people.reviewer),
    ]


def test_every_damaged_or_missing_file_is_named(people: making.Desk, source: Source) -> None:
    changed, missing = kept(people, source, samples.page()), kept(people, source, samples.pdf())
    whole = kept(people, source, samples.image())
    capture_text(actor=people.editor, source=source, text="Pasted words.")
    assert list(damaged_captures()) == []
    by_hash = {path.name: path for path in samples.stored()}
    samples.damage(by_hash[changed.sha256])
    by_hash[missing.sha256].unlink()
    found = {problem.sha256: problem.sentence for problem in damaged_captures()}
    assert set(found) == {changed.sha256, missing.sha256}
    assert "its content has changed" in found[changed.sha256]
    assert "is missing from the store" in found[missing.sha256]
    assert whole.sha256 not in found


def test_a_published_document_lists_its_evidence_and_misses_it_when_it_is_gone(people: making.Desk) -> None:
    report = making.source(people.editor)
    capture = kept(people, report, samples.page())
    made = making.published(people, report=report)
    (listed,) = public_content(made)["sources"]
    assert listed["captures"] == [{"sha256": capture.sha256, "media_type": "text/html"}]
    sentences = without_captures()
    assert sentences == [
        f"{made.public_id}, version 1, lists the captured file {capture.sha256}, and the desk has no snapshot of it."
    ]


def test_a_snapshot_and_its_custody_cannot_be_changed(people: making.Desk, source: Source) -> None:
    capture = kept(people, source, samples.page())
    for statement in (
        "UPDATE incidents_capture SET text = 'other words'",
        "DELETE FROM incidents_capture",
        "UPDATE incidents_custodyevent SET by_id = NULL",
        "DELETE FROM incidents_custodyevent",
        "TRUNCATE incidents_custodyevent",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert capture.custody.count() == 1


def test_every_snapshot_is_checked_once_a_week(people: making.Desk, source: Source) -> None:
    capture = kept(people, source, samples.page())
    check_captures(timestamp=0)
    check_captures(timestamp=0)
    assert CustodyEvent.objects.filter(kind=CustodyKind.VERIFIED, by=None).count() == 1
    samples.damage(samples.stored()[0])
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        check_captures(timestamp=0)
    assert capture.custody.all()[0].kind == CustodyKind.DAMAGED
    assert not verify_capture(capture=capture)


def test_a_write_that_fails_leaves_nothing_behind(
    people: making.Desk, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("incidents.services.capturing.os.fsync", no_room)
    with pytest.raises(OSError, match="No space"):
        kept(people, source, samples.page())
    assert samples.stored() == []
    assert not Capture.objects.exists()


def test_a_redacted_copy_is_noted_at_its_original(people: making.Desk, source: Source) -> None:
    original = kept(people, source, samples.page())
    copy = capture_file(actor=people.editor, source=source, data=samples.page("Words."), redacts=original)
    assert original.custody.all()[0].kind == CustodyKind.REDACTED
    assert original.custody.all()[0].note == copy.sha256
    with pytest.raises(RefusedError, match="of the same source"):
        capture_file(
            actor=people.editor, source=making.source(people.editor), data=samples.page("Other."), redacts=original
        )


def test_a_name_is_a_note_and_never_a_path(people: making.Desk, source: Source) -> None:
    capture = capture_file(
        actor=people.editor, source=source, data=samples.page(), name="..\\..\\etc/passwd\x00\x1b.html"
    )
    assert capture.file_name == "passwd.html"
    root = Path(samples.stored()[0]).parents[1]
    assert root.name == "captures"
