"""One entry of the log with the version behind it, as a database or a dump has it. Nothing in it is believed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Final, Self

from django.utils.translation import gettext as _

from incidents.rules.canonical import SALT_BYTES, NotCanonicalError, leaf_hash, sha256_hex
from incidents.rules.quick_canonical import quick_canonical_bytes

CANNOT_BE_WRITTEN: Final = (NotCanonicalError, TypeError, ValueError, RecursionError)
"""What writing a document that nobody has vetted may raise."""


LATER: Final = frozenset({"desk_seal", "reviewer_roles"})
"""Members that entries from before they were introduced lack."""


class UnreadableError(ValueError):
    """A line of a dump that is no entry. The message says what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Times are text as the log writes them, ``2026-11-22T19:07:00.000000Z``; hashes and salt are hexadecimal."""

    position: int
    id: str
    number: int
    kind: str
    summary: str
    published_at: str
    content: Any
    content_sha256: str
    salt: str
    leaf_hash: str
    previous_hash: str
    chain_hash: str
    appended_at: str
    desk_seal: str = ""
    reviewer_roles: Sequence[str] = ()

    @classmethod
    def read(cls, found: Mapping[str, Any]) -> Self:
        """Make one of an object of a dump; members that are not known are passed over.

        Raises:
            UnreadableError: a member is missing or of another type.
        """
        given = {}
        for field in fields(cls):
            name = field.name
            if name in LATER and name not in found:
                continue
            if name not in found:
                raise UnreadableError(_("“%(name)s” is missing.") % {"name": name})
            if not _fits(name, found[name]):
                raise UnreadableError(_("“%(name)s” is of the wrong type.") % {"name": name})
            given[name] = found[name]
        return cls(**given)

    def object(self) -> dict[str, Any]:
        """The object of a dump."""
        return {"type": "entry", **asdict(self)}

    def __str__(self) -> str:
        """What a sentence calls it."""
        return _("%(id)s, version %(number)s") % {"id": self.id, "number": self.number}

    def document(self) -> dict[str, Any]:
        """What the leaf is the hash of, as ``rules.record.logged_document`` has it."""
        return {**self._others(), "content": self.content}

    def canonical(self) -> bytes:
        """The canonical JSON that the leaf is the hash of, after the salt.

        Raises:
            CANNOT_BE_WRITTEN: the content has no canonical form.
        """
        return self._canonical(quick_canonical_bytes(self.content))

    def hashes(self) -> tuple[str, bytes]:
        """SHA-256 of the content and the leaf, computed anew.

        Raises:
            CANNOT_BE_WRITTEN: the content has no canonical form, or the salt is none.
        """
        content = quick_canonical_bytes(self.content)
        return sha256_hex(content), leaf_hash(bytes.fromhex(self.salt), self._canonical(content))

    def _canonical(self, content: bytes) -> bytes:
        """Put together from the bytes of the content, whose key is the first in order."""
        return b'{"content":' + content + b"," + quick_canonical_bytes(self._others()).removeprefix(b"{")

    def _others(self) -> dict[str, Any]:
        seal = {"desk_seal": self.desk_seal} if self.desk_seal else {}
        roles = {"reviewer_roles": list(self.reviewer_roles)} if self.reviewer_roles else {}
        return {
            **seal,
            **roles,
            "id": self.id,
            "number": self.number,
            "kind": self.kind,
            "summary": self.summary,
            "published_at": self.published_at,
        }


def _fits(name: str, value: Any) -> bool:
    """Whether a member of a dump is of the type that it must have; a version's content may be anything."""
    if name == "content":
        return True
    if name == "reviewer_roles":
        return isinstance(value, list) and all(isinstance(role, str) for role in value)
    whole = name in {"position", "number"}
    return isinstance(value, int if whole else str) and not isinstance(value, bool)


def salt_is_whole(salt: str) -> bool:
    """Whether it is 32 bytes in hexadecimal."""
    try:
        return len(bytes.fromhex(salt)) == SALT_BYTES
    except ValueError:
        return False
