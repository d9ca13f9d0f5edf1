"""In how many incidents of a query each actor is named, and on what ground."""

from dataclasses import dataclass, field
from typing import Any, Final

from incidents.filters import Query
from incidents.selectors.columns import reader

BY_ACTOR: Final = """
    SELECT actor, NULL AS ground, count(*) FROM (SELECT unnest(actors) AS actor FROM base) AS named GROUP BY actor
    UNION ALL SELECT actor, ground, count(DISTINCT version_id) FROM pairs GROUP BY actor, ground
"""
OF_SOME: Final = "SELECT ground, count(DISTINCT version_id) FROM pairs WHERE actor = ANY(%s) GROUP BY ground"


@dataclass(slots=True)
class Naming:
    """An actor, the incidents for which it is named, and on which ground in how many of them.

    Of an attribution that says that somebody did not do it, the ground is a denial. Claims that were replaced by newer
    ones name, and count on no ground.
    """

    actor: str
    incidents: int = 0
    grounds: dict[str, int] = field(default_factory=dict)


def by_actor(query: Query) -> list[Naming]:
    """Everybody who is named, in most incidents first. A branch counts for itself, not for what it is a part of."""
    found: dict[str, Naming] = {}
    for actor, ground, number in _ask(query, BY_ACTOR):
        naming = found.setdefault(actor, Naming(actor))
        if ground is None:
            naming.incidents = number
        else:
            naming.grounds[ground] = number
    return sorted(found.values(), key=lambda one: (-one.incidents, one.actor))


def by_ground(query: Query, actors: list[str]) -> dict[str, int]:
    """On which ground one or another of some actors is named, in how many incidents of a query."""
    return dict(_ask(query, OF_SOME, actors))


def _ask(query: Query, question: str, *values: list[str]) -> list[tuple[Any, ...]]:
    columns = ("version_id", "actors", "attribution_kinds", "attribution_state")
    asked = reader()
    rows = asked.wholes(query).exclude(actors=[]).values(*columns)
    return asked.pairs(rows, question, *values)
