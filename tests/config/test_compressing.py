"""Public answers are compressed for who takes them so; pages that hold tokens never are."""

import gzip

import brotli  # type: ignore[import-untyped]
import pytest
from django.test import Client

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
