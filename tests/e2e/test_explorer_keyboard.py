"""Whoever has no mouse gets to every control of the explorer by Tab, sees where they are, and can work it."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.keyboard import READ_FOCUS
from tests.e2e.waiting import until

MOST_STOPS = 250

CONTROLS = """() => {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const shown = (each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("dialog:not([open])");
  const works = (each) => each.tabIndex >= 0 && !each.disabled && shown(each);
  const all = [...document.querySelectorAll(wanted)].filter(works);
  window.controls = all;
  return all.map((each) => `${each.localName} “${(each.computedName ?? "").trim()}”`);
}"""
"""Everything that can be worked now, in the order of the page. Kept, so that a stop is known by its number."""

WHERE = "window.controls.indexOf(document.activeElement)"


@pytest.fixture
def explorer(two_bombings: None, page: Page, live_server: LiveServer) -> Page:
    page.goto(f"{live_server.url}/?country=IR")
    expect(page.get_by_role("application")).to_have_attribute("data-ready", re.compile(r"\d+"))
    page.evaluate("() => document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    return page


def test_tab_reaches_every_control_in_order_and_shows_it(explorer: Page) -> None:
    controls = explorer.evaluate(CONTROLS)
    assert len(controls) > 80
    explorer.evaluate("document.activeElement.blur()")
    reached: list[int] = []
    for _step in range(MOST_STOPS):
        explorer.keyboard.press("Tab")
        held = explorer.evaluate(READ_FOCUS)
        if held is None:
            break
        assert held["outlined"], f"nothing shows that {held} has the focus"
        assert held["inView"], f"{held} has the focus out of sight"
        assert held["name"], f"{held} has no name"
        reached.append(explorer.evaluate(WHERE))
    missed = [name for number, name in enumerate(controls) if number not in reached]
    assert missed == []
    assert [number for number in reached if number >= 0] == sorted(range(len(controls)))


def switch_single_keys(explorer: Page) -> None:
    """Off, in the help that is open, and on again by the buttons that Tab reaches then."""
    area, switch = explorer.get_by_role("application"), explorer.get_by_label("Use the keys + − and ?")
    switch.press("Space")
    explorer.keyboard.press("Escape")
    area.press("?")
    expect(switch).to_be_hidden()
    for _zoom_in_zoom_out_help in range(3):
        explorer.keyboard.press("Tab")
    explorer.keyboard.press("Enter")
    switch.press("Space")


def test_every_kind_of_control_does_its_work_by_keys(explorer: Page) -> None:
    heading, keys = explorer.get_by_role("heading", level=1), explorer.keyboard
    explorer.get_by_label("Killed, at least").focus()
    keys.type("5")
    explorer.get_by_label("Definition").focus()
    keys.press("Tab")
    explorer.get_by_role("button", name="Show incidents").press("Enter")
    expect(heading).to_have_text("2 incidents in Iran, at least 5 killed")
    explorer.get_by_role("link", name=re.compile("Remove filter: Killed")).press("Enter")
    expect(heading).to_have_text("2 incidents in Iran")
    explorer.get_by_role("link", name="Earliest first").press("Enter")
    expect(explorer).to_have_url(re.compile("sort=occurred"))
    explorer.get_by_role("button", name="Step forward").press("Space")
    expect(explorer.locator("[data-said]")).to_contain_text("1 on the map")
    explorer.get_by_role("button", name="Show all again").press("Enter")
    explorer.get_by_label("Speed").press("ArrowDown")
    area = explorer.get_by_role("application")
    expect(area).to_have_attribute("data-ready", "2")
    before = explorer.url
    area.press("+")
    area.press("ArrowLeft")
    until(explorer, "before => location.href !== before", before)
    area.press("-")
    area.press("Alt+ArrowRight")
    area.press("Enter")
    expect(explorer.get_by_role("dialog", name="A bombing at a market")).to_be_visible()
    keys.press("Escape")
    area.press("?")
    expect(explorer.get_by_role("dialog", name="Keys of the map")).to_be_visible()
    switch_single_keys(explorer)
    keys.press("Escape")
    explorer.get_by_role("button", name="Only in view").press("Space")
    expect(explorer).to_have_url(re.compile("bbox="))
