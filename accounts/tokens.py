"""Random secrets that are handed out once and kept as hashes."""

import hashlib
import secrets

SECRET_BYTES = 32


def new_secret() -> str:
    """256 random bits, in letters that survive a URL and a header."""
    return secrets.token_urlsafe(SECRET_BYTES)


def sha256(secret: str) -> str:
    """The lower-case hexadecimal SHA-256 of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
