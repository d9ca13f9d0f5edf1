"""The values of a query in words: countries, codes and moments as chips and sentences name them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from incidents.choices import (
    AttackType,
    AttributionKind,
    AttributionState,
    ClaimState,
    DatePrecision,
    Definition,
    PlacePrecision,
    Tactic,
    TargetType,
    Verification,
    WeaponType,
)
from incidents.filters import YES_OR_NO
from incidents.filters.incident import DEFINITIONS
from incidents.presenting.words import label_of, record_moment_words
from incidents.selectors.names import PARAMETERS, labels

CODED: Final[dict[str, type[TextChoices]]] = {
    "attack_type": AttackType,
    "weapon_type": WeaponType,
    "target_type": TargetType,
    "tactic": Tactic,
    "attribution": AttributionState,
    "attribution_kind": AttributionKind,
    "claim": ClaimState,
    "verification": Verification,
    "definition": Definition,
    "precision": PlacePrecision,
    "date_precision": DatePrecision,
}

NAMED: Final = {
    "country": "countries",
    "province": "provinces",
    "place": "places",
    "actor": "actors",
    "publisher": "publishers",
    "source": "sources",
}
"""The field of ``Names`` that knows the values of a parameter."""


@dataclass(frozen=True)
class Names:
    """Names that only the record knows, by the code that a parameter asks for."""

    countries: Mapping[str, str] = field(default_factory=dict)
    actors: Mapping[str, str] = field(default_factory=dict)
    provinces: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def value_words(name: str, value: Any, names: Names) -> str:
    """One value of a parameter, in words."""
    if name in CODED:
        return label_of(CODED[name], value)
    if name == "definition":
        return str(dict(DEFINITIONS)[value])
    if name in NAMED:
        return str(getattr(names, NAMED[name]).get(value, value))
    if name == "language":
        return language_words(value)
    return _plain(value)


def names_for(wanted: Mapping[str, Iterable[str]]) -> Names:
    """The names of the values of some parameters, in one question."""
    kinds = {kind: parameter for kind, parameter in PARAMETERS.items() if wanted.get(parameter)}
    found = labels({kind: wanted[parameter] for kind, parameter in kinds.items()})
    return Names(**{NAMED[parameter]: found[kind] for kind, parameter in kinds.items()})


def language_words(code: str) -> str:
    """The name of a language (BCP 47), as far as Django knows it; else the code."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def _plain(value: Any) -> str:
    match value:
        case bool():
            return str(dict(YES_OR_NO)["true" if value else "false"])
        case datetime():
            return record_moment_words(value)
        case date():
            return date_format(value, _("j F Y"))
        case _:
            return str(value)
