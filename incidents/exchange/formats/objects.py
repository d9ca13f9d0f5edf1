"""GeoJSON (RFC 7946) and JSON Lines, as streams. Nothing in them is guarded: they say what the record says."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from incidents.exchange.cells import properties
from incidents.exchange.editions import Edition, Progress
from incidents.exchange.items import Item


def features(edition: Edition, progress: Progress | None = None) -> Iterator[bytes]:
    """A FeatureCollection that begins with what it is: the query, the moment, how many."""
    yield opening(edition)
    first = True
    for page in edition.pages(progress, drawn="geojson"):
        yield feature_lines(page, first=first)
        first = False
    yield CLOSING


CLOSING = b"\n]}\n"


def opening(edition: Edition) -> bytes:
    """The beginning of the collection, up to its first feature."""
    about = written({"type": "FeatureCollection", **described(edition)})
    return f'{about[:-1]},"features":[\n'.encode()


def feature_lines(page: Iterable[Item], *, first: bool) -> bytes:
    """One feature a line."""
    text = ",\n".join(feature(item) for item in page)
    return (text if first else f",\n{text}").encode()


def feature(item: Item) -> str:
    """One incident. Its geometry is the published one, as the database writes it, or null where nothing is drawn."""
    row, told = item.row, written(properties(item))
    geometry = row["geojson"] or "null"
    return f'{{"type":"Feature","id":"{row["public_id"]}","geometry":{geometry},"properties":{told}}}'


def json_lines(edition: Edition, progress: Progress | None = None) -> Iterator[bytes]:
    """One JSON object a line: every column, and the geometry in GeoJSON."""
    for page in edition.pages(progress, drawn="geojson"):
        yield "".join(f"{json_line(item)}\n" for item in page).encode()


def json_line(item: Item) -> str:
    """The columns with ``geometry`` beside them."""
    return f'{written(properties(item))[:-1]},"geometry":{item.row["geojson"] or "null"}}}'


def described(edition: Edition) -> dict[str, Any]:
    """What a file says of itself."""
    head = edition.head
    return {
        "sentence": edition.sentence,
        "query": edition.asked.canonical,
        "as_of": edition.as_of or None,
        "log_position": head.position if head else None,
        "log_hash": head.chain_hash if head else None,
        "count": edition.totals.count,
        "without_geometry": edition.totals.unmapped,
        "demonstration": edition.demonstration,
        "notice": edition.notice or None,
        "licence": edition.licence,
        "url": edition.url,
    }


def written(value: Any) -> str:
    """JSON without spaces, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
