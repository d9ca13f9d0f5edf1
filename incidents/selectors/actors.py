"""Where an actor is named, and how often: what a change of it would touch."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from incidents.choices import State
from incidents.models import (
    Actor,
    ActorAlias,
    ActorRelation,
    Attribution,
    Incident,
    PublishedIncident,
    Speaker,
    Warning,  # noqa: A004
)


def stake_of(named: Actor) -> dict[str, list[int]]:
    """What would move if the actor were merged into another."""
    standing = {
        "claims": Attribution.objects.filter(actor=named),
        "aliases": ActorAlias.objects.filter(actor=named),
        "relations": ActorRelation.objects.filter(actor=named),
        "related_from": ActorRelation.objects.filter(other=named),
        "warnings_given": Warning.objects.filter(warner=named),
        "warnings_received": Warning.objects.filter(recipient=named),
        "speakers": Speaker.objects.filter(actor=named),
    }
    return {name: _keys(rows.order_by("pk")) for name, rows in standing.items()}


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


def apart(lost: Actor, kept: Actor) -> str:
    """Why two actors are never one."""
    both = [lost, kept]
    if ActorRelation.objects.filter(actor__in=both, other__in=both).exists():
        return _("The two are on record in relation to each other: they cannot be one. Remove the relation first.")
    if Warning.objects.filter(warner__in=both, recipient__in=both).exists():
        return _("One of the two is on record as having warned the other: they cannot be one.")
    return ""


def _keys(rows: QuerySet[Any]) -> list[int]:
    return list(rows.values_list("pk", flat=True))
