"""The maps, in a browser: honest about precision, usable by pointer and by keyboard, and not needed."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from incidents.models import Incident
from tests import making
from tests.e2e.waiting import until

NewContext = Callable[..., BrowserContext]
PAINTED = """
    [...document.querySelectorAll('[role=application] canvas')].some((canvas) =>
        new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data).size > 8)
"""

POPUP_INSIDE = """
    () => {
        const outer = document.querySelector('[role=application]').getBoundingClientRect();
        const inner = document.querySelector('[role=application] [role=dialog]').getBoundingClientRect();
        return outer.top <= inner.top && inner.bottom <= outer.bottom;
    }
"""


@pytest.fixture
def explorer(page: Page, live_server: LiveServer) -> Callable[[int], Page]:
    """Opens the explorer and waits until its map has drawn so many incidents."""

    def opened(drawn: int) -> Page:
        page.goto(live_server.url)
        expect(page.get_by_role("application")).to_have_attribute("data-ready", str(drawn))
        return page

    return opened


def test_the_drawing_needs_no_javascript(new_context: NewContext, live_server: LiveServer) -> None:
    making.published(title="Two bombings in Kerman")
    page = new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url)
    drawing = page.get_by_role("group", name="Map")
    expect(drawing).to_be_visible()
    link = drawing.locator("a")
    expect(link.locator("title")).to_have_text("Two bombings in Kerman")
    assert re.fullmatch(r"/incidents/INC-2024-\d{6}/", link.get_attribute("href") or "")


def test_the_map_is_painted_and_has_a_size(explorer: Callable[[int], Page]) -> None:
    making.published()
    page = explorer(1)
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 200
    until(page, PAINTED)


def test_incidents_in_one_place_open_as_a_list(explorer: Callable[[int], Page]) -> None:
    people = making.desk()
    for title in ("First bombing in Kerman", "Second bombing in Kerman"):
        making.published(people, title=title)
    page = explorer(2)
    page.get_by_title("2 incidents here").click()
    opened = page.get_by_role("dialog", name="2 incidents here")
    expect(opened.locator("p").first).to_have_text("Known to the city or town")
    expect(opened.get_by_role("link")).to_have_count(2)
    opened.get_by_role("button", name="Close").click()
    expect(opened).to_have_count(0)
    expect(page.get_by_role("application")).to_be_focused()


def test_a_part_says_of_which_incident_it_is_one_alone_and_among_others(explorer: Callable[[int], Page]) -> None:
    people = making.desk()
    whole = making.published(people, title="The bombings in Kerman")
    making.published(people, title="The first blast", parent=whole)
    page = explorer(2)
    page.get_by_title("2 incidents here").click()
    opened = page.get_by_role("dialog", name="2 incidents here")
    part = opened.get_by_role("listitem").filter(has_text="The first blast")
    expect(part).to_contain_text("Part of: The bombings in Kerman")
    expect(part.get_by_role("link", name="The bombings in Kerman")).to_have_attribute(
        "href", re.compile(f"/incidents/{whole.public_id}/$")
    )
    page.goto(f"{re.split('[?#]', page.url)[0]}?part=true")
    expect(page.get_by_role("application")).to_have_attribute("data-ready", "1")
    page.get_by_role("application").focus()
    page.keyboard.press("Enter")
    alone = page.get_by_role("dialog", name="The first blast")
    expect(alone).to_contain_text("Part of: The bombings in Kerman")
    expect(alone).to_contain_text("3 January 2024 (The Example Courier)")


BESIDE = """
    () => [".explorer__filters", ".explorer__stage"].map((name) => {
        const { top, bottom } = document.querySelector(name).getBoundingClientRect();
        return { top, bottom, actions: document.querySelector(".explorer__actions").getBoundingClientRect().top };
    })
"""


def test_filters_and_map_come_along_with_a_long_list_and_stop_before_what_follows_it(
    explorer: Callable[[int], Page],
) -> None:
    people = making.desk()
    for number in range(7):
        making.published(people, title=f"Bombing {number} in Kerman")
    page = explorer(7)
    for width, height in ((1280, 960), (1280, 600), (1000, 480)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, 500)")
        filters, stage = page.evaluate(BESIDE)
        assert -1 <= filters["top"] < filters["bottom"] <= height + 1, (width, filters)
        if width > 1200:
            assert -1 <= stage["top"] < stage["bottom"] <= height + 1, stage
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        assert all(one["bottom"] <= one["actions"] + 1 for one in page.evaluate(BESIDE)), width


def test_a_popup_lies_wholly_inside_the_map(explorer: Callable[[int], Page]) -> None:
    making.published(title="Two bombings in Kerman")
    page = explorer(1)
    page.get_by_role("application").focus()
    for _step in range(9):
        page.keyboard.press("-")
    page.keyboard.press("Alt+ArrowRight")
    page.keyboard.press("Enter")
    opened = page.get_by_role("dialog", name="Two bombings in Kerman")
    expect(opened).to_be_visible()
    until(page, POPUP_INSIDE)  # Leaflet moves the map first, so that the popup has room


def test_a_province_is_hatched_and_counted_and_never_a_dot(explorer: Callable[[int], Page]) -> None:
    making.published(precision="province", title="A bombing somewhere in Kerman")
    page = explorer(1)
    expect(page.locator("path.area")).to_have_attribute("fill", re.compile(r"url\(.*hatch"))
    expect(page.locator(".mark .shape")).to_have_count(0)
    page.locator(".mark__count").click()
    opened = page.get_by_role("dialog", name="A bombing somewhere in Kerman")
    expect(opened.locator("p").first).to_have_text("Known to the province")


def test_escape_closes_and_then_leaves(explorer: Callable[[int], Page]) -> None:
    making.published(title="Two bombings in Kerman")
    page = explorer(1)
    area = page.get_by_role("application")
    area.focus()
    page.keyboard.press("Enter")
    opened = page.get_by_role("dialog", name="Two bombings in Kerman")
    expect(opened.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(area).to_be_focused()
    page.keyboard.press("Escape")
    expect(area).not_to_be_focused()


def test_the_keys_are_explained(explorer: Callable[[int], Page]) -> None:
    making.published()
    page = explorer(1)
    page.get_by_role("application").focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys of the map")).to_be_visible()


@pytest.fixture
def position(context: BrowserContext, live_server: LiveServer) -> Page:
    """The form for a location of a draft, as its author sees it."""
    people = making.desk()
    draft = making.incident(people.editor)
    sign_in(context, live_server, people.editor)
    page = context.new_page()
    page.goto(live_server.url + location_form(draft))
    return page


def sign_in(context: BrowserContext, live_server: LiveServer, user: User) -> None:
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])


def location_form(draft: Incident) -> str:
    return reverse("desk:claim_new", kwargs={"uid": draft.uid, "kind": "location"})


def test_a_position_is_set_by_keyboard_and_stays_typeable(position: Page) -> None:
    position.get_by_label("How finely it is known").select_option("exact")
    picker = position.get_by_role("application", name="Map for choosing the position")
    expect(picker).to_have_attribute("data-ready", "true")
    latitude, longitude = position.get_by_label("Latitude"), position.get_by_label("Longitude")
    latitude.fill("30.28")
    longitude.fill("57.08")
    longitude.blur()
    expect(position.locator(".pin")).to_be_visible()
    picker.focus()
    position.keyboard.press("ArrowUp")
    assert float(latitude.input_value()) > 30.28
    assert float(longitude.input_value()) == 57.08


def test_a_precision_without_a_position_has_no_picker(position: Page) -> None:
    position.get_by_label("How finely it is known").select_option("province")
    expect(position.get_by_role("application")).to_have_count(0)
