"""How many, as datasets count: everybody who died, the attackers among them."""

from typing import Any, Final

from incidents.choices import AssertionRole, Polarity, Population, YesNoUnknown
from incidents.exchange.crosswalks.facts import Facts, one_of

BOUNDS: Final = ("low", "best", "high")


def counted(facts: Facts, measure: str, bound: str = "best") -> int | None:
    """A bound of those killed or wounded, attackers included.

    Where the source says that its figure leaves the attackers out, their number is added if it is known, and nothing is
    said if it is not. Where it does not say whether they are in it, the figure stands.
    """
    value = facts.content[measure]
    if not value or value[bound] is None:
        return None
    figure = int(value[bound])
    behind = set(value["why"]["claims"])
    if not any(_leaves_attackers_out(one) for one in facts.claims if one["id"] in behind):
        return figure
    attackers = people(facts, measure, Population.ATTACKERS)
    return None if attackers is None else figure + attackers


def people(facts: Facts, measure: str, population: str) -> int | None:
    """The figure that the claims which stand give for a population; None where none does, or where they differ."""
    return one_of(
        one["value"]["best"]
        for one in facts.claims
        if one["kind"] == "casualty"
        and (one["value"]["measure"], one["value"]["population"]) == (measure, population)
        and (one["polarity"], one["role"]) == (Polarity.AFFIRMED, AssertionRole.RECOMMENDED)
    )


def _leaves_attackers_out(claim: dict[str, Any]) -> bool:
    return bool(claim["value"].get("attackers_included") == YesNoUnknown.NO)
