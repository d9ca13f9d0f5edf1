"""What the log is the hash of."""

from datetime import datetime
from typing import Any, Protocol


class Logged(Protocol):
    """A version, as far as the log is concerned."""

    public_id: str
    number: int
    kind: str
    summary: str
    published_at: datetime
    content: dict[str, Any]


def logged_document(version: Logged) -> dict[str, Any]:
    """The document whose canonical JSON is a leaf: the whole version, its id, number, kind, time (UTC) and words."""
    return {
        "id": version.public_id,
        "number": version.number,
        "kind": str(version.kind),
        "summary": version.summary,
        "published_at": version.published_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "content": version.content,
    }
