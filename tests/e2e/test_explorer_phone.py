"""The explorer on a phone: the list first, filters and map one press away, left by Escape, by Back and by a button."""

import re
from collections.abc import Callable
from typing import Final

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.looking import RUN_AXE, WCAG

NewContext = Callable[..., BrowserContext]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


@pytest.fixture
def phone(two_bombings: None, new_context: NewContext, live_server: LiveServer) -> Page:
    page = new_context(**PHONE).new_page()
    page.goto(live_server.url)
    expect(page.get_by_role("application")).to_have_attribute("data-ready", re.compile(r"\d+"))
    return page


def sheet(page: Page, name: str) -> str:
    """Where the focus is, within the sheet of that name."""
    expect(page.get_by_role("dialog", name=name)).to_be_visible()
    return str(page.evaluate("document.activeElement.closest('dialog')?.dataset.sheet ?? 'page'"))


def test_filters_open_over_the_page_and_say_how_many_they_would_show(phone: Page) -> None:
    first = phone.get_by_role("article").first.bounding_box()
    drawn = phone.get_by_role("application").bounding_box()
    assert first
    assert drawn
    assert first["y"] < drawn["y"]  # the list comes first
    phone.locator("#open-filters").press("Enter")
    assert sheet(phone, "Filters") == "filters"
    dialog = phone.get_by_role("dialog", name="Filters")
    expect(dialog.get_by_role("button", name="Show 2 incidents")).to_be_visible()
    phone.evaluate(AXE_SCRIPT)
    assert phone.evaluate(RUN_AXE, [WCAG, []]) == []

    dialog.get_by_label("From").fill("2024")
    expect(dialog.get_by_role("button", name="Show 1 incident")).to_be_visible()
    dialog.get_by_label("From").fill("2030")
    expect(dialog.get_by_role("button", name="No incident matches")).to_be_visible()
    dialog.get_by_label("From").fill("2024")
    dialog.get_by_role("button", name="Show 1 incident").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text("1 incident, since 1 January 2024")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone.locator("#open-filters")).to_have_text("Filters (1)")
    phone.go_back()
    expect(phone.get_by_role("heading", level=1)).to_have_text("2 incidents on record, 2023 to 2024")


def test_values_chosen_in_the_sheet_leave_it_open_and_back_takes_all_of_them_back(phone: Page) -> None:
    phone.locator("#open-filters").press("Enter")
    dialog = phone.get_by_role("dialog", name="Filters")
    dialog.locator("#facet-attribution summary").press("Enter")
    dialog.get_by_role("link", name="Claimed 1").first.press("Enter")
    expect(dialog.get_by_role("button", name="Show 1 incident")).to_be_visible()
    expect(phone).to_have_url(re.compile(r"\?attribution=claimed(#|$)"))
    assert phone.evaluate("document.activeElement.textContent.includes('Claimed')")
    dialog.locator("#facet-country a").first.press("Enter")
    expect(phone).to_have_url(re.compile(r"\?attribution=claimed&country=IR(#|$)"))
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone.locator("#open-filters")).to_be_focused()
    expect(phone.get_by_role("article")).to_have_count(1)
    phone.go_back()
    expect(phone.get_by_role("heading", level=1)).to_have_text("2 incidents on record, 2023 to 2024")


def test_the_map_opens_over_the_page_and_escape_and_back_close_it(phone: Page) -> None:
    phone.evaluate("scrollTo(0, 400)")
    for leave in (lambda: phone.keyboard.press("Escape"), phone.go_back):
        phone.locator("#open-map").press("Enter")
        assert sheet(phone, "Map") == "map"
        box = phone.get_by_role("application").bounding_box()
        assert box
        assert box["width"] == PHONE["viewport"]["width"]  # type: ignore[index]
        leave()
        expect(phone.get_by_role("dialog")).to_have_count(0)
        expect(phone.locator("#open-map")).to_be_focused()
    phone.locator("#open-map").press("Enter")
    phone.get_by_role("application").press("Enter")
    expect(phone.get_by_role("dialog", name="An attack somebody claimed")).to_be_visible()
    phone.keyboard.press("Escape")  # the popup first, then the map
    expect(phone.get_by_role("dialog", name="Map")).to_be_visible()
    phone.get_by_role("application").press("Escape")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone.locator(".explorer__stage .leaflet-container")).to_have_count(1)


CLOSED_AND_OPENED: Final = """() => {
  document.querySelector("dialog[open] [data-close]").click();
  document.querySelector("#open-map").click(); // before the dialog has told of its closing
}"""


def test_a_sheet_that_is_opened_while_it_closes_has_the_map(phone: Page) -> None:
    phone.locator("#open-map").press("Enter")
    expect(phone.get_by_role("application")).to_be_visible()
    phone.evaluate(CLOSED_AND_OPENED)
    expect(phone.get_by_role("dialog", name="Map").get_by_role("application")).to_be_visible()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    expect(phone.locator(".explorer__stage .leaflet-container")).to_have_count(1)


def test_without_javascript_filters_unfold_and_the_map_is_further_down(
    two_bombings: None, new_context: NewContext, live_server: LiveServer
) -> None:
    page = new_context(**PHONE, java_script_enabled=False).new_page()
    page.goto(live_server.url)
    page.locator("#open-filters").click()
    expect(page.get_by_role("button", name="Show incidents")).to_be_visible()
    page.get_by_role("textbox", name="From").fill("2024")
    page.get_by_role("button", name="Show incidents").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 incident, since 1 January 2024")
    page.locator("#open-map").click()
    assert page.url.endswith("#map")
    page.locator("#code-curl summary").click()
    expect(page.locator("#code-curl code")).to_contain_text("/api/v1/incidents/?since=2024-01-01")
    page.get_by_role("link", name="Statistics of these incidents").click()
    page.get_by_text("Filter what is counted").click()
    page.get_by_label("From").fill("2023")
    page.get_by_role("button", name="Show statistics").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Statistics: 2 incidents, since 1 January 2023")
