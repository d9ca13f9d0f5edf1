"""Security keys and passkeys in a real browser, with the authenticator that Chromium brings for such tests."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.services.demonstration import DEMONSTRATION_PASSWORD, ensure_demonstration_people

Open = Callable[[str], object]


@pytest.fixture
def visit(page: Page, live_server: LiveServer) -> Open:
    """Open an address in a browser that holds a security key; passkeys know ``localhost``, never an IP address."""
    ensure_demonstration_people()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    port = live_server.url.rpartition(":")[2]
    return lambda path: page.goto(f"http://localhost:{port}{path}")


def sign_in(page: Page, visit: Open, then: str) -> None:
    visit(f"/accounts/login/?next={then}")
    page.get_by_label("E-mail address").fill("editor@example.org")
    page.get_by_label("Password").fill(DEMONSTRATION_PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def confirm(page: Page) -> None:
    page.get_by_label("Password").fill(DEMONSTRATION_PASSWORD)
    page.get_by_role("button", name="Confirm").click()


def add_key(page: Page, *, as_passkey: bool) -> None:
    page.get_by_label("Name of the key").fill("blue key")
    if as_passkey:
        page.get_by_label("Sign in with this key alone").check()
    page.get_by_role("button", name="Add the key").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()


def sign_out(page: Page, visit: Open) -> None:
    visit("/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()


def test_a_security_key_is_added_and_asked_for(page: Page, visit: Open) -> None:
    sign_in(page, visit, "/accounts/2fa/webauthn/add/")
    confirm(page)
    add_key(page, as_passkey=False)
    visit("/accounts/2fa/webauthn/")
    expect(page.get_by_role("row", name=re.compile("blue key"))).to_be_visible()
    sign_out(page, visit)

    sign_in(page, visit, "/accounts/")
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    page.get_by_role("button", name="Use a security key").click()

    expect(page.get_by_role("heading", name="Your account")).to_be_visible()


def test_a_passkey_signs_in_by_itself(page: Page, visit: Open) -> None:
    sign_in(page, visit, "/accounts/2fa/webauthn/add/")
    confirm(page)
    add_key(page, as_passkey=True)
    sign_out(page, visit)

    visit("/accounts/login/?next=/accounts/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("heading", name="Your account")).to_be_visible()


def test_a_key_that_is_not_known_is_said_on_the_page(page: Page, visit: Open) -> None:
    visit("/accounts/login/?next=/accounts/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("The key did not answer")
