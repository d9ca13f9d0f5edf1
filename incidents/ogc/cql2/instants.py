"""Days and moments, as RFC 3339 writes them."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
FARTHEST: Final = timedelta(hours=16)


def read_instant(tree: Mapping[str, Any]) -> datetime | None:
    """A value of CQL2 JSON, ``{"timestamp": …}`` or ``{"date": …}``, as a moment: of a day its beginning, UTC."""
    if len(tree) != 1:
        return None
    kind, text = next(iter(tree.items()))
    if not isinstance(text, str):
        return None
    if kind == "timestamp":
        return read_moment(text)
    return read_day(text) if kind == "date" else None


def read_moment(text: str) -> datetime | None:
    """A moment of RFC 3339; none where it is no such thing. PostgreSQL takes no offset of 16 hours, as no clock has."""
    found = _read(text.upper()) if MOMENT.fullmatch(text) else None
    offset = found.utcoffset() if found else None
    return found if offset is not None and abs(offset) < FARTHEST else None


def read_day(text: str) -> datetime | None:
    """The beginning of a day, UTC; none where it is no such thing."""
    found = _read(text) if DAY.fullmatch(text) else None
    return found and found.replace(tzinfo=UTC)


def _read(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
