"""Have somebody else code an incident blind, and keep what they made of it apart from the record."""

from collections.abc import Collection, Mapping
from typing import Any

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import CodedField
from incidents.models import CodedAnswer, Incident, SecondCoding
from incidents.rules.refusals import NotAllowedError, RefusedError, StateConflictError
from incidents.selectors.second_coding import coded_values, has_seen_values, same, sources_to_code
from incidents.services.notifying import tell_coding_asked, tell_coding_back, tell_coding_done
from incidents.services.writing import write


@transaction.atomic
def ask_coding(*, actor: User, incident: Incident, coder: User, fields: Collection[str]) -> SecondCoding:
    """Ask a colleague who wrote none of it to code some fields from its sources, without seeing what stands there.

    Raises:
        NotAllowedError: this takes the role of reviewer.
        RefusedError: the colleague may not code it, has seen its values, or may see none of its sources.
        ValidationError: no field, or the colleague is oneself or is asked already.
    """
    policies.may_ask_for_coding(actor).require()
    may = policies.may_code(coder, incident)
    if not may or not coder.is_active:
        raise RefusedError(may.sentence or _("This person has left the desk."), field="coder")
    if has_seen_values(coder, incident):
        raise RefusedError(
            _("Who has coded it before, or gave it back, has seen its values. Ask another."), field="coder"
        )
    if not sources_to_code(incident, coder).exists():
        raise RefusedError(_("There is no source here that this person may see."), field="coder")
    asked = SecondCoding(
        incident=incident, asked_by=actor, coder=coder, fields=[one.value for one in CodedField if one in fields]
    )
    with pghistory.context(user=actor.pk, verb="ask_coding"):
        write(asked)
    tell_coding_asked(coding=asked)
    return asked


@transaction.atomic
def answer_coding(*, actor: User, coding: SecondCoding, answers: Mapping[str, Any]) -> SecondCoding:
    """Keep what the colleague coded, beside what stands in the incident at this moment. No value of it changes.

    Raises:
        NotAllowedError: somebody else was asked, or the colleague has written in it meanwhile.
        StateConflictError: it is done already, or was given back.
        RefusedError: a field is missing, or was not asked for.
    """
    held = _hold(actor, coding)
    policies.may_code(actor, held.incident).require()
    if set(answers) != set(held.fields):
        raise RefusedError(_("Answer every field: “not said” is an answer too."))
    first = coded_values(held.incident)
    for field in held.fields:
        second = answers[field]
        agrees = same(field, first[field], second)
        write(CodedAnswer(coding=held, field=field, first=first[field], second=second, agrees=agrees))
    held.done_at = timezone.now()
    with pghistory.context(user=actor.pk, verb="answer_coding"):
        held.save(update_fields=["done_at"])
    tell_coding_done(coding=held)
    return held


@transaction.atomic
def give_back(*, actor: User, coding: SecondCoding) -> SecondCoding:
    """Say that one does not code it: from then on one may open the incident, and is not asked again.

    Raises:
        NotAllowedError: somebody else was asked.
        StateConflictError: it is done already, or was given back.
    """
    held = _hold(actor, coding)
    held.given_back_at = timezone.now()
    with pghistory.context(user=actor.pk, verb="give_back"):
        held.save(update_fields=["given_back_at"])
    tell_coding_back(coding=held)
    return held


def _hold(actor: User, coding: SecondCoding) -> SecondCoding:
    held = SecondCoding.objects.select_for_update(of=("self",)).select_related("incident__place").get(pk=coding.pk)
    if held.coder_id != actor.pk:
        raise NotAllowedError(_("Somebody else was asked to code this."))
    if held.done_at:
        raise StateConflictError(_("You have coded this already."))
    if held.given_back_at:
        raise StateConflictError(_("You have given this back."))
    return held
