"""The keys of the record's checkpoints, as the environment gives them. The secret one is quoted in no message."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from incidents.rules.notes import NoteRefusedError, SigningKey, VerifierKey

NO_KEY = "ATTEST_CHECKPOINT_KEY is neither 32 random bytes in base64 nor a file that can be read and holds them."
NO_VERIFIER = "ATTEST_CHECKPOINT_VERIFIERS holds something else than name+id+key, an Ed25519 key in base64."
NO_FIT = (
    "ATTEST_CHECKPOINT_KEY does not fit the first key of ATTEST_CHECKPOINT_VERIFIERS: "
    "nobody would believe the checkpoints that it signs."
)


def verifier_keys(text: str) -> list[VerifierKey]:
    """The published keys: the first is the one in use, the others are those of older checkpoints.

    Raises:
        ImproperlyConfigured: one of them cannot be read.
    """
    try:
        return [VerifierKey.parse(part) for part in text.split(",") if part.strip()]
    except NoteRefusedError as error:
        raise ImproperlyConfigured(NO_VERIFIER) from error


def signing_key(text: str, verifiers: Sequence[VerifierKey], base_url: str) -> SigningKey | None:
    """The key that signs, if there is one. Without a published key the log is named after the site's host.

    Raises:
        ImproperlyConfigured: it cannot be read, or is not the secret half of the published key in use.
    """
    if not text:
        return None
    name = verifiers[0].name if verifiers else f"{urlsplit(base_url).hostname}/record"
    key = _read(name, text)
    if verifiers and key.verifier != verifiers[0]:
        raise ImproperlyConfigured(NO_FIT)
    return key


def _read(name: str, text: str) -> SigningKey:
    """The key from its seed, or from the file that holds it."""
    try:
        return SigningKey.parse(name, text)
    except NoteRefusedError:
        pass
    try:
        return SigningKey.parse(name, Path(text).read_text())
    except (NoteRefusedError, OSError, ValueError):
        raise ImproperlyConfigured(NO_KEY) from None  # what was read is in no traceback
