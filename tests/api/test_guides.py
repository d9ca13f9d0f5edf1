"""The guides are pages of the site, and lead to one another and to what there is."""

import re

import pytest
from django.test import Client

from incidents.api.reference.guides import FOLDER, guides

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_every_guide_is_a_page_with_our_address_in_its_samples(client: Client) -> None:
    index = page(client, "/api/v1/guides/")
    assert next(iter(guides())) == "quick-start"
    for slug, guide in guides().items():
        assert f'href="/api/v1/guides/{slug}/">{guide.title}</a>' in index
        text = page(client, f"/api/v1/guides/{slug}/")
        assert "attest.example" not in text
        assert "http://testserver/" in text or "https://attest.example" not in (FOLDER / f"{slug}.md").read_text(
            encoding="utf-8"
        )
        assert len(re.findall("<h1", text)) == 1


def test_the_links_of_the_guides_lead_somewhere(client: Client) -> None:
    for slug in guides():
        main = page(client, f"/api/v1/guides/{slug}/").partition("<main")[2].partition("</main>")[0]
        ids = set(re.findall(r'id="([^"]+)"', main))
        for link in set(re.findall(r'href="([^"]+)"', main)):
            address, _hash, fragment = link.partition("#")
            if address.startswith("/"):
                assert client.get(address).status_code == 200, link
            elif not address:
                assert fragment in ids, link


def test_there_is_no_other_guide(client: Client) -> None:
    assert client.get("/api/v1/guides/..%2Fogc/").status_code == 404
    assert client.get("/api/v1/guides/secret/").status_code == 404
