"""The files of the demonstration, read and merged."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid5

Entry = dict[str, Any]
"""One entry of a file; its keys are described in the package."""

OURS: Final = UUID("5d0f7f0a-8a7c-4d5e-9d0b-3f6f1f5a2c41")
"""The namespace of the internal ids that the demonstration's incidents get (RFC 9562, section 5.5)."""

DATA: Final = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Entries:
    """Everything the files hold, by key."""

    publishers: dict[str, Entry] = field(default_factory=dict)
    sources: dict[str, Entry] = field(default_factory=dict)
    speakers: dict[str, Entry] = field(default_factory=dict)
    actors: dict[str, Entry] = field(default_factory=dict)
    incidents: dict[str, Entry] = field(default_factory=dict)


def read_entries(folder: Path = DATA) -> Entries:
    """Read every file of the folder.

    Raises:
        ValueError: a key is used twice.
    """
    entries = Entries()
    for path in sorted(folder.glob("*.json"), key=_founding_first):
        for section, rows in json.loads(path.read_text()).items():
            known: dict[str, Entry] = getattr(entries, section)
            for row in rows:
                if row["key"] in known:
                    message = f"{path.name}: {section} has {row['key']} twice."
                    raise ValueError(message)
                known[row["key"]] = row
    return entries


def _founding_first(path: Path) -> tuple[bool, str]:
    """The founding example and what serves all of them come before the collections by decade."""
    return path.name.startswith("incidents"), path.name


def uid_of(entry: Entry) -> UUID:
    """The internal id of an entry's incident: the same in every database, whatever becomes of its title."""
    return uuid5(OURS, str(entry["key"]))


def titles(entry: Entry) -> set[str]:
    """The title of an entry, and those that it had before."""
    return {entry["title"], *entry.get("formerly", [])}


def acts(entry: Entry) -> list[Entry]:
    """An incident and the parts it is made of, the whole first."""
    return [entry, *entry.get("parts", [])]


def citations(claim: Entry) -> list[Entry]:
    """The citations of a claim, the first one first."""
    return [claim["citation"], *claim.get("more_citations", [])]
