"""An editor who knows the desk: its keys, what it remembers, and the first letters of what a list holds."""

from itertools import count
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.keyboard import Keyboard

READ_FOCUS = """() => {
  const held = document.activeElement;
  if (!held || held === document.body || held === document.documentElement) return null;
  const words = held.labels?.[0]?.innerText ?? held.innerText ?? "";
  const group = held.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
  return {
    name: words.trim(), tag: held.localName, kind: held.type ?? "", group: group.trim(),
    checked: Boolean(held.checked), chosen: held.localName === "select" ? held.selectedOptions[0].label : "",
    value: held.value ?? "", outlined: true, inMain: Boolean(held.closest("main")), inView: true,
  };
}"""
READ_OPTIONS = "() => [...document.activeElement.options].map((option) => option.label)"
SELECT = """(words) => {
  const walker = document.createTreeWalker(document.querySelector("[data-text]"), NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const whole = nodes.map((node) => node.data).join("");
  const at = whole.indexOf(words);
  if (at < 0) throw new Error(`the text does not hold “${words}”`);
  const place = (offset) => {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
  };
  getSelection().setBaseAndExtent(...place(at), ...place(at + words.length));
}"""


class Practised(Keyboard):
    """Counts every key: own words letter by letter, two for what is copied from the report and pasted.

    Words of the kept text are selected with the mouse, which takes no key.
    """

    def __init__(self, page: Page) -> None:
        """Names are read from labels: that what has the focus is seen and named is for other tests."""
        self.page, self.keys = page, 0

    @property
    def _focus(self) -> Any:
        return self.page.evaluate(READ_FOCUS)

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys += len(text)

    def paste(self, name: str, text: str) -> None:
        """Put words of the report in a field."""
        self.reach(name)
        self.page.evaluate("(words) => navigator.clipboard.writeText(words)", text)
        self.page.keyboard.press("Control+v")
        self.keys += 2

    def choose(self, name: str, option: str) -> None:
        """Choose from a list by as few of an option's first letters as tell it from those before it."""
        self.reach(name, tag="select")
        labels: list[str] = self.page.evaluate(READ_OPTIONS)
        lower = [label.casefold() for label in labels]
        wanted = lower.index(option.casefold())
        for length in count(1):
            begin = lower[wanted][:length]
            if next(at for at, label in enumerate(lower) if label.startswith(begin)) == wanted:
                self.write(begin)
                break
        held = self.held
        assert held
        assert held.chosen == option, held

    def save(self) -> None:
        """One chord saves from any field, and it is accepted."""
        with self.page.expect_navigation():
            self.press("Control+Enter")
        expect(self.page.locator("[data-error-summary]")).to_have_count(0)

    def go(self, key: str) -> None:
        """A key of the desk leads to another page."""
        with self.page.expect_navigation():
            self.press(key)

    def tick(self, name: str) -> None:
        """Type as few first letters of a box's label as lead to it, and tick it."""
        for letter in name:
            self.write(letter)
            held = self.held
            if held and held.is_called(name):
                break
        super().tick(name)

    def cite(self, words: str, number: int) -> None:
        """Words selected in the kept text, k, and the number of what they say."""
        self.page.evaluate(SELECT, words)
        self.press("k")
        self.go(str(number))
