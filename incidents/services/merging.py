"""Make one entry of two: an actor, a publisher, a place or a tag."""

from typing import Any, TypeVar

import pghistory
from django.db import transaction
from django.db.models import Model

from accounts.models import User
from incidents import policies
from incidents.models.merge import EntryMerge
from incidents.rules.refusals import RefusedError
from incidents.selectors.entries import VOCABULARIES, drafts_using, refusal_of
from incidents.services.carrying import CARRY
from incidents.services.editing import count_merge
from incidents.services.writing import write

M = TypeVar("M", bound=Model)


@transaction.atomic
def merge_entries(*, actor: User, loser: M, survivor: M, reason: str) -> EntryMerge:
    """Move everything that stands at one entry to another of its kind, and write down what went.

    Nothing that readers see may follow from it: it is refused while a public incident has the loser. Each draft that
    it touches counts an edit by ``actor``, and loses its approvals.

    Raises:
        NotAllowedError: this takes a senior editor.
        RefusedError: ``selectors.entries.refusal_of`` says why the two are not made one.
        ValidationError: no reason.
    """
    policies.may_regroup(actor).require()
    model: Any = type(loser)
    vocabulary = VOCABULARIES[model]
    held = {one.pk: one for one in model.objects.select_for_update().filter(pk__in=[loser.pk, survivor.pk])}
    lost, kept = held[loser.pk], held[survivor.pk]
    if why_not := refusal_of(lost, kept):
        raise RefusedError(why_not, field="other")
    touched, stake = list(drafts_using(lost)), vocabulary.stake(lost)
    make: Any = vocabulary.merges
    merge: EntryMerge = make(loser=lost, survivor=kept, reason=reason.strip(), moved=dict(stake), by=actor)
    with pghistory.context(user=actor.pk, verb=vocabulary.verb):
        CARRY[model](lost, kept, stake)
        write(merge)
    count_merge(touched, actor=actor, verb=vocabulary.verb, reason=reason)
    return merge
