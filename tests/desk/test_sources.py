"""Sources: recorded once, cited often, with their text and what they rest on."""

import pytest

from incidents.models import Incident, Publisher, Source
from tests import making
from tests.desk.sitting import Sitting, address, filled, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db

ARTICLE = {
    "publisher": "AsiaOne",
    "publisher_kind": "newspaper",
    "source_title": "US warned Iran of 'terrorist threat'",
    "published_on": "January 2024",
    "source_text": "US warned Iran.\n\nThe attack killed nearly 100 people.",
}


def test_a_source_is_recorded_with_its_text(editor: Sitting) -> None:
    page = editor.fill("source_new", ARTICLE)

    source = Source.objects.get()
    assert page["Location"] == address("source", uid=source.uid)
    assert source.published_precision == "month"
    shown = text(editor.get("source", uid=source.uid))
    assert "The attack killed nearly 100 people." in shown


def test_a_publisher_that_nobody_knows_takes_a_kind(editor: Sitting) -> None:
    page = editor.fill("source_new", ARTICLE | {"publisher_kind": ""})
    assert "“AsiaOne” is not on record" in problems(page)[0]

    editor.fill("source_new", ARTICLE)
    editor.fill("source_new", ARTICLE | {"publisher_kind": "", "source_title": "Another"})
    assert Publisher.objects.get().sources.count() == 2


def test_an_address_that_is_none_is_refused_beside_its_field(editor: Sitting) -> None:
    page = editor.fill("source_new", ARTICLE | {"url": "javascript:alert(1)"})

    assert problems(page)[0].startswith("Address: An address must begin with http")
    assert not Source.objects.exists()


def test_what_a_source_rests_on_is_found_and_chosen(editor: Sitting, people: Desk) -> None:
    first, copy = making.source(people.editor, title="First report"), making.source(people.editor, title="A copy")
    page = editor.get("source_rests_on", uid=copy.uid)
    asked = filled(page, origin_query="First", derivation="syndicates")
    found = editor.send("source_rests_on", asked | {"action": "find"}, uid=copy.uid)
    assert "First report" in text(found)

    editor.send("source_rests_on", asked | {"origin": str(first.uid)}, uid=copy.uid)
    assert copy.origins.get() == first
    circle = filled(page, origin_query="A copy", origin=str(copy.uid), derivation="syndicates")
    refused = editor.send("source_rests_on", circle, uid=first.uid)
    assert "does not rest on itself" in problems(refused)[0]


def test_text_is_kept_later_too(editor: Sitting, people: Desk) -> None:
    source = making.source(people.editor)
    editor.fill("source_capture", {"source_text": "The whole text."}, uid=source.uid)

    assert source.captures.get().text == "The whole text."


def test_a_publisher_is_graded_with_a_reason(editor: Sitting, people: Desk) -> None:
    source = making.source(people.editor)
    page = editor.fill("grade", {"grade": "B", "reason": ""}, uid=source.publisher.uid)
    assert problems(page) == ["Reason for the grade, shown to readers: Fill this in."]

    editor.fill("grade", {"grade": "B", "reason": "Corrects its errors."}, uid=source.publisher.uid)
    source.publisher.refresh_from_db()
    assert source.publisher.reliability == "B"


def test_a_source_says_where_it_is_cited(editor: Sitting, incident: Incident) -> None:
    source = Source.objects.get()

    assert incident.title in text(editor.get("source", uid=source.uid))
    assert source.title in text(editor.client.get(address("sources"), {"q": "Example Courier"}))
    assert "No source here." in text(editor.client.get(address("sources"), {"q": "no such words"}))
