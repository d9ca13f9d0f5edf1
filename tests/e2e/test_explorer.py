"""The explorer in a browser: filters, facets, search and history without a new page, and without JavaScript too."""

import random
import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from incidents.filters import Query, read_query
from incidents.public.presenting.filters import form
from incidents.services.publishing import publish
from tests import making
from tests.e2e.waiting import until

NewContext = Callable[..., BrowserContext]
STATES = 200
VALUES = {
    "q": ["kerman", "كرمان", "example front", "100 % sure & more"],
    "since": ["2024", "2024-01", "3 January 2024", "13 Dey 1402"],
    "until": ["2024-12-31", "2025"],
    "country": ["IR", "IR,IQ", "NA"],
    "attack_type": ["bombing", "bombing,hijacking"],
    "precision": ["exact", "settlement,province"],
    "date_precision": ["day", "month,year"],
    "attribution": ["claimed", "unclaimed,contested"],
    "claim": ["claimed", "none"],
    "verification": ["single_origin", "corroborated,disputed"],
    "definition": ["strict", "broad"],
    "bbox": ["40,20,70,40", "170,-10,-170,10"],
    "polygon": ["50,20,60,20,60,40"],
    "near": ["57.08,30.28"],
    "warning": ["true", "false"],
    "killed_min": ["0", "12"],
    "wounded_max": ["40"],
    "sort": ["occurred", "-published", "-occurred"],
    "as_of": ["2030-01-01", "2030-01-01T00:00:00Z"],
}


@pytest.fixture
def record() -> None:
    """Two bombings in Kerman, of which one is claimed."""
    team = making.desk()
    making.published(team, title="A bombing at a market", killed="12")
    made = making.incident(team.editor, title="An attack somebody claimed")
    making.claimed(team.editor, made, by="Example Front")
    publish(actor=team.publisher, incident=making.approved(team, made))


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def asked(page: Page) -> str:
    return urlsplit(page.url).query


def one_document(page: Page) -> None:
    """Marks the window, so that a new page would be noticed."""
    page.evaluate("window.kept = true")


def still_that_document(page: Page) -> None:
    assert page.evaluate("window.kept === true")


@pytest.mark.usefixtures("record")
def test_a_facet_a_chip_and_the_history_change_the_list_and_keep_the_page(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    heading(page, "2 incidents on record, 2024")
    one_document(page)
    claimed = page.get_by_role("link", name="Claimed 1")
    page.locator("#facet-attribution summary").click()
    claimed.first.focus()
    page.keyboard.press("Enter")
    heading(page, "1 incident, attribution: claimed")
    assert asked(page) == "attribution=claimed"
    assert page.title().startswith("1 incident, attribution: claimed")
    assert page.evaluate("document.activeElement.textContent.includes('Claimed')")
    page.get_by_role("link", name="Remove filter: Attribution: Claimed").click()
    heading(page, "2 incidents on record, 2024")
    page.go_back()
    heading(page, "1 incident, attribution: claimed")
    page.go_back()
    heading(page, "2 incidents on record, 2024")
    still_that_document(page)
    expect(page.get_by_role("application")).to_be_visible()


@pytest.mark.usefixtures("record")
def test_going_back_brings_back_where_the_page_was_scrolled_to(page: Page, live_server: LiveServer) -> None:
    page.set_viewport_size({"width": 360, "height": 400})
    page.goto(live_server.url)
    page.evaluate("scrollTo(0, 300)")
    page.evaluate("document.dispatchEvent(new CustomEvent('attest:go', { detail: { url: '/?country=IR' } }))")
    heading(page, "2 incidents in Iran")
    page.evaluate("scrollTo(0, 0)")
    page.go_back()
    heading(page, "2 incidents on record, 2024")
    until(page, "Math.abs(scrollY - 300) < 5")


@pytest.mark.usefixtures("record")
def test_the_form_sends_no_empty_field_and_a_wrong_one_is_named(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    one_document(page)
    page.get_by_role("textbox", name="From").fill("13 Dey 1402")
    page.keyboard.press("Enter")
    heading(page, "2 incidents, since 3 January 2024")
    assert asked(page) == "since=2024-01-03"
    page.get_by_role("textbox", name="From").fill("some day")
    page.keyboard.press("Enter")
    heading(page, "This query cannot be answered")
    expect(page.get_by_role("textbox", name="From")).to_have_value("some day")
    still_that_document(page)


@pytest.mark.usefixtures("record")
def test_the_search_box_offers_and_the_keyboard_chooses(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    box = page.get_by_role("combobox", name="Search")
    box.click()
    box.press_sequentially("كرمان")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    box.press("Enter")
    heading(page, "2 incidents in Kerman")
    box = page.get_by_role("combobox", name="Search")
    box.fill("example f")
    expect(page.get_by_role("group", name="Groups and persons named")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.usefixtures("record")
def test_without_javascript_every_step_is_a_page(new_context: NewContext, live_server: LiveServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url)
    page.locator("#facet-attribution summary").click()
    page.get_by_role("link", name="Claimed 1").first.click()
    heading(page, "1 incident, attribution: claimed")
    page.get_by_label("Search").fill("kerman")
    page.get_by_role("button", name="Show incidents").click()
    heading(page, "1 incident matching “kerman”, attribution: claimed")
    page.get_by_role("link", name="An attack somebody claimed").first.click()
    heading(page, "An attack somebody claimed")


def random_states() -> Iterator[Query]:
    chance = random.Random(4)  # noqa: S311 - it is to be foreseen
    for _number in range(STATES):
        names = chance.sample(sorted(VALUES), chance.randint(1, 5))
        yield read_query({name: chance.choice(VALUES[name]) for name in names})


@pytest.mark.usefixtures("record")
def test_two_hundred_states_survive_the_way_through_the_address(client: Client, live_server: LiveServer) -> None:
    for number, first in enumerate(random_states()):
        again = read_query(dict(parse_qsl(first.canonical)))
        assert again.canonical == first.canonical, number
        assert again.but("sort").values == first.but("sort").values, number
        assert again.sort == first.sort, number
        if number % 10 == 0:
            page = client.get(f"/?{first.canonical}").content.decode()
            (canonical,) = re.findall(r'<link rel="canonical" href="[^?"]+\??([^"]*)">', page)
            assert parse_qsl(unescape(canonical)) == parse_qsl(first.canonical)


READ_FORMS = """async (texts) => {
  const { queryOf } = await import("attest/explorer/form");
  const parser = new DOMParser();
  return texts.map((text) => queryOf(parser.parseFromString(text, "text/html").querySelector("form")));
}"""


@pytest.mark.usefixtures("record")
def test_two_hundred_states_survive_the_form_as_the_browser_reads_it(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    states = [one.canonical for one in random_states()]
    around = {"action": "/", "button": "Show", "explores": True}
    forms = [
        render_to_string("public/parts/filters.html", {"filters": form(QueryDict(state), {}), **around})
        for state in states
    ]
    sent = page.evaluate(READ_FORMS, forms)
    assert [read_query(QueryDict(query)).canonical for query in sent] == states
    for state in states[:3]:
        page.evaluate("url => document.dispatchEvent(new CustomEvent('attest:go', { detail: { url } }))", f"/?{state}")
        until(page, "state => location.search.slice(1) === state", state)
        with page.expect_response(lambda answer: answer.request.resource_type == "fetch"):
            page.evaluate("document.querySelector('[data-explores]').requestSubmit()")
        expect(page.locator("main")).not_to_have_attribute("aria-busy", "true")
        assert asked(page) == state
