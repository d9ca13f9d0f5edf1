"""An incident on paper: printed as a reader prints it, it has everything that the record says, and nothing is cut."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import BrowserContext, Page
from pypdf import PdfReader
from pytest_django.live_server_helper import LiveServer

from incidents.models import PublishedIncident, Version
from tests.e2e.test_weight import build_kerman

MM: Final = 72 / 25.4
MARGIN: Final = 18 * MM
FOOT: Final = 20 * MM
A4: Final = (210 * MM, 297 * MM)
PAGES: Final = range(8, 16)
"""Measured 14 on 29 November 2026; 23 before there was a sheet for paper worth the name."""

WIDTH: Final = 658
"""CSS pixels between the margins of A4."""

CUT: Final = """() => [...document.querySelectorAll("main *")]
  .filter((each) => each.checkVisibility() && !each.closest("svg, .visually-hidden, .leaflet-container"))
  .filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    const hides = getComputedStyle(each).overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1;
    return width > 1 && (left < -1 || right > innerWidth + 1 || hides);
  })
  .map((each) => `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 60)}`)"""

CONTROLS: Final = """() => [...document.querySelectorAll("main :is(button, input, select, summary, .facet, .links)")]
  .filter((each) => each.checkVisibility())
  .map((each) => `${each.localName}.${each.className}`)"""

OVERLAPPING: Final = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility() || parent.closest("svg, sup, .visually-hidden")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left > 1) lines.push({ left, right, top, bottom, node });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const found = [];
  lines.forEach((one, place) => {
    for (const other of lines.slice(place + 1)) {
      if (other.top > one.bottom) break;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - other.top;
      if (one.node !== other.node && wide > 2 && high > 5) found.push(`${one.node.data} | ${other.node.data}`);
    }
  });
  return found;
}"""


@dataclass(frozen=True)
class Printed:
    """The Kerman page as a PDF, and what the record says of it."""

    page: Page
    pdf: PdfReader
    row: PublishedIncident
    version: Version

    @property
    def content(self) -> dict[str, Any]:
        return dict(self.version.content)

    @property
    def words(self) -> str:
        """Everything that stands on the pages, in their order, without the foot of each and without spaces."""
        return "".join(close(text) for leaf in self.pdf.pages for text, _x, y in placed(leaf) if y > FOOT)


def close(text: str) -> str:
    """A text without its spaces: where a line breaks is the printer's business."""
    return re.sub(r"\s+", "", text)


def placed(leaf: Any) -> Iterator[tuple[str, float, float]]:
    """Every run of text on a page and where it begins, in points from the lower left corner."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, matrix: list[float], line: list[float], *_font: Any) -> None:
        x = line[4] * matrix[0] + line[5] * matrix[2] + matrix[4]
        y = line[4] * matrix[1] + line[5] * matrix[3] + matrix[5]
        found.append((text, x, y))

    leaf.extract_text(visitor_text=visit)
    return iter(found)


@pytest.fixture
def printed(tmp_path: Path, new_context: Callable[..., BrowserContext], live_server: LiveServer) -> Printed:
    """The page as Chromium prints it on A4."""
    row = build_kerman(tmp_path)
    page = new_context(viewport={"width": WIDTH, "height": 900}).new_page()
    page.goto(f"{live_server.url}/incidents/{row.public_id}/")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", print_background=False)))
    page.emulate_media(media="print")
    return Printed(page, pdf, row, row.version)


def test_paper_has_everything_that_the_record_says_and_nothing_is_cut(printed: Printed) -> None:
    assert missing(printed) == []
    assert superfluous(printed) == []
    assert (printed.page.evaluate(CUT), printed.page.evaluate(OVERLAPPING)) == ([], [])
    assert outside(printed) == []
    assert len(printed.pdf.pages) in PAGES


@pytest.mark.usefixtures("two_bombings")
def test_lists_and_figures_fit_the_paper_and_bring_no_controls(
    new_context: Callable[..., BrowserContext], live_server: LiveServer
) -> None:
    page = new_context(viewport={"width": WIDTH, "height": 900}).new_page()
    page.emulate_media(media="print")
    for address in ("/?country=IR", "/statistics/", "/countries/IR/"):
        page.goto(f"{live_server.url}{address}")
        page.locator("body").wait_for()
        assert page.evaluate(CUT) == [], address
        left = page.evaluate(CONTROLS)
        assert left == [], address


def missing(printed: Printed) -> list[str]:
    """What the record says and the paper does not."""
    words = printed.words
    wanted = [*of_the_version(printed), *of_the_claims(printed.content), *of_the_sources(printed.content)]
    return [one for one in wanted if close(one) not in words]


def of_the_version(printed: Printed) -> Iterator[str]:
    """What it is, which version, and where that stays; then each fact with whoever says so."""
    content, version = printed.content, printed.version
    yield from (content["title"], printed.row.public_id, f"Version {version.number}, reviewed, published")
    yield f"Permanent address of this version: http://127.0.0.1:8000/incidents/{printed.row.public_id}/v/2/"
    yield version.content_sha256[:12]
    yield from (content[name]["text"] for name in ("occurred", "killed", "wounded"))
    yield from (content["killed"]["why"]["reason"], content["place"]["name"], content["place"]["precision_text"])
    yield from (code["label"] for name in ("attack_types", "weapon_types") for code in content[name][:1])
    yield from (sentence["text"] for sentence in content["summary"])
    for warning in content["warnings"]:
        yield from (warning["warner"], warning["recipient"], warning["basis_text"], warning["basis_wording"])
    yield from (statement["paraphrase"] for statement in content["statements"])
    yield from (link["incident"] for link in content["links"])


def of_the_claims(content: dict[str, Any]) -> Iterator[str]:
    """What is said, in whose words, and by whom."""
    for claim in content["claims"]:
        yield claim["value"]["actor_name"] if claim["kind"] == "attribution" else claim["text"][1:]
        for citation in claim["citations"]:
            yield citation["quote"]
            yield citation["speaker"]["label"] if citation["speaker"] else ""


def of_the_sources(content: dict[str, Any]) -> Iterator[str]:
    """The whole list, each with its publisher, its grade and its address in full."""
    for source in content["sources"]:
        yield from (source["title"], source["publisher"]["name"], source["publisher"]["reliability_text"])
        yield f"<{source['url']}>" if source["url"] else ""


def superfluous(printed: Printed) -> list[str]:
    """What only a screen needs; and addresses that stand more often than once."""
    words = printed.words
    controls = ("Copy", "why?", "Show as known on", "On this page", "Compare version", "each with its quote")
    addresses = {f"<{source['url']}>" for source in printed.content["sources"] if source["url"]}
    twice = [one for one in addresses if words.count(close(one)) != 1]
    return [one for one in controls if close(one) in words] + twice


def outside(printed: Printed) -> list[str]:
    """Text that begins beyond the margins of its page; each number of the list of sources is whole."""
    found = []
    for leaf in printed.pdf.pages:
        assert [float(size) for size in leaf.mediabox[2:]] == pytest.approx(A4, abs=1.5)
        for text, x, _y in placed(leaf):
            if text.strip() and not MARGIN - 1 <= x <= A4[0] - MARGIN:
                found.append(f"{text!r} at {x:.0f}")
    whole = "\n".join(leaf.extract_text() for leaf in printed.pdf.pages)
    numbers = range(1, len(printed.content["sources"]) + 1)
    return found + [f"number {one}" for one in numbers if not re.search(rf"(?m)^\s*{one}\.\s", whole)]
