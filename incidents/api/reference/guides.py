"""The guides of ``docs/api`` as pages: the text that stands beside the code, with our own address in the samples."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER: Final = Path(__file__).resolve().parents[3] / "docs" / "api"
EXAMPLE: Final = "https://attest.example"
FIRST: Final = ("quick-start", "filters", "uncertainty", "lists", "things", "errors", "limits", "languages")
"""The guides that a newcomer reads first, in this order; the others follow by name."""

OTHER_GUIDE: Final = re.compile(r"(?:\./)?([a-z-]+)\.md(#.*)?")


@dataclass(frozen=True)
class Guide:
    """A guide: its name in the address, its title and its first paragraph."""

    slug: str
    title: str
    lede: str


@cache
def guides() -> dict[str, Guide]:
    """Every guide by its name, those for newcomers first."""
    names = sorted(path.stem for path in FOLDER.glob("*.md"))
    ordered = [name for name in FIRST if name in names] + [name for name in names if name not in FIRST]
    return {name: _about(name) for name in ordered}


def page_of(slug: str, origin: str) -> SafeString:
    """A guide as HTML, below its title; ``origin`` stands where the text has an example's address.

    The text is ours. HTML in it is shown as text all the same.
    """
    tokens = _parsed(slug)
    body = _markdown().renderer.render(tokens[3:], _markdown().options, {})
    body = body.replace("<pre>", '<pre tabindex="0">')  # what can be moved sideways is reached by keyboard
    return mark_safe(body.replace(EXAMPLE, escape(origin)))  # noqa: S308 - rendered by markdown-it without HTML


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _parsed(slug: str) -> list[Token]:
    """The tokens of a guide; the first three are its title."""
    tokens = _markdown().parse((FOLDER / f"{slug}.md").read_text(encoding="utf-8"))
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", slugify(tokens[place + 1].content))
        elif token.type == "fence":
            token.info = ""
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", _address(str(child.attrGet("href"))))
    return [*_framed(tokens)]


def _framed(tokens: list[Token]) -> list[Token]:
    """The tokens with a frame around each table that can be moved sideways, by keyboard too."""
    found: list[Token] = []
    heading = ""
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[place + 1].content
        if token.type == "table_open":
            frame = f'<div class="table-scroll" tabindex="0" role="region" aria-label="{escape(heading)}">'
            found.append(Token("html_block", "", 0, content=frame))
        found.append(token)
        if token.type == "table_close":
            found.append(Token("html_block", "", 0, content="</div>"))
    return found


def _address(link: str) -> str:
    """Where a link of a guide leads on the site; one to a file of the code leads to all guides."""
    other = OTHER_GUIDE.fullmatch(link)
    if other:
        return f"/api/v1/guides/{other[1]}/{other[2] or ''}"
    return link if link.startswith(("/", "#", "https://")) else "/api/v1/guides/"


def _about(slug: str) -> Guide:
    title, _body, text = (FOLDER / f"{slug}.md").read_text(encoding="utf-8").partition("\n\n")
    first = next(part for part in text.split("\n\n") if not part.startswith("#"))
    lede = re.split(r"(?<=\.)\s", " ".join(first.split()))[0]
    return Guide(slug, title.removeprefix("# "), re.sub(r"[`*]|\[([^]]*)\]\([^)]*\)", r"\1", lede))
