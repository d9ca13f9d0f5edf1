"""Three-way merging of a form's fields: what somebody saw, what they made of it, and what stands there now."""

from collections.abc import Mapping
from dataclasses import dataclass

Values = Mapping[str, list[str]]
"""Fields by name; a field that holds nothing has no values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """``taken`` are fields that others alone changed, with their values; ``clashing`` those that both changed, and not
    to the same; everything else stays as it was typed.
    """

    taken: Mapping[str, list[str]]
    clashing: tuple[str, ...]


def merge(*, seen: Values, typed: Values, standing: Values) -> Merged:
    """Put what was typed beside what was changed meanwhile, field by field, in the order in which they stand."""
    names = list(dict.fromkeys([*standing, *seen]))
    others = [name for name in names if _at(standing, name) != _at(seen, name)]
    return Merged(
        taken={name: _at(standing, name) for name in others if _at(typed, name) == _at(seen, name)},
        clashing=tuple(name for name in others if _at(typed, name) not in (_at(seen, name), _at(standing, name))),
    )


def _at(values: Values, name: str) -> list[str]:
    return [one for one in values.get(name, ()) if one]
