"""Strict or broad: how far an incident meets the three criteria for terrorism.

Source: GTD codebook, section 2.1. An incident is included when at least two of its three criteria hold; analysts who
want no doubtful case keep those of which all three hold without reservation.
"""

from collections.abc import Mapping
from typing import Any, Final

from incidents.choices import Definition

CRITERIA: Final = ("goal", "message", "outside_war")
LEAST: Final = 2


def definition_of(criteria: Mapping[str, Any]) -> Definition:
    """What the criteria add up to. Each is true, false or, while nobody has decided, null."""
    decided = [criteria[name] for name in CRITERIA]
    if decided.count(True) == len(CRITERIA) and not criteria["doubt_terrorism"]:
        return Definition.STRICT
    if decided.count(True) >= LEAST:
        return Definition.BROAD
    if decided.count(False) >= LEAST:
        return Definition.OUTSIDE
    return Definition.UNDECIDED
