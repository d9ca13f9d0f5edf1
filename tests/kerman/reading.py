"""How an incident page is taken apart: who says what in which block, and what is told by which day."""

from collections.abc import Iterator
from datetime import date

from lxml import html  # type: ignore[import-untyped]

BLOCKS = {"li", "article", "p", "h3", "h4", "td", "figcaption", "summary"}
"""Elements that are read as one thing."""


def main(page: bytes) -> html.HtmlElement:
    """The main part of a page."""
    (found,) = html.fromstring(page.decode()).xpath("//main")
    return found


def words(element: html.HtmlElement) -> str:
    """What an element says."""
    return " ".join(element.text_content().split())


def known(page: bytes, *, by: date) -> list[str]:
    """The lines of "What was known when" that stand at a day or before it."""
    told = []
    for entry in main(page).xpath('//ol[@class="timeline"]/li[.//time]'):
        day = entry.xpath(".//time/@datetime")[0]
        if day <= by.isoformat():
            told += [words(line) for line in entry.xpath(".//li")]
    return told


def blocks_naming(page: bytes, name: str) -> list[str]:
    """Every block of the page that holds a name outside the words of a source: the row, claim or line around it."""
    return [words(around(element)) for element in speaking(main(page)) if name in own_text(element)]


def speaking(top: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Every element whose words are the page's own: no quotation, no title of a source, no history of versions."""
    return (element for element in top.iter() if speaks(element))


def speaks(element: html.HtmlElement) -> bool:
    """Whether an element's words are the page's own."""
    return isinstance(element.tag, str) and not element.xpath(QUOTED)


QUOTED = (
    "ancestor-or-self::*[self::q or self::blockquote or self::cite or self::script or self::style or self::nav"
    " or @id='sources' or @aria-labelledby='sources' or @aria-labelledby='history']"
)


def own_text(element: html.HtmlElement) -> str:
    """The words of an element that are not those of its children."""
    return " ".join(filter(None, [element.text, *(child.tail for child in element)]))


def around(element: html.HtmlElement) -> html.HtmlElement:
    """The smallest whole around an element: a claim, a row of facts or of a table, a line of a list, a paragraph.

    The details of a warning stand over the claims that say so, and are read together with them.
    """
    for wanted in (
        "ancestor-or-self::article",
        "ancestor-or-self::section[starts-with(@aria-labelledby, 'warning-')]",
        "ancestor-or-self::*[contains(@class, 'facts__row') or self::li or self::tr]",
        "ancestor-or-self::p",
    ):
        found = element.xpath(wanted)
        if found:
            return found[-1]
    return element
