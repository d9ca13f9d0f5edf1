"""What goes with an entry that is merged into another, one function a vocabulary. What the survivor has already is not
there twice."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db.models import Model

from incidents.models import (
    Actor,
    ActorAlias,
    ActorRelation,
    Attribution,
    Citation,
    Incident,
    IncidentTag,
    LocationAssertion,
    Place,
    Publisher,
    Source,
    Speaker,
    Tag,
    Warning,  # noqa: A004
)
from incidents.selectors.entries import Stake
from incidents.selectors.places import is_own
from incidents.services.writing import write


def _actor(lost: Actor, kept: Actor, stake: Stake) -> None:
    Attribution.objects.filter(pk__in=stake["claims"]).update(actor=kept)
    Warning.objects.filter(pk__in=stake["warnings_given"]).update(warner=kept)
    Warning.objects.filter(pk__in=stake["warnings_received"]).update(recipient=kept)
    Speaker.objects.filter(pk__in=stake["speakers"]).update(actor=kept)
    names = set(kept.aliases.values_list("name", flat=True))
    ActorAlias.objects.filter(actor=lost, name__in=names).delete()
    ActorAlias.objects.filter(actor=lost).update(actor=kept)
    _relations(ActorRelation.objects.filter(pk__in=[*stake["relations"], *stake["related_from"]]), lost, kept)


def _relations(relations: Iterable[ActorRelation], lost: Actor, kept: Actor) -> None:
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


def _publisher(_lost: Publisher, kept: Publisher, stake: Stake) -> None:
    """The grades of both stay as they were."""
    Source.objects.filter(pk__in=stake["sources"]).update(publisher=kept)


def _place(lost: Place, kept: Place, stake: Stake) -> None:
    """A place of the desk takes the names too; the gazetteer is loaded anew and finds them by the loser's row."""
    LocationAssertion.objects.filter(pk__in=stake["claims"]).update(place=kept)
    Incident.objects.filter(pk__in=stake["incidents"]).update(place=kept)
    Place.objects.filter(pk__in=stake["parts"]).update(parent=kept)
    if is_own(kept):
        names = [lost.name, *lost.alternate_names]
        kept.alternate_names = list(dict.fromkeys([*kept.alternate_names, *(one for one in names if one != kept.name)]))
        spelt = dict.fromkeys(filter(None, [*kept.search_names.split("\n"), *lost.search_names.split("\n")]))
        kept.search_names = "\n" + "".join(f"{one}\n" for one in spelt)
        write(kept, only=["alternate_names", "search_names"])


def _tag(lost: Tag, kept: Tag, _stake: Stake) -> None:
    both = IncidentTag.objects.filter(tag=kept).values_list("incident", flat=True)
    IncidentTag.objects.filter(tag=lost, incident__in=list(both)).delete()
    IncidentTag.objects.filter(tag=lost).update(tag=kept)


CARRY: Final[dict[type[Model], Callable[[Any, Any, Stake], None]]] = {
    Actor: _actor,
    Publisher: _publisher,
    Place: _place,
    Tag: _tag,
}
"""Moves what stands at the first entry to the second, given its keys."""
