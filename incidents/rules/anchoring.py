# ruff: noqa: RUF001  marks that look alike are what this file is about
"""Where a quote stands in a text, and where it went when the text was edited.

An anchor holds the words themselves, up to 60 characters before and after them, and their offsets in Unicode
characters: the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model, 4.2.4 and 4.2.5.

Pasting and typesetting change white space, quotation marks, dashes and ellipses, so these and case need not agree;
what the anchor keeps is what the text has.
"""

import re
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

CONTEXT: Final = 60
"""Characters kept before and after a quote: enough to tell two occurrences apart, and within the right to quote."""
EDITED_FROM: Final = 65.0
"""Likeness, of 100, from which the closest passage is taken for the quote after an edit."""

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "İ": "i",
    }
)
_ELLIPSIS: Final = re.compile(r"\\\.\\\.\\\.|…")


@dataclass(frozen=True, slots=True)
class TextAnchor:
    """Words in a text: themselves, what stands around them, and their offsets [start, end)."""

    prefix: str
    exact: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The part of a text most like a quote, and how like it is, of 100."""

    text: str
    likeness: float


def anchor(text: str, quote: str, *, before: TextAnchor | None = None) -> TextAnchor | None:
    """Where ``quote`` stands in ``text``; None when it does not.

    Of several places, that with the surroundings of ``before``, else the one nearest to it, else the first.
    """
    found = [anchored(text, *span) for span in _occurrences(text, quote)]
    if not found or before is None:
        return found[0] if found else None
    return max(found, key=lambda one: (_shared(one, before), -abs(one.start - before.start)))


def anchored(text: str, start: int, end: int) -> TextAnchor:
    """The anchor of the words at [start, end) of a text."""
    return TextAnchor(
        prefix=text[max(0, start - CONTEXT) : start],
        exact=text[start:end],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def closest(text: str, quote: str) -> Passage | None:
    """The passage of ``text`` most like ``quote``, in whole words; None when nothing in it is like it."""
    wanted, held = _folded(" ".join(quote.split())), _folded(text)
    if not wanted or not held:
        return None
    found = fuzz.partial_ratio_alignment(wanted, held, score_cutoff=50)
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    passage = " ".join(text[start:end].split())
    return Passage(passage, found.score)


def _occurrences(text: str, quote: str) -> list[tuple[int, int]]:
    pattern = _pattern(quote)
    return [found.span() for found in re.finditer(pattern, _folded(text))] if pattern else []


def _pattern(quote: str) -> str:
    words = _folded(quote).strip().strip('"').split()
    return r"\s+".join(_ELLIPSIS.sub(r"(?:\\.\\.\\.|…)", re.escape(word)) for word in words)


def _folded(text: str) -> str:
    """The text with what need not agree made alike, character by character, so that offsets stay what they are."""
    alike = text.translate(_ALIKE)
    lower = alike.lower()
    return lower if len(lower) == len(alike) else "".join(one.lower()[:1] or one for one in alike)


def _shared(one: TextAnchor, other: TextAnchor) -> int:
    """Which of the two surroundings agree: 0, 1 or 2."""
    same = [_folded(one.prefix) == _folded(other.prefix), _folded(one.suffix) == _folded(other.suffix)]
    return sum(same)
