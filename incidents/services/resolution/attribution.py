"""Where the question "who did it" stands."""

from collections.abc import Iterable

from incidents.choices import ActorRelationKind, AssertionKind, AttributionKind, AttributionState, Polarity
from incidents.models import ActorRelation, Assertion

ASSESSMENTS = frozenset({AttributionKind.INTELLIGENCE_ASSESSMENT, AttributionKind.INVESTIGATIVE_ASSESSMENT})


def attribution_state(assertions: Iterable[Assertion]) -> AttributionState:
    """The state that the standing attributions add up to.

    Adjudicated: a court found it. Contested: the actors named by claims and assessments are not one organisation with
    its branches, or one of them denies it. Attributed: an investigation or an intelligence service named somebody.
    Claimed: somebody said "we did". An accusation or an analyst's inference alone changes nothing.
    """
    named = [one for one in assertions if one.kind == AssertionKind.ATTRIBUTION]
    grounds = {one.attribution.kind for one in named if one.polarity == Polarity.AFFIRMED}
    if AttributionKind.COURT_FINDING in grounds:
        return AttributionState.ADJUDICATED
    weighty = ASSESSMENTS | {AttributionKind.RESPONSIBILITY_CLAIM}
    for_it = {one.attribution.actor_id for one in named if _says(one, weighty)}
    denied = {one.attribution.actor_id for one in named if one.attribution.kind == AttributionKind.DENIAL}
    if for_it & denied or not _one_organisation(for_it):
        return AttributionState.CONTESTED
    if grounds & ASSESSMENTS:
        return AttributionState.ATTRIBUTED
    if AttributionKind.RESPONSIBILITY_CLAIM in grounds:
        return AttributionState.CLAIMED
    return AttributionState.UNCLAIMED


def _says(assertion: Assertion, kinds: frozenset[AttributionKind]) -> bool:
    return assertion.polarity == Polarity.AFFIRMED and assertion.attribution.kind in kinds


def _one_organisation(actors: set[int]) -> bool:
    """Whether the actors are one, or each a branch of the others' whole."""
    if len(actors) <= 1:
        return True
    wholes = [_with_wholes(actor) for actor in actors]
    return bool(set.intersection(*wholes))


def _with_wholes(actor: int) -> set[int]:
    """The actor and everything that it is a branch of, upward."""
    seen: set[int] = set()
    waiting = {actor}
    while waiting:
        seen |= waiting
        waiting = (
            set(
                ActorRelation.objects.filter(actor__in=waiting, kind=ActorRelationKind.BRANCH_OF).values_list(
                    "other_id", flat=True
                )
            )
            - seen
        )
    return seen
