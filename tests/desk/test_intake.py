"""A text or a file comes to the desk: what it is is found, corrected and kept; what is on record is known again."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from incidents.models import Capture, Publisher, Source
from incidents.services.capturing import capture_text
from incidents.services.sources import record_publisher
from tests import making, samples
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

ARTICLE = """Blasts kill nearly 100 in Kerman

By Maryam Example and John Example
January 4, 2024

KERMAN, Iran (Example Wire) - Two bombs killed nearly 100 people in the city of Kerman on Wednesday, officials said.
"""


@pytest.fixture
def wire(people: Desk) -> Publisher:
    return record_publisher(actor=people.editor, name="Example Wire", kind="agency")


def paste(who: Sitting, words: str, **more: Any) -> Any:
    """Paste a text on the page as it is opened."""
    return who.send("intake", {"source_text": words, "action": "read", **more})


def fields(page: Any) -> dict[str, Any]:
    return {name: page.context["forms"]["intake"].typed(name) for name in page.context["forms"]["intake"].fields}


def keep(who: Sitting, page: Any, **typed: Any) -> Any:
    return who.send("intake", {**fields(page), "action": "save", **typed} | {"file": ""})


def test_every_page_of_the_desk_leads_there_by_a_link_and_a_key(editor: Sitting) -> None:
    page = text(editor.get("queue"))
    assert f'href="{reverse("desk:intake")}" aria-keyshortcuts="n" data-key="n"' in page
    assert "the operator of this desk has fetching off" in text(editor.get("intake"))


@pytest.mark.usefixtures("wire")
def test_what_a_pasted_text_says_of_itself_is_filled_in(editor: Sitting) -> None:
    page = paste(editor, ARTICLE)
    found = fields(page)
    assert page.status_code == 200
    assert (found["source_title"], found["publisher"]) == ("Blasts kill nearly 100 in Kerman", "Example Wire")
    assert (found["published_on"], found["lang"]) == ("2024-01-04", "en")
    assert found["byline"] == "Maryam Example, John Example"
    assert not Source.objects.exists()


@pytest.mark.usefixtures("wire")
def test_what_was_corrected_is_what_is_kept(editor: Sitting) -> None:
    answer = keep(editor, paste(editor, ARTICLE), source_title="Blasts in Kerman", byline="Maryam Example")
    source, capture = Source.objects.get(), Capture.objects.get()
    assert answer.url == reverse("desk:match", kwargs={"uid": source.uid, "sha256": capture.sha256})
    assert (source.title, source.authors, source.publisher.name) == (
        "Blasts in Kerman",
        ["Maryam Example"],
        "Example Wire",
    )
    assert capture.text == ARTICLE.strip()


def test_enter_before_the_fields_are_seen_saves_nothing(editor: Sitting) -> None:
    page = editor.send("intake", {"source_text": ARTICLE, "action": "save"})
    assert page.status_code == 200
    assert not Source.objects.exists()


def test_a_publisher_that_nobody_knows_is_asked_about(editor: Sitting) -> None:
    read = paste(editor, ARTICLE)
    assert "“Example Wire” is new here" in text(read)
    page = keep(editor, read)
    assert page.status_code == 422
    assert "“Example Wire” is not on record" in problems(page)[0]
    assert fields(page)["source_text"] == ARTICLE.strip()
    assert keep(editor, page, publisher_kind="agency").status_code == 302


def test_an_uploaded_page_is_read_and_waits_until_it_is_kept(editor: Sitting, reviewer: Sitting) -> None:
    page = editor.send("intake", {"file": SimpleUploadedFile("report.html", samples.page()), "action": "read"})
    found = fields(page)
    assert "nearly 100 people" in text(page)
    assert found["held"]
    assert keep(reviewer, page, publisher="Example Wire", publisher_kind="agency").status_code == 422
    answer = keep(editor, page, publisher="Example Wire", publisher_kind="agency", source_title="A page")
    assert answer.status_code == 302
    kept = Capture.objects.get()
    assert (kept.sha256, kept.file_name, kept.media_type) == (found["held"], "report.html", "text/html")
    assert problems(keep(editor, page, publisher="Example Wire"))[0].endswith("Choose it once more.")


def test_a_file_without_text_says_so_and_is_kept_all_the_same(editor: Sitting) -> None:
    page = editor.send("intake", {"file": SimpleUploadedFile("photo.png", samples.image()), "action": "read"})
    assert "There is no text to read in this file" in text(page)
    typed = {"publisher": "Example Wire", "publisher_kind": "agency", "source_title": "A photograph"}
    answer = keep(editor, page, **typed)
    shown = editor.client.get(answer.url)
    assert "compared by its title only" in text(shown)


def test_a_file_of_another_kind_and_nothing_at_all_are_refused_with_a_sentence(editor: Sitting) -> None:
    wrong = editor.send("intake", {"file": SimpleUploadedFile("report.pdf", b"MZ a program"), "action": "read"})
    assert wrong.status_code == 422
    assert "This is no web page, PDF or image" in problems(wrong)[0]
    assert problems(paste(editor, " \n ")) == ["Text of the item: Paste its text, or choose a file."]


def test_a_text_that_is_longer_than_a_form_may_be_is_refused_with_the_way_on(editor: Sitting) -> None:
    page = editor.send("intake", {"source_text": "word " * 600_000, "action": "read"})
    assert page.status_code == 413
    assert "longer than 2.6 MB" in text(page)
    assert "Keep a long text as a file." in text(page)


def test_the_same_text_is_known_again(editor: Sitting, people: Desk) -> None:
    source = making.source(people.editor, title="On record")
    capture = capture_text(actor=people.editor, source=source, text=ARTICLE.strip())
    page = paste(editor, ARTICLE.replace("\n", "\r\n"))
    shown = text(page)
    assert "This source is on record" in shown
    assert reverse("desk:source", kwargs={"uid": source.uid}) in shown
    assert reverse("desk:match", kwargs={"uid": source.uid, "sha256": capture.sha256}) in shown
    assert keep(editor, page, publisher="The Example Courier").status_code == 200
    assert Source.objects.count() == 1
    assert keep(editor, page, publisher="The Example Courier", action="another").status_code == 302


def test_a_known_address_takes_the_text_as_its_newest_snapshot(editor: Sitting, people: Desk) -> None:
    source = making.source(people.editor, url="https://example.org/news/blasts")
    page = paste(editor, ARTICLE, url="https://example.org/news/blasts?utm_source=x")
    assert "It has the same address" in text(page)
    answer = keep(editor, page, action="known")
    assert Capture.objects.get().source == source
    assert str(source.uid) in answer.url


def test_a_confidential_source_is_not_told_by_its_text(editor: Sitting, people: Desk, reviewer: Sitting) -> None:
    source = making.source(people.editor, title="From an informant", confidential=True)
    capture_text(actor=people.editor, source=source, text=ARTICLE.strip())
    assert "This source is on record" in text(paste(editor, ARTICLE))
    assert "This source is on record" not in text(paste(reviewer, ARTICLE))
    assert "informant" not in text(paste(reviewer, ARTICLE))
