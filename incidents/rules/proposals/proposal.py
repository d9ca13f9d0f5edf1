"""A proposal: a value, the words that it was read in, and by which rule of which method."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from incidents.choices import ProposalKind
from incidents.rules.anchoring import TextAnchor
from incidents.rules.canonical import canonical_bytes
from incidents.rules.proposals.known import Known

Value = Mapping[str, str | int | bool | None]
"""Named parts as the services' inputs take them; which there are is said at each kind's rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A captured text and what is known of the item: its day, its language (ISO 639-1), outlet and time zone."""

    text: str
    published_on: date | None = None
    lang: str = "en"
    outlet: str = ""
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One value that a report seems to give.

    ``anchor`` holds the words themselves, ``sentence`` the whole sentence, both verbatim. ``voice`` is who seems to
    speak, a value of kind "speaker", or None for the report itself. ``background`` is true where the sentence speaks of
    another event than the one that the report is about. ``mentions`` counts how often the report gives this value.
    """

    kind: ProposalKind
    value: Value
    anchor: TextAnchor
    sentence: str
    rule: str
    method: str = ""
    version: str = ""
    voice: Value | None = None
    background: bool = False
    mentions: int = 1
    identity: Value = field(default_factory=dict)
    """The part of the value by which two mentions are one proposal; all of it where this is empty."""

    @property
    def key(self) -> str:
        """A short name of kind and value, the same whenever the same is proposed from the same text."""
        said = canonical_bytes({"kind": self.kind.value, "value": dict(self.identity or self.value)})
        return hashlib.sha256(said).hexdigest()[:16]


class Proposer(Protocol):
    """Whatever can propose: rules, or a model."""

    @property
    def method(self) -> str:
        """What it is called wherever what it proposed is stored."""

    @property
    def version(self) -> str:
        """Which version of it; another one whenever it may propose something else."""

    def propose(self, report: Report, known: Known) -> Iterable[Proposal]:
        """What the report seems to say, in any order, the same value as often as it is said."""
