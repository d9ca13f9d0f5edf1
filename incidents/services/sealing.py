"""Seal the true name of an anonymous speaker: encrypt it to a key whose private part this application never holds.

The box is libsodium's sealed box (X25519, XSalsa20-Poly1305, an ephemeral sender). The name is padded to one length
before, so that the ciphertext does not say how long it is. It is passed from the form to the box and kept nowhere
else: no history, no log and no error page has it.
"""

import hashlib
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from accounts.models import User
from incidents import policies
from incidents.models import SealedName, Speaker
from incidents.rules.refusals import RefusedError

LONGEST: Final = 200
PADDED: Final = 1024
"""Bytes: 200 characters of four bytes each, and the length before them."""


def sealing_key() -> PublicKey | None:
    """The public key that names are sealed to; None where none is configured."""
    return PublicKey(settings.ATTEST_SEALING_KEY) if settings.ATTEST_SEALING_KEY else None


def require_sealing() -> PublicKey:
    """The public key.

    Raises:
        RefusedError: there is none, and so no name is taken.
    """
    key = sealing_key()
    if key is None:
        raise RefusedError(_("Names cannot be sealed here: no sealing key is set up. Write the name down nowhere."))
    return key


@transaction.atomic
def seal_name(*, actor: User, speaker: Speaker, true_name: str) -> SealedName:
    """Seal the true name of an anonymous speaker, once.

    Raises:
        NotAllowedError: this person may not.
        RefusedError: no key is configured, the speaker is not anonymous or has a sealed name, or no name is given.
    """
    policies.may_log(actor).require()
    key = require_sealing()
    if not speaker.unnamed:
        raise RefusedError(_("Only the name of an anonymous speaker is sealed."))
    if SealedName.objects.filter(speaker=speaker).exists():
        raise RefusedError(_("The name of this speaker is sealed already. Nobody here can change or read it."))
    name = true_name.strip()
    if not name or len(name) > LONGEST:
        raise RefusedError(_("Write the name, in at most 200 characters."), field="true_name")
    sealed = _sealed(name, key)
    return SealedName.objects.create(speaker=speaker, ciphertext=sealed, key_id=key_id(key), sealed_by=actor)


def unseal(ciphertext: bytes, key: PrivateKey) -> str:
    """The name in a sealed box. Run where the private key is, which is never the server.

    Raises:
        nacl.exceptions.CryptoError: it was sealed to another key.
    """
    opened = SealedBox(key).decrypt(ciphertext)
    length = int.from_bytes(opened[:2], "big")
    return opened[2 : 2 + length].decode()


def key_id(key: PublicKey) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a public key."""
    return hashlib.sha256(bytes(key)).hexdigest()[:16]


def _sealed(name: str, key: PublicKey) -> bytes:
    """The padded name in its box. A failure is told without its traceback, whose frames hold the name."""
    data = name.encode()
    try:
        return SealedBox(key).encrypt((len(data).to_bytes(2, "big") + data).ljust(PADDED, b"\0"))
    except (CryptoError, RuntimeError, TypeError, ValueError):
        raise RefusedError(_("The name could not be sealed, and was not kept. Tell an administrator.")) from None
