"""A real browser: Debian's Chromium, cut off from every network but this machine's.

A test fails when a page of ours asks another host for anything, throws an error, or breaks its own content policy.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from incidents.services.publishing import publish
from tests import making
from tests.e2e.desk_driver import Desk
from tests.e2e.looking import Eyes, SignedIn

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's sync API runs a loop of its own

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = [
    ROOT / ".attest" / "chromium",
    Path("/usr/bin/chromium-headless-shell"),
    Path("/usr/bin/chromium"),
]
LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", ""}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--enable-blink-features=ComputedAccessibilityInfo",  # the name of a control as assistive technology is told it
    "--no-first-run",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    chromium = next((path for path in CHROMIUM if path.exists()), CHROMIUM[-1])
    return {**browser_type_launch_args, "executable_path": str(chromium), "args": ARGUMENTS}


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext]) -> Iterator[Callable[..., BrowserContext]]:
    """A way to open browser contexts, with everything that must not happen in them collected and told at the end."""
    faults: list[str] = []

    def asked(request: Request) -> None:
        if urlsplit(request.url).hostname not in {*LOCAL_HOSTS, None}:
            faults.append(f"asked another host: {request.url}")

    def spoke(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            faults.append(f"broke the content policy: {message.text}")

    def opened(page: Page) -> None:
        page.on("pageerror", lambda error: faults.append(f"threw an error: {error}"))

    def watched(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.on("request", asked)
        context.on("console", spoke)
        context.on("page", opened)
        return context

    yield watched
    assert faults == [], "A page " + "\nA page ".join(faults)


@pytest.fixture
def people() -> making.Desk:
    """Those of the demonstration, who can sign in."""
    known = ensure_demonstration_people()
    return making.Desk(known[Role.EDITOR], known[Role.REVIEWER], known[Role.PUBLISHER])


@pytest.fixture
def two_bombings(db: None) -> None:
    """Two bombings in Kerman, in two years, of which the later is claimed."""
    team = making.desk()
    making.published(team, title="A bombing at a market", when="5 March 2023")
    made = making.incident(team.editor, title="An attack somebody claimed")
    making.claimed(team.editor, made)
    publish(actor=team.publisher, incident=making.approved(team, made))


@pytest.fixture
def signed_in(new_context: Callable[..., BrowserContext], live_server: LiveServer) -> SignedIn:
    """Give somebody a browser of their own, after the sign-in page."""

    def opened(person: User) -> Eyes:
        context = new_context()
        page = context.new_page()
        Desk(page, live_server.url).sign_in(person.email)
        page.close()
        return Eyes(context, live_server.url)

    return opened
