"""A reader cites exactly one version, in the form that their reference manager reads."""

from datetime import UTC, datetime

import pytest
import rispy
import time_machine
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from django.test import Client

from incidents.services.inputs import Description
from incidents.services.logging import describe
from incidents.services.publishing import withdraw
from tests.making import Desk, desk, published, republished
from tests.public.conftest import Story
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db

TITLE = "50% of #1 {A_B}: café & “Kerman” ~ ^ $ \\ کرمان"


@pytest.fixture
def team() -> Desk:
    return desk()


def test_bibtex_is_read_by_a_parser_and_keeps_every_character_of_the_title(client: Client, team: Desk) -> None:
    made = published(team, title=TITLE)
    answer = client.get(f"/incidents/{made.public_id}/cite.bib")
    assert answer["Content-Type"].startswith("application/x-bibtex")
    library = parse_string(answer.content.decode())
    assert library.failed_blocks == []
    entry = library.entries[0]
    assert (entry.entry_type, entry.key) == ("misc", f"attest-{made.public_id}-v1")
    decoded = parse_string(answer.content.decode(), append_middleware=[LatexDecodingMiddleware()])
    title = decoded.entries[0]["title"].removeprefix("{").removesuffix("}")
    assert title.replace("\N{MODIFIER LETTER CIRCUMFLEX ACCENT}", "^") == TITLE  # as this parser reads LaTeX's own
    assert entry["url"].endswith(f"/incidents/{made.public_id}/v/1/")
    assert entry["version"] == "1"
    assert "as the record stood on" in entry["note"]


def test_ris_is_read_by_a_parser(client: Client, team: Desk) -> None:
    made = published(team, title=TITLE)
    answer = client.get(f"/incidents/{made.public_id}/cite.ris")
    (entry,) = rispy.loads(answer.content.decode())
    assert (entry["type_of_reference"], entry["title"], entry["id"]) == (
        "DATA",
        TITLE,
        f"attest-{made.public_id}-v1",
    )
    assert entry["urls"] == [f"http://127.0.0.1:8000/incidents/{made.public_id}/v/1/"]
    assert entry["edition"] == "Version 1"


def test_csl_json_names_version_days_and_address(client: Client, team: Desk) -> None:
    made = published(team, title=TITLE)
    (item,) = client.get(f"/incidents/{made.public_id}/cite.csl.json").json()
    assert (item["type"], item["title"], item["version"], item["number"]) == ("dataset", TITLE, "1", made.public_id)
    assert [len(item[name]["date-parts"][0]) for name in ("issued", "accessed")] == [3, 3]
    assert item["URL"].endswith("/v/1/")


def test_the_page_offers_every_form_and_the_words(client: Client, story: Story) -> None:
    page = client.get(story.url)
    for form in ("txt", "bib", "ris", "csl.json"):
        address = f"/incidents/{story.id}/cite.{form}"
        assert f'href="{address}"' in page.content.decode()
        assert client.get(address)["Content-Disposition"] == f'attachment; filename="{story.id}.{form}"'
    assert client.get(f"/incidents/{story.id}/cite.txt").content.decode() in text_of(page)


def test_a_citation_of_an_earlier_day_names_the_version_of_that_day(client: Client, team: Desk) -> None:
    with time_machine.travel(datetime(2024, 1, 4, 12, tzinfo=UTC)):
        made = published(team, title="Explosions in Kerman")
    with time_machine.travel(datetime(2024, 1, 7, 12, tzinfo=UTC)):
        described = Description(title="Two bombings in Kerman", graphic=False, personal_data=False)
        describe(actor=team.editor, incident=made, description=described, summary="Renamed")
        republished(team, made)
    address = f"/incidents/{made.public_id}/cite.txt"
    assert "“Two bombings in Kerman”" in client.get(address).content.decode()
    earlier = client.get(f"{address}?as_of=2024-01-05").content.decode()
    assert f"“Explosions in Kerman”. {made.public_id}, version 1" in earlier
    assert "as the record stood on 5 January 2024." in earlier


def test_what_is_gone_and_what_is_no_form_cannot_be_cited(client: Client, story: Story) -> None:
    assert client.get(f"/incidents/{story.id}/cite.docx").status_code == 404
    withdraw(actor=story.team.publisher, incident=story.made, reason="It was another kind of event.")
    assert client.get(f"/incidents/{story.id}/cite.bib").status_code == 410
