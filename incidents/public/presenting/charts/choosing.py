"""Which figures there are, by their ids: those of the statistics page in its order."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from incidents.filters import Query
from incidents.models.record import LogEntry
from incidents.public.presenting.charts import over_time
from incidents.public.presenting.charts.by_actor import actors
from incidents.public.presenting.charts.by_value import by_value
from incidents.public.presenting.charts.counts import Counts
from incidents.public.presenting.charts.figure import Drawn, Figure, placed

FIGURES: Final[dict[str, Callable[[Counts], Drawn]]] = {
    "incidents": over_time.incidents,
    "killed": partial(over_time.persons, measure="killed"),
    "wounded": partial(over_time.persons, measure="wounded"),
    "countries": partial(by_value, parameter="country"),
    "provinces": partial(by_value, parameter="province"),
    "actors": actors,
    "attack-types": partial(by_value, parameter="attack_type"),
    "weapon-types": partial(by_value, parameter="weapon_type"),
    "target-types": partial(by_value, parameter="target_type"),
}
ON_STATISTICS: Final = tuple(one for one in FIGURES if one != "provinces")


def figures(query: Query, head: LogEntry | None, ids: Iterable[str], counts: Counts | None = None) -> list[Figure]:
    """Some figures of a query."""
    shared = counts or Counts(query)
    demonstration = shared.ground.demonstration > 0
    return [placed(FIGURES[one](shared), query, head, demonstration=demonstration) for one in ids]
