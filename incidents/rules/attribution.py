"""Where the question "who did it" stands, and whether two who are named can both be right."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from incidents.choices import AttributionKind, AttributionState
from incidents.rules.dates import DateNotUnderstoodError, read_edtf

ASSESSMENTS: Final = frozenset({AttributionKind.INTELLIGENCE_ASSESSMENT, AttributionKind.INVESTIGATIVE_ASSESSMENT})
WEIGHTY: Final = ASSESSMENTS | {AttributionKind.RESPONSIBILITY_CLAIM, AttributionKind.COURT_FINDING}
"""Grounds that count. An accusation or an analyst's inference alone moves no state, however often it is repeated."""

Wholes = Mapping[Hashable, Collection[Hashable]]
"""Of each actor, itself and everything that it was a part of at the time."""


@dataclass(frozen=True, slots=True)
class Named:
    """One standing attribution: who is said to have had which part, on what ground, or is said not to."""

    actor: Hashable
    ground: str
    role: str
    denied: bool = False

    @property
    def weighty(self) -> bool:
        """Whether it counts towards the state."""
        return self.ground in WEIGHTY and not self.denied


def attribution_state(named: Iterable[Named], wholes: Wholes) -> AttributionState:
    """The one state that the standing attributions of an incident add up to.

    - adjudicated: a court found who did it;
    - contested: those named by claims and assessments cannot all be right, or somebody so named denies it;
    - attributed: an investigation or an intelligence service named somebody;
    - claimed: somebody said that it was they;
    - unclaimed: none of these. An accusation alone never makes an incident claimed.
    """
    everybody = list(named)
    counted = [one for one in everybody if one.weighty]
    grounds = {one.ground for one in counted}
    if AttributionKind.COURT_FINDING in grounds:
        return AttributionState.ADJUDICATED
    denied = {one.actor for one in everybody if one.denied}
    if denied & {one.actor for one in counted} or contradictions(counted, wholes):
        return AttributionState.CONTESTED
    if grounds & ASSESSMENTS:
        return AttributionState.ATTRIBUTED
    return AttributionState.CLAIMED if grounds else AttributionState.UNCLAIMED


def contradictions(named: Iterable[Named], wholes: Wholes) -> list[tuple[Named, Named]]:
    """The pairs of weighty attributions of which at most one can be right."""
    return [(one, other) for one, other in weighty_pairs(named) if not compatible(one.actor, other.actor, wholes)]


def weighty_pairs(named: Iterable[Named]) -> list[tuple[Named, Named]]:
    """Every two weighty attributions of the same part to different actors."""
    counted = [one for one in named if one.weighty]
    return [
        (one, other) for one, other in combinations(counted, 2) if one.role == other.role and one.actor != other.actor
    ]


def compatible(one: Hashable, other: Hashable, wholes: Wholes) -> bool:
    """Whether two names do not contradict each other: they are the same, or one was a part of the other then.

    Two branches of one organisation do: at most one of them did it.
    """
    return one == other or one in wholes.get(other, ()) or other in wholes.get(one, ())


def held_then(since: str, until: str, first_day: date | None, last_day: date | None) -> bool:
    """Whether a relation of these EDTF dates may have held at some time between two days; what is unknown may."""
    began, ended = _bound(since, first=True), _bound(until, first=False)
    too_late = began is not None and last_day is not None and began > last_day
    too_early = ended is not None and first_day is not None and ended < first_day
    return not too_late and not too_early


def _bound(edtf: str, *, first: bool) -> date | None:
    """The first or last day of a date; None for none, and for one that cannot be read."""
    if not edtf:
        return None
    try:
        span = read_edtf(edtf, timezone="UTC")
    except DateNotUnderstoodError:
        return None
    return span.first_day if first else span.last_day
