"""What a query finds is cited as of a moment, in the form that a reference manager reads."""

import re
from html import unescape

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from django.test import Client

from tests.making import Desk, desk, published
from tests.public.reading import listed, text_of

pytestmark = pytest.mark.django_db

QUERY = "attack_type=bombing&country=IR"
BASE = "http://127.0.0.1:8000"


@pytest.fixture
def team() -> Desk:
    return desk()


def test_the_page_offers_the_words_and_every_form(client: Client, team: Desk) -> None:
    published(team)
    page = client.get(f"/?{QUERY}")
    for form in ("txt", "bib", "ris", "csl.json"):
        address = f"/cite.{form}?{QUERY}"
        assert f'href="{address}"' in unescape(page.content.decode())
        assert re.fullmatch(
            rf'attachment; filename="attest-query-[0-9A-Z]{{10}}\.{re.escape(form)}"',
            client.get(address)["Content-Disposition"],
        )
    assert client.get(f"/cite.txt?{QUERY}").content.decode() in text_of(page)


def test_a_citation_leads_to_what_was_cited_whatever_is_published_later(client: Client, team: Desk) -> None:
    first = published(team)
    library = parse_string(client.get(f"/cite.bib?{QUERY}").content.decode())
    published(team)
    assert library.failed_blocks == []
    entry = library.entries[0]
    assert entry["title"] == "{1 incident in Iran, bombings}"
    assert entry["version"] == "log entry 0"
    assert listed(client.get(entry["url"].removeprefix(BASE))) == [first.public_id]
    assert "as the record stood on" in entry["note"]


def test_ris_and_csl_json_are_read(client: Client, team: Desk) -> None:
    published(team)
    (entry,) = rispy.loads(client.get(f"/cite.ris?{QUERY}").content.decode())
    (item,) = client.get(f"/cite.csl.json?{QUERY}").json()
    assert (entry["type_of_reference"], item["type"]) == ("DATA", "dataset")
    assert entry["title"] == item["title"] == "1 incident in Iran, bombings"
    assert entry["edition"] == "Log entry 0"
    assert entry["urls"] == [item["URL"]]
    assert entry["id"] == item["id"]
    assert "number" not in item
    assert "accession_number" not in entry


def test_the_state_of_the_log_is_that_of_the_moment_asked_for(client: Client, team: Desk) -> None:
    first = published(team)
    moment = client.get(f"/incidents/{first.public_id}/v/1.json").json()["published_at"]
    published(team)
    assert "log entry 1," in client.get("/cite.txt").content.decode()
    earlier = client.get(f"/cite.txt?as_of={moment}").content.decode()
    assert "log entry 0," in earlier
    assert earlier.endswith(f"as_of={moment}")
    assert earlier in text_of(client.get(f"/?as_of={moment}"))


def test_demonstration_data_is_not_for_citation(client: Client, team: Desk) -> None:
    published(team, demonstration=True)
    assert client.get("/cite.txt").content.decode().startswith("Demonstration data, not for citation: Attest.")
    for form in ("bib", "ris", "csl.json"):
        assert "Demonstration data, not for citation." in client.get(f"/cite.{form}").content.decode()


def test_what_cannot_be_cited_is_said(client: Client, team: Desk) -> None:
    assert client.get("/cite.txt").status_code == 404
    assert "Nothing was on record then." in text_of(client.get("/"))
    published(team)
    assert client.get("/cite.docx").status_code == 404
    assert client.get("/cite.txt?as_of=1999-01-01").status_code == 404
    answer = client.get("/cite.txt?colour=blue")
    assert (answer.status_code, list(answer.json()["problems"])) == (400, ["colour"])
