"""Waiting for what only a script in the page can tell.

Playwright's own ``wait_for_function`` asks a second time through ``eval`` in the page, which our content policy
forbids: it works only where the first answer is already yes.
"""

import time

from playwright.sync_api import Page

PATIENCE = 30.0  # seconds
PAUSE = 50  # milliseconds


def until(page: Page, script: str, value: object = None) -> None:
    """Ask ``script`` (an expression, or a function of ``value``) until it is true.

    Raises AssertionError when it is not within 30 seconds.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(script, value):
        assert time.monotonic() < end, f"This did not become true: {script}"
        page.wait_for_timeout(PAUSE)
