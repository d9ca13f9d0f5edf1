"""A page as it would stand in another language: written from right to left, in words that are a third longer.

And at 320 pixels, which is what a window of 1280 shows at 400 % (WCAG 2.2, 1.4.10).
"""

from typing import Final

from playwright.sync_api import Page

NARROWEST: Final = 320
WIDTHS: Final = (360, 1280)

READ_SPILL: Final = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return "";
  const spills = [...document.querySelectorAll("body *")].filter((each) => {
    const { width, left, right } = each.getBoundingClientRect();
    const outside = right > innerWidth + 1 || left < -1;
    return width > 0 && outside && !each.closest(".table-scroll, pre, .leaflet-container, .visually-hidden, .skip");
  });
  const names = spills.slice(0, 4).map((each) => `${each.localName}.${each.className}`);
  return `scrolls sideways by ${scrollWidth - clientWidth} px: ${names}`;
}"""

TURN: Final = """() => {
  const signs = new Map([..."aeiounsAEIOUNS"].map((sign, place) => [sign, [..."áéíóúñšÁÉÍÓÚÑŠ"][place]]));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const kept = "script, style, template, pre, code, svg, textarea, .leaflet-container";
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const words = text.data.trim();
    if (!words || text.parentElement.closest(kept)) continue;
    const longer = "ẋ".repeat(5).concat(" ").repeat(Math.ceil((words.length * 0.35) / 6)).trim();
    const turned = [...words].map((sign) => signs.get(sign) ?? sign).join("");
    text.data = text.data.replace(words, () => (/[a-z]{3}/i.test(words) ? `${turned} ${longer}` : turned));
  }
  document.documentElement.dir = "rtl";
}"""
"""Makes the page its own pseudo-locale: accents, a third more words, from right to left."""

READ_OVERLAP: Final = """() => {
  const wanted = "a[href], button, input, select, textarea, summary, label, h1, h2, h3, th, dt";
  const left_out = "svg, .leaflet-container, .visually-hidden, .skip, [data-handle], dialog:not([open]), .trap";
  const apart = [...document.querySelectorAll("body *")].filter((each) => {
    const { overflowY, position } = getComputedStyle(each);
    return overflowY !== "visible" || position === "sticky" || position === "fixed";
  }); // what scrolls in itself, and what stays in view
  const boxes = [...document.querySelectorAll(wanted)]
    .filter((each) => !each.closest(left_out) && !apart.some((one) => one.contains(each)))
    .filter((each) => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .flatMap((each) => [...each.getClientRects()].map((box) => ({ each, box })))
    .filter(({ box }) => box.width > 2 && box.height > 2);
  const labels = (one, other) => one.contains(other) || one.control === other;
  const related = (one, other) => labels(one, other) || labels(other, one);
  const found = [];
  for (const [place, { each: one, box: here }] of boxes.entries()) {
    for (const { each: other, box: there } of boxes.slice(place + 1)) {
      const across = Math.min(here.right, there.right) - Math.max(here.left, there.left);
      const down = Math.min(here.bottom, there.bottom) - Math.max(here.top, there.top);
      if (across > 6 && down > 6 && !related(one, other)) found.push([one, other]);
    }
  }
  const name = (each) => `${each.localName} “${(each.textContent || each.name).trim().slice(0, 30)}”`;
  return found.slice(0, 3).map(([one, other]) => `${name(one)} lies on ${name(other)}`).join("; ");
}"""

READ_MAPS: Final = """() =>
  [...document.querySelectorAll(".leaflet-container, .map__canvas, .plot, .time__stage")]
    .filter((each) => getComputedStyle(each).direction !== "ltr")
    .map((each) => `turns ${each.className} round`)
    .join("; ")"""


def stands_elsewhere(page: Page, height: int) -> list[str]:
    """What is wrong with a page at 400 % and in another script. It is turned for good: look at nothing else after."""
    page.set_viewport_size({"width": NARROWEST, "height": height})
    found = [f"at {NARROWEST} px: {fault}" for fault in _faults(page, READ_SPILL)]
    page.evaluate(TURN)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"from right to left, at {width} px: {fault}" for fault in _faults(page, READ_SPILL, READ_OVERLAP)]
    return [*found, *_faults(page, READ_MAPS)]


def _faults(page: Page, *reads: str) -> list[str]:
    return [fault for fault in (str(page.evaluate(read)) for read in reads) if fault]
