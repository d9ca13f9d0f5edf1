"""Entries of a vocabulary of the desk (actors, publishers, places, tags), two of which may turn out to be one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.models import (
    Actor,
    ActorMerge,
    Incident,
    Place,
    PlaceMerge,
    Publisher,
    PublisherMerge,
    Tag,
    TagMerge,
)
from incidents.models.merge import EntryMerge
from incidents.policies import CLOSED_STATES
from incidents.selectors import actors, places, publishers, tags

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

M = TypeVar("M", bound=Model)
Stake = Mapping[str, list[int]]
"""What stands at an entry and would go to another: primary keys by what they are."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """What a merge has to know of one kind of entries. ``verb`` is what history calls it.

    ``used_in`` are the incidents that a merge edits, ``public_in`` those from which readers know an entry: they keep it
    from being merged. ``apart`` says why two entries are never one; "" where they may be.
    """

    merges: type[EntryMerge]
    verb: str
    itself: "StrOrPromise"
    stake: Callable[[Any], Stake]
    used_in: Callable[[Any], QuerySet[Incident]]
    public_in: Callable[[Any], list[Incident]]
    apart: Callable[[Any, Any], str]


VOCABULARIES: Final[dict[type[Model], Vocabulary]] = {
    Actor: Vocabulary(
        merges=ActorMerge,
        verb="merge_actors",
        itself=gettext_lazy("An actor is not merged into itself. Choose the other one."),
        stake=actors.stake_of,
        used_in=actors.incidents_naming,
        public_in=actors.public_incidents_naming,
        apart=actors.apart,
    ),
    Publisher: Vocabulary(
        merges=PublisherMerge,
        verb="merge_publishers",
        itself=gettext_lazy("A publisher is not merged into itself. Choose the other one."),
        stake=publishers.stake_of,
        used_in=publishers.incidents_of_publisher,
        public_in=publishers.public_incidents_of_publisher,
        apart=lambda _lost, _kept: "",
    ),
    Place: Vocabulary(
        merges=PlaceMerge,
        verb="merge_places",
        itself=gettext_lazy("A place is not merged into itself. Choose the other one."),
        stake=places.stake_of,
        used_in=places.incidents_at,
        public_in=places.public_incidents_at,
        apart=places.apart,
    ),
    Tag: Vocabulary(
        merges=TagMerge,
        verb="merge_tags",
        itself=gettext_lazy("A tag is not merged into itself. Choose the other one."),
        stake=tags.stake_of,
        used_in=lambda _tag: Incident.objects.none(),  # a tag is no content: nothing is edited
        public_in=lambda _tag: [],
        apart=lambda _lost, _kept: "",
    ),
}


def living(entry: M) -> M:
    """The entry that this one stands for now: itself or, after merges, the one that lives on."""
    merges: Any = VOCABULARIES[type(entry)].merges
    found = entry
    while merge := merges.objects.filter(loser=found).select_related("survivor").first():
        found = merge.survivor
    return found


def drafts_using(entry: Model) -> QuerySet[Incident]:
    """The incidents that a merge of an entry would edit: the open ones, in the order of their keys."""
    used = VOCABULARIES[type(entry)].used_in(entry)
    return used.exclude(state__in=CLOSED_STATES).order_by("pk")


def refusal_of(lost: M, kept: M) -> str:
    """Why one entry cannot be merged into another, in a sentence; "" where it can."""
    vocabulary = VOCABULARIES[type(lost)]
    merges: Any = vocabulary.merges
    if lost.pk == kept.pk:
        return str(vocabulary.itself)
    if merges.objects.filter(loser__in=[lost, kept]).exists():
        return _("One of the two was merged before. Open the one that lives on.")
    if never := vocabulary.apart(lost, kept):
        return never
    if vocabulary.public_in(lost):
        sentence = _("Readers know “%(name)s” from published incidents. Correct the claims there first.")
        return sentence % {"name": getattr(lost, "name", lost)}
    return ""
