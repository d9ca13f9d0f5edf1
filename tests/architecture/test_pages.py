"""A page asks nobody else for anything, and holds neither code nor style of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.reading import ROOT

ADDRESS = re.compile(r"""(?:https?:)?//(?!www\.w3\.org/)[a-z0-9][\w.-]+\.[a-z]{2,}""", re.IGNORECASE)
LOADED = re.compile(
    r"""(?:src|srcset|action|poster|data)\s*=\s*["'](?:https?:)?//|url\(\s*["']?(?:https?:)?//|@import"""
)
INLINE = re.compile(r"""\sstyle\s*=\s*["']|\son[a-z]+\s*=\s*["']|javascript:""", re.IGNORECASE)
OF_OTHERS = {"vendor", "fonts"}


def pages() -> Iterator[Path]:
    yield from (path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".xml", ".txt", ".svg"})


def assets() -> Iterator[Path]:
    for path in (ROOT / "static").rglob("*"):
        if path.suffix in {".js", ".css", ".svg"} and not OF_OTHERS & set(path.parts):
            yield path


def found(pattern: re.Pattern[str], paths: Iterator[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_page_loads_anything_from_elsewhere() -> None:
    assert found(LOADED, pages()) == []


def test_no_script_or_style_names_another_host() -> None:
    assert found(ADDRESS, assets()) == []


def test_no_page_holds_style_or_code_in_an_attribute() -> None:
    assert found(INLINE, pages()) == []


@pytest.mark.parametrize(
    "planted",
    ['<script src="https://cdn.example.com/x.js">', "background: url(//img.example.com/x.png)", "@import 'x.css'"],
)
def test_something_loaded_from_elsewhere_is_seen(planted: str) -> None:
    assert LOADED.search(planted)


@pytest.mark.parametrize("planted", ['fetch("https://tiles.example.com/1")', "import x from '//cdn.example.com/x.js'"])
def test_the_address_of_another_host_is_seen(planted: str) -> None:
    assert ADDRESS.search(planted)


def test_a_namespace_is_no_address() -> None:
    assert not ADDRESS.search('xmlns="http://www.w3.org/2000/svg"')


@pytest.mark.parametrize("planted", ['<p style="color: red">', '<a onclick="go()">', '<a href="javascript:go()">'])
def test_style_and_code_in_an_attribute_are_seen(planted: str) -> None:
    assert INLINE.search(planted)
