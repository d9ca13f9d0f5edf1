"""Which words of a source stand behind a sentence of the summary."""

import re
from collections.abc import Iterator
from typing import Final

from incidents.management.demonstration.entries import Entry, citations
from incidents.rules.folding import fold

WORD: Final = re.compile(r"\d+|\w{4,}")
"""A word that says something of its own: a number, or four letters and more."""

IN_EVERY_SENTENCE: Final = frozenset(
    {"after", "been", "from", "have", "said", "that", "their", "were", "which", "with"}
)


def evidence(sentence: Entry, entry: Entry) -> list[Entry]:
    """The citations of a sentence: a source given by its key alone is cited with the passage closest to it."""
    return [_closest(sentence["text"], one, entry) if isinstance(one, str) else one for one in sentence["sources"]]


def _closest(text: str, source: str, entry: Entry) -> Entry:
    """Of the passages that the entry cites from the source, the one with the most words in common with the text.

    Where none has any in common, the place in the source is given and nothing is quoted.
    """
    passages = [one for one in _cited(entry) if one["source"] == source]
    best = max(passages, key=lambda one: len(_words(one.get("quote", "")) & _words(text)), default=None)
    if best and _words(best.get("quote", "")) & _words(text):
        return best
    locator = next((one["locator"] for one in passages if one.get("locator")), "whole work")
    return {"source": source, "locator": locator}


def _cited(entry: Entry) -> Iterator[Entry]:
    """Every citation of an entry, in the order of the form."""
    warned = [one for warning in entry.get("warnings", []) for one in warning["statements"]]
    claims = [
        entry["date"],
        entry["place"],
        *entry.get("casualties", []),
        *entry.get("attributions", []),
        {"citation": entry["coded_citation"]},
        *warned,
        *entry.get("statements", []),
    ]
    for claim in claims:
        yield from citations(claim)


def _words(text: str) -> set[str]:
    return set(WORD.findall(fold(text))) - IN_EVERY_SENTENCE
