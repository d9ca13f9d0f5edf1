"""Add a webhook, change its secret, pause it, remove it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import pghistory
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.filters import QueryRefusedError
from incidents.models import Webhook, WebhookDelivery
from incidents.rules.fetching import endpoint_of
from incidents.rules.refusals import RefusedError
from incidents.selectors.webhooks import filter_of
from incidents.services.outbox import enqueue
from incidents.services.webhooks.keeping import encrypted, new_secret
from incidents.services.writing import write

MOST: Final = 20
"""Webhooks of one person."""
BOTH_HOLD: Final = timedelta(hours=24)
"""After a rotation, for the receiver to learn the new secret."""


def require_switched_on() -> None:
    """Go on where the operator lets anything be sent.

    Raises:
        RefusedError: it is off.
    """
    if not settings.ATTEST_WEBHOOKS:
        raise RefusedError(_("Webhooks are off: the operator of this desk has not switched them on."))


@transaction.atomic
def add_webhook(*, actor: User, address: str, wanted: Sequence[str], query: str) -> tuple[Webhook, str]:
    """Have an address told of some events, where they concern what an address of the explorer keeps.

    The second value is the secret with which each message is signed; nobody can read it again.

    Raises:
        NotAllowedError: this takes somebody of the desk.
        RefusedError: webhooks are off, the address must not be sent to, the filter cannot be read, or there are enough.
        ValidationError: a field is wrong.
    """
    policies.may_have_webhooks(actor).require()
    require_switched_on()
    if Webhook.objects.filter(owner=actor).count() >= MOST:
        raise RefusedError(_("You have %(count)s webhooks. Remove one first.") % {"count": MOST})
    secret = new_secret()
    webhook = Webhook(
        owner=actor,
        address=endpoint_of(address).address,
        wanted=list(wanted),
        query=_canonical(query),
        secret=encrypted(secret),
    )
    with pghistory.context(user=actor.pk, verb="add_webhook"):
        write(webhook)
    return webhook, secret


@transaction.atomic
def rotate_secret(*, actor: User, webhook: Webhook) -> str:
    """A new secret. For a day each message is signed with the former one too.

    Raises:
        NotAllowedError: only its owner may.
    """
    policies.may_change_webhook(actor, webhook).require()
    secret = new_secret()
    held = Webhook.objects.select_for_update().get(pk=webhook.pk)
    held.former_secret, held.former_until = held.secret, timezone.now() + BOTH_HOLD
    held.secret = encrypted(secret)
    held.save(update_fields=["secret", "former_secret", "former_until"])
    return secret


@transaction.atomic
def pause_webhook(*, actor: User, webhook: Webhook, paused: bool) -> None:
    """Tell an address nothing for a while, or go on: what waited is tried at once, what was published meanwhile is not.

    Raises:
        NotAllowedError: this takes its owner, or an administrator.
    """
    policies.may_stop_webhook(actor, webhook).require()
    with pghistory.context(user=actor.pk, verb="pause_webhook"):
        Webhook.objects.filter(pk=webhook.pk).update(paused=paused, failing_since=None)
    if not paused:
        waiting = [one.pk for one in WebhookDelivery.objects.owed().filter(webhook=webhook.pk)]
        WebhookDelivery.objects.filter(pk__in=waiting).update(next_at=timezone.now())
        for delivery in reversed(waiting):
            enqueue("deliver_webhook", delivery=delivery)


@transaction.atomic
def remove_webhook(*, actor: User, webhook: Webhook) -> None:
    """Tell an address nothing any more. What it was told is forgotten.

    Raises:
        NotAllowedError: this takes its owner, or an administrator.
    """
    policies.may_stop_webhook(actor, webhook).require()
    with pghistory.context(user=actor.pk, verb="remove_webhook"):
        webhook.delete()


def _canonical(query: str) -> str:
    try:
        return filter_of(query).canonical
    except QueryRefusedError as error:
        raise RefusedError(str(error), field="query") from error
