"""One byte string for one document, and the hashes of the record's log.

A version is hashed over its canonical JSON (RFC 8785, JSON Canonicalization Scheme), so that two programs that
hold the same facts get the same hash whatever the order of their keys. The log's hashes follow RFC 6962,
section 2.1: a leaf and an inner node begin with different bytes, so that neither can pass for the other.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import rfc8785
from django.utils.translation import gettext as _

HASH_BYTES = 32
SALT_BYTES = 32

SAFE_WHOLE = 2**53 - 1
FIRST_WITH_EXPONENT = 1e21
"""From here on JSON writes a float with an exponent, and it is read back as a float (ECMA-262, Number::toString)."""

LEAF_PREFIX = b"\x00"
NODE_PREFIX = b"\x01"

EMPTY_LOG = hashlib.sha256(b"").digest()
"""What the first entry of a log chains to: the hash of an empty tree (RFC 6962, section 2.1)."""


class NotCanonicalError(ValueError):
    """A document holds something that JSON cannot say in exactly one way. The message names the place."""


def canonical_bytes(document: Mapping[str, Any]) -> bytes:
    """Return the document as canonical JSON in UTF-8 (RFC 8785).

    Text, whole numbers up to 2**53 - 1, finite floats, booleans, None, lists, tuples and mappings with text keys
    are taken. A float that JSON writes as a longer whole number is refused as that number is: what is written can
    always be read back and written the same. Dates and decimals are refused rather than turned into text here:
    whoever builds the document says how they are written, once.

    Raises:
        NotCanonicalError: naming the place of the first value that cannot be written, and what to do about it.
    """
    plain = _plain(document, "")
    try:
        return rfc8785.dumps(plain)
    except rfc8785.CanonicalizationError as error:
        raise NotCanonicalError(
            _("The document cannot be written as canonical JSON: %(why)s.") % {"why": error}
        ) from error


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of the bytes as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def leaf_hash(salt: bytes, canonical: bytes) -> bytes:
    """Return the 32-byte hash of one log entry: ``SHA-256(0x00 || salt || canonical)`` (RFC 6962, section 2.1).

    The salt keeps a withdrawn text from being guessed by hashing candidates. It has a fixed length of
    ``SALT_BYTES``, so that where the salt ends and the document begins is never in doubt.

    Raises:
        ValueError: when the salt is not exactly 32 bytes long.
    """
    _require_length(salt, SALT_BYTES, "salt")
    return hashlib.sha256(LEAF_PREFIX + salt + canonical).digest()


def chain_hash(previous: bytes, leaf: bytes) -> bytes:
    """Return the log's head after one more entry: ``SHA-256(0x01 || previous || leaf)``.

    ``previous`` is the head before it, ``EMPTY_LOG`` for the first entry; ``leaf`` comes from ``leaf_hash``. The
    prefix is that of an inner node of RFC 6962, so a head can never be mistaken for a leaf.

    Raises:
        ValueError: when either is not exactly 32 bytes long.
    """
    _require_length(previous, HASH_BYTES, "previous head")
    _require_length(leaf, HASH_BYTES, "leaf")
    return hashlib.sha256(NODE_PREFIX + previous + leaf).digest()


def _require_length(value: bytes, length: int, name: str) -> None:
    if len(value) != length:
        message = f"The {name} must be {length} bytes long; it has {len(value)}."
        raise ValueError(message)


def _plain(value: Any, path: str) -> Any:
    """Return the value in JSON's own types, refusing what JSON has no single form for."""
    if isinstance(value, float) and SAFE_WHOLE < abs(value) < FIRST_WITH_EXPONENT:
        return int(value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {_key(key, path): _plain(item, f"{path}.{key}" if path else str(key)) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [_plain(item, f"{path}[{index}]") for index, item in enumerate(value)]
    raise NotCanonicalError(
        _("“%(path)s” holds a %(type)s, which JSON has no single form for; write it as text first.")
        % {"path": path, "type": type(value).__name__}
    )


def _key(key: Any, path: str) -> str:
    if isinstance(key, str):
        return key
    raise NotCanonicalError(
        _("“%(path)s” has the key %(key)r, which is not text; keys of a document are text.")
        % {"path": path, "key": key}
    )
