"""The Kerman file of the demonstration with the places that it names, and a scene in which it is built."""

from dataclasses import dataclass
from pathlib import Path
from shutil import copy

from incidents.management.demonstration.building import assemble, build
from incidents.management.demonstration.carrying import Cast
from incidents.management.demonstration.entries import DATA, Entries, read_entries
from incidents.models import Place
from tests import making
from tests.isolation.scenes import scene

SHARED = ("actors.json", "kerman.json", "publishers.json")
AREAS = (
    ("IL", "country", "", "Israel", 34, 29),
    ("IL", "province", "IL-D", "Southern District", 34, 29.5),
    ("IQ", "country", "", "Iraq", 38, 29),
    ("IQ", "province", "IQ-AN", "Al Anbar", 40, 31),
)


def silent(_line: str) -> None:
    """Nobody reads the progress."""


def lay_out_places() -> None:
    """A gazetteer that has the places of the Kerman file."""
    making.kerman()
    for country, kind, province, name, west, south in AREAS:
        Place.objects.create(
            kind=kind,
            name=name,
            search_names=f"\n{name.lower()}\n",
            country_code=country,
            province_code=province,
            extent=making.square(west, south),
        )


def kerman_entries(folder: Path) -> Entries:
    """The Kerman file with what it refers to, in a gazetteer that has its places."""
    for name in SHARED:
        copy(DATA / name, folder / name)
    lay_out_places()
    return read_entries(folder)


@dataclass
class Built:
    """The entries, the people who carried them, and how many incidents they said that they made."""

    entries: Entries
    cast: Cast
    made: int


@scene
def kerman_built(folder: Path) -> Built:
    """The founding example, public."""
    entries = kerman_entries(folder)
    made = build(silent, entries)
    return Built(entries, assemble(), made)
