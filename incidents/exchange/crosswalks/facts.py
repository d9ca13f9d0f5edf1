"""What a crosswalk asks of an incident: of its public row and document, and of nothing else."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.choices import AttributionKind, CharacteristicKind, LinkKind, PlacePrecision, Polarity, Tactic
from incidents.models.record import PublishedIncident
from incidents.presenting.facts import names_somebody, stands
from incidents.presenting.frame import absolute
from incidents.presenting.words import joined
from incidents.public.presenting.results import accusation_words, denial_words
from incidents.rules.voices import names

Claim = dict[str, Any]

GROUNDS: Final = (
    AttributionKind.COURT_FINDING,
    AttributionKind.RESPONSIBILITY_CLAIM,
    AttributionKind.INTELLIGENCE_ASSESSMENT,
    AttributionKind.INVESTIGATIVE_ASSESSMENT,
    AttributionKind.ANALYST_INFERENCE,
)
"""In which order those who are named on different grounds come: most founded first."""

DRAWN_AS_POINTS: Final = (
    PlacePrecision.EXACT,
    PlacePrecision.NEAR,
    PlacePrecision.NEIGHBOURHOOD,
    PlacePrecision.SETTLEMENT,
)

CIVILIANS: Final = frozenset(
    {"business", "abortion_related", "educational", "food_water", "journalists_media", "ngo", "private_citizens"}
    | {"religious", "telecommunication", "tourists", "transportation", "airports_aircraft", "utilities"}
)
"""Target types that are neither of a state nor armed."""


class Facts:
    """One incident. ``has_parts`` is whether parts of it were left out beside it."""

    def __init__(self, row: PublishedIncident, *, has_parts: bool) -> None:
        self.row, self.has_parts = row, has_parts
        self.content: dict[str, Any] = row.version.content
        self.claims: list[Claim] = [claim for claim in self.content["claims"] if stands(claim)]

    @property
    def id(self) -> str:
        return self.row.public_id

    @property
    def url(self) -> str:
        """The permanent page of the version that the row is from."""
        return absolute(f"/incidents/{self.id}/v/{self.row.version.number}/")

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which it may have happened, on the calendar of the place."""
        first, last = self.row.day_first, self.row.day_last
        return (first, last) if first and last else None

    @property
    def place(self) -> dict[str, Any]:
        """The published place; empty where nobody gives one."""
        return self.content["place"] or {}

    @property
    def precision(self) -> str:
        return str(self.place.get("precision", ""))

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude of the published point; None for an area: its middle is nowhere that we know of."""
        geometry = self.place.get("geometry")
        if not geometry or geometry["type"] != "Point":
            return None
        longitude, latitude = geometry["coordinates"]
        return float(longitude), float(latitude)

    @cached_property
    def named(self) -> dict[str, list[Claim]]:
        """Those whom a claim of responsibility, an assessment or a finding names, most founded first, by name."""
        found: dict[str, list[Claim]] = {}
        attributions = [one for one in self.claims if one["kind"] == "attribution" and names_somebody(one)]
        for claim in sorted(attributions, key=lambda one: GROUNDS.index(one["value"]["ground"])):
            found.setdefault(claim["value"]["actor_name"], []).append(claim)
        return found

    def coded(self, kind: CharacteristicKind) -> list[Claim]:
        """The claims that state a coded fact of a kind, and are not denials of it."""
        claims = [one for one in self.claims if one["value"].get("characteristic") == kind]
        return [one for one in claims if one["polarity"] == Polarity.AFFIRMED]

    def words_of(self, kind: CharacteristicKind) -> str | None:
        """The words in which facts of a kind are stated, each once; None where there are none."""
        said = [part for one in self.coded(kind) for part in (one["value"]["label"], one["value"]["detail"])]
        return "; ".join(dict.fromkeys(part for part in said if part)) or None

    @property
    def place_words(self) -> str | None:
        """What sources say of the place beyond its name."""
        behind = set(self.place["why"]["claims"]) if self.place else set()
        said = [one["value"]["detail"] for one in self.claims if one["id"] in behind]
        return "; ".join(dict.fromkeys(part for part in said if part)) or None

    @property
    def same_operation(self) -> list[str]:
        """The ids of incidents that are said to be of the same operation."""
        return [one["incident"] for one in self.content["links"] if one["kind"] == LinkKind.SAME_OPERATION]

    @property
    def is_coordinated(self) -> bool:
        return self.has_parts or bool(self.same_operation) or Tactic.COORDINATED in self.row.tactics

    @property
    def aims_at_civilians(self) -> bool:
        """Whether every target that is coded is neither of a state nor armed; not where none is."""
        return bool(self.row.target_types) and set(self.row.target_types) <= CIVILIANS

    @property
    def cited(self) -> list[dict[str, Any]]:
        """The sources that are cited, in the order of their publication."""
        return [source for source in self.content["sources"] if source["cited"]]

    @property
    def summary(self) -> str | None:
        return " ".join(sentence["text"] for sentence in self.content["summary"]) or None

    @property
    def remarks(self) -> list[str]:
        """What must not be lost beside a bare figure or name: how many by whose word, who is accused, who denies."""
        attributions = [one for one in self.claims if one["kind"] == "attribution"]
        told = [
            self._toll(_("Killed"), self.row.killed_text, self.row.killed_said_by),
            self._toll(_("Wounded"), self.row.wounded_text, self.row.wounded_said_by),
            _said(_("Accused"), accusation_words(attributions)),
            _said(_("Denied"), denial_words(attributions)),
            _("Demonstration data, not for citation.") if self.row.demonstration else "",
            f"Attest {self.id}, {self.url}",
        ]
        return [one for one in told if one]

    def _toll(self, term: str, text: str, said_by: list[dict[str, str]]) -> str:
        return f"{term}: {text} ({joined(names(said_by))})." if said_by else ""


def _said(term: str, words: str) -> str:
    return f"{term}: {words}." if words else ""


def one_of(values: Iterable[Any]) -> Any:
    """The only value of some; None where there is none, and where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
