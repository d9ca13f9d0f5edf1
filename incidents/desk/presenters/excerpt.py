"""A quote where it stands in the captured text of its source."""

from collections.abc import Iterable
from typing import Any, Final

from incidents.models import Anchor

AROUND: Final = 240


def excerpt(text: str, start: int, end: int) -> dict[str, str]:
    """The words at [start, end) with the text around them."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    return {
        "before": ("… " if first else "") + text[first:start].lstrip(),
        "quote": text[start:end],
        "after": text[end:last].rstrip() + (" …" if last < len(text) else ""),
    }


def marked(text: str, anchors: Iterable[Anchor]) -> list[dict[str, Any]]:
    """The whole text in pieces, those that are quoted marked; quotes that overlap share what they have in common."""
    pieces: list[dict[str, Any]] = []
    done = 0
    for anchor in sorted(anchors, key=lambda one: (one.start, one.end)):
        if anchor.end <= done:
            continue
        start = max(anchor.start, done)
        pieces += [{"text": text[done:start], "quoted": False}, {"text": text[start : anchor.end], "quoted": True}]
        done = anchor.end
    return [piece for piece in [*pieces, {"text": text[done:], "quoted": False}] if piece["text"]]
