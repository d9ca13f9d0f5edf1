"""Map and time of the explorer in a browser: counted honestly, closer when pressed, and a filter when asked to."""

import re
from collections.abc import Callable

import pytest
from django.contrib.gis.geos import Point
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from incidents.choices import PlaceKind
from incidents.models import Place
from tests import making

NewContext = Callable[..., BrowserContext]


def town(name: str, longitude: float, latitude: float) -> Place:
    return Place.objects.create(
        kind=PlaceKind.SETTLEMENT,
        name=name,
        search_names=f"\n{name.lower()}",
        country_code="FJ",
        country_code3="FJI",
        point=Point(longitude, latitude, srid=4326),
        radius_m=5000,
    )


@pytest.fixture
def record(db: None) -> None:
    """Two incidents in a city, two in towns of another country that lie close together."""
    team = making.desk()
    making.published(team, title="First bombing in Kerman", when="3 January 2024")
    making.published(team, title="Second bombing in Kerman", when="5 March 2024")
    making.published(team, title="A bombing in Suva", place=town("Suva", 178.44, -18.14), when="6 April 2024")
    making.published(team, title="A bombing in Nausori", place=town("Nausori", 178.54, -18.03), when="6 May 2024")


@pytest.fixture
def counted(record: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, with a map that counts even a few."""
    monkeypatch.setattr("incidents.selectors.map_view.MOST_SINGLE", 0)
    monkeypatch.setattr("incidents.selectors.map_view.MOST_IN_AREAS", 0)


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.get_by_role("application")).to_have_attribute("data-ready", re.compile(r"\d+"))
    return page


@pytest.mark.usefixtures("counted")
def test_a_circle_says_what_it_counts_and_opens_a_list_where_no_closer_view_helps(
    page: Page, live_server: LiveServer
) -> None:
    opened(page, live_server.url)
    page.get_by_role("img", name="2 incidents in Kerman, Iran. All: bombing.").click()
    dialog = page.get_by_role("dialog", name="2 incidents in Kerman, Iran. All: bombing.")
    expect(dialog.get_by_role("link", name="First bombing in Kerman")).to_be_visible()
    expect(page.locator(".leaflet-pan-anim")).to_have_count(0)  # the map has made room, the link stands still
    dialog.get_by_role("link", name="List all 2 incidents").click()
    expect(page.get_by_role("article")).to_have_count(2)


@pytest.mark.usefixtures("counted")
def test_pressing_a_circle_goes_closer_until_its_incidents_part(page: Page, live_server: LiveServer) -> None:
    opened(page, live_server.url)
    page.get_by_role("img", name=re.compile("^2 incidents near")).click()
    expect(page.get_by_role("img", name=re.compile("^1 incident in (Suva|Nausori)"))).to_have_count(2)


@pytest.mark.usefixtures("record")
def test_a_town_seen_closely_is_a_shape_in_the_ring_of_what_is_not_known(page: Page, live_server: LiveServer) -> None:
    opened(page, f"{live_server.url}/#map=13/-18.14/178.44")
    expect(page.locator("path.ring").first).to_be_attached()
    expect(page.locator(".mark__shape .mark__ring")).to_have_count(0)


@pytest.mark.usefixtures("record")
def test_what_is_in_view_becomes_a_filter_and_stops_being_one(page: Page, live_server: LiveServer) -> None:
    opened(page, f"{live_server.url}/#map=8/-18.1/178.4")
    expect(page.locator("[data-counts]")).to_have_text("2 incidents in view · 2 elsewhere.")
    switch = page.get_by_role("button", name="Only in view")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.click()
    page.wait_for_url(re.compile(r"bbox="))
    expect(page.get_by_role("article")).to_have_count(2)
    expect(page.locator("[data-counts]")).to_have_text("2 incidents in view · 0 elsewhere.")
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name=re.compile("Remove filter: In the box")).click()
    expect(page.get_by_role("article")).to_have_count(4)


@pytest.mark.usefixtures("record")
def test_another_query_is_shown_by_the_same_map(page: Page, live_server: LiveServer) -> None:
    opened(page, live_server.url)
    page.locator(".leaflet-container").evaluate("map => { map.kept = true; }")
    shown = page.locator("[data-incident-map]")
    page.locator("a.facet__value[href='/?country=FJ']").click()
    expect(shown).to_have_attribute("data-shows", "/map.json?country=FJ")
    expect(page.get_by_role("application", name="Map of 2 incidents")).to_have_attribute("data-ready", "2")
    expect(page.get_by_role("img", name=re.compile("Kerman"))).to_have_count(0)
    expect(page.locator("[data-counts]")).to_have_text("2 incidents in view · 0 elsewhere.")
    assert "#map" not in page.url  # nobody has moved it
    page.go_back()
    expect(shown).to_have_attribute("data-shows", "/map.json")
    expect(page.get_by_role("application", name="Map of 4 incidents")).to_have_attribute("data-ready", "4")
    assert page.locator(".leaflet-container").evaluate("map => map.kept")


@pytest.mark.usefixtures("record")
def test_a_handle_moves_by_keyboard_and_says_its_date(page: Page, live_server: LiveServer) -> None:
    opened(page, live_server.url)
    handle = page.get_by_role("slider", name="From")
    expect(handle).to_have_attribute("aria-valuetext", "January 2024")
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "March 2024")
    page.wait_for_url(re.compile(r"since=2024-03-01"))
    expect(page.get_by_role("article")).to_have_count(3)


@pytest.mark.usefixtures("record")
def test_playback_shows_one_bar_after_the_other_on_the_map_only_when_asked(page: Page, live_server: LiveServer) -> None:
    opened(page, live_server.url)
    expect(page.get_by_role("application")).to_have_attribute("data-ready", "4")
    page.get_by_role("button", name="Step forward").click()
    expect(page.get_by_role("application")).to_have_attribute("data-ready", "1")
    expect(page.locator("[data-said]")).to_contain_text("January 2024: 1")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.locator("[data-said]")).to_contain_text("March 2024: 1")
    page.get_by_role("button", name="Show all again").click()
    expect(page.get_by_role("application")).to_have_attribute("data-ready", "4")


@pytest.mark.usefixtures("record")
def test_where_motion_is_not_wanted_playback_only_steps(new_context: NewContext, live_server: LiveServer) -> None:
    page = opened(new_context(reduced_motion="reduce").new_page(), live_server.url)
    expect(page.get_by_role("button", name="Step forward")).to_be_visible()
    expect(page.get_by_role("button", name="Play")).to_have_count(0)


@pytest.mark.usefixtures("record")
def test_without_javascript_bars_are_links_and_nothing_idle_is_shown(
    new_context: NewContext, live_server: LiveServer
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url)
    expect(page.get_by_role("button", name="Only in view")).to_have_count(0)
    expect(page.get_by_role("slider")).to_have_count(0)
    page.locator("a.time__bar").nth(2).click()
    expect(page.get_by_role("article")).to_have_count(1)
