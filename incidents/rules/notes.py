"""Signed notes: a text with signatures below it that tools of other transparency logs can check.

The format is C2SP's signed note, with Ed25519 (RFC 8032) signatures: the text, an empty line, then for each signature
``— name base64(key id || signature)``. A verifier key is published as ``name+key id+base64(0x01 || public key)``.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.utils.translation import gettext as _

ED25519: Final = b"\x01"
"""The type of the key and of its signatures, in the key and in its id."""

KEY_BYTES: Final = 32
KEY_ID_BYTES: Final = 4
MOST_SIGNATURES: Final = 100
DASH: Final = "— "
NAME: Final = re.compile(r"[^\s+]+")


class NoteRefusedError(ValueError):
    """A note, a key or a checkpoint that cannot be read or is not to be believed. The message says why."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """What a note is checked with: a name and the public half of a key. It may be known to everybody."""

    name: str
    public: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a published key.

        Raises:
            NoteRefusedError: it is not written as one, is of another kind, or its id is not that of its name and key.
        """
        name, _plus, rest = text.strip().partition("+")
        key_id, _plus, encoded = rest.partition("+")
        raw = decoded(encoded)
        if not NAME.fullmatch(name) or raw is None or len(raw) != 1 + KEY_BYTES or raw[:1] != ED25519:
            raise NoteRefusedError(_("A verifier key is written name+id+key, with an Ed25519 key in base64."))
        found = cls(name, raw[1:])
        if found.key_id.hex() != key_id:
            raise NoteRefusedError(_("The id in the verifier key is not that of its name and key."))
        return found

    @property
    def key_id(self) -> bytes:
        """Four bytes that say which key a signature was made with; they prove nothing."""
        named = self.name.encode() + b"\n" + ED25519 + self.public
        return hashlib.sha256(named).digest()[:KEY_ID_BYTES]

    def verifies(self, text: str, signature: bytes) -> bool:
        """Whether the signature is this key's over the text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True

    def __str__(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{encoded(ED25519 + self.public)}"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The secret half. It is never written: not to the database, not to a log, not in a representation of itself."""

    name: str
    seed: bytes = field(repr=False)

    @classmethod
    def parse(cls, name: str, text: str) -> Self:
        """Read a seed: 32 bytes in base64.

        Raises:
            NoteRefusedError: it is anything else. The message does not quote it.
        """
        seed = decoded(text.strip())
        if seed is None or len(seed) != KEY_BYTES:
            raise NoteRefusedError(_("A signing key is 32 random bytes in base64."))
        if not NAME.fullmatch(name):
            raise NoteRefusedError(_("The name of a key holds neither spaces nor plus signs."))
        return cls(name, seed)

    @property
    def verifier(self) -> VerifierKey:
        """What others check the signatures of this key with."""
        return VerifierKey(self.name, Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw())

    def sign(self, text: str) -> str:
        """The note of a text that ends with a line break.

        Raises:
            NoteRefusedError: the text is no text of a note.
        """
        if not text.endswith("\n") or any(ord(sign) < ord(" ") and sign != "\n" for sign in text):
            raise NoteRefusedError(_("The text of a note ends with a line break and holds no control characters."))
        signature = Ed25519PrivateKey.from_private_bytes(self.seed).sign(text.encode())
        return f"{text}\n{DASH}{self.name} {encoded(self.verifier.key_id + signature)}\n"


def opened(note: str, keys: Iterable[VerifierKey]) -> str:
    """The text of a note that one of the keys has signed. Signatures of keys that are not known are passed over.

    Raises:
        NoteRefusedError: it is no note, none of the keys has signed it, or a signature of one of them is wrong.
    """
    head, gap, tail = note.rpartition("\n\n")
    lines = tail.splitlines()
    if not gap or not tail.endswith("\n") or not lines or len(lines) > MOST_SIGNATURES:
        raise NoteRefusedError(_("This is no signed note: a text, an empty line, and signatures below it."))
    text = f"{head}\n"
    known = {(key.name, key.key_id): key for key in keys}
    signed = False
    for line in lines:
        name, key_id, signature = _signature(line)
        key = known.get((name, key_id))
        if key and not key.verifies(text, signature):
            raise NoteRefusedError(_("The signature of %(name)s is not over this text.") % {"name": name})
        signed = signed or key is not None
    if not signed:
        raise NoteRefusedError(_("None of the keys that we know has signed this note."))
    return text


def _signature(line: str) -> tuple[str, bytes, bytes]:
    """Name, key id and signature in a line of a note."""
    name, _space, rest = line.removeprefix(DASH).partition(" ")
    raw = decoded(rest)
    if not line.startswith(DASH) or not NAME.fullmatch(name) or raw is None or len(raw) <= KEY_ID_BYTES:
        raise NoteRefusedError(_("A signature of a note is written “— name base64”."))
    return name, raw[:KEY_ID_BYTES], raw[KEY_ID_BYTES:]


def encoded(value: bytes) -> str:
    """Bytes in base64 (RFC 4648, section 4)."""
    return base64.b64encode(value).decode()


def decoded(text: str) -> bytes | None:
    """What a text in base64 says; None where it is none, or could be written otherwise."""
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return value if encoded(value) == text else None
