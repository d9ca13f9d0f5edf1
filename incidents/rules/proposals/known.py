"""What is on record already and helps to read a report: places, actors and outlets by the names they go by.

Rules stay pure: whoever calls them looks the names up.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from incidents.rules.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """One entry of the gazetteer that bears a name. ``key`` is its key there; ``kind`` as in ``PlaceKind``.

    ``country`` and ``province`` are their names, in any spelling that a report may use.
    """

    key: int
    name: str
    kind: str
    country_code: str = ""
    country: str = ""
    province: str = ""
    population: int = 0


@dataclass(frozen=True, slots=True)
class ActorName:
    """Somebody on record; ``key`` is None for a name that a report uses and the record does not know yet."""

    key: int | None
    name: str


FindPlaces = Callable[[Iterable[str]], Mapping[str, Sequence[PlaceName]]]
"""For folded names (``rules.folding``), the entries that bear exactly such a name; names without any are missing."""


def no_places(_names: Iterable[str]) -> Mapping[str, Sequence[PlaceName]]:
    """A gazetteer without entries."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names on record: ``actors`` by every alias as it is written, ``outlets`` as they are called.

    ``countries`` are their codes (ISO 3166-1 alpha-2) by name.
    """

    places: FindPlaces = no_places
    countries: Mapping[str, str] = field(default_factory=dict)
    actors: Mapping[str, ActorName] = field(default_factory=dict)
    outlets: frozenset[str] = frozenset()

    def is_outlet(self, name: str) -> bool:
        """Whether a publisher of this name, however spelt, is on record."""
        return fold(name) in _folded(self.outlets)


@lru_cache(maxsize=4)
def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(fold(one) for one in names)
