"""What a reader does without signing in: by keyboard on the pages, and with programs at the API."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Page, expect

from tests.e2e.keyboard import Keyboard


@dataclass(frozen=True)
class Reader:
    """Somebody who came for the facts."""

    page: Page
    base: str

    def find_in_the_list(self, title: str) -> None:
        """From the first page, by keyboard, to the page of an incident."""
        self.page.goto(f"{self.base}/")
        keyboard = Keyboard(self.page)
        keyboard.reach("Skip to the incidents")
        keyboard.press("Enter")
        keyboard.follow(title)
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def find_on_the_map(self, title: str) -> None:
        """The map is one stop; Alt and an arrow steps to the incident, Enter says what is known of it."""
        self.page.goto(f"{self.base}/")
        area = self.page.get_by_role("application")
        expect(area).to_be_visible()
        keyboard = Keyboard(self.page)
        keyboard.reach("Skip to the map")
        keyboard.press("Enter")
        label = area.get_attribute("aria-label") or ""
        keyboard.reach(label)
        keyboard.press("Alt+ArrowRight")
        expect(self.page.locator("[data-incident-map] > [role=status]")).to_contain_text(title)
        keyboard.press("Enter")
        opened = self.page.get_by_role("dialog", name=title)
        expect(opened).to_contain_text("Known to the city or town")
        expect(opened).to_contain_text("nearly 100")
        keyboard.follow(title)
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def fact(self, term: str) -> str:
        """What the page says of a key fact, with who says so."""
        row = self.page.locator(".facts__row", has=self.page.get_by_role("term").get_by_text(term, exact=True))
        return " ".join(row.first.inner_text().split())

    def fetch(self, path: str) -> dict[str, Any]:
        """Read an address as a program does."""
        with urlopen(f"{self.base}{path}", timeout=10) as answer:  # noqa: S310 (this machine's)
            assert answer.status == 200
            document: dict[str, Any] = json.load(answer)
        return document
