"""No number without a named claimant and a source, in what others take away: feeds, files, embedded pages, and the
pages and data of those whom the record names or cites.

Not of what happened, and left out: ids and addresses, days of record time, counts of incidents and claims, our grades,
names that hold a figure, and sums of ours that stand with their rule (``figures``).
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import html  # type: ignore[import-untyped]

from tests.kerman.attesting import FIGURE, OF_THE_RECORD, figures, voices_of
from tests.kerman.reading import main, own_text, speaks, words

ADDRESS: Final = re.compile(r"https?://\S+")
COUNTED: Final = re.compile(r"^Changed: .*$")
"""Our count of what differs, in a feed."""


def bare_in_words(text: str, reason: str, *contents: dict[str, Any]) -> list[str]:
    """The lines of a feed's entry that hold a figure and name nobody whom a document of its incident names.

    Of the reason for a change, which is ours, every figure stands in the words of a claim or of a source.
    """
    voices = set().union(*(voices_of(content) for content in contents))
    told = " ".join(said for content in contents for said in _said(content))
    found = [figure for figure in FIGURES.findall(OF_THE_RECORD.sub("", reason)) if figure not in told]
    for line in text.removeprefix(reason).splitlines():
        left = ADDRESS.sub("", COUNTED.sub("", line))
        if figures(left) and not any(voice in line for voice in voices):
            found.append(line)
    return found


FIGURES: Final = re.compile(r"\d+")


def _said(content: dict[str, Any]) -> Iterator[str]:
    for claim in content["claims"]:
        yield claim["text"]
        for citation in claim["citations"]:
            yield citation["quote"]
    for source in content["sources"]:
        yield source["title"]
        yield str(source["published_on"])


def bare_in_file(row: dict[str, Any], content: dict[str, Any]) -> list[str]:
    """The columns of a row of a file that hold a figure nobody is named for; JSON has lists where CSV joins them."""
    found = []
    for value in ("occurred", "place", "killed", "wounded"):
        bounds = [one for key, one in row.items() if key.startswith(f"{value}_") and not key.endswith("said_by")]
        if any(FIGURE.search(str(one)) for one in bounds) and not _names(row[f"{value}_said_by"], content):
            found.append(value)
    return found if row["url"].endswith(f"/incidents/{row['id']}/") else [*found, "url"]


def _names(said_by: list[str] | str, content: dict[str, Any]) -> bool:
    named = said_by.split("; ") if isinstance(said_by, str) else said_by
    known = voices_of(content)
    return bool(named) and all(any(one in voice for voice in known) for one in named)


def bare_in_embed(page: bytes, content: dict[str, Any]) -> list[str]:
    """The facts of an embedded incident that hold a figure and name nobody; the page leads to the incident."""
    top, voices, found = main(page), voices_of(content), []
    for element in top.iter("*"):
        if figures(own_text(element)) and speaks(element) and not element.xpath(EMBED_FRAME):
            rows = element.xpath("ancestor::*[contains(@class, 'facts__row')]")
            line = words(rows[-1] if rows else element)
            found += [] if any(voice in line for voice in voices) else [line]
    return found if top.xpath(".//h1/a[contains(@href, '/incidents/INC-')]") else [*found, "the way to the incident"]


EMBED_FRAME: Final = "ancestor-or-self::*[self::h1 or contains(@class, 'muted')]"

OURS: Final = frozenset(
    {
        *("figures", "latest", "incidents", "claims", "counted_in_documents", "named_on_ground"),
        *("id", "actor", "code", "url", "all", "name", "aliases", "branches", "part_of", "other", "other_name"),
        *("reliability_since", "reliability_text", "reliability_reason"),
    }
)
"""Members of the data of an actor, a place or a publisher that hold our counts, sums and grades, codes and names."""


def bare_in_named(told: dict[str, Any]) -> list[str]:
    """The members of the data of an actor, a place or a publisher that hold a figure nobody is named for.

    Since when one actor is a part of another is said by whoever is cited for it; a source, in its title, by the
    publisher whose data it is.
    """
    found = []
    for key, value in told.items():
        if key in OURS or not figures(str(value)):
            continue
        if key == "relations":
            found += [f"{key} {one['other']}" for one in value if not all(map(_is_cited, one["citations"]))]
        elif key != "sources" or not told["name"]:
            found.append(key)
    return found


def _is_cited(citation: dict[str, Any]) -> bool:
    return bool(citation["publisher"] and citation["title"] and citation["url"])


def bare_in_source(told: dict[str, Any], contents: dict[str, dict[str, Any]]) -> list[str]:
    """What a source is cited for, where nobody whom the document names says it; the source has a publisher."""
    found = [] if told["publisher"]["name"] and told["title"] else ["publisher"]
    for incident in told["incidents"]:
        known = voices_of(contents[incident["id"]])
        found += [one["text"] for one in incident["cited_for"] if one["said_by"] not in known or not one["stance"]]
    return found


def bare_on_source_page(page: bytes, publisher: str) -> list[str]:
    """The lines of a source's page that hold a figure and do not lead to what says so; the page names the publisher."""
    top = html.fromstring(page.decode())
    lines = [one for one in top.xpath("//main//ul[@class='related']/li") if figures(words(one))]
    found = [words(one) for one in lines if not one.xpath(".//cite | .//a[contains(@href, '/incidents/INC-')]")]
    (lede,) = top.xpath("//main/p[@class='lede']")
    return found if publisher in words(lede) else [*found, "publisher"]
