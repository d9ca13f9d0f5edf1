"""What a reader downloads to read one incident for the first time: the Kerman page, with everything that it loads."""

import gzip
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Response
from pytest_django.live_server_helper import LiveServer

from incidents.management.demonstration.building import build
from incidents.models import PublishedIncident
from tests.demonstration.kerman_file import kerman_entries, silent

MOST = 90_000
"""Bytes for the page with style, scripts and fonts. Measured 82,480 on 29 November 2026, without the drawing of the
world, which is not counted."""

SETTLED = 600
BASEMAP = "/basemap/"


def build_kerman(folder: Path) -> PublishedIncident:
    """The Kerman incident as the demonstration has it."""
    build(silent, kerman_entries(folder))
    return PublishedIncident.objects.current().get(title="Bombings at a commemoration in Kerman")


def weight(response: Response) -> int:
    """Bytes on the way: fonts as they are, text as any server in front compresses it."""
    body = response.body()
    return len(body) if response.url.endswith(".woff2") else len(gzip.compress(body, 6))


def test_the_kerman_page_weighs_no_more_than_it_may(
    tmp_path: Path, new_context: Callable[..., BrowserContext], live_server: LiveServer
) -> None:
    made = build_kerman(tmp_path)
    page = new_context().new_page()
    loaded: list[Response] = []
    page.on("response", lambda one: loaded.append(one))  # noqa: PLW0108 (Playwright takes no built-in)
    page.goto(f"{live_server.url}/incidents/{made.public_id}/")
    page.wait_for_timeout(SETTLED)
    parts = {one.url: weight(one) for one in loaded if BASEMAP not in one.url}
    assert len([url for url in parts if url.endswith(".woff2")]) == 4  # small forms: two weights of the serif
    assert sum(parts.values()) <= MOST, parts
