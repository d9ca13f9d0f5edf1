"""The page that tries the API, in a browser: the request follows the form, and the answer comes where one is."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.looking import Eyes, Look

NewContext = Callable[..., BrowserContext]
pytestmark = pytest.mark.django_db(transaction=True)
TRY = "/api/v1/try"


def test_an_operation_is_tried_on_its_page(
    two_bombings: None, new_context: NewContext, live_server: LiveServer
) -> None:
    page = new_context().new_page()
    page.goto(f"{live_server.url}{TRY}/")
    page.get_by_label("country").first.fill("IR")
    page.get_by_label("q", exact=True).fill("it's")
    page.get_by_label("q", exact=True).fill("")
    page.get_by_text("Choose 9").click()
    page.get_by_label("bombing").check()
    asked = "/api/v1/incidents/?country=IR&attack_type=bombing&limit=5"
    expect(page.locator("#code-curl")).to_have_text(f"curl '{live_server.url}{asked}'")
    assert page.url == f"{live_server.url}{TRY}/list_incidents/?country=IR&attack_type=bombing&limit=5"

    page.get_by_role("button", name="Send").click()
    answer = page.locator("[data-answer]")
    expect(answer.get_by_role("status")).to_contain_text("200 OK")
    expect(answer.locator("[data-body]")).to_contain_text("A bombing at a market")
    expect(answer.locator("[data-headers]")).to_contain_text('"anonymous";r=')
    expect(answer.get_by_role("link")).to_have_attribute("href", f"{live_server.url}{asked}")

    page.get_by_label("killed_min").fill("many")
    page.get_by_role("button", name="Send").click()
    expect(answer.get_by_role("status")).to_contain_text("400 Bad Request")
    expect(page.get_by_label("killed_min")).to_have_accessible_description(re.compile("whole number"))
    answer.get_by_role("link", name="killed_min").click()
    expect(page.locator("#field-killed_min")).to_be_in_viewport()
    page.goto(page.url.partition("#")[0])
    expect(page.get_by_label("killed_min")).to_have_value("many")
    expect(page.get_by_label("bombing")).to_be_checked()


def test_it_works_without_javascript(two_bombings: None, new_context: NewContext, live_server: LiveServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}{TRY}/list_incidents/")
    page.get_by_role("button", name="Send").click()
    assert page.url == f"{live_server.url}/api/v1/incidents/?country=IR&limit=5"


def test_the_page_in_every_window(two_bombings: None, new_context: NewContext, live_server: LiveServer) -> None:
    Eyes(new_context(), live_server.url).look(
        Look("try", f"{TRY}/list_incidents/", unfold=True),
        Look("try-one", f"{TRY}/get_incident/"),
        Look("try-refused", f"{TRY}/get_incident/send/?public_id=", status=400),
    )
