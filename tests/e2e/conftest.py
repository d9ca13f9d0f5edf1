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

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's sync API runs a loop of its own

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = [ROOT / ".attest" / "chromium", Path("/usr/bin/chromium")]
LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", ""}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--enable-blink-features=ComputedAccessibilityInfo",  # the name of a control as assistive technology is told it
    "--no-first-run",
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
