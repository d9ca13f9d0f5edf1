"""The lead inbox without a mouse."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from incidents.models import Lead
from tests.e2e import shown
from tests.e2e.desk_driver import Desk


def test_leads_are_walked_dismissed_brought_back_and_taken(
    new_context: Callable[..., BrowserContext], live_server: LiveServer, settings: Any
) -> None:
    settings.ATTEST_FETCHING = True
    senior = ensure_demonstration_people()[Role.SENIOR]
    new, _gone = shown.leads(senior)
    desk = Desk(new_context().new_page(), live_server.url)
    desk.sign_in(senior.email)
    page = desk.page
    page.goto(f"{desk.base}/desk/leads/")
    titles = page.locator("[data-row] [data-title]")
    second = titles.nth(1).text_content()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(titles.nth(1)).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("d")
    expect(page.get_by_role("status")).to_contain_text(f"Dismissed: “{second}”")
    expect(titles).to_have_count(2)
    expect(titles.nth(1)).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("u")
    expect(titles).to_have_count(3)
    for _step in range(3):
        page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("t")
    expect(page.get_by_label("Or its address")).to_have_value(new.address)
    assert Lead.objects.get(pk=new.pk).stage == "taken"
