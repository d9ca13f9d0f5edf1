"""Where an actor is named, and how often: what a change of it would touch."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from incidents.choices import State
from incidents.models import (
    Actor,
    ActorAlias,
    ActorRelation,
    Assertion,
    Attribution,
    Incident,
    PublishedIncident,
    Speaker,
    Warning,  # noqa: A004
)
from incidents.selectors.clearance import hidden_claims


@dataclass(frozen=True, kw_only=True)
class Stake:
    """Everything on record that stands at one actor, as primary keys."""

    claims: list[int]
    aliases: list[int]
    relations: list[int]
    related_from: list[int]
    warnings_given: list[int]
    warnings_received: list[int]
    speakers: list[int]

    def counts(self) -> dict[str, int]:
        """How many of each, relations of both directions and warnings of both sides together."""
        return {
            "claims": len(self.claims),
            "aliases": len(self.aliases),
            "relations": len(self.relations) + len(self.related_from),
            "warnings": len(self.warnings_given) + len(self.warnings_received),
            "speakers": len(self.speakers),
        }


def living(named: Actor) -> Actor:
    """The actor that an entry stands for now: itself or, after a merge, what it was merged into."""
    found = Actor.objects.select_related("merge__survivor").get(pk=named.pk)
    while hasattr(found, "merge"):
        found = found.merge.survivor
    return found


def stake_of(named: Actor) -> Stake:
    """What would move if the actor were merged into another."""
    warnings = Warning.objects.order_by("pk")
    return Stake(
        claims=_keys(Attribution.objects.filter(actor=named).order_by("pk")),
        aliases=_keys(ActorAlias.objects.filter(actor=named).order_by("pk")),
        relations=_keys(ActorRelation.objects.filter(actor=named)),
        related_from=_keys(ActorRelation.objects.filter(other=named)),
        warnings_given=_keys(warnings.filter(warner=named)),
        warnings_received=_keys(warnings.filter(recipient=named)),
        speakers=_keys(Speaker.objects.filter(actor=named).order_by("pk")),
    )


def incidents_naming(named: Actor) -> QuerySet[Incident]:
    """Incidents in which the actor is named, warns or is warned, speaks, or stands above somebody who is named."""
    return Incident.objects.filter(pk__in=set(_naming(named)))


def _naming(named: Actor) -> Iterator[int]:
    every = Incident.objects.order_by()
    yield from _keys(every.filter(assertions__attribution__actor=named))
    yield from _keys(every.filter(assertions__attribution__actor__relations__other=named))
    yield from _keys(every.filter(warnings__warner=named) | every.filter(warnings__recipient=named))
    yield from _keys(every.filter(assertions__citations__speaker__actor=named))
    yield from _keys(every.filter(statements__speaker__actor=named))
    yield from _keys(every.filter(statements__citations__speaker__actor=named))


def public_incidents_naming(named: Actor) -> list[Incident]:
    """Those among them that readers know, and those whose public version has the actor, whatever the desk says now."""
    rows = PublishedIncident.objects.filter(known__endswith=None, actor_tree__contains=[named.slug])
    told = Incident.objects.filter(public_id__in=list(rows.values_list("public_id", flat=True)))
    known = incidents_naming(named).filter(published_number__gt=0).exclude(state=State.MERGED)
    return sorted({*told, *known}, key=lambda one: (one.public_id or "", one.pk))


def claims_naming(named: Actor, person: User) -> QuerySet[Assertion]:
    """Claims that name the actor, of those that a person may know in incidents that they may open."""
    named_in = Assertion.objects.filter(attribution__actor=named, incident__in=Incident.objects.visible_to(person))
    return named_in.exclude(pk__in=hidden_claims(person).values("pk"))


def _keys(rows: QuerySet[Any]) -> list[int]:
    return list(rows.values_list("pk", flat=True))
