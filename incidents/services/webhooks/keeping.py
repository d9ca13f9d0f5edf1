"""The secrets of webhooks: made by us, shown once, and kept encrypted, because every message is signed with them."""

import base64
import secrets
from datetime import datetime
from math import floor
from typing import Final

from cryptography.fernet import InvalidToken
from django.utils.translation import gettext as _
from standardwebhooks import Webhook as Signer

from accounts.ciphers import cipher
from incidents.models import Webhook
from incidents.rules.refusals import RefusedError

SECRET_BYTES: Final = 32


def new_secret() -> str:
    """256 random bits, as the standard spells a symmetric key."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()}"


def encrypted(secret: str) -> str:
    """A secret as the database keeps it."""
    return cipher("incidents.webhooks", "secret").encrypt(secret.encode()).decode()


def signed(webhook: Webhook, *, message_id: str, body: bytes, at: datetime) -> dict[str, str]:
    """The three headers of a message. After a rotation the former secret signs too, for as long as it holds.

    Raises:
        RefusedError: the secret cannot be read, because the key of the site is another one now.
    """
    kept = [webhook.secret]
    if webhook.former_until and at < webhook.former_until:
        kept.append(webhook.former_secret)
    try:
        known = [cipher("incidents.webhooks", "secret").decrypt(one.encode()).decode() for one in kept]
    except InvalidToken as error:
        raise RefusedError(_("Its secret cannot be read any more. Make a new one.")) from error
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(floor(at.timestamp())),
        "webhook-signature": " ".join(Signer(one).sign(message_id, at, body.decode()) for one in known),
    }
