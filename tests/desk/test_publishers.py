"""Publishers: each grading is dated, has its reason, and stays on record."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from incidents.models import Publisher
from incidents.services.sources import grade_publisher
from tests import making
from tests.desk.sitting import Sitting, problems, text
from tests.making import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher_of_news(people: Desk) -> Publisher:
    return making.source(people.editor).publisher


def test_a_publisher_is_found_with_its_sources(editor: Sitting, publisher_of_news: Publisher) -> None:
    assert "The Example Courier" in text(editor.client.get("/desk/publishers/", {"q": "courier"}))
    assert "No publisher here." in text(editor.client.get("/desk/publishers/", {"q": "no such name"}))
    page = editor.get("publisher", uid=publisher_of_news.uid)
    assert publisher_of_news.sources.get().title in text(page)
    assert "Nobody has graded it yet" in text(page)


def test_every_grading_stays_and_that_of_the_latest_day_is_in_force(
    editor: Sitting, publisher_of_news: Publisher
) -> None:
    at = {"uid": publisher_of_news.uid}
    editor.fill("grade", {"grade": "B", "reason": "Corrects its errors.", "since": "3 March 2024"}, **at)
    editor.fill("grade", {"grade": "D", "reason": "Retracted three reports.", "since": "1 June 2025"}, **at)
    editor.fill("grade", {"grade": "C", "reason": "Looked at its early years.", "since": "1 January 2020"}, **at)
    publisher_of_news.refresh_from_db()
    assert (publisher_of_news.reliability, publisher_of_news.reliability_on) == ("D", date(2025, 6, 1))
    page = editor.get("publisher", **at)
    assert [(row["since"], row["grade"][0], row["in_force"]) for row in page.context["grades"]] == [
        ("1 June 2025", "D", True),
        ("3 March 2024", "B", False),
        ("1 January 2020", "C", False),
    ]
    assert editor.person.display_name in text(page)


def test_a_grade_has_a_reason_and_a_day_that_has_come(editor: Sitting, publisher_of_news: Publisher) -> None:
    at = {"uid": publisher_of_news.uid}
    page = editor.fill("grade", {"grade": "B", "reason": ""}, **at)
    assert problems(page) == ["Reason for the grade, shown to readers: Fill this in."]
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    page = editor.fill("grade", {"grade": "B", "reason": "Because.", "since": tomorrow}, **at)
    assert problems(page) == ["In force from: A grade holds from today or an earlier day on."]
    assert 'value="' + tomorrow in text(page)
    assert not publisher_of_news.grades.exists()


def test_the_database_keeps_every_grading(editor: Sitting, publisher_of_news: Publisher) -> None:
    grade_publisher(actor=editor.person, publisher=publisher_of_news, grade="B", reason="Corrects its errors.")
    for statement in ("UPDATE incidents_publishergrade SET grade = 'A'", "DELETE FROM incidents_publishergrade"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_what_is_published_keeps_the_grade_that_it_was_published_with(client: Client, people: Desk) -> None:
    report = making.source(people.editor)
    grade_publisher(actor=people.editor, publisher=report.publisher, grade="B", reason="Good.", on=date(2024, 1, 1))
    made = making.published(people, report=report)
    address = f"/incidents/{made.public_id}.json"
    before = client.get(address).content
    grade_publisher(actor=people.editor, publisher=report.publisher, grade="E", reason="It made up reports.")
    assert client.get(address).content == before
    (listed,) = client.get(address).json()["content"]["sources"]
    assert (listed["publisher"]["reliability"], listed["publisher"]["reliability_since"]) == ("B", "2024-01-01")
