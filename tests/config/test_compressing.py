"""Public answers are compressed for who takes them so; pages that hold tokens never are."""

import gzip

import brotli  # type: ignore[import-untyped]
import pytest
from django.test import Client

from tests.making import published

pytestmark = pytest.mark.django_db

TAKES = {"accept-encoding": "gzip"}
TAKES_BROTLI = {"accept-encoding": "gzip, deflate, br, zstd"}


def test_a_public_page_comes_compressed_and_is_the_same_page(client: Client) -> None:
    plain, packed = client.get("/"), client.get("/", headers=TAKES)
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in packed["Vary"]


def test_who_takes_brotli_gets_it_and_who_declines_it_does_not(client: Client) -> None:
    plain, packed = client.get("/"), client.get("/", headers=TAKES_BROTLI)
    assert packed["Content-Encoding"] == "br"
    assert brotli.decompress(packed.content) == plain.content
    assert packed["Content-Length"] == str(len(packed.content))
    assert "Accept-Encoding" in packed["Vary"]
    assert client.get("/", headers={"accept-encoding": "gzip, br;q=0"})["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("takes", [TAKES, TAKES_BROTLI])
def test_a_copy_that_came_compressed_is_known_again(client: Client, takes: dict[str, str]) -> None:
    for path in ("/", "/incidents.json", "/api/v1/incidents/"):
        tag = client.get(path, headers=takes).get("ETag")
        if tag:
            assert client.get(path, headers=takes | {"if-none-match": tag}).status_code == 304, path


def test_a_page_that_holds_a_token_is_not_compressed(client: Client) -> None:
    page = client.get("/accounts/login/", headers=TAKES)
    assert page.status_code == 200
    assert "Content-Encoding" not in page


@pytest.mark.parametrize("takes", [TAKES, TAKES_BROTLI])
def test_text_that_is_written_while_it_is_sent_is_compressed_on_the_way(
    client: Client, takes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    published()
    monkeypatch.setattr("incidents.ogc.views.features.PAGE", 0)
    for path in ("/downloads/incidents.csv", "/downloads/incidents.geojson", "/ogc/collections/incidents/items"):
        plain, packed = client.get(path), client.get(path, headers=takes)
        assert plain.streaming, path
        assert "Content-Encoding" not in plain
        assert (packed["Content-Encoding"], packed["ETag"]) == ("gzip", f"W/{plain['ETag']}"), path
        assert "Accept-Encoding" in packed["Vary"]
        assert gzip.decompress(packed.getvalue()) == plain.getvalue()
        assert client.get(path, headers=takes | {"if-none-match": packed["ETag"]}).status_code == 304, path


def test_a_file_that_is_no_text_stays_as_it_is(client: Client) -> None:
    published()
    packed = client.get("/downloads/incidents.xlsx", headers=TAKES)
    assert (packed.status_code, "Content-Encoding" in packed) == (200, False)
    assert packed.getvalue().startswith(b"PK")
    packed.close()
