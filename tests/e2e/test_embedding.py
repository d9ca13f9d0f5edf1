"""The record in pages of another origin, and links that are made without a script."""

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import making

NewContext = Callable[..., BrowserContext]


class Host(SimpleHTTPRequestHandler):
    """Another site, which isolates itself from everybody who does not let himself be embedded (COEP)."""

    def end_headers(self) -> None:
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()

    def log_message(self, format: str, *_words: object) -> None:  # noqa: A002 (the name is the library's)
        """Say nothing."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Gives the address of a page of another origin that holds some HTML."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def written(html: str) -> str:
        (tmp_path / "page.html").write_text(f"<!doctype html><title>Another site</title>{html}")
        return f"http://127.0.0.1:{server.server_port}/page.html"

    yield written
    server.shutdown()
    server.server_close()


@pytest.fixture
def snippet(page: Page, live_server: LiveServer) -> Callable[[str], str]:
    """Gives the words that the builder makes, as somebody copies them."""

    def made(query: str) -> str:
        page.goto(f"{live_server.url}/embed/builder/?{query}")
        words = page.get_by_label("HTML to copy").input_value()
        return words.replace("http://127.0.0.1:8000", live_server.url)

    return made


def test_a_page_of_another_origin_shows_the_map_with_its_date_and_gets_no_cookie(
    new_context: NewContext, live_server: LiveServer, elsewhere: Callable[[str], str], snippet: Callable[[str], str]
) -> None:
    making.published(title="Two bombings in Kerman")
    context = new_context()
    page = context.new_page()
    page.goto(elsewhere(snippet("country=IR")))
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("heading", name="1 incident in Iran")).to_be_visible()
    expect(inside.get_by_role("application")).to_have_attribute("data-ready", "1")
    expect(inside.get_by_text("Data as of")).to_be_in_viewport()
    with context.expect_page() as opened:
        inside.get_by_role("link", name="Open in Attest").click()
    assert opened.value.url.endswith("/?country=IR")
    assert context.cookies() == []


def test_without_javascript_the_drawing_stays_and_an_incident_leads_out(
    new_context: NewContext, elsewhere: Callable[[str], str], snippet: Callable[[str], str]
) -> None:
    made = making.published(title="Two bombings in Kerman")
    page = new_context(java_script_enabled=False).new_page()
    page.goto(elsewhere(snippet("country=IR") + snippet(f"incident={made.public_id}")))
    on_map, one = page.frame_locator("iframe").first, page.frame_locator("iframe").last
    expect(on_map.get_by_role("group", name="Map").locator("a title")).to_have_text("Two bombings in Kerman")
    expect(one.get_by_role("heading", name="Two bombings in Kerman")).to_be_visible()
    expect(one.get_by_text("The Example Courier").first).to_be_visible()


def test_no_other_page_shows_itself_elsewhere(
    page: Page, live_server: LiveServer, elsewhere: Callable[[str], str]
) -> None:
    making.published()
    page.goto(elsewhere(f'<iframe src="{live_server.url}/"></iframe>'))
    page.wait_for_timeout(500)
    assert page.frames[-1].url.startswith("chrome-error:")


def test_the_builder_follows_what_is_chosen(page: Page, live_server: LiveServer) -> None:
    making.published()
    page.goto(f"{live_server.url}/embed/builder/?country=IR,IQ")
    page.get_by_label("Show as").select_option("list")
    page.get_by_label("Colours").select_option("dark")
    page.get_by_label("Height in pixels").fill("600")
    words = page.get_by_label("HTML to copy")
    expect(words).to_have_value(re.compile('height="600"'))
    written = words.input_value()
    expect(page.frame_locator("#preview").get_by_role("article")).to_be_visible()
    page.get_by_role("button", name="Show").click()
    assert words.input_value() == written  # the server writes the same words


def test_a_link_is_made_by_the_button_alone(new_context: NewContext, live_server: LiveServer) -> None:
    making.published()
    context = new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/?country=IR")
    page.get_by_role("button", name="Make a short link to what stands now").click()
    link = page.get_by_label("Link").input_value()
    assert context.cookies() == []
    page.goto(link.replace("http://127.0.0.1:8000", live_server.url))
    expect(page.get_by_role("heading", name="1 incident in Iran, as the record stood on")).to_be_visible()
    expect(page.get_by_role("article", name="Two bombings in Kerman")).to_be_visible()
