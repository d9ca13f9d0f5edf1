"""Our own words on public pages are neutral, and definitions say what the software does."""

from pathlib import Path

import pytest
from django.test import Client

from incidents.choices import AttributionState, PlacePrecision, Reliability
from incidents.rules.quantities import RULES
from incidents.rules.wording import find_loaded_words
from tests.public.conftest import Story
from tests.public.reading import text_of

AREAS = ("exchange", "ordering", "presenting", "public")
TEMPLATES = sorted(path for area in ("exchange", "public") for path in Path("templates", area).rglob("*.html"))
MODULES = sorted(path for area in AREAS for path in Path("incidents", area).rglob("*.py"))
CODE = "Outcome.FOILED"
"""The name of a code in our own modules: nobody reads it."""


def test_what_we_write_is_neutral() -> None:
    assert {str(path): find_loaded_words(path.read_text().replace(CODE, "")) for path in (*TEMPLATES, *MODULES)} == {
        str(path): [] for path in (*TEMPLATES, *MODULES)
    }


@pytest.mark.django_db
def test_a_whole_page_is_neutral(client: Client, story: Story) -> None:
    for address in ("/", story.url, "/about/", "/methods/"):
        assert find_loaded_words(text_of(client.get(address))) == []


@pytest.mark.django_db
def test_the_methods_page_has_every_definition_and_every_rule(client: Client) -> None:
    words = text_of(client.get("/methods/"))
    for term in (*AttributionState.labels, *PlacePrecision.labels, *Reliability.labels):
        assert str(term) in words
    for rule in RULES:
        assert rule.id in words
        assert str(rule.explanation) in words


@pytest.mark.django_db
def test_the_about_page_says_how_to_report_an_error(client: Client) -> None:
    page = client.get("/about/").content.decode()
    assert 'id="report"' in page
    assert "mailto:" in page
    assert '<a href="/report/">Fill in the form</a>' in page
    assert 'href="/report/"' in client.get("/").content.decode()
