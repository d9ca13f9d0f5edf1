"""Encrypt what is kept and must be read again: a copy of the database alone tells nothing of it."""

import base64

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def cipher(room: str, thing: str) -> MultiFernet:
    """Keys derived from the secret key of the site, and from former ones so that it can be rotated.

    ``room`` and ``thing`` name one kind of secret: its keys read no other.
    """
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [salted_hmac(room, thing, secret=secret, algorithm="sha256").digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
