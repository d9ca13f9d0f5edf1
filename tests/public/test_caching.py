"""A public answer is the same bytes for everybody, may be kept by anybody, and costs few questions."""

import re

import pytest
from django.test import Client

from incidents.services.inputs import Description
from incidents.services.logging import describe
from tests.making import published
from tests.public.conftest import Story
from tests.public.reading import questions

pytestmark = pytest.mark.django_db

LEDGER = ("/record/corrections/", "/record/corrections.json", "/feeds/corrections.atom")
TAKEN_AWAY = (
    "/feeds/incidents.atom",
    "/feeds/incidents.json",
    "/cite.bib",
    "/embed/",
    "/embed/?view=list",
    "/embed/builder/",
    "/oembed?url=http://127.0.0.1:8000/",
)
FIXED = (
    "/",
    "/incidents.json",
    "/histogram.json",
    "/incidents.geojson",
    "/about/",
    "/methods/",
    "/sitemap.xml",
    *LEDGER,
    *TAKEN_AWAY,
)
SHAPES = (".json", ".geojson", ".stix.json", ".prov.json")


def addresses(story: Story) -> list[str]:
    return [*FIXED, story.url, f"{story.url}v/1/", *(f"/incidents/{story.id}{shape}" for shape in SHAPES)]


def test_two_readers_get_the_same_bytes_and_no_cookie(client: Client, story: Story) -> None:
    for address in addresses(story):
        one, two = client.get(address), Client().get(address)
        assert one.content == two.content, address
        assert sorted(one.items()) == sorted(two.items()), address
        assert "Set-Cookie" not in one
        assert "Cookie" not in one.get("Vary", "")
        assert not client.cookies


def test_somebody_signed_in_gets_those_bytes_too(client: Client, story: Story) -> None:
    client.force_login(story.team.editor)
    for address in addresses(story):
        assert client.get(address).content == Client().get(address).content, address


def test_who_has_the_newest_answer_gets_304_for_one_or_two_questions(client: Client, story: Story) -> None:
    for address in addresses(story):
        first = client.get(address)
        assert first["Cache-Control"] == "public, max-age=60", address
        with questions() as asked:
            second = client.get(address, headers={"if-none-match": first["ETag"]})
        assert second.status_code == 304, address
        assert second.content == b""
        assert second["ETag"] == first["ETag"]
        assert set(asked) <= {"log head", "incident"}, address


def test_a_publication_gives_every_answer_a_new_tag(client: Client, story: Story) -> None:
    before = {address: client.get(address)["ETag"] for address in addresses(story)}
    published(story.team)
    for address, tag in before.items():
        assert client.get(address)["ETag"] != tag


def test_a_pending_change_gives_the_page_a_new_tag(client: Client, story: Story) -> None:
    before = client.get(story.url)["ETag"]
    described = Description(title="Another title", graphic=False, personal_data=False)
    describe(actor=story.team.editor, incident=story.made, description=described, summary="Renamed")
    assert client.get(story.url)["ETag"] != before


def test_head_answers_as_get_does_without_the_body(client: Client, story: Story) -> None:
    for address in addresses(story):
        head, get = client.head(address), client.get(address)
        assert (head.status_code, head["ETag"]) == (get.status_code, get["ETag"])
        assert head.content == b""
        assert head["Content-Length"] == get["Content-Length"]


def test_nothing_public_is_changed_through_these_addresses(client: Client, story: Story) -> None:
    for address in addresses(story):
        for method in (client.post, client.put, client.delete, client.patch):
            assert method(address).status_code == 405, address


def test_no_page_asks_another_host_for_anything(client: Client, story: Story) -> None:
    for address in ("/", story.url, f"{story.url}v/1/", "/about/", "/methods/"):
        page = client.get(address).content.decode()
        loaded = re.findall(r'<(?:link|script|img|use|iframe|source)\b[^>]*?(?:src|href)="([^"]+)"', page)
        ours = [one for one in loaded if one.startswith(("/", "http://127.0.0.1:8000/"))]
        assert loaded == ours, address
        assert "style=" not in page
        assert not re.search(r"\son\w+=", page)


BUDGETS = {
    "/": ["log head", "totals", "list", "facets", "names", "drawing", "histogram", "histogram"],
    "/incidents.json": ["log head", "totals", "list"],
    "/histogram.json": ["log head", "histogram", "histogram", "totals"],
    "/incidents.geojson": ["log head", "totals", "list"],
    "/about/": ["log head"],
    "/methods/": ["log head"],
    "{}": ["log head", "incident", "versions", "parts", "titles"],
    "{}v/1/": ["log head", "incident", "versions", "incident", "titles"],
}


def test_a_page_asks_only_these_questions(client: Client, story: Story) -> None:
    for address, budget in BUDGETS.items():
        with questions() as asked:
            assert client.get(address.format(story.url)).status_code == 200
        assert asked == budget, address
