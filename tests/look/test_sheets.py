"""Style sheets: logical, small, of one house, and asking nobody else for anything."""

import gzip
import re
from pathlib import Path

import pytest

from config.assets.sheets import joined, squeezed
from tests.look.files import CSS, ROOT, sheets, templates

SIDES = "left|right|top|bottom"
PHYSICAL = re.compile(
    rf"(?m)^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:{SIDES})(?:-\w+)?|{SIDES}"
    rf"|(?:min-|max-)?(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    rf"|(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)
CLASS = re.compile(r"\.(-?[a-z][a-z0-9_-]*)")
CLASSES = re.compile(r'\bclass="([^"]*)"')
LOADED = re.compile(r"<(?:script|link|img|iframe|use)\b[^>]*\b(?:src|href)=[\"']((?:https?:)?//[^\"']+)")
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)


def rules(path: Path) -> str:
    """Give a sheet without its comments and its font addresses."""
    return re.sub(r"/\*.*?\*/|url\([^)]*\)", "", path.read_text(), flags=re.DOTALL)


@pytest.mark.parametrize("declaration", ["  margin-left: 1px;", "  left: 0;", "  width: 3px;", "  text-align: right;"])
def test_the_search_for_physical_properties_finds_them(declaration: str) -> None:
    assert PHYSICAL.search(declaration)


@pytest.mark.parametrize("path", sheets, ids=lambda path: path.name)
def test_a_sheet_uses_logical_properties_only(path: Path) -> None:
    assert PHYSICAL.findall(rules(path)) == []


@pytest.mark.parametrize("path", sheets, ids=lambda path: path.name)
def test_a_sheet_asks_no_other_host(path: Path) -> None:
    addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text())
    assert [address for address in addresses if not address.startswith("../fonts/")] == []
    assert "@import" not in path.read_text()


@pytest.mark.parametrize("path", sheets, ids=lambda path: path.name)
def test_every_file_a_sheet_names_is_there(path: Path) -> None:
    addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text())
    assert [address for address in addresses if not (CSS / address).resolve().is_file()] == []


@pytest.mark.parametrize("path", sheets, ids=lambda path: path.name)
def test_a_sheet_uses_only_custom_properties_that_exist(path: Path) -> None:
    tokens = set(re.findall(r"(--[a-z0-9-]+):", (CSS / "tokens.css").read_text()))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", path.read_text())) - tokens == set()


BUDGETS = {"every.css": 10 * 1024, "explorer.css": 8 * 1024}
"""What all pages and what the explorer, the heaviest of them, wait for before they are drawn, in bytes."""


@pytest.mark.parametrize("path", [*(CSS / "pages").glob("*.css"), *sheets], ids=lambda path: path.name)
def test_a_sheet_weighs_little_as_it_is_sent(path: Path) -> None:
    name = path.relative_to(ROOT / "static").as_posix()
    sent = squeezed(joined(name, lambda other: (ROOT / "static" / other).read_text()))
    allowed = BUDGETS[path.name] if path.parent.name == "pages" else 2 * 1024
    assert len(gzip.compress(sent.encode())) <= allowed


def test_no_template_has_a_style_or_a_handler_of_its_own() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {attribute}"
        for path in templates
        for attribute in re.findall(r"\s(?:style|on[a-z]+)=[\"']", path.read_text())
    ]
    assert found == []


def test_no_template_loads_anything_from_another_host() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {address}" for path in templates for address in LOADED.findall(path.read_text())
    ]
    assert found == []


def test_every_class_of_a_component_is_styled() -> None:
    styled = {name for path in sheets for name in CLASS.findall(rules(path))}
    used = {
        (path.name, name)
        for path in templates
        if path.parent.name == "components" or path.name == "base.html"
        for value in CLASSES.findall(COMMENT.sub("", path.read_text()))
        for name in re.sub(r"[\w-]*{{.*?}}|{%.*?%}", " ", value).split()
    }
    assert {pair for pair in used if pair[1] not in styled} == set()
