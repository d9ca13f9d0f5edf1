"""Decide on leads: take one in, leave it aside, or put it back among the new ones."""

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import LeadStage
from incidents.models import Lead
from incidents.rules.refusals import StateConflictError


def take_lead(*, actor: User, lead: Lead) -> None:
    """Say that somebody takes it in.

    Raises:
        NotAllowedError: this person may not.
        StateConflictError: somebody else decided meanwhile.
    """
    _decide(actor, lead, LeadStage.TAKEN)


def dismiss_lead(*, actor: User, lead: Lead) -> None:
    """Leave it aside.

    Raises:
        NotAllowedError: this person may not.
        StateConflictError: somebody else decided meanwhile.
    """
    _decide(actor, lead, LeadStage.DISMISSED)


@transaction.atomic
def put_back(*, actor: User, lead: Lead) -> None:
    """Undo a decision: it is new again.

    Raises:
        NotAllowedError: this person may not.
    """
    policies.may_log(actor).require()
    with pghistory.context(user=actor.pk, verb="put_back_lead"):
        Lead.objects.filter(pk=lead.pk).update(stage=LeadStage.NEW, decided_by=None, decided_at=None)


@transaction.atomic
def _decide(actor: User, lead: Lead, stage: LeadStage) -> None:
    policies.may_log(actor).require()
    decision = {"stage": stage, "decided_by": actor, "decided_at": timezone.now()}
    with pghistory.context(user=actor.pk, verb=f"lead_{stage}"):
        decided = Lead.objects.filter(pk=lead.pk, stage=LeadStage.NEW).update(**decision)
    held = Lead.objects.select_related("decided_by").get(pk=lead.pk)
    if not decided and (held.stage, held.decided_by) != (stage, actor):
        sentence = _("%(who)s decided on this lead already: %(stage)s.")
        who = held.decided_by.display_name if held.decided_by else ""
        raise StateConflictError(sentence % {"who": who, "stage": held.get_stage_display().lower()})
