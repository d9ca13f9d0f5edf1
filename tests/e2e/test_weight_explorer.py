"""What a reader downloads to see the explorer for the first time, as production serves it: joined and compressed."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.test.testcases import LiveServerThread, _StaticFilesHandler
from playwright.sync_api import BrowserContext, Response, expect
from pytest_django.live_server_helper import LiveServer

from tests import making
from tests.e2e.test_explorer_map import town

MOST = 150_000
MOST_WITH_BASEMAP = 300_000
"""Bytes, of the issue. Measured with 200,000 incidents on 29 November 2026: 144,338 and 209,112 over the line."""

MOST_CLOSE = 100_000
"""Bytes that a closer view of the map loads of the detailed base map, over what the world's took."""

EMPTY = 125_000
"""Bytes without basemap of a record of two incidents, which has hardly a list: what is left is for the list."""

HEADERS = 450
"""Bytes of the headers of an answer, about."""

BASEMAP = "/basemap/"
ADDRESS = "127.0.0.1"
UNCOMPRESSED = ["css", "geojson", "js", "json", "mjs", "py", "svg", "txt", "md", "woff2", "png", "jpg", ""]
"""Kinds of files that nobody compresses here: the test weighs them itself."""


@pytest.fixture
def production(live_server: LiveServer, tmp_path: Path) -> Iterator[str]:
    """The address of the site with its static files as production keeps them, beside that of other tests."""
    joined = {"staticfiles": {"BACKEND": "config.assets.storage.JoinedStorage"}}
    with override_settings(
        STATIC_ROOT=tmp_path,
        STORAGES={**settings.STORAGES, **joined},
        WHITENOISE_USE_FINDERS=False,
        WHITENOISE_SKIP_COMPRESS_EXTENSIONS=UNCOMPRESSED,
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
        server = LiveServerThread(ADDRESS, static_handler=_StaticFilesHandler)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        yield f"http://{ADDRESS}:{server.port}"
        server.terminate()


def weight(response: Response) -> int:
    """Bytes on the way: fonts as they are, all else as Brotli makes it; only headers where a kept copy will do."""
    if response.status == HTTPStatus.NOT_MODIFIED:
        return HEADERS
    body = response.body()
    return HEADERS + (len(body) if response.url.endswith(".woff2") else len(brotli.compress(body)))


def test_the_explorer_weighs_no_more_than_it_may(new_context: Callable[..., BrowserContext], production: str) -> None:
    team = making.desk()
    making.published(team, title="A bombing in a market – São Tomé, Kermān")
    making.published(team, title="A bombing in Suva", place=town("Suva", 178.44, -18.14))  # far, so that all is seen
    page = new_context().new_page()
    loaded: list[Response] = []
    page.on("response", lambda one: loaded.append(one))  # noqa: PLW0108 (Playwright takes no built-in)
    page.goto(production, wait_until="networkidle")
    expect(page.get_by_role("application")).to_have_attribute("data-based", "")
    parts = {one.url.removeprefix(production): weight(one) for one in loaded}
    assert len([url for url in parts if url.endswith(".css")]) == 2, parts
    assert len([url for url in parts if "/js/" in url]) == 2, parts
    assert len([url for url in parts if BASEMAP in url]) == 2, parts
    light = sum(size for url, size in parts.items() if BASEMAP not in url)
    assert light <= EMPTY, parts
    assert sum(parts.values()) - light <= MOST_WITH_BASEMAP - MOST, parts
    loaded.clear()
    page.goto(f"{production}/?country=FJ#map=6/47/19", wait_until="networkidle")  # where most borders meet
    closer = {one.url: weight(one) for one in loaded if f"{BASEMAP}detail" in one.url or f"{BASEMAP}squares" in one.url}
    assert len(closer) == 3, closer
    assert sum(closer.values()) <= MOST_CLOSE, closer
