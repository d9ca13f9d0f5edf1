"""How many incidents of a query have each value of a column: its countries, its types of attack, weapon and target."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Max

from incidents.filters import Query
from incidents.selectors.columns import reader

TYPES: Final = {"attack_type": "attack_types", "weapon_type": "weapon_types", "target_type": "target_types"}
"""Parameters of a query and the columns in which an incident may have several values."""

AREAS: Final = {"country": "country", "province": "province"}


@dataclass(frozen=True, slots=True)
class Share:
    """A value, its name where the record has one, and the incidents that have it."""

    value: str
    name: str
    count: int


def by_type(query: Query, parameter: str) -> list[Share]:
    """Incidents by each type, most first. One with several types counts for each."""
    found = reader().values(query, TYPES[parameter])
    return _sorted([Share(value, "", number) for value, number in found.items()])


def by_area(query: Query, parameter: str) -> list[Share]:
    """Incidents by country or province, most first; those of unknown place are left out."""
    column = AREAS[parameter]
    asked = reader()
    rows = asked.wholes(query).exclude(**{f"{column}_code": ""})
    found = asked.found(rows.values_list(f"{column}_code").annotate(number=Count("pk"), name=Max(f"{column}_name")))
    return _sorted([Share(value, name or value, number) for value, number, name in found])


def _sorted(shares: list[Share]) -> list[Share]:
    return sorted(shares, key=lambda one: (-one.count, one.name or one.value))
