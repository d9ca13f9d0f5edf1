"""The demonstration, built once for a module: everything that a reader of it can ask for.

Entries that are like others are thinned out; ``WHOLE=1 make test ARGS=tests/demonstration`` builds all of them.
"""

import os
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from incidents.choices import PlacePrecision
from incidents.management.demonstration.building import build
from incidents.management.demonstration.entries import Entries, acts, read_entries
from incidents.management.demonstration.shelf import AREAS
from incidents.models import Place, Version
from incidents.rules.folding import fold
from tests import making
from tests.demonstration.kerman_file import silent
from tests.isolation.scenes import scene

USUAL = frozenset(
    {"key", "title", "state", "summary", "date", "place", "attack_types", "weapon_types", "target_types", "tactics"}
    | {"coded_citation", "casualties", "attributions", "criteria"}
)
"""What every entry has."""
ONE_IN = 1 if "WHOLE" in os.environ else 4


@dataclass(frozen=True)
class Demonstration:
    """Every version of the demonstration's record, oldest first in each incident."""

    versions: list[Version]

    @cached_property
    def current(self) -> dict[str, dict[str, Any]]:
        """The documents that stand, by id; an incident that was withdrawn has none."""
        newest = {version.public_id: version.content for version in self.versions}
        return {key: content for key, content in newest.items() if "claims" in content}

    @cached_property
    def superseded(self) -> list[Version]:
        """Versions that are not the newest of their incident."""
        newest = {version.public_id: version.number for version in self.versions}
        return [one for one in self.versions if one.number < newest[one.public_id] and "claims" in one.content]


@scene
def demonstration(_folder: Path) -> Demonstration:
    """Entries of the demonstration, as ``manage.py demonstrate`` builds them."""
    lay_out_everywhere()
    assert build(silent, thinned(read_entries())) > (70 if ONE_IN == 1 else 40)
    return Demonstration(list(Version.objects.order_by("public_id", "number")))


def thinned(entries: Entries) -> Entries:
    """Every entry that has what others have not, with those that it is linked to; of the rest, one in four."""
    rare = [key for key, one in entries.incidents.items() if one["state"] != "published" or one.keys() - USUAL]
    linked = {link["to"] for key in rare for link in entries.incidents[key].get("links", [])}
    kept = {*rare, *linked, *list(entries.incidents)[::ONE_IN]}
    return replace(entries, incidents={key: one for key, one in entries.incidents.items() if key in kept})


def lay_out_everywhere() -> None:
    """A gazetteer of squares with every country and province that an entry names; towns are recorded as it goes."""
    making.kerman()
    made = {("IR", "country", "Iran"), ("IR", "province", "Kerman")}
    for place in [one for entry in read_entries().incidents.values() for act in acts(entry) for one in _places(act)]:
        kind = AREAS.get(place["precision"])
        key = (place["country"], str(kind), place["name"])
        if kind and key not in made:
            made.add(key)
            _area(kind=kind, code=f"{place['country']}-{len(made)}", country=place["country"], name=place["name"])


def _places(act: dict[str, Any]) -> list[dict[str, Any]]:
    return [act["place"], *act.get("also_placed", [])]


def _area(*, kind: str, code: str, country: str, name: str) -> Place:
    province = code if kind == PlacePrecision.PROVINCE else ""
    names = f"\n{fold(name)}\n"
    return Place.objects.create(
        kind=kind,
        name=name,
        search_names=names,
        country_code=country,
        province_code=province,
        extent=making.square(10, 10),
    )
