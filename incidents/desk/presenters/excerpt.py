"""A quote where it stands in the text of its source."""

import re
from typing import Final

AROUND: Final = 240
_APART = re.compile(r"[^\w]+")


def excerpt(texts: list[str], quote: str) -> dict[str, str] | None:
    """The quote with the text around it, from the first text that holds it; none when no text does.

    Spaces, quotation marks and dashes need not agree: pasting changes them.
    """
    words = [re.escape(word) for word in _APART.split(quote) if word]
    if not words:
        return None
    pattern = re.compile(r"[^\w]+".join(words), re.IGNORECASE)
    for text in texts:
        if found := pattern.search(text):
            return _around(text, found.start(), found.end())
    return None


def _around(text: str, start: int, end: int) -> dict[str, str]:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    return {
        "before": ("… " if first else "") + text[first:start].lstrip(),
        "quote": text[start:end],
        "after": text[end:last].rstrip() + (" …" if last < len(text) else ""),
    }
