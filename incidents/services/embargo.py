"""Publish what was approved at a moment, and not before: set it, call it off, carry it out."""

from datetime import datetime, timedelta
from typing import Final

import pghistory
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import EmbargoStage
from incidents.models import Embargo, Incident
from incidents.rules.refusals import RefusedError, StateConflictError
from incidents.selectors.content import content_hash, public_content
from incidents.services.editing import hold
from incidents.services.notifying import tell_embargo_fell
from incidents.services.outbox import enqueue
from incidents.services.publishing import explained, publish, require_publishable

LONGEST: Final = timedelta(days=366)


@transaction.atomic
def set_embargo(*, actor: User, incident: Incident, until: datetime, kind: str = "", summary: str = "") -> Embargo:
    """Have an approved incident published at a moment, if it is then still what it is now. One set before is replaced.

    Raises:
        NotAllowedError, StateConflictError, GatesClosedError, RefusedError: see ``publishing.publish``; or the moment
            is past, or more than a year away.
    """
    policies.may_publish(actor).require()
    (held,) = hold(incident)
    content, _approvals = require_publishable(held)
    kind, summary = explained(held, kind, summary)
    now = timezone.now()
    if not now < until <= now + LONGEST:
        raise RefusedError(_("Give a moment that is still to come, within a year."), field="until")
    with pghistory.context(user=actor.pk, verb="set_embargo"):
        _end(Embargo.objects.filter(incident=held), EmbargoStage.CANCELLED)
        made = Embargo.objects.create(
            incident=held,
            revision=held.revision,
            content_sha256=content_hash(content),
            until=until,
            kind=kind,
            summary=summary,
            set_by=actor,
        )
    enqueue("publish_embargoed", not_before=until, embargo=made.pk)
    return made


@transaction.atomic
def cancel_embargo(*, actor: User, incident: Incident) -> None:
    """Call off what was set for a moment. It stays approved.

    Raises:
        NotAllowedError: this takes the role of publisher.
        StateConflictError: nothing is set, or it has just been published.
    """
    policies.may_publish(actor).require()
    (held,) = hold(incident)
    waiting = Embargo.objects.filter(incident=held, stage=EmbargoStage.WAITING).first()
    with pghistory.context(user=actor.pk, verb="cancel_embargo"):
        if waiting is None or not _end(Embargo.objects.filter(pk=waiting.pk), EmbargoStage.CANCELLED):
            raise StateConflictError(_("It is not set for a moment any more. Reload the page and look again."))
        tell_embargo_fell(embargo=waiting, by=actor)


@transaction.atomic
def publish_embargoed(*, embargo: int, now: datetime) -> EmbargoStage | None:
    """Publish what was set for a moment, in the name of whoever set it; what became of it is returned.

    Where it is not published, who set it and those whom the incident concerns are told.
    None where there is nothing to do: it was called off, it is done already, or its moment has not come.
    """
    found = Embargo.objects.filter(pk=embargo, stage=EmbargoStage.WAITING, until__lte=now).first()
    if found is None:
        return None
    (held,) = hold(found.incident)
    one = Embargo.objects.filter(pk=embargo, stage=EmbargoStage.WAITING)
    with pghistory.context(user=found.set_by_id, verb="publish_embargoed"):
        if not one.exists():
            return None
        try:
            with transaction.atomic():
                _end(one, EmbargoStage.PUBLISHED)
                _require_unchanged(held, found)
                publish(actor=found.set_by, incident=held, kind=found.kind, summary=found.summary)
        except RefusedError as refusal:
            _end(one, EmbargoStage.REFUSED, why=refusal.sentence)
            tell_embargo_fell(embargo=found)
            return EmbargoStage.REFUSED
    return EmbargoStage.PUBLISHED


def _require_unchanged(held: Incident, embargo: Embargo) -> None:
    if held.revision != embargo.revision or content_hash(public_content(held)) != embargo.content_sha256:
        raise StateConflictError(_("It was edited after it was set for this moment. Have it reviewed again."))


def _end(embargoes: QuerySet[Embargo], stage: EmbargoStage, *, why: str = "") -> int:
    """End those that wait; how many is returned."""
    waiting = embargoes.filter(stage=EmbargoStage.WAITING)
    return waiting.update(stage=stage, ended_at=timezone.now(), why=why)
