"""What happened at the desk, sealed into the public log without telling it.

A leaf of the log holds a hash over who wrote, approved and published the version. The public learns nothing from it:
the salt stays at the desk. But whoever holds a checkpoint can ask for the seal to be opened, and nobody can put another
name under a version afterwards.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from incidents.rules.canonical import SALT_BYTES, canonical_bytes

SEAL_PREFIX: Final = b"\x02"
"""Neither that of a leaf nor that of a node, so that a seal passes for neither."""


@dataclass(frozen=True, kw_only=True)
class DeskFacts:
    """Who stands behind one publication. People are named by their keys in this installation."""

    incident: str
    number: int
    revision: int
    authors: frozenset[int]
    approvers: frozenset[int]
    publisher: int


def desk_seal(salt: bytes, facts: DeskFacts) -> bytes:
    """``SHA-256(0x02 || salt || canonical JSON)`` over who did it.

    Raises:
        ValueError: the salt is not exactly 32 bytes long.
    """
    if len(salt) != SALT_BYTES:
        message = f"The salt must be {SALT_BYTES} bytes long; it has {len(salt)}."
        raise ValueError(message)
    document = {
        "incident": facts.incident,
        "number": facts.number,
        "revision": facts.revision,
        "authors": _listed(facts.authors),
        "approvers": _listed(facts.approvers),
        "publisher": facts.publisher,
    }
    return hashlib.sha256(SEAL_PREFIX + salt + canonical_bytes(document)).digest()


def _listed(people: Iterable[int]) -> list[int]:
    return sorted(people)
