"""What the flat row says of the claims in a document, for the filters."""

from typing import Any

from incidents.choices import (
    PART_OF,
    AssertionRole,
    AttributionFit,
    AttributionKind,
    ClaimState,
    Polarity,
    Verification,
)


def standing(content: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims that still count: neither taken back nor replaced."""
    return [
        one
        for one in content["claims"]
        if one["verification"] != Verification.WITHDRAWN and one["role"] != AssertionRole.SUPERSEDED
    ]


def verdicts(content: dict[str, Any]) -> list[str]:
    """What we make of the claims that stand, each verdict once."""
    return sorted({one["verification"] for one in standing(content)})


def claim_state(content: dict[str, Any]) -> ClaimState:
    """Whether anybody claims it; competing when two do who cannot both be right."""
    claims = {
        one["id"]: one["value"]["actor"]
        for one in standing(content)
        if one["kind"] == "attribution"
        and one["value"]["ground"] == AttributionKind.RESPONSIBILITY_CLAIM
        and one["polarity"] == Polarity.AFFIRMED
        and one["verification"] != Verification.REFUTED
    }
    if not claims:
        return ClaimState.NONE
    for pair in content["attribution"]["pairs"]:
        both = {claims[one] for one in pair["claims"] if one in claims}
        if pair["relation"] == AttributionFit.CONTRADICTORY and len(both) > 1:
            return ClaimState.COMPETING
    return ClaimState.CLAIMED


def actor_tree(content: dict[str, Any]) -> list[str]:
    """The short names of those named, and of everything that they are a part of."""
    above = {
        one["actor"]: {relation["other"] for relation in one["relations"] if relation["kind"] in PART_OF}
        for one in content.get("actors", ())
    }
    seen: set[str] = set()
    waiting = set(content["attribution"]["actors"])
    while waiting:
        seen |= waiting
        waiting = {whole for one in waiting for whole in above.get(one, ())} - seen
    return sorted(seen)
