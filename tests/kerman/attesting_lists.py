"""No number without a named claimant and a source, in what is made of documents: lists, explanations, comparisons.

What stands there is an excerpt, so each has its own form of naming somebody (``said_by``, words in brackets), and leads
to the document that names the source. Not of what happened, and left out wherever it stands: permanent ids and numbers
of versions, days of record time, counts of incidents, claims and sources, and titles of incidents, whose figures
``bare_in_document`` looks for in the words of the sources.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from lxml import html  # type: ignore[import-untyped]

from tests.kerman.attesting import figures, voices_of
from tests.kerman.reading import main, own_text, speaks, words


def bare_in_row(row: dict[str, Any]) -> list[str]:
    """The members of a row of ``/incidents.json`` that nobody is named for; the row leads to its document."""
    said = [name for name in ("occurred", "place", "killed", "wounded") if row[name] and not _named(row[name])]
    return said if row["url"].endswith(f"/incidents/{row['id']}/") else [*said, "url"]


def _named(value: dict[str, Any]) -> bool:
    return not any(figures(str(one)) for one in value.values() if one is not None) or bool(value.get("said_by"))


def bare_in_feature(feature: dict[str, Any], content: dict[str, Any]) -> list[str]:
    """The properties of a feature that nobody is named for."""
    told = feature["properties"]
    found = [name for name in ("killed_text", "wounded_text") if not _voiced(told[name], content)]
    if figures(told["occurred_text"]) and not _voiced(f"0 {told['occurred_said_by']}", content):
        found.append("occurred_text")
    return found if told["url"].startswith(f"/incidents/{feature['id']}/") else [*found, "url"]


def _voiced(text: str, content: dict[str, Any]) -> bool:
    """Whether a text holds no figure, or names somebody whom the document names."""
    return not figures(text) or any(voice in text for voice in voices_of(content))


def bare_in_api_row(row: dict[str, Any], content: dict[str, Any]) -> list[str]:
    """The members of a row of the API that nobody is named for, each in a source of a named publisher. It leads to the
    document or brings, where it is asked to, everything behind each value.
    """
    found = [] if row["publishers"] and row["url"].endswith(f"/incidents/{row['id']}/") else ["publishers"]
    known, publishers = voices_of(content), {source["publisher"]["name"] for source in content["sources"]}
    for name in ("occurred", "place", "killed", "wounded"):
        value = row[name] or {"said_by": []}
        bounds = [one for key, one in value.items() if key != "said_by"]
        voiced = [one for one in value["said_by"] if one["name"] in known and one["publisher"] in publishers]
        if figures(str(bounds)) and (not voiced or voiced != value["said_by"]):
            found.append(name)
    for field, value in row.get("provenance", {}).items():
        found += [f"provenance.{field}.{one}" for one in bare_in_explanation(value)]
    return found


def bare_in_explanation(told: dict[str, Any]) -> list[str]:
    """The members of the answer to "why this?" that nobody is named for; the sentence names somebody itself."""
    voices = [cited["said_by"] for claim in told["claims"] for cited in claim["citations"]]
    unnamed = [
        f"claims.{claim['id']}"
        for claim in told["claims"]
        if not claim["citations"] or not all(_names_both(cited) for cited in claim["citations"])
    ]
    bare = figures(told["sentence"]) and not any(voice in told["sentence"] for voice in voices)
    unnamed += ["sentence"] if bare else []
    return unnamed + (["value"] if figures(told["value"]) and not voices else [])


def _names_both(cited: dict[str, Any]) -> bool:
    return bool(cited["said_by"] and cited["source"]["publisher"] and cited["source"]["title"])


OF_NO_VALUE: Final = frozenset({"title"})
"""Of what differs, what has its figures from the words of sources."""


def bare_in_changes(changes: Iterable[dict[str, Any]], *contents: dict[str, Any]) -> list[str]:
    """The sides of a comparison that hold a figure and name nobody; ``contents`` are the documents compared."""
    voices = set().union(*(voices_of(content) for content in contents if "claims" in content))
    sides = [(one["key"], one[side] or "") for one in changes for side in ("before", "after")]
    return [
        f"{key}: {text}"
        for key, text in sides
        if key not in OF_NO_VALUE and figures(text) and not any(voice in text for voice in voices)
    ]


LIST_FRAME: Final = (
    "ancestor-or-self::*[self::h1 or self::h2 or self::form or self::svg or self::dialog or self::template"
    " or self::summary or contains(@class, 'row--spread') or contains(@class, 'pagination')"
    " or contains(@class, 'explorer__stage') or contains(@class, 'explorer__actions') or contains(@class, 'id ')]"
    " | ancestor-or-self::a[contains(@href, '/incidents/INC-')] | ancestor-or-self::p[.//a/@href='/?part=false']"
)
"""The query, its counts and the map, said of the record; ids; titles that lead to their incidents."""


def bare_in_list(page: bytes, contents: dict[str, dict[str, Any]]) -> list[str]:
    """The lines of the explorer that hold a figure and name nobody whom the document of their incident names."""
    return [
        line
        for element in main(page).iter("*")
        if figures(own_text(element)) and speaks(element) and not element.xpath(LIST_FRAME)
        for line in _unvoiced(element, contents)
    ]


def bare_in_rows(page: bytes, contents: dict[str, dict[str, Any]]) -> list[str]:
    """The same of the rows alone, on a page that is about something else too."""
    rows = html.fromstring(page.decode()).xpath("//article[@class='result']")
    return [
        line
        for element in (element for row in rows for element in row.iter("*"))
        if figures(own_text(element)) and speaks(element) and not element.xpath(LIST_FRAME)
        for line in _unvoiced(element, contents)
    ]


def _unvoiced(element: html.HtmlElement, contents: dict[str, dict[str, Any]]) -> Iterator[str]:
    rows, lines = element.xpath("ancestor::article"), element.xpath("ancestor-or-self::p")
    line = words(lines[-1] if lines else element)
    content = contents.get(rows[-1].get("aria-labelledby")) if rows else None
    if content is None or not (_voiced(line, content) or _only_names(line, content)):
        yield line


def _only_names(line: str, content: dict[str, Any]) -> bool:
    """Whether the figures of a line all belong to the names of those whom the document names as having done it."""
    names = {one["value"]["actor_name"] for one in content["claims"] if one["kind"] == "attribution"}
    for name in names:
        line = line.replace(name, "")
    return not figures(line)


def bare_in_diff(page: bytes, *contents: dict[str, Any]) -> list[str]:
    """The sides of a comparison, on its page or in the ledger, that hold a figure and name nobody."""
    rows = main(page).xpath("//*[@class='diff__row']")
    for mark in [mark for row in rows for mark in row.xpath(".//*[@class='visually-hidden']")]:
        mark.drop_tree()
    changes = [
        {"key": words(row.xpath("h3")[0]).lower(), "before": words(sides[0]), "after": words(sides[1])}
        for row in rows
        if (sides := row.xpath("p"))
    ]
    return bare_in_changes(changes, *contents)
