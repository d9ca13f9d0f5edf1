"""Actors, for their own pages."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from incidents.choices import PlaceKind
from incidents.desk.reads.steps import MOST_RECENT, Step, in_order, steps_of
from incidents.models import Actor, ActorAlias, ActorMerge, ActorRelation, Assertion, Incident, Place
from incidents.rules.folding import fold
from incidents.selectors.clearance import Untold, hidden, hidden_claims, untold_to


def listed_actors(words: str, person: User) -> QuerySet[Actor]:
    """Actors with how many claims name each, by name; a search finds any name, whatever its spelling."""
    found = Actor.objects.filter(merge=None)
    if words:
        alike = ActorAlias.objects.filter(actor=OuterRef("pk"), folded__contains=fold(words))
        found = found.filter(Exists(alike) | Q(slug=words))
    return found.annotate(claims=used(person, attribution__actor=OuterRef("pk"))).order_by("name", "pk")


def used(person: User, **by: Any) -> Coalesce:
    """How many claims use an entry, of those that a person may know in incidents that they may open."""
    known = Assertion.objects.filter(incident__in=Incident.objects.visible_to(person), **by)
    known = known.exclude(pk__in=hidden_claims(person).values("pk"))
    counted = known.order_by().values(*by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def incidents_using(person: User, **by: Any) -> list[Incident]:
    """The incidents in which claims use an entry, the last changed first."""
    known = Assertion.objects.filter(**by).exclude(pk__in=hidden_claims(person).values("pk"))
    found = Incident.objects.visible_to(person).filter(pk__in=known.values("incident"))
    return list(found.order_by("-changed_at", "-pk")[:MOST_RECENT])


@dataclass(frozen=True)
class OpenedActor:
    """Everything on the page of an actor."""

    named: Actor
    aliases: list[ActorAlias]
    relations: list[ActorRelation]
    related_from: list[ActorRelation]
    incidents: list[Incident]
    absorbed: list[ActorMerge]
    history: list[Step]


def read_actor(named: Actor, person: User) -> OpenedActor:
    """An actor with its names, relations, incidents and what was changed of it."""
    cited, known = Count("citations"), ActorRelation.objects.exclude(pk__in=hidden(ActorRelation, person).values("pk"))
    return OpenedActor(
        named=named,
        aliases=list(named.aliases.all()),
        relations=list(known.filter(actor=named).select_related("other").annotate(cited=cited).order_by("pk")),
        related_from=list(known.filter(other=named).select_related("actor").annotate(cited=cited).order_by("pk")),
        incidents=incidents_using(person, attribution__actor=named),
        absorbed=list(named.absorbed.select_related("loser", "by")),
        history=history_of(named, untold_to(person)),
    )


def history_of(named: Actor, untold: Untold) -> list[Step]:
    """The newest changes of an actor, its names and its relations, from the history that the database keeps.

    Nothing is told of relations that rest on confidential sources which whoever is looking may not see.
    """
    related = steps_of("relation", "ActorRelationEvent", actor=named.pk)
    steps = [
        *steps_of("actor", "ActorEvent", pgh_obj=named.pk),
        *steps_of("alias", "ActorAliasEvent", actor=named.pk),
        *(step for step in related if step.row.pgh_obj_id not in untold.of(ActorRelation)),
    ]
    return in_order(steps)


def listed_places(found: list[Place], person: User) -> list[Place]:
    """The places with how many claims use each, in the order given."""
    keys = [one.pk for one in found]
    counted = Place.objects.filter(pk__in=keys).annotate(claims=used(person, location__place=OuterRef("pk")))
    claims = dict(counted.values_list("pk", "claims"))
    for one in found:
        one.claims = claims[one.pk]  # type: ignore[attr-defined]  # for the page
    return found


def own_places() -> QuerySet[Place]:
    """What the desk has added to the gazetteer, the last first."""
    own = Place.objects.filter(geonames_id=None, merge=None).exclude(kind__in=[PlaceKind.COUNTRY, PlaceKind.PROVINCE])
    return own.select_related("parent").defer("extent", "parent__extent", "parent__search_names").order_by("-pk")
