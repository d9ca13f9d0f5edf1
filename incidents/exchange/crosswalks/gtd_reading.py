"""How the columns of the GTD that need more than a look are read off an incident."""

from typing import Any, Final

from incidents.choices import (
    AttackType,
    AttributionKind,
    CharacteristicKind,
    ClaimState,
    Outcome,
    PlacePrecision,
    Polarity,
    Tactic,
    Verification,
)
from incidents.exchange.crosswalks.columns import NO, YES
from incidents.exchange.crosswalks.facts import DRAWN_AS_POINTS, Claim, Facts, one_of
from incidents.exchange.crosswalks.gtd_codes import claim_mode
from incidents.rules.quantities import read_quantity

CERTAIN: Final = frozenset({AttributionKind.COURT_FINDING, AttributionKind.RESPONSIBILITY_CLAIM})
SUCCESSES: Final = {Outcome.COMPLETED.value: YES, Outcome.FAILED.value: NO, Outcome.FOILED.value: NO}
HOSTAGES: Final = frozenset({AttackType.HOSTAGE_BARRICADE.value, AttackType.HOSTAGE_KIDNAPPING.value})
SPECIFICITIES: Final = {
    **dict.fromkeys((one.value for one in DRAWN_AS_POINTS), 1),
    PlacePrecision.DISTRICT.value: 3,
    PlacePrecision.PROVINCE.value: 4,
    PlacePrecision.COUNTRY.value: 5,
}


def city(facts: Facts) -> str | None:
    """The town, where it is one that is named: a finer place may be a site or a street."""
    return str(facts.place["name"]) if facts.precision == PlacePrecision.SETTLEMENT else None


def spot(facts: Facts) -> str | None:
    """The place in words, where it is finer than a town, and whatever sources say beyond its name."""
    finer = {PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.NEIGHBOURHOOD}
    name = facts.place["name"] if facts.precision in finer else None
    return "; ".join(part for part in (name, facts.place_words) if part) or None


def vicinity(facts: Facts) -> int | None:
    """Whether it was near the place and not in it; nothing where the class does not say."""
    said = {PlacePrecision.NEAR: YES, PlacePrecision.SETTLEMENT: NO, PlacePrecision.NEIGHBOURHOOD: NO}
    return said.get(PlacePrecision(facts.precision)) if facts.precision else None


def related(facts: Facts) -> str | None:
    """The ids of incidents of the same operation, this one among them as there."""
    return ", ".join([facts.id, *facts.same_operation]) if facts.same_operation else None


def success(facts: Facts) -> int | None:
    """Whether it took effect, where the claims that stand agree."""
    codes = {one["value"]["code"] for one in facts.coded(CharacteristicKind.OUTCOME)}
    return one_of(SUCCESSES.get(code) for code in codes)


def suicide(facts: Facts) -> int | None:
    return YES if Tactic.SUICIDE in facts.row.tactics else None


def group(facts: Facts, place: int) -> tuple[str, list[Claim]] | None:
    """Who is named in a place, from 0, and the claims that name them."""
    named = list(facts.named.items())
    return named[place] if place < len(named) else None


def uncertain(facts: Facts, place: int) -> int | None:
    """Whether the group is suspected only: neither claims it undisputed, nor is found by a court."""
    found = group(facts, place)
    if found is None:
        return None
    firm = [one for one in found[1] if one["value"]["ground"] in CERTAIN]
    return NO if any(one["verification"] != Verification.DISPUTED for one in firm) else YES


def claims_of(facts: Facts, place: int) -> list[Claim]:
    """The claims of responsibility of the group in a place."""
    found = group(facts, place)
    claims = found[1] if found else []
    return [one for one in claims if one["value"]["ground"] == AttributionKind.RESPONSIBILITY_CLAIM]


def mode(facts: Facts, place: int) -> tuple[int, str] | None:
    """How the group in a place claimed it, where all of its claims have the same mode."""
    return one_of(claim_mode(one["value"]["claim_channel"]) for one in claims_of(facts, place))


def competing(facts: Facts) -> int | None:
    """Whether claims compete; nothing where nobody claims it."""
    said = {ClaimState.COMPETING.value: YES, ClaimState.CLAIMED.value: NO}
    return said.get(facts.row.claim_state)


def attackers(facts: Facts) -> int | None:
    """How many attackers, where every claim gives the same number."""
    read = [read_quantity(one["value"]["code"]) for one in facts.coded(CharacteristicKind.ATTACKER_COUNT)]
    return one_of(one.best if one else None for one in read)


def happened(facts: Facts, kind: CharacteristicKind) -> int | None:
    """Whether a fact of a kind is stated, or denied; nothing where it is neither, or both."""
    said = [one for one in facts.claims if one["value"].get("characteristic") == kind]
    return one_of(YES if one["polarity"] == Polarity.AFFIRMED else NO for one in said)


def hostages(facts: Facts) -> int | None:
    """Whether anybody was taken hostage: as coded, or counted."""
    taken = HOSTAGES & set(facts.row.attack_types) or hostage_count(facts)
    return YES if taken else None


def hostage_count(facts: Facts) -> Any:
    return one_of(
        one["value"]["best"]
        for one in facts.claims
        if one["kind"] == "casualty" and one["value"]["measure"] == "hostages" and one["value"]["population"] == "all"
    )
