"""The page before the click, and the manners of every file."""

import re

import pytest
from django.test import Client

from incidents.exchange.editions import edition
from incidents.exchange.forms import FORMS
from incidents.filters import read_query
from incidents.selectors.record import log_head
from incidents.selectors.record_downloads import stored_geometry
from tests.exchange import reading as read
from tests.making import published
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("record")
def test_the_page_says_what_will_be_downloaded(client: Client) -> None:
    page = client.get("/downloads/?country=IR")
    words, whole = text_of(page), page.content.decode()
    assert "5 incidents in Iran" in words
    assert "5 rows, one an incident. 1 of them has no location that may be drawn" in words
    assert "killed_said_by" in words
    for form in FORMS:
        assert f'href="/downloads/incidents.{form}?country=IR"' in whole
    assert 'href="/downloads/incidents.csv?country=IR&amp;hxl=true"' in whole
    assert "<form" not in re.search(r"<main.*</main>", whole, re.DOTALL)[0]  # type: ignore[index]


def test_the_explorer_leads_to_the_downloads_of_its_query(client: Client) -> None:
    assert 'href="/downloads/?country=IR"' in client.get("/?country=IR").content.decode()


@pytest.mark.parametrize("query", ["contry=IR", "bbox=1,2,3", "since=tomorrow", "page=2", "cursor=x"])
def test_what_cannot_be_answered_is_named(client: Client, query: str) -> None:
    for path in ("/downloads/", *(f"/downloads/incidents.{form}" for form in FORMS)):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 400, path
        assert query.split("=", maxsplit=1)[0] in answer.content.decode(), path


def test_a_form_that_there_is_not_is_not_found(client: Client) -> None:
    assert client.get("/downloads/incidents.doc").status_code == 404


def test_a_file_is_an_attachment_that_says_which_state_of_the_record_it_holds(client: Client) -> None:
    published()
    tags = {form: attached(client, form) for form in FORMS}
    for form, tag in tags.items():
        again = client.get(f"/downloads/incidents.{form}", headers={"If-None-Match": tag})
        assert (again.status_code, again.getvalue()) == (304, b""), form
    published(title="Published later")
    for form, tag in tags.items():
        later = client.get(f"/downloads/incidents.{form}", headers={"If-None-Match": tag})
        assert (later.status_code, bool(later.getvalue())) == (200, True), form


def attached(client: Client, form: str) -> str:
    """Fetch a file and look at how it is sent; its entity tag is returned."""
    answer = client.get(f"/downloads/incidents.{form}")
    assert answer["Content-Disposition"] == f'attachment; filename="attest-incidents-0.{form}"'
    assert answer["Content-Type"] == FORMS[form].media_type
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer.getvalue()
    return str(answer["ETag"])


def test_head_tells_the_headers_and_sends_nothing(client: Client) -> None:
    answer = client.head("/downloads/incidents.csv")
    assert (answer.status_code, answer.getvalue()) == (200, b"")
    assert "attachment" in answer["Content-Disposition"]


def test_crawlers_are_asked_to_leave_the_files_alone(client: Client) -> None:
    assert "Disallow: /downloads/" in client.get("/robots.txt").content.decode()
    assert '<meta name="robots" content="noindex">' in client.get("/downloads/").content.decode()


def test_the_size_said_before_the_click_is_about_the_size_after_it(client: Client) -> None:
    for _time in range(12):
        published()
    query = read_query({})
    held = edition(query, log_head())
    for code, form in FORMS.items():
        size = len(read.fetched(client, code))
        said = form.bytes_of(held.totals.count, stored_geometry(query))
        assert said / 3 < size < said * 3, (code, size, said)
