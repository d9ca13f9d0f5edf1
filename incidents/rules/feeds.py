"""The items of an Atom or RSS feed, read in a process of its own: a hostile feed harms nothing but that process.

``python -m incidents.rules.feeds`` reads the feed from standard input and writes one JSON list: title, address, day.
Nothing is fetched.
"""

import contextlib
import io
import json
import resource
import sys
from datetime import date
from typing import Any, Final

from incidents.rules.extraction import clean

SECONDS: Final = 10
MEMORY: Final = 1 << 30
MOST_ITEMS: Final = 200
LONGEST_TITLE: Final = 1_000


class NoFeedError(ValueError):
    """This is no feed."""


def read(data: bytes) -> list[dict[str, str]]:
    """Title, address and day ("" where it has none) of each item that has a title and an address.

    Raises:
        NoFeedError: it is neither Atom nor RSS.
    """
    import feedparser  # noqa: PLC0415  only this process pays for it

    found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=True)
    if not found.version:
        raise NoFeedError
    items = (_item(entry) for entry in found.entries[:MOST_ITEMS])
    return [item for item in items if item["title"] and item["address"]]


def _item(entry: Any) -> dict[str, str]:
    return {
        "title": " ".join(clean(str(entry.get("title", ""))).split())[:LONGEST_TITLE],
        "address": clean(str(entry.get("link", ""))),
        "day": _day(entry.get("published_parsed") or entry.get("updated_parsed")),
    }


def _day(when: Any) -> str:
    try:
        return date(*when[:3]).isoformat() if when else ""
    except ValueError:
        return ""


def main() -> None:
    """Read standard input under limits, and say what was found; an empty answer says that it is no feed."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with contextlib.suppress(NoFeedError):
        sys.stdout.write(json.dumps(read(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
