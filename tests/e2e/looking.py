"""Looks at one page in wide and narrow windows, by day and by night, turned round, and says what is wrong with it."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response

from accounts.models import User
from tests.e2e.elsewhere import READ_SPILL, stands_elsewhere

VIEWS: Final = [(1280, "light"), (1280, "dark"), (360, "dark"), (360, "light")]
JUDGED: Final = VIEWS[::2]
"""The views in which a page is judged: each width and each scheme once. The others are for pictures."""

HEIGHT: Final = 900
MOST_UNFOLDED: Final = 12
"""Parts of a page that are opened to be looked at; of a list of a hundred the first stand for the others."""

UNFOLD: Final = """(most) => {
  [...document.querySelectorAll("details")].slice(0, most).forEach((each) => { each.open = true; });
}"""
SETTLE: Final = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Two frames after a change of the window, everything is where it stays: motion is reduced."""

WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]

# The first rows of a table stand for those that follow them, which are made by the same template.
# No preload: axe would read sheets that import others by writing style elements, which the content policy refuses, and
# only an experimental rule needs it.
RUN_AXE: Final = """async ([tags, repeated]) => {
  const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false };
  const exclude = ["pre code", "tbody tr:nth-child(n+6)", ...repeated].map((each) => [each]);
  const { violations } = await axe.run({ exclude }, options);
  const places = (nodes) => nodes.map(({ target }) => target.join(" ")).join(" | ");
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${places(nodes)}`);
}"""
READ_PAGE: Final = """() => {
  const controls = [...document.querySelectorAll("input, select, textarea, button")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest("[aria-hidden=true]"));
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  return {
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    unnamed: controls.filter((each) => !each.computedName).map((each) => each.outerHTML.slice(0, 120)),
    language: document.documentElement.lang,
    twice: ids.filter((id, place) => ids.indexOf(id) !== place),
  };
}"""


@dataclass(frozen=True)
class Look:
    """One visit.

    ``status`` is what the page has to answer; ``unfold`` asks for its folded parts to be opened; ``repeated`` selects
    what is made like the parts before it, which axe need not see again.
    """

    name: str
    path: str
    status: int = 200
    unfold: bool = False
    repeated: tuple[str, ...] = ()


@dataclass
class Eyes:
    """Opens pages in one browser, signed in or not."""

    context: BrowserContext
    base: str
    faults: list[str] = field(default_factory=list, init=False)

    def look(self, *visits: Look) -> None:
        """Visit pages one after the other.

        Raises:
            AssertionError: with everything that is wrong with any of them.
        """
        page = self.context.new_page()
        for visit in visits:
            self._visit(page, visit)
        page.close()
        assert not self.faults, "\n".join(self.faults)

    def _visit(self, page: Page, visit: Look) -> None:
        noise: list[str] = []

        def heard(message: ConsoleMessage) -> None:
            expected = visit.status != 200 and "the server responded with a status" in message.text
            if message.type in {"error", "warning"} and not expected:
                noise.append(f"says in the console: {message.text}")

        page.on("console", heard)
        page.set_viewport_size({"width": VIEWS[0][0], "height": HEIGHT})
        answer = page.goto(f"{self.base}{visit.path}")
        if page.locator("[data-incident-map]").count():
            page.get_by_role("application").wait_for()
        if visit.unfold:
            page.evaluate(UNFOLD, MOST_UNFOLDED)
        page.evaluate(AXE_SCRIPT)
        found = _told(answer, visit, page.evaluate(READ_PAGE))
        for width, scheme in VIEWS if os.environ.get("SCREENSHOTS") else JUDGED:
            found += self._seen(page, visit, width, scheme)
        found += stands_elsewhere(page, HEIGHT)
        page.remove_listener("console", heard)
        self.faults += [f"{visit.name} {fault}" for fault in [*found, *noise]]

    def _seen(self, page: Page, visit: Look, width: int, scheme: str) -> list[str]:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        page.evaluate(SETTLE)
        found: list[str] = page.evaluate(RUN_AXE, [WCAG, visit.repeated]) if (width, scheme) in JUDGED else []
        spill: str = page.evaluate(READ_SPILL)
        self._photograph(page, visit, width, scheme)
        return [f"at {width} px, {scheme}: {fault}" for fault in [*found, *filter(None, [spill])]]

    def _photograph(self, page: Page, visit: Look, width: int, scheme: str) -> None:
        folder = os.environ.get("SCREENSHOTS")
        if folder:
            page.screenshot(path=Path(folder) / f"{visit.name}-{width}-{scheme}.png", full_page=True)


def _told(answer: Response | None, visit: Look, read: dict[str, Any]) -> list[str]:
    """What is wrong with a page however it is looked at."""
    found = [f"has a control without a name: {control}" for control in read["unnamed"]]
    if answer is None or answer.status != visit.status:
        found.append(f"answers {answer.status if answer else 'nothing'}, not {visit.status}")
    if read["headings"] != 1:
        found.append(f"has {read['headings']} first headings")
    if not read["title"].endswith(" – Attest") or read["title"].startswith(" – "):
        found.append(f"is titled {read['title']!r}")
    if read["twice"]:
        found.append(f"has ids that stand twice: {read['twice']}")
    if not read["language"]:
        found.append("does not say its language")
    return found


SignedIn = Callable[[User], Eyes]
"""Gives somebody a browser of their own."""
