"""Webhooks as pages: what each asks for, how it stands, and what it was told."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import DeliveryStage, WebhookEvent
from incidents.filters import QueryRefusedError
from incidents.models import Webhook, WebhookAttempt, WebhookDelivery
from incidents.presenting.said import said
from incidents.selectors.webhooks import filter_of
from incidents.services.webhooks.owing import LEASE

TAGS: Final = {DeliveryStage.DELIVERED: "tag--filled", DeliveryStage.WAITING: "tag--dashed"}


def rows(webhooks: Iterable[Webhook], person: User) -> list[dict[str, Any]]:
    """One row a webhook."""
    return [
        {
            "address": one.address,
            "url": reverse("desk:webhook", kwargs={"uid": one.uid}),
            "owner": "" if one.owner_id == person.pk else one.owner.display_name,
            "wanted": wanted_words(one),
            "which": which(one.query),
            **standing(one),
        }
        for one in webhooks
    ]


def host(webhook: Webhook) -> str:
    """What a webhook is called where there is little room: an address may be long."""
    return str(urlsplit(webhook.address).hostname)


def facts(webhook: Webhook, person: User) -> list[dict[str, Any]]:
    """What a webhook asks for, and how it stands."""
    now, stands = timezone.now(), standing(webhook)
    told: list[dict[str, Any]] = [
        {"term": _("Address"), "value": webhook.address},
        {"term": _("How it stands"), "value": stands["state"], "notes": [stands["why"]] if stands["why"] else []},
        {"term": _("Tell it of"), "value": wanted_words(webhook)},
        {"term": _("Of which incidents"), "value": which(webhook.query), "notes": [webhook.query]},
        {"term": _("Added"), "value": moment(webhook.made_at)},
    ]
    if webhook.owner_id != person.pk:
        told.append({"term": _("Whose"), "value": webhook.owner.display_name})
    if webhook.former_until and webhook.former_until > now:
        told.append({"term": _("The former secret signs too until"), "value": moment(webhook.former_until)})
    return told


def standing(webhook: Webhook) -> dict[str, str]:
    """How a webhook stands, and why."""
    why = ""
    if webhook.failing_since:
        why = _("Nothing sent since %(moment)s was taken.") % {"moment": moment(webhook.failing_since)}
    if webhook.paused:
        return {"state": _("Paused"), "why": why}
    return {"state": _("Failing") if why else _("Going"), "why": why}


def wanted_words(webhook: Webhook) -> str:
    """The events by their names, in the order in which they are offered."""
    return ", ".join(event.value for event in WebhookEvent if event in webhook.wanted)


def which(query: str) -> str:
    """The incidents that a query keeps, as the explorer says it."""
    try:
        return said(filter_of(query)).sentence if query else _("All incidents")
    except QueryRefusedError:
        return _("This filter cannot be read any more: nothing is told. Add the webhook anew.")


def delivery_rows(deliveries: Iterable[WebhookDelivery]) -> list[dict[str, Any]]:
    """One row a delivery, with each attempt."""
    return [
        {
            "uid": one.uid,
            "id": one.message_id,
            "event": one.event,
            "subject": _subject(one),
            "subject_url": _subject_url(one),
            "made_at": moment(one.made_at),
            "stage": one.get_stage_display(),
            "tag": TAGS.get(DeliveryStage(one.stage), ""),
            "next": moment(one.next_at) if one.next_at else "",
            "attempts": [{"at": moment(each.at), "outcome": _outcome(each)} for each in one.attempts.all()],
        }
        for one in deliveries
    ]


def moment(at: datetime) -> str:
    """A moment to the second, UTC."""
    return f"{date_format(timezone.localtime(at, timezone.get_default_timezone()), _('j F Y, H:i:s'))} UTC"


def _subject(delivery: WebhookDelivery) -> str:
    if delivery.entry is None:
        return ""
    version = delivery.entry.version
    return _("%(id)s, version %(number)s") % {"id": version.public_id, "number": version.number}


def _subject_url(delivery: WebhookDelivery) -> str:
    if delivery.entry is None:
        return ""
    return reverse("public:version", args=[delivery.entry.version.public_id, delivery.entry.version.number])


def _outcome(attempt: WebhookAttempt) -> str:
    if attempt.outcome:
        return attempt.outcome
    going = attempt.at > timezone.now() - LEASE
    return _("It is being sent.") if going else _("The worker was stopped before an answer came.")
