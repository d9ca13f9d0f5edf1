"""Have something sent to a webhook again, or as a test."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import DeliveryStage, WebhookEvent
from incidents.models import LogEntry, Webhook, WebhookDelivery
from incidents.rules.fetching import PACE
from incidents.rules.refusals import RefusedError
from incidents.services.outbox import enqueue
from incidents.services.webhooks.owing import LEASE, MOST_AT_ONCE, owe_once_more
from incidents.services.webhooks.subscribing import require_switched_on


@transaction.atomic
def ping(*, actor: User, webhook: Webhook) -> WebhookDelivery:
    """Send a test, once: also to a webhook that is paused, to see whether it works again.

    Raises:
        NotAllowedError: only its owner may.
        RefusedError: webhooks are off, or the last ping was just now.
    """
    policies.may_change_webhook(actor, webhook).require()
    require_switched_on()
    now = timezone.now()
    if WebhookDelivery.objects.filter(webhook=webhook, event=WebhookEvent.PING, made_at__gt=now - PACE).exists():
        sentence = _("A ping was sent just now. Wait %(seconds)s seconds, then send another.")
        raise RefusedError(sentence % {"seconds": round(PACE.total_seconds())})
    made = WebhookDelivery.objects.create(uid=uuid4(), webhook=webhook, event=WebhookEvent.PING, next_at=now)
    enqueue("deliver_webhook", delivery=made.pk)
    return made


@transaction.atomic
def replay(*, actor: User, delivery: WebhookDelivery) -> None:
    """Send something again, or at once if it waits: the same message, under the same id.

    Raises:
        NotAllowedError: only the owner of the webhook may.
        RefusedError: webhooks are off, this one is paused, or it is being sent this moment.
    """
    policies.may_change_webhook(actor, delivery.webhook).require()
    require_switched_on()
    _require_going(delivery.webhook)
    now = timezone.now()
    held = WebhookDelivery.objects.select_for_update().get(pk=delivery.pk)
    if held.stage == DeliveryStage.WAITING and held.attempts.filter(outcome="", at__gt=now - LEASE).exists():
        raise RefusedError(_("It is being sent this moment. Look again in a minute."))
    owe_once_more(delivery=held, now=now)


@transaction.atomic
def replay_since(*, actor: User, webhook: Webhook, since: datetime) -> None:
    """Send everything since a moment again that concerns a webhook, and what it was not told because it was paused.

    Raises:
        NotAllowedError: only its owner may.
        RefusedError: webhooks are off, this one is paused, or more was published since than is sent at once.
    """
    policies.may_change_webhook(actor, webhook).require()
    require_switched_on()
    _require_going(webhook)
    if LogEntry.objects.filter(version__published_at__gte=since).count() > MOST_AT_ONCE:
        sentence = _("More than %(most)s versions were published since. Name a later moment.")
        raise RefusedError(sentence % {"most": MOST_AT_ONCE}, field="since")
    enqueue("replay_webhook", webhook=webhook.pk, since=since.isoformat())


def _require_going(webhook: Webhook) -> None:
    if webhook.paused:
        raise RefusedError(_("This webhook is paused. Let it go on first."))
