"""The values of a query in words: countries, codes and moments as chips and sentences name them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db.models import TextChoices
from django.utils.formats import date_format
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
from incidents.presenting.words import label_of, record_moment_words

CODED: Final[dict[str, type[TextChoices]]] = {
    "attack_type": AttackType,
    "weapon_type": WeaponType,
    "target_type": TargetType,
    "tactic": Tactic,
    "attribution": AttributionState,
    "attribution_kind": AttributionKind,
    "claim": ClaimState,
    "verification": Verification,
    "precision": PlacePrecision,
    "date_precision": DatePrecision,
    "definition": Definition,
}


@dataclass(frozen=True)
class Names:
    """Names that only the record knows: of countries by code, of actors by their short name."""

    countries: Mapping[str, str] = field(default_factory=dict)
    actors: Mapping[str, str] = field(default_factory=dict)


def value_words(name: str, value: Any, names: Names) -> str:
    """One value of a parameter, in words."""
    if name in CODED:
        return label_of(CODED[name], value)
    if name == "country":
        return names.countries.get(value, value)
    if name == "actor":
        return names.actors.get(value, value.replace("-", " "))
    return _plain(value)


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
