"""No number without a named claimant and a source: what that means of a document and of a page, as code.

Of a document (``bare_in_document``): every number, and every text with a figure in it, stands either in something that
carries citations (a claim, a reaction, a link, a sentence of the summary), each with a source that is listed with its
publisher and a voice that is named or described; or in a resolved value whose ``why`` names such claims; or it is about
the record and the evidence themselves (grades, counts of origins, positions of a quote in a snapshot, days, hashes).

Of a page (``bare_on_page``): every figure in the page's own words stands in a block (a row of the key facts or of a
table, a claim, a warning, a line of a list, the summary) that names a source or leads to one, and names who says so.

Not of what happened are permanent ids, numbers of versions and of those who approved them, and the title of an incident
in a link that leads there: its figures are looked for in the words of that incident's own sources.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import html  # type: ignore[import-untyped]

from tests.kerman.reading import around, main, own_text, speaks, words

FIGURE: Final = re.compile(r"\d")
OF_THE_RECORD: Final = re.compile(r"INC-\d{4}-\d{6}|\b[Vv]ersions? \d+|\bApproved by \d+")
"""A permanent id, the number of a version, how many people approved it."""

ABOUT_THE_EVIDENCE: Final = {
    "origins": "how many independent origins we count",
    "credibility": "our grade",
    "credibility_text": "our grade in words",
    "uncertainty_m": "the radius that the precision class gives",
    "start": "where a quote stands in its snapshot",
    "end": "where a quote ends in its snapshot",
    "schema": "the name of the document's shape",
    "reliability_text": "our grade of a publisher",
}
"""Keys whose numbers are ours, said of the evidence and not of what happened."""

KEYS: Final = frozenset({"id", "source", "claims", "citations", "supersedes", "origin_groups", "anchor"})
"""Ids and what they lead to."""

ATTESTED: Final = ("claims", "statements", "links", "summary")
"""Lists whose members carry citations of their own."""

RESOLVED: Final = ("killed", "wounded", "occurred", "place")
"""Values that rest on claims: their ``why`` names them."""

LISTS_OF_EVIDENCE: Final = ("sources", "lineage", "waivers", "parent")
"""Bibliography, permanent ids and signed exceptions: no value of what happened stands there."""


def bare_in_document(content: dict[str, Any]) -> list[str]:
    """The paths of every number in a document that nobody is named for."""
    return [path for key, value in content.items() for path in CHECKS.get(key, _anything_else)(key, value, content)]


def _of_evidence(_key: str, _value: Any, _content: dict[str, Any]) -> list[str]:
    return []


def _cited(key: str, value: Any, content: dict[str, Any]) -> list[str]:
    return [
        f"{key}[{place}]" for place, one in enumerate(value) if not attested(one, content) and any(numbers(one, key))
    ]


def _resolved(key: str, value: Any, content: dict[str, Any]) -> list[str]:
    if value is None or all_attested(value["why"]["claims"], content):
        return []
    return list(numbers(value, key))


def _spoken_of(key: str, value: Any, content: dict[str, Any]) -> list[str]:
    claims = [one for one in content["claims"] if one["kind"] == "warning" and attested(one, content)]
    spoken = {one["value"]["warning"] for one in claims}
    return [f"{key} {one['id']}" for one in value if one["id"] not in spoken]


def _title(key: str, value: Any, content: dict[str, Any]) -> list[str]:
    return [] if _quoted(value, content) else [key]


def _anything_else(key: str, value: Any, content: dict[str, Any]) -> list[str]:
    """Coded facts name their claims; of anything else, nobody could say whose number it is."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = [one for one in value if not all_attested(one.get("claims", []), content)]
    return list(numbers(value, key))


CHECKS: Final = {
    **dict.fromkeys((*LISTS_OF_EVIDENCE, *ABOUT_THE_EVIDENCE), _of_evidence),
    **dict.fromkeys(ATTESTED, _cited),
    **dict.fromkeys(RESOLVED, _resolved),
    "warnings": _spoken_of,
    "title": _title,
}


def numbers(value: Any, path: str) -> Iterator[str]:
    """The paths of every number, and of every text with a figure, in a value that is about what happened."""
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in ABOUT_THE_EVIDENCE and name not in KEYS:
                yield from numbers(one, f"{path}.{name}")
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from numbers(one, f"{path}[{place}]")
    elif not isinstance(value, bool) and value is not None and FIGURE.search(str(value)):
        yield path


def attested(one: dict[str, Any], content: dict[str, Any]) -> bool:
    """Whether somebody is named for it: citations, each to a listed source with a publisher, in a described voice."""
    sources = {source["id"]: source for source in content["sources"]}
    cited = one.get("citations", [])
    return bool(cited) and all(_names_somebody(citation, sources) for citation in cited)


def _names_somebody(citation: dict[str, Any], sources: dict[str, Any]) -> bool:
    source = sources.get(citation["source"])
    if not source or not source["publisher"]["name"]:
        return False
    speaker = citation["speaker"]
    return bool(speaker["label"]) if speaker else True


def all_attested(claim_ids: list[str], content: dict[str, Any]) -> bool:
    """Whether a value rests on claims, on each of which somebody is named."""
    claims = {one["id"]: one for one in content["claims"]}
    return bool(claim_ids) and all(one in claims and attested(claims[one], content) for one in claim_ids)


def _quoted(title: str, content: dict[str, Any]) -> bool:
    """Whether every figure in our title stands in the words of a source or in a claim."""
    said = [source["title"] for source in content["sources"]]
    for claim in content["claims"]:
        said += [claim["text"], *(citation["quote"] for citation in claim["citations"])]
    return all(any(figure in one for one in said) for figure in re.findall(r"\d+", title))


LEADS_ON: Final = re.compile("^#source-|^#claim-|/incidents/INC-")

NOT_OF_WHAT_HAPPENED: Final = (
    "ancestor-or-self::*[self::h1 or self::sup or self::aside or self::svg or self::form or self::dialog"
    " or contains(@class, 'status') or contains(@class, 'id ') or @class='id' or contains(@class, 'chart__key')"
    " or @aria-labelledby='definition' or @aria-labelledby='exceptions' or self::summary or self::footer"
    " or contains(@class, 'printed') or self::a[contains(@href, '/incidents/INC-')]]"
)
"""What is said of the page, the version and its address, our own count of claims, drawn beside a table that says the
same, or the title of an incident that it leads to.
"""


def figures(text: str) -> bool:
    """Whether a text holds a figure that is about what happened."""
    return bool(FIGURE.search(OF_THE_RECORD.sub("", text)))


def bare_on_page(page: bytes, content: dict[str, Any]) -> list[str]:
    """The blocks of a page that hold a figure and do not say whose it is, or lead to no source."""
    voices = voices_of(content)
    found = []
    for element in main(page).iter("*"):
        if not figures(own_text(element)) or not speaks(element) or element.xpath(NOT_OF_WHAT_HAPPENED):
            continue
        block = _block(element)
        if not (_leads_on(block) and (any(voice in words(block) for voice in voices) or _is_summary(block))):
            found.append(words(block))
    return list(dict.fromkeys(found))


def _block(element: html.HtmlElement) -> html.HtmlElement:
    """The whole around an element; a heading that only listeners meet is read with the claim that it names."""
    named = element.xpath("self::h3[@class='visually-hidden']/following-sibling::article[1]")
    return named[0] if named else around(element)


def voices_of(content: dict[str, Any]) -> set[str]:
    """Everybody whom the document names or describes as saying something."""
    found = {source["publisher"]["name"] for source in content["sources"]}
    for holder in [one for name in ATTESTED for one in content[name]]:
        found |= {citation["speaker"]["label"] for citation in holder["citations"] if citation["speaker"]}
    return found


def _leads_on(block: html.HtmlElement) -> bool:
    """Whether it names a source, or leads to one, to a claim or to another incident."""
    return bool(block.xpath(".//cite")) or any(LEADS_ON.search(link) for link in block.xpath(".//a/@href"))


def _is_summary(block: html.HtmlElement) -> bool:
    """A sentence of the summary names its sources by number; the list that they lead to says who they are."""
    return "lede" in (block.get("class") or "").split()
