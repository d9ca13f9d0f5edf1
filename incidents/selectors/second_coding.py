"""Second coding: what stands in an incident in the form in which two codings are compared, and how far they agree.

A day is its EDTF string, a place ``{"place": key, "name": …}``, coded facts a sorted list of codes, a figure its low,
best and high; the state of the attribution is its code. None says that it is unknown.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet

from accounts.models import User
from incidents.choices import CodedField, ResolvedField
from incidents.models import CodedAnswer, Incident, SecondCoding, Source
from incidents.rules.agreement import cohens_kappa, share_equal
from incidents.selectors.citations import citations_of
from incidents.selectors.clearance import known

CATEGORICAL: Final = frozenset(
    {CodedField.ATTACK_TYPES, CodedField.WEAPON_TYPES, CodedField.TARGET_TYPES, CodedField.ATTRIBUTION}
)
"""Fields whose answers are categories; a set of codes is one category."""


@dataclass(frozen=True)
class Agreement:
    """Over all codings that are done: how many answers a field has, how many are equal, and more than chance."""

    field: CodedField
    number: int
    equal: int
    share: float | None
    kappa: float | None


def coded_values(incident: Incident) -> dict[str, Any]:
    """What stands in an incident now, by field."""
    decided = {one.field: one.value for one in incident.resolutions.all()}
    place = incident.place
    return {
        CodedField.OCCURRED: decided.get(ResolvedField.OCCURRED, {}).get("edtf") or None,
        CodedField.PLACE: {"place": place.pk, "name": place.name} if place else None,
        CodedField.ATTACK_TYPES: sorted(incident.attack_types) or None,
        CodedField.WEAPON_TYPES: sorted(incident.weapon_types) or None,
        CodedField.TARGET_TYPES: sorted(incident.target_types) or None,
        CodedField.KILLED: figure(incident.killed_low, incident.killed_best, incident.killed_high),
        CodedField.WOUNDED: figure(incident.wounded_low, incident.wounded_best, incident.wounded_high),
        CodedField.ATTRIBUTION: incident.attribution_state,
    }


def figure(low: int | None, best: int | None, high: int | None) -> list[int | None] | None:
    """The bounds of a figure, none where nothing is known of it."""
    return None if low is best is high is None else [low, best, high]


def same(field: str, first: Any, second: Any) -> bool:
    """Whether two answers are equal: a place by its entry in the gazetteer, everything else as it is."""
    return _category(field, first) == _category(field, second)


def _category(field: str, value: Any) -> Hashable:
    if field == CodedField.PLACE:
        return value["place"] if value else None
    return tuple(value) if isinstance(value, list) else value


def sources_to_code(incident: Incident, person: User) -> QuerySet[Source]:
    """The sources that an incident cites and that a person may see, the earliest first."""
    cited = Source.objects.filter(pk__in=_cited(incident)).readable_by(person)
    return cited.select_related("publisher").order_by("published_on", "pk")


def knows_all(person: User, incident: Incident) -> bool:
    """Whether a person may see every source that an incident cites, and so whatever anybody coded from them."""
    return bool(known(person, Source.objects.filter(pk__in=_cited(incident))))


def _cited(incident: Incident) -> QuerySet[Any]:
    return Source.objects.filter(citations_of(incident, "citations__")).values("pk")


def codings_of(incident: Incident) -> QuerySet[SecondCoding]:
    """Every second coding of an incident, the newest first, with its answers."""
    return incident.second_codings.select_related("asked_by", "coder").prefetch_related("answers")


def asked_of(person: User) -> QuerySet[SecondCoding]:
    """What somebody is asked to code and has not coded yet, the oldest first."""
    open_ones = SecondCoding.objects.filter(coder=person.pk, done_at=None, given_back_at=None)
    return open_ones.select_related("asked_by").order_by("pk")


def has_seen_values(person: User, incident: Incident) -> bool:
    """Whether somebody coded an incident before, or gave that back: they could open it since."""
    return incident.second_codings.filter(coder=person).exclude(done_at=None, given_back_at=None).exists()


def agreement() -> list[Agreement]:
    """How far first and second coders agree, field by field."""
    pairs: dict[str, list[tuple[Hashable, Hashable]]] = {field: [] for field in CodedField}
    for name, first, second in CodedAnswer.objects.order_by("pk").values_list("field", "first", "second"):
        pairs[name].append((_category(name, first), _category(name, second)))
    return [
        Agreement(
            field=field,
            number=len(pairs[field]),
            equal=sum(first == second for first, second in pairs[field]),
            share=share_equal(pairs[field]),
            kappa=cohens_kappa(pairs[field]) if field in CATEGORICAL else None,
        )
        for field in CodedField
    ]
