"""The queue without a mouse: walk, tick, assign in bulk after a dry run, take it back, and keep a filter."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from incidents.models import Incident
from incidents.services.inputs import Description
from incidents.services.logging import log_incident
from tests.e2e.desk_driver import Desk
from tests.making import Desk as People

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def queue(new_context: Callable[..., BrowserContext], live_server: LiveServer, people: People) -> Desk:
    """An editor before a queue of five incidents: "Incident 4" to "Incident 0"."""
    for number in range(5):
        log_incident(actor=people.editor, description=Description(title=f"Incident {number}"))
    desk = Desk(new_context().new_page(), live_server.url)
    desk.sign_in(people.editor.email)
    return desk


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def held_by(person: User) -> set[str]:
    return set(Incident.objects.filter(assigned_to=person).values_list("title", flat=True))


def test_rows_are_walked_ticked_and_assigned_looked_at_first_and_taken_back(queue: Desk, people: People) -> None:
    page, keyboard = queue.page, queue.keyboard
    press(page, "j", "x", "j", "j", "k", "x")
    expect(page.get_by_role("link", name="Incident 3", exact=True)).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="chosen")).to_have_text("2 chosen")

    press(page, "a")
    expect(page.get_by_label("Assign to").first).to_be_focused()
    page.keyboard.type(people.reviewer.display_name)
    press(page, "Tab")
    with page.expect_navigation():
        press(page, "Enter")
    queue.expect_heading("Assign incidents: check first")
    expect(page.get_by_text("2 of 2 would change. Nothing is done yet.")).to_be_visible()
    assert held_by(people.reviewer) == set()

    keyboard.fill("Reason", "The editor is away")
    with page.expect_navigation():
        press(page, "Enter")
    expect(page.get_by_text("2 of 2 changed.")).to_be_visible()
    assert held_by(people.reviewer) == {"Incident 4", "Incident 3"}

    keyboard.follow("Undo")
    queue.expect_told("2 incidents are as they were.")
    assert held_by(people.reviewer) == set()


def test_an_incident_is_looked_at_and_opened(queue: Desk) -> None:
    page = queue.page
    page.get_by_role("checkbox", name="Choose Incident 2").check()  # by mouse, on a row that becomes the current one
    press(page, "k", "k", ".")
    pane = page.get_by_role("complementary", name="Preview")
    expect(pane).to_contain_text("Incident 4")
    press(page, "j")
    expect(pane).to_contain_text("Incident 3")
    press(page, "Escape")
    expect(pane).to_be_hidden()
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys of the queue")).to_be_visible()
    press(page, "Escape")
    with page.expect_navigation():
        press(page, "o")
    queue.expect_heading("Incident 3")


def test_a_filter_is_kept_and_comes_back_at_one_press(queue: Desk) -> None:
    page, keyboard = queue.page, queue.keyboard
    press(page, "/")
    page.keyboard.type("Incident 2")
    with page.expect_navigation():
        press(page, "Enter")
    keyboard.skip_to_content()
    keyboard.unfold("Save this filter")
    keyboard.fill("Name of the filter", "The second")
    with page.expect_navigation():
        press(page, "Enter")
    queue.expect_told("The filter is saved.")
    page.goto(f"{queue.base}/desk/")
    keyboard.skip_to_content()
    keyboard.follow("The second")
    expect(page.locator("[data-title]")).to_have_text(["Incident 2"])


def test_single_keys_are_moved_to_alt_or_switched_off(queue: Desk, people: People) -> None:
    page = queue.page

    def have(choice: str) -> None:
        page.goto(f"{queue.base}/accounts/")
        page.get_by_label(choice).check()
        page.get_by_role("button", name="Save the keys").click()
        page.goto(f"{queue.base}/desk/?tab=all")

    have("The key together with Alt")
    press(page, "j", "n", "?")
    expect(page.locator(".queue__current")).to_have_count(0)
    queue.expect_heading("Queue")
    expect(page.get_by_role("link", name="Take in")).to_have_attribute("aria-keyshortcuts", "Alt+n")
    press(page, "Alt+j", "Alt+j")
    expect(page.get_by_role("link", name="Incident 3", exact=True)).to_be_focused()
    press(page, "Alt+Shift+?")
    keys = page.get_by_role("dialog", name="Keys of the queue")
    expect(keys).to_be_visible()
    press(page, "Escape", "Alt+n")
    queue.expect_heading("Take in a source")

    have("No such keys")
    press(page, "j", "Alt+j", "?", "n", "Alt+n")
    expect(page.locator(".queue__current")).to_have_count(0)
    queue.expect_heading("Queue")
    expect(page.locator("[aria-keyshortcuts]")).to_have_count(0)
    page.get_by_role("button", name="Keys", exact=True).click()
    keys.get_by_role("link", name="Switch these keys off").click()
    expect(page.get_by_label("No such keys")).to_be_checked()
