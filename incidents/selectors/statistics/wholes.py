"""What every count of a query stands on: each incident once, and no part beside the whole that it belongs to."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min, Q

from incidents.filters import Query
from incidents.selectors.columns import reader


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What every count of a query stands on.

    ``found`` are all its incidents, ``counted`` those without parts of others among them; ``first`` and ``last`` are
    the days between which they may have happened. The other numbers say of how many the record does not hold a thing.
    """

    found: int
    counted: int
    demonstration: int
    first: date | None
    last: date | None
    undated: int
    without_country: int
    without_attack_type: int
    without_weapon_type: int
    without_target_type: int
    unnamed: int

    @property
    def parts(self) -> int:
        """How many are left out because they are parts of an incident that is counted."""
        return self.found - self.counted


def ground(query: Query) -> Ground:
    """The numbers behind all counts of a query."""
    asked = reader()
    numbers = asked.numbers(
        asked.wholes(query),
        counted=Count("pk"),
        demonstration=Count("pk", filter=Q(demonstration=True)),
        first=Min("day_first"),
        last=Max("day_last"),
        undated=Count("pk", filter=Q(day_first=None)),
        without_country=Count("pk", filter=Q(country_code="")),
        without_attack_type=Count("pk", filter=Q(attack_types=[])),
        without_weapon_type=Count("pk", filter=Q(weapon_types=[])),
        without_target_type=Count("pk", filter=Q(target_types=[])),
        unnamed=Count("pk", filter=Q(actors=[])),
    )
    return Ground(**asked.numbers(asked.rows(query), found=Count("pk")), **numbers)
