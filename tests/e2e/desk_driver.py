"""What an editor does at the desk, key by key: each step begins and ends on the page of the incident."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from accounts.services.demonstration import DEMONSTRATION_PASSWORD
from tests.e2e.keyboard import Keyboard


@dataclass(frozen=True, kw_only=True)
class Cited:
    """Where it is said: the words, where they stand, and who says them when it is not the source itself."""

    quote: str = ""
    locator: str
    speaker: Callable[[Keyboard], None] | None = None
    said_on: str = ""
    find: str = ""


class Desk:
    """One person at the desk, in a browser of their own, without a mouse."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.keyboard = Keyboard(page)

    def sign_in(self, email: str) -> None:
        """Through the page that everybody signs in on; the desk sends there by itself."""
        self.page.goto(f"{self.base}/desk/")
        keyboard = self.keyboard
        keyboard.skip_to_content()
        keyboard.fill("E-mail address", email)
        keyboard.fill("Password", DEMONSTRATION_PASSWORD)
        with self.page.expect_navigation():
            keyboard.press("Enter")
        self.expect_heading("Queue")

    def expect_heading(self, words: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(words)

    def expect_told(self, words: str) -> None:
        """The page says that it was done."""
        expect(self.page.locator(".messages")).to_contain_text(words)

    def log_incident(self, title: str) -> None:
        keyboard = self.keyboard
        keyboard.skip_to_content()
        keyboard.follow("Log an incident")
        keyboard.skip_to_content()
        keyboard.fill("Title", title)
        keyboard.pick("Does the record hold graphic material?", "No")
        keyboard.pick("Does it hold personal data?", "No")
        keyboard.follow("Log it")
        self.expect_heading(title)

    @contextmanager
    def adding(self, button: str, cited: Cited) -> Iterator[Keyboard]:
        """Add a claim: the block fills in its value, then the citation follows and all of it is saved."""
        keyboard = self.keyboard
        keyboard.follow(button)
        keyboard.skip_to_content()
        yield keyboard
        self.cite(cited)
        keyboard.follow("Save")
        expect(self.page.locator("[data-error-summary]")).to_have_count(0)
        expect(self.page.locator(".messages")).to_be_visible()

    def cite(self, cited: Cited) -> None:
        """The citation's fields, in the order of the page."""
        keyboard = self.keyboard
        if cited.find:
            keyboard.unfold("Find another source on record")
            keyboard.find("Find another source", cited.find)
            keyboard.pick("Source", cited.find)
        keyboard.fill("Quote", cited.quote)
        keyboard.fill("Where in the source", cited.locator)
        if cited.speaker:
            cited.speaker(keyboard)
        if cited.said_on:
            keyboard.unfold("Days, translation, stance")
            keyboard.fill("Said on", cited.said_on)

    def record_source(self, *, fields: Callable[[Keyboard], None]) -> None:
        """Record a source at the desk's list of sources."""
        keyboard = self.keyboard
        keyboard.follow("Sources")
        keyboard.skip_to_content()
        keyboard.follow("Record a source")
        keyboard.skip_to_content()
        fields(keyboard)
        keyboard.follow("Record it")
        self.expect_told("The source is recorded")

    def open_waiting(self, link: str, title: str) -> None:
        """From the queue's line of what waits for this person to the incident in it."""
        self.page.goto(f"{self.base}/desk/")
        keyboard = self.keyboard
        keyboard.skip_to_content()
        keyboard.follow(link)
        keyboard.skip_to_content()
        keyboard.follow(title)

    def confirm(self) -> None:
        """Give the password once more before something that matters; it then goes on by itself."""
        self.expect_heading("Confirm that it is you")
        self.keyboard.skip_to_content()
        self.keyboard.fill("Password", DEMONSTRATION_PASSWORD)
        with self.page.expect_navigation():
            self.keyboard.press("Enter")

    def decide(self, decision: str, reason: str = "") -> None:
        """Decide the review that is open on the page."""
        keyboard = self.keyboard
        keyboard.pick("Decision", decision)
        if reason:
            keyboard.fill("Reason", reason)
        keyboard.follow("Decide")
