"""Snapshots at the desk: uploaded, read, taken away as a file that no browser runs, and accounted for."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from incidents.choices import CustodyKind
from incidents.models import Capture, CustodyEvent, Source
from tests import making, samples
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def source(people: Desk) -> Source:
    return making.source(people.editor)


def upload(who: Sitting, source: Source, data: bytes, name: str = "report.html") -> Any:
    return who.send("source_upload", {"file": SimpleUploadedFile(name, data)}, uid=source.uid)


def at(capture: Capture) -> dict[str, Any]:
    return {"uid": capture.source.uid, "sha256": capture.sha256}


def test_an_uploaded_page_is_kept_and_shown(editor: Sitting, source: Source) -> None:
    assert 'enctype="multipart/form-data"' in text(editor.get("source_upload", uid=source.uid))
    assert upload(editor, source, samples.page()).status_code == 302
    shown = text(editor.get("source", uid=source.uid))
    capture = Capture.objects.get()
    assert capture.sha256 in shown
    assert "report.html" in shown
    assert "Text read by trafilatura" in shown
    assert "The attack killed nearly 100 people" in shown


def test_a_file_of_another_kind_is_refused_with_a_sentence(editor: Sitting, source: Source) -> None:
    page = upload(editor, source, b"MZ\x90\x00 a program", "report.pdf")
    assert page.status_code == 422
    assert problems(page) == [
        "File: This is no web page, PDF or image: its content says so, whatever its name. Paste text instead."
    ]
    assert problems(editor.send("source_upload", {}, uid=source.uid)) == ["File: Fill this in."]
    assert problems(upload(editor, source, b"")) == ["File: This file is empty."]


@pytest.mark.parametrize("more", [1_000_000, 3_000_000])
def test_an_upload_that_is_too_large_is_refused_whole(
    editor: Sitting, source: Source, settings: Any, more: int
) -> None:
    settings.ATTEST_UPLOAD_MOST_BYTES = 1_000_000
    page = upload(editor, source, samples.page() + b" " * more)
    assert problems(page) == ["File: This file is too large: at most 1 MB are kept."]
    assert not Capture.objects.exists()


def test_a_file_is_handed_out_to_be_saved_and_never_shown(editor: Sitting, source: Source) -> None:
    upload(editor, source, samples.page())
    capture = Capture.objects.get()
    answer = editor.get("capture_file", **at(capture))
    assert answer.content == samples.page()
    assert answer["Content-Disposition"] == f'attachment; filename="{capture.sha256[:16]}.html"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_a_changed_file_is_answered_with_a_refusal(editor: Sitting, source: Source) -> None:
    upload(editor, source, samples.page())
    samples.damage(samples.stored()[0], b"<html>forged</html>")
    answer = editor.get("capture_file", **at(Capture.objects.get()))
    assert answer.status_code == 409
    assert "no longer what was captured" in text(answer)
    assert b"forged" not in answer.content
    assert CustodyEvent.objects.first().kind == CustodyKind.DAMAGED  # type: ignore[union-attr]


def test_the_chain_of_custody_is_on_the_page(editor: Sitting, reviewer: Sitting, source: Source) -> None:
    upload(editor, source, samples.page())
    capture = Capture.objects.get()
    assert "nearly 100 people" in text(reviewer.get("capture", **at(capture)))
    reviewer.get("capture_file", **at(capture))
    reviewer.send("capture_check", **at(capture))
    samples.stored()[0].unlink()
    reviewer.send("capture_check", **at(capture))
    page = editor.get("source", uid=source.uid)
    assert [(row["what"], row["who"]) for row in page.context["custody"]] == [
        ("Checked: not as it was captured", reviewer.person.display_name),
        ("Checked: as it was captured", reviewer.person.display_name),
        ("Downloaded", reviewer.person.display_name),
        ("Viewed", reviewer.person.display_name),
        ("Captured", editor.person.display_name),
    ]
    assert "Chain of custody" in text(page)


def test_nobody_who_is_not_signed_in_reaches_a_file(editor: Sitting, source: Source) -> None:
    upload(editor, source, samples.page())
    where = f"/desk/sources/{source.uid}/captures/{Capture.objects.get().sha256}/file/"
    assert Client().get(where).status_code == 302
    assert editor.client.get(where).status_code == 200


def test_no_address_serves_the_store(client: Client, editor: Sitting, source: Source) -> None:
    upload(editor, source, samples.page())
    name = samples.stored()[0].name
    for where in (f"/media/{name}", f"/static/{name}", f"/captures/{name[:2]}/{name}", f"/{name[:2]}/{name}"):
        assert client.get(where).status_code == 404
