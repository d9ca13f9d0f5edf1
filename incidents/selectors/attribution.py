"""Who is named for an incident, whether they can all be right, and where the question stands."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from incidents.choices import PART_OF, AssertionKind, AttributionFit, AttributionState, Verification
from incidents.models import Actor, ActorRelation, Assertion, Incident
from incidents.rules.attribution import Named, attribution_state, compatible, held_then, weighty_pairs
from incidents.selectors.assessment import is_denial


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors who are named for the same part, the claims that name them, and whether both can be right."""

    claims: list[Assertion]
    fit: AttributionFit
    text: str


def state_of(incident: Incident, standing: Iterable[Assertion]) -> AttributionState:
    """The state of the question "who did it", from the claims that stand."""
    named = [name for _claim, name in _named(standing)]
    return attribution_state(named, wholes_of({one.actor for one in named}, incident))


def pairs_of(incident: Incident, standing: Iterable[Assertion]) -> list[Pair]:
    """Every two actors whom weighty attributions name for one part, with whether they go together, in words."""
    claims: dict[Named, list[Assertion]] = {}
    for claim, named in _named(standing):
        claims.setdefault(named, []).append(claim)
    pairs: dict[frozenset[Hashable], list[Assertion]] = {}
    for one, other in weighty_pairs(claims):
        pairs.setdefault(frozenset({one.actor, other.actor}), []).extend([*claims[one], *claims[other]])
    wholes = wholes_of({one.attribution.actor_id for found in claims.values() for one in found}, incident)
    return [_pair(found, wholes) for found in pairs.values()]


def _pair(claims: list[Assertion], wholes: dict[Hashable, set[Hashable]]) -> Pair:
    unique = sorted({one.pk: one for one in claims}.values(), key=lambda one: one.pk)
    actors = {one.attribution.actor_id: one.attribution.actor for one in unique}
    first, second = actors.values()
    together = compatible(first.pk, second.pk, wholes)
    fit = AttributionFit.COMPATIBLE if together else AttributionFit.CONTRADICTORY
    return Pair(unique, fit, _in_words(first, second, wholes))


def wholes_of(actors: set[Hashable], incident: Incident) -> dict[Hashable, set[Hashable]]:
    """Of each actor, itself and everything that it was a part of when the incident happened, upward."""
    first = incident.occurred_earliest.date() if incident.occurred_earliest else None
    last = incident.occurred_latest.date() if incident.occurred_latest else None
    above: dict[Hashable, set[Hashable]] = {}
    waiting = set(actors)
    while waiting:
        relations = ActorRelation.objects.filter(actor__in=waiting, kind__in=PART_OF)
        above |= {actor: set() for actor in waiting}
        for relation in relations:
            if held_then(relation.since, relation.until, first, last):
                above[relation.actor_id].add(relation.other_id)
        waiting = {whole for actor in waiting for whole in above[actor]} - above.keys()
    return {actor: _upward(actor, above) for actor in actors}


def _upward(actor: Hashable, above: dict[Hashable, set[Hashable]]) -> set[Hashable]:
    seen: set[Hashable] = set()
    waiting = {actor}
    while waiting:
        seen |= waiting
        waiting = {whole for one in waiting for whole in above.get(one, ())} - seen
    return seen


def _named(standing: Iterable[Assertion]) -> list[tuple[Assertion, Named]]:
    return [
        (
            one,
            Named(
                actor=one.attribution.actor_id,
                ground=one.attribution.kind,
                role=one.attribution.role,
                denied=is_denial(one),
            ),
        )
        for one in standing
        if one.kind == AssertionKind.ATTRIBUTION and one.verification != Verification.REFUTED
    ]


def _in_words(first: Actor, second: Actor, wholes: dict[Hashable, set[Hashable]]) -> str:
    """ "Islamic State – Khorasan is a branch of Islamic State: both can be right." """
    for part, whole in ((first, second), (second, first)):
        if whole.pk in wholes.get(part.pk, ()):
            words = {"part": part.name, "whole": whole.name}
            return _("%(part)s is a branch of %(whole)s: both can be right.") % words
    words = {"one": first.name, "other": second.name}
    return (
        _("%(one)s and %(other)s are both named, and neither is a branch of the other: at most one is right.") % words
    )
