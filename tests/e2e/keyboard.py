"""Somebody who has no mouse: they get to everything by Tab, and see where they are."""

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

MOST_STEPS = 260
LONGEST_TYPED = 40
OPTIONAL = " (optional)"
BEGINNING = re.compile(r"[\w ']{1,24}", re.ASCII)

READ_FOCUS = """() => {
  const held = document.activeElement;
  if (!held || held === document.body || held === document.documentElement) return null;
  const style = getComputedStyle(held);
  const box = held.getBoundingClientRect();
  const legend = held.closest("fieldset")?.querySelector("legend");
  return {
    name: (held.computedName ?? "").trim().replace(" : ", ": "),
    tag: held.localName,
    kind: held.type ?? "",
    group: (legend?.textContent ?? "").trim(),
    checked: Boolean(held.checked),
    chosen: held.localName === "select" ? held.selectedOptions[0].label : "",
    value: held.value ?? "",
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    inMain: Boolean(held.closest("main")),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


@dataclass(frozen=True, kw_only=True)
class Held:
    """What has the focus; ``name`` is the name that assistive technology is told."""

    name: str
    tag: str
    kind: str
    group: str
    checked: bool
    chosen: str
    value: str
    outlined: bool
    inMain: bool  # noqa: N815 (as the browser answers)
    inView: bool  # noqa: N815

    def is_called(self, name: str) -> bool:
        return self.name in {name, name + OPTIONAL}


class Keyboard:
    """Keys pressed in one page, counted. Every stop on the way must be visible and visibly focused."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = 0
        page.context.new_cdp_session(page).send(
            "Accessibility.enable"
        )  # else every name asked for builds its tree anew

    @property
    def _focus(self) -> Any:
        return self.page.evaluate(READ_FOCUS)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def write(self, text: str) -> None:
        """Type words; a passage is pasted, as one does from a report."""
        if len(text) > LONGEST_TYPED:
            self.page.keyboard.insert_text(text)
            self.keys += 1
        else:
            self.page.keyboard.type(text)
            self.keys += len(text)

    @property
    def held(self) -> Held | None:
        found: dict[str, Any] | None = self._focus
        return Held(**found) if found else None

    def reach(self, name: str, *, tag: str = "", group: str = "") -> Held:
        """Press Tab until something of this name has the focus, which it may have already.

        Raises:
            AssertionError: it is not reached, or a stop on the way could not be seen.
        """
        passed: list[str] = []
        first = self.held
        if first and first.inMain and first.is_called(name) and tag in {"", first.tag} and not group:
            return first
        for _step in range(MOST_STEPS):
            self.press("Tab")
            held = self.held
            if held is None:
                if passed and passed[-1] == "(the browser)":
                    continue
                passed.append("(the browser)")
                continue
            assert held.outlined, f"nothing shows that {held} has the focus"
            assert held.inView, f"{held} has the focus out of sight"
            if held.is_called(name) and tag in {"", held.tag} and group in {"", _plain(held.group)}:
                return held
            if held.name in passed and passed.count("(the browser)") > 1:
                break
            passed.append(held.name)
        message = f"“{name}” {group} is not reached by Tab on {self.page.url}; passed: {passed}"
        raise AssertionError(message)

    def follow(self, name: str) -> None:
        """Follow a link, press a button, and wait for the page it leads to."""
        self.reach(name)
        with self.page.expect_navigation():
            self.press("Enter")

    def skip_to_content(self) -> None:
        """The first stop of a page leads past its header, unless the page opens in its first field."""
        held = self.held
        if held and held.inMain and held.tag not in {"main", "article"}:
            return
        self.press("Tab")
        held = self.held
        assert held, "the page has no first stop"
        assert held.name == "Skip to content", held
        self.press("Enter")

    def fill(self, name: str, text: str) -> None:
        """Write into an input; what stood there is selected on arrival, and replaced."""
        held = self.reach(name)
        if held.tag == "textarea" and held.value:
            self.press("Control+a")
        self.write(text)

    def find(self, name: str, words: str) -> None:
        """Search with a field of a form: Enter finds, and the next stop is what was found."""
        self.fill(name, words)
        with self.page.expect_navigation():
            self.press("Enter")

    def choose(self, name: str, option: str) -> None:
        """Choose from a list by typing the beginning of the option, then by arrows."""
        self.reach(name, tag="select")
        begin = BEGINNING.match(option)
        if begin:
            self.page.keyboard.type(begin[0])
            self.keys += len(begin[0])
        for _step in range(30):
            held = self.held
            assert held, name
            if held.chosen == option:
                return
            self.press("ArrowDown")
        message = f"{name}: {option!r} is not to be had; {held} is chosen"
        raise AssertionError(message)

    def pick(self, group: str, option: str) -> None:
        """Choose one of several in view: Tab goes to the group, arrows inside it."""
        for _step in range(MOST_STEPS):
            self.press("Tab")
            held = self.held
            if held and held.kind == "radio" and _plain(held.group) == group:
                break
        else:
            message = f"the group “{group}” is not reached by Tab on {self.page.url}"
            raise AssertionError(message)
        self._arrow_to(group, option)

    def _arrow_to(self, group: str, option: str) -> None:
        seen: list[str] = []
        for _step in range(50):
            held = self.held
            assert held, group
            if held.name == option or held.name.startswith((f"{option} ", f"{option}:")):
                if not held.checked:
                    self.press("Space")
                return
            seen.append(held.name)
            self.press("ArrowDown")
        message = f"{group}: “{option}” is not among {dict.fromkeys(seen)}"
        raise AssertionError(message)

    def tick(self, name: str) -> None:
        held = self.reach(name, tag="input")
        assert not held.checked, f"{name} is ticked already"
        self.press("Space")

    def unfold(self, summary: str) -> None:
        self.reach(summary, tag="summary")
        self.press("Enter")


def _plain(legend: str) -> str:
    return legend.replace(OPTIONAL.strip(), "").strip()
