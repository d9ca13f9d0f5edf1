# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Sentences of a captured text, each where it stands.

A line break ends a sentence: tickers, headlines and bullets have no full stop. A full stop after a common abbreviation
or an initial does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LINE: Final = re.compile(r"[^\n]+")
_CLOCK: Final = re.compile(
    r"\s*\[?(?:[01]?\d|2[0-3])[:.h]?[0-5]\d(?: ?(?:GMT|UTC|[ap]\.?m\.?|hrs?|local(?: time)?))?\]? ?[-–—:|] (?=\S)"
)
"""The time before an entry of a live report, which is no part of its first sentence."""
_STOP: Final = re.compile(r"[.!?][\"”’')]*(?=\s+[\"“‘'(]*[A-Z0-9À-ÖØ-Þ])")
_BEFORE_STOP: Final = re.compile(r"([A-Za-z.]+)$")
_ABBREVIATIONS: Final = frozenset(
    {
        "mr", "mrs", "ms", "dr", "gen", "lt", "col", "sgt", "maj", "capt", "cmdr", "brig", "sen", "rep", "gov", "st",
        "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "u.s", "u.k", "u.n",
        "vs", "prof", "rev", "approx", "mt", "supt", "insp", "hon", "pres",
    }
)  # fmt: skip


LONGEST: Final = 1_500
"""Characters of a sentence that is read. What is longer is a table or a page without full stops."""

READ_AT_MOST: Final = 100_000
"""Characters of a text that are read: some fifteen thousand words, more than any report has."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, its offset in the text, and its number from 0."""

    text: str
    start: int
    number: int

    def at(self, place: int) -> int:
        """Where in the whole text the sentence's character of this number stands."""
        return self.start + place


def sentences_of(text: str) -> list[Sentence]:
    """Every sentence that is read, in the order of the text, without the white space around it."""
    spans = [(start, end) for start, end in _spans(text[:READ_AT_MOST]) if end - start <= LONGEST]
    return [Sentence(text[start:end], start, number) for number, (start, end) in enumerate(spans)]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        clock = _CLOCK.match(text, line.start(), line.end())
        start = clock.end() if clock else line.start()
        for stop in _STOP.finditer(text, start, line.end()):
            if text[stop.start()] != "." or not _abbreviated(text[start : stop.start()]):
                yield from _stripped(text, start, stop.end())
                start = stop.end()
        yield from _stripped(text, start, line.end())


def _abbreviated(before: str) -> bool:
    word = _BEFORE_STOP.search(before)
    return word is not None and (word[1].lower() in _ABBREVIATIONS or (len(word[1]) == 1 and word[1].isupper()))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    inside = words.strip()
    if inside:
        first = start + words.index(inside)
        yield first, first + len(inside)
