"""Taking the answer away in a browser: the page before the click, the wait for a large file, and the file."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import caches
from django.utils import timezone
from playwright.sync_api import BrowserContext
from pytest_django.live_server_helper import LiveServer

from incidents.jobs.downloads import make_download
from incidents.models import Download
from incidents.rules.downloads import STALLED
from incidents.services.downloads import sweep_downloads
from tests import making
from tests.e2e.looking import Eyes, Look

NewContext = Callable[..., BrowserContext]


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no more than one incident come at once."""
    monkeypatch.setattr("incidents.rules.downloads.AT_ONCE", 1)
    caches["limits"].clear()
    yield
    caches["limits"].clear()


def test_a_large_file_is_ordered_waited_for_and_saved(
    people: making.Desk, new_context: NewContext, live_server: LiveServer
) -> None:
    for number in range(2):
        making.published(people, title=f"Attack {number}")
    page = new_context().new_page()
    page.goto(f"{live_server.url}/")
    page.get_by_role("link", name="Download", exact=True).click()
    page.get_by_role("button", name="Make the file (.gpkg)").click()
    page.get_by_text("Waiting for its turn").wait_for()
    make_download(key=Download.objects.get().key)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download attest-incidents-1.gpkg").click()  # the page has asked by itself
    assert saved.value.suggested_filename == "attest-incidents-1.gpkg"


def test_the_pages_of_downloads(people: making.Desk, new_context: NewContext, live_server: LiveServer) -> None:
    for number in range(2):
        making.published(people, title=f"Attack {number}")
    plain = new_context(java_script_enabled=False).new_page()
    places = {}
    for form in ("gpkg", "xlsx", "zip"):
        plain.goto(f"{live_server.url}/downloads/")
        plain.get_by_role("button", name=f"Make the file (.{form})").click()
        places[form] = plain.url.removeprefix(live_server.url)
    make_download(key=Download.objects.get(form="zip").key)
    plain.goto(live_server.url + places["zip"])
    plain.get_by_role("link", name="Download attest-incidents-1.zip").wait_for()
    long_ago = timezone.now() - 2 * STALLED
    Download.objects.filter(form="xlsx").update(stage="running", started_at=long_ago, touched_at=long_ago)
    sweep_downloads(now=timezone.now())
    Eyes(new_context(), live_server.url).look(
        Look("downloads", "/downloads/?country=IR"),
        Look("downloads-refused", "/downloads/?colour=blue", status=400),
        Look("download-waiting", places["gpkg"]),
        Look("download-failed", places["xlsx"]),
        Look("download-ready", places["zip"]),
    )
