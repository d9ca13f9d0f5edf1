"""A tab that is killed costs at most three seconds of typing, and a server that is away costs nothing."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from incidents.models import Incident, UnsavedForm
from incidents.services.presence import hold
from tests import making
from tests.e2e.looking import SignedIn
from tests.e2e.waiting import until

NOTE = "Note for colleagues"


@pytest.fixture
def desk(people: making.Desk, signed_in: SignedIn, live_server: LiveServer) -> tuple[Page, str]:
    made = making.incident(people.editor)
    eyes = signed_in(people.editor)
    page = eyes.context.new_page()
    return page, f"{live_server.url}/desk/incidents/{made.uid}/describe/"


def typing(page: Page, address: str, words: str) -> None:
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.get_by_label(NOTE).press_sequentially(words)


def offered_again(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", name="You typed something here and did not save it")).to_be_visible()
    page.get_by_role("link", name="Go on with it").click()
    expect(page.get_by_label(NOTE)).to_have_value(words)


def test_a_killed_tab_loses_nothing_that_is_three_seconds_old(desk: tuple[Page, str]) -> None:
    page, address = desk
    typing(page, address, "Ask the mortuary")
    page.wait_for_timeout(3000)
    page.close(run_before_unload=False)
    again = page.context.new_page()
    again.goto(address)
    offered_again(again, "Ask the mortuary")
    again.get_by_role("button", name="Save", exact=True).click()
    expect(again.get_by_text("Saved.")).to_be_visible()
    again.goto(address)
    expect(again.get_by_role("heading", name="You typed something here")).to_have_count(0)


def test_while_the_server_is_away_the_browser_keeps_it_and_signing_out_leaves_nothing(desk: tuple[Page, str]) -> None:
    page, address = desk
    page.route("**/desk/unsaved/", lambda route: route.abort())
    typing(page, address, "Ask the mortuary")
    expect(page.get_by_text("The server cannot be reached. What you typed is kept in this browser.")).to_be_visible()
    page.unroute("**/desk/unsaved/")
    page.goto(address)
    offered_again(page, "Ask the mortuary")
    page.evaluate("localStorage.setItem('attest:unsaved:1:/desk/', 'title=secret')")
    page.get_by_role("link", name="Sign out").click()
    assert page.evaluate("localStorage.length") == 0


def test_a_second_tab_and_a_colleague_are_noticed_where_the_page_is_open_already(
    desk: tuple[Page, str], people: making.Desk
) -> None:
    page, address = desk
    page.goto(address)
    notice = "This page is open in another tab of yours."
    expect(page.get_by_text(notice)).to_be_hidden()
    second = page.context.new_page()
    second.goto(address)
    expect(second.get_by_text(notice)).to_be_visible()
    expect(page.get_by_text(notice)).to_be_visible()
    here = page.get_by_role("status").filter(has_text="Rui Reviewer opened this at")
    expect(here).to_have_count(0)
    hold(actor=people.reviewer, incident=Incident.objects.get())
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(here).to_be_visible()


def test_what_is_marked_confidential_is_kept_nowhere(desk: tuple[Page, str]) -> None:
    page, address = desk
    page.goto(address.replace("describe/", "claims/new/casualty/"))
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.get_by_label("A new source").check()
    with page.expect_response("**/desk/unsaved/") as told:
        page.get_by_label("Title", exact=True).fill("What the driver told us")
    assert told.value.status == 204
    assert UnsavedForm.objects.count() == 1
    with page.expect_response("**/desk/unsaved/"):
        page.locator("[name$='confidential']").check()
    until(page, "document.querySelector('[data-kept]').hidden")
    assert not UnsavedForm.objects.exists()
    assert page.evaluate("localStorage.length") == 0
