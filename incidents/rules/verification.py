"""How far a claim is verified, computed from what is said for it and against it."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from incidents.choices import Verification


@dataclass(frozen=True, slots=True)
class Stand:
    """One standing claim: the question that it answers, whether it says no, and whether a source it cites says so."""

    key: Hashable
    question: Hashable
    denied: bool
    contradicted: bool = False


def disputed(stands: Iterable[Stand]) -> set[Hashable]:
    """The claims against which something stands: a source cited at it, or a claim that says the opposite."""
    everything = list(stands)
    sides: dict[Hashable, set[bool]] = {}
    for one in everything:
        sides.setdefault(one.question, set()).add(one.denied)
    return {one.key for one in everything if one.contradicted or len(sides[one.question]) > 1}


def verification(origins: int, *, is_disputed: bool) -> Verification:
    """What origins and opposition add up to; an editor may decide otherwise, with a reason."""
    if is_disputed and origins:
        return Verification.DISPUTED
    if origins > 1:
        return Verification.CORROBORATED
    return Verification.SINGLE_ORIGIN if origins else Verification.UNREVIEWED
