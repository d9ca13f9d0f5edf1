"""Ids that are the same each time for the same thing, and what every object has in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

Object = dict[str, Any]

SPEC_VERSION: Final = "2.1"

TLP_CLEAR: Final = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"
"""TLP:CLEAR of TLP 2.0, as OASIS publishes it for STIX 2.1."""

STANDING: Final = "2026-11-29T00:00:00.000Z"
"""Since when the objects that no publication makes read as they do: ourselves, the licence, the kinds of attack."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """A version to be told of: its public document, when the incident was first published and the version was.

    ``named`` says of each actor, by short name, since when the record names them.
    """

    public_id: str
    number: int
    content: dict[str, Any]
    first_published: datetime
    published: datetime
    named: Mapping[str, datetime]

    @cached_property
    def id(self) -> str:
        return stix_id("incident", self.public_id)

    @cached_property
    def sources(self) -> dict[str, dict[str, Any]]:
        """The sources of the document by id."""
        return {source["id"]: source for source in self.content["sources"]}

    @property
    def actors(self) -> list[dict[str, Any]]:
        """Those whom the document tells of; documents from before it did tell of nobody."""
        return list(self.content.get("actors", []))

    def made(self, kind: str, *key: str, **properties: Any) -> Object:
        """An object that is of this incident alone."""
        since, modified = stamp(self.first_published), stamp(self.published)
        return named(kind, self.public_id, *key, since=since, modified=modified, **properties)


def stix_id(kind: str, *key: str) -> str:
    """The id of an object of a kind, by what it is of.

    STIX 2.1 (section 2.9) recommends UUIDv4 and allows UUIDv5 in a namespace of one's own. Ours is the address of this
    record: another Attest has other incidents under the same numbers. The kind is part of the name, because no two
    objects of different types may share the UUID.
    """
    return f"{kind}--{uuid5(_namespace(), '/'.join((kind, *key)))}"


def _namespace() -> UUID:
    return uuid5(NAMESPACE_URL, settings.ATTEST_BASE_URL.rstrip("/"))


def stamp(moment: datetime) -> str:
    """A moment in UTC to the millisecond, as ``created`` and ``modified`` must be."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def named(kind: str, *key: str, since: str = STANDING, modified: str = "", **properties: Any) -> Object:
    """An object of ours with what every one has; of its own properties those that say something."""
    return {
        "type": kind,
        "spec_version": SPEC_VERSION,
        "id": stix_id(kind, *key),
        "created_by_ref": stix_id("identity", "attest"),
        "created": since,
        "modified": modified or since,
        **{name: value for name, value in properties.items() if value not in (None, "", [])},
        "object_marking_refs": [TLP_CLEAR, stix_id("marking-definition", "licence")],
    }
