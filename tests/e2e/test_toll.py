"""A revised toll is added from the incident's page by keyboard alone, in few keys."""

import sys
from typing import Final

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from incidents.models import Assertion
from tests import making
from tests.e2e.desk_driver import Desk
from tests.e2e.test_main_job import NewContext

MOST_KEYS: Final = 30


def test_a_revised_toll_is_added_in_few_keys(
    new_context: NewContext, live_server: LiveServer, people: making.Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    made = making.incident(people.editor)
    editor = Desk(new_context().new_page(), live_server.url)
    editor.sign_in(people.editor.email)
    page, keyboard = editor.page, editor.keyboard
    page.goto(f"{live_server.url}/desk/incidents/{made.uid}/")
    keyboard.keys = 0

    with page.expect_navigation():
        keyboard.press("t")
    keyboard.fill("How many, in the source's words", "14")
    keyboard.fill("Quote", "killed 14")
    keyboard.fill("Where in the source", "para 3")
    with page.expect_navigation():
        keyboard.press("Enter")

    expect(page.locator(".messages")).to_contain_text("Saved: 14 killed.")
    with capsys.disabled():
        sys.stdout.write(f"\nA revised toll: {keyboard.keys} keys\n")
    toll = Assertion.objects.filter(incident=made, casualty__verbatim="14").get()
    cited = toll.citations.get()
    assert (cited.quote, cited.locator) == ("killed 14", "para 3")
    assert keyboard.keys <= MOST_KEYS
