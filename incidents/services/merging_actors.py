"""Make one actor of two entries."""

from collections.abc import Iterable

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import (
    Actor,
    ActorAlias,
    ActorMerge,
    ActorRelation,
    Attribution,
    Citation,
    Speaker,
    Warning,  # noqa: A004
)
from incidents.policies import CLOSED_STATES
from incidents.rules.refusals import RefusedError
from incidents.selectors.actors import Stake, incidents_naming, public_incidents_naming, stake_of
from incidents.services.editing import count_merge
from incidents.services.writing import write


@transaction.atomic
def merge_actors(*, actor: User, loser: Actor, survivor: Actor, reason: str) -> ActorMerge:
    """Move every claim, name, relation, warning and speaker of one actor to another, and write down what went.

    Nothing that readers see may follow from it: it is refused while a public incident has the loser. Each draft that
    it touches counts an edit by ``actor``, and loses its approvals.

    Raises:
        NotAllowedError: this takes a senior editor.
        RefusedError: one and the same, no reason, one was merged before, they are related, one warned the other, or
            a public incident has the loser.
    """
    policies.may_regroup(actor).require()
    held = {one.pk: one for one in Actor.objects.select_for_update().filter(pk__in=[loser.pk, survivor.pk])}
    lost, kept = held[loser.pk], held[survivor.pk]
    why_not = refusal_of(lost, kept)
    if why_not:
        raise RefusedError(why_not, field="other")
    merge = ActorMerge(loser=lost, survivor=kept, reason=reason.strip(), moved={}, by=actor)
    stake = stake_of(lost)
    touched = list(incidents_naming(lost).exclude(state__in=CLOSED_STATES).order_by("pk"))
    with pghistory.context(user=actor.pk, verb="merge_actors"):
        merge.moved = _carry(lost, kept, stake)
        write(merge)
    count_merge(touched, actor=actor, verb="merge_actors", reason=reason)
    return merge


def refusal_of(lost: Actor, kept: Actor) -> str:
    """Why the one cannot be merged into the other, in a sentence; "" where it can."""
    if lost.pk == kept.pk:
        return _("An actor is not merged into itself. Choose the other one.")
    if ActorMerge.objects.filter(loser__in=[lost, kept]).exists():
        return _("One of the two was merged before. Open the one that lives on.")
    if public_incidents_naming(lost):
        return _("Readers know “%(name)s” from published incidents. Correct the claims there first.") % {
            "name": lost.name
        }
    both = [lost, kept]
    if ActorRelation.objects.filter(actor__in=both, other__in=both).exists():
        return _("The two are on record in relation to each other: they cannot be one. Remove the relation first.")
    if Warning.objects.filter(warner__in=both, recipient__in=both).exists():
        return _("One of the two is on record as having warned the other: they cannot be one.")
    return ""


def _carry(lost: Actor, kept: Actor, stake: Stake) -> dict[str, list[int]]:
    """Move all of it; what the survivor has already is not there twice."""
    Attribution.objects.filter(pk__in=stake.claims).update(actor=kept)
    Warning.objects.filter(pk__in=stake.warnings_given).update(warner=kept)
    Warning.objects.filter(pk__in=stake.warnings_received).update(recipient=kept)
    Speaker.objects.filter(pk__in=stake.speakers).update(actor=kept)
    names = set(kept.aliases.values_list("name", flat=True))
    ActorAlias.objects.filter(actor=lost, name__in=names).delete()
    ActorAlias.objects.filter(actor=lost).update(actor=kept)
    _carry_relations(ActorRelation.objects.filter(pk__in=[*stake.relations, *stake.related_from]), lost, kept)
    return {name: list(keys) for name, keys in vars(stake).items()}


def _carry_relations(relations: Iterable[ActorRelation], lost: Actor, kept: Actor) -> None:
    """A relation that the survivor has too gives its citations to that one."""
    for relation in relations:
        ends = {"actor": relation.actor, "other": relation.other}
        ends = {name: kept if one == lost else one for name, one in ends.items()}
        twin = ActorRelation.objects.filter(kind=relation.kind, **ends).first()
        if twin is None:
            ActorRelation.objects.filter(pk=relation.pk).update(**ends)
            continue
        Citation.objects.filter(relation=relation).update(relation=twin)
        relation.delete()
