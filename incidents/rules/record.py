"""What the log is the hash of."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from incidents.rules.canonical import canonical_bytes


class Logged(Protocol):
    """A version, as far as the log is concerned."""

    public_id: str
    number: int
    kind: str
    summary: str
    published_at: datetime
    content: dict[str, Any]

    @property
    def reviewer_roles(self) -> Sequence[str]:
        """In which roles it was approved."""


def logged_document(version: Logged, seal: str = "") -> dict[str, Any]:
    """The document whose canonical JSON is a leaf: the whole version, its id, number, kind, time (UTC) and words.

    ``seal`` is that of the desk (``rules.seals``); entries older than the seal have none, and no such key. The same is
    true of the roles in which it was approved.
    """
    return {
        **({"desk_seal": seal} if seal else {}),
        **({"reviewer_roles": list(version.reviewer_roles)} if version.reviewer_roles else {}),
        "id": version.public_id,
        "number": version.number,
        "kind": str(version.kind),
        "summary": version.summary,
        "published_at": version.published_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "content": version.content,
    }


def logged_bytes(version: Logged, content: bytes, seal: str = "") -> bytes:
    """The canonical JSON of the logged document, given that of its content: written once, it is not written again.

    ``content`` is the first key in order, so its bytes stand in front of those of the others.
    """
    others = canonical_bytes({key: value for key, value in logged_document(version, seal).items() if key != "content"})
    return b'{"content":' + content + b"," + others.removeprefix(b"{")
