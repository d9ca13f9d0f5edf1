"""Everybody and everything that the record names now, with the number of incidents."""

from dataclasses import dataclass

from incidents.choices import NameKind
from incidents.filters import read_query
from incidents.selectors import names
from incidents.selectors.facets import facets


@dataclass(frozen=True, slots=True)
class Listed:
    """A name, its code, and the incidents that the filter of its kind finds by that."""

    code: str
    name: str
    count: int


def listed(kind: NameKind) -> list[Listed]:
    """All of a kind that a current incident has, by name."""
    parameter = names.PARAMETERS[kind]
    counts = facets(read_query({}), (parameter,))[parameter].shown
    called = labels(kind, [one.value for one in counts])
    found = [Listed(one.value, called.get(one.value, one.value), one.count) for one in counts]
    return sorted(found, key=lambda one: (one.name.casefold(), one.code))


def labels(kind: NameKind, codes: list[str]) -> dict[str, str]:
    """The names of some, by code; without those that no document names."""
    return names.labels({kind: codes})[kind]
