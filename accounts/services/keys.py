"""API keys: made once, shown once, verified and counted at every request, given a new secret, revoked."""

import hmac
import re
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import Enum
from ipaddress import ip_address, ip_network
from typing import Final

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import ApiKey, Role, Scope, User
from accounts.refusals import Denied
from accounts.second_factor import lacks_second_factor
from accounts.services.acting import acting
from accounts.tokens import new_secret, sha256

LONGEST_LIFE = timedelta(days=366)
USED_EVERY = timedelta(minutes=1)
COVERED_BY: Final = {Scope.READ: {Scope.READ, Scope.DRAFT}, Scope.DRAFT: {Scope.DRAFT}}
"""The scopes that open what a scope opens: who may write drafts reads them."""

COUNT: Final = (
    "INSERT INTO accounts_keyuse (key_id, day, requests) VALUES (%s, %s, 1) "
    "ON CONFLICT (key_id, day) DO UPDATE SET requests = accounts_keyuse.requests + 1"
)
FORM = re.compile(r"attest_(?P<prefix>[0-9a-f]{12})_(?P<secret>[A-Za-z0-9_-]{43})")


class Reason(Enum):
    """Why a key was refused. Only who holds the right secret learns more than ``UNKNOWN``."""

    UNKNOWN = _("This is not a key we know.")
    REVOKED = _("This key was revoked.")
    EXPIRED = _("This key has expired.")
    REPLACED = _("This key was given a new secret, and the time of the old one is over.")
    OWNER = _("The owner of this key may not use it any more.")
    ADDRESS = _("This key may not be used from this address.")
    SCOPE = _("This key was not made for this.")


class KeyRefusedError(Exception):
    """A key that was presented does not open the door; ``reason`` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason.value))
        self.reason = reason


def create_key(
    *, actor: User, name: str, scopes: Sequence[Scope], expires_at: datetime, addresses: Sequence[str] = ()
) -> tuple[ApiKey, str]:
    """
    Make a key for the actor. The second value is the key itself, which nobody can ever read again.

    ``addresses`` are IP addresses or networks such as ``192.0.2.0/24``; none means that the key works from anywhere.
    Raises ``ValidationError`` when an address is not one or the key would live longer than a year.
    """
    now = timezone.now()
    if expires_at > now + LONGEST_LIFE:
        raise ValidationError({"expires_at": _("A key lives a year at most.")})
    prefix, secret = secrets.token_hex(6), new_secret()
    key = ApiKey(
        owner=actor,
        name=name.strip(),
        prefix=prefix,
        secret_sha256=sha256(secret),
        scopes=list(scopes),
        addresses=[_network(address) for address in addresses],
        created_at=now,
        expires_at=expires_at,
    )
    with acting(actor, "create_api_key"):
        key.full_clean()
        key.save()
    return key, f"attest_{prefix}_{secret}"


def rotate_key(*, actor: User, key: ApiKey, expires_at: datetime, overlap: timedelta) -> tuple[ApiKey, str]:
    """
    Give a key a new secret and a new end. The second value is the key as it is now, which nobody can ever read again.

    The secret that it had works for ``overlap`` more, seven days at most and no longer than it would have; the one
    before that ends now. Raises ``Denied`` for anybody but the owner, and ``ValidationError`` when the key works no
    more, or when it would live longer than a year.
    """
    now = timezone.now()
    if expires_at > now + LONGEST_LIFE:
        raise ValidationError({"expires_at": _("A key lives a year at most.")})
    secret = new_secret()
    with acting(actor, "rotate_api_key"):
        held = ApiKey.objects.select_for_update().get(pk=key.pk)
        if held.owner_id != actor.pk:
            raise Denied(_("Only its owner gives a key a new secret."))
        if not held.works:
            raise ValidationError(_("This key works no more. Make a new one."))
        held.former_sha256, held.secret_sha256 = held.secret_sha256, sha256(secret)
        held.rotated_at, held.former_until = now, max(now, min(now + overlap, held.expires_at))
        held.expires_at = expires_at
        held.full_clean()
        held.save(update_fields=["former_sha256", "secret_sha256", "rotated_at", "former_until", "expires_at"])
    return held, f"attest_{held.prefix}_{secret}"


def revoke_key(*, actor: User, key: ApiKey) -> None:
    """Close a key for good: one's own, or anybody's for an administrator. Doing it twice changes nothing."""
    if key.owner_id != actor.pk and not actor.has_role_of(Role.ADMINISTRATOR):
        raise Denied(_("Only its owner or an administrator revokes a key."))
    with acting(actor, "revoke_api_key"):
        ApiKey.objects.unrevoked().filter(pk=key.pk).update(revoked_at=timezone.now())


def verify_key(*, presented: str, address: str, scope: Scope) -> ApiKey:
    """
    The key behind what a program presented, with its owner, when it may be used for ``scope`` from ``address`` now.

    Each use is counted. Raises ``KeyRefusedError``. What the owner's role allows is asked after this, never instead of
    it.
    """
    parts = FORM.fullmatch(presented)
    key = ApiKey.objects.select_related("owner").filter(prefix=parts["prefix"]).first() if parts else None
    if parts is None or key is None:
        raise KeyRefusedError(Reason.UNKNOWN)
    now, hashed = timezone.now(), sha256(parts["secret"])
    is_former = hmac.compare_digest(key.former_sha256, hashed)
    if not is_former and not hmac.compare_digest(key.secret_sha256, hashed):
        raise KeyRefusedError(Reason.UNKNOWN)
    reason = _reason_against(key, address=address, scope=scope, former=is_former, now=now)
    if reason is not None:
        raise KeyRefusedError(reason)
    _count(key, now)
    return key


def _count(key: ApiKey, now: datetime) -> None:
    """Count a request of the day, and write down about when the last one was."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [key.pk, now.astimezone(UTC).date()])
    if key.last_used_at is None or now - key.last_used_at >= USED_EVERY:
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=now)


def _reason_against(key: ApiKey, *, address: str, scope: Scope, former: bool, now: datetime) -> Reason | None:
    """The first thing that speaks against using the key, or ``None``."""
    against = {
        Reason.REVOKED: key.revoked_at is not None,
        Reason.REPLACED: former and (key.former_until is None or key.former_until <= now),
        Reason.EXPIRED: key.expires_at <= now,
        Reason.OWNER: not key.owner.is_active or lacks_second_factor(key.owner),
        Reason.ADDRESS: not _may_come_from(key, address),
        Reason.SCOPE: COVERED_BY[scope].isdisjoint(key.scopes),
    }
    return next((reason for reason, holds in against.items() if holds), None)


def _may_come_from(key: ApiKey, address: str) -> bool:
    if not key.addresses:
        return True
    came_from = ip_address(address)
    came_from = getattr(came_from, "ipv4_mapped", None) or came_from
    return any(came_from in ip_network(network) for network in key.addresses)


def _network(address: str) -> str:
    try:
        return str(ip_network(address.strip()))
    except ValueError as error:
        sentence = _("“%(address)s” is not an IP address or a network such as 192.0.2.0/24.")
        raise ValidationError({"addresses": ValidationError(sentence, params={"address": address})}) from error
