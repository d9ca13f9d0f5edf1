"""Put the document together."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Final

from django.utils import translation

from incidents.choices import AttackFamily, ResolvedField
from incidents.models import Assertion, Incident, Resolution
from incidents.rules.canonical import canonical_bytes, sha256_hex
from incidents.selectors.assessment import assess
from incidents.selectors.attribution import pairs_of, state_of
from incidents.selectors.citations import anchors_of
from incidents.selectors.content.actors import actors
from incidents.selectors.content.claims import claim, public_citations
from incidents.selectors.content.context import lineage, links, statements, waivers, warnings
from incidents.selectors.content.place import place
from incidents.selectors.content.sources import sources
from incidents.selectors.content.values import codes, occurred, persons

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA: Final = "attest-incident/1"


def public_content(incident: Incident, *, without: Collection[int] = ()) -> dict[str, Any]:
    """The document of an incident as it stands at the desk now. Words are English, whatever the reader's language.

    For a colleague who may not know all of it, it is put together ``without`` some claims, given by their keys, and
    without the values that rest on them. What is published is without none.
    """
    with translation.override("en"):
        return _Document(incident, without).build()


def content_hash(content: dict[str, Any]) -> str:
    """SHA-256 over the document's canonical JSON (RFC 8785), 64 hexadecimal digits."""
    return sha256_hex(canonical_bytes(content))


class _Document:
    """The parts of one document, read once."""

    def __init__(self, incident: Incident, without: Collection[int]) -> None:
        self.incident, self.without = incident, set(without)
        everything = Assertion.objects.filter(incident=incident).exclude(pk__in=self.without)
        everything = everything.with_values().with_evidence()
        self.anchors = anchors_of(incident)
        self.assertions = [one for one in everything if public_citations(one.citations.all(), self.anchors)]
        self.assessed = assess(self.assertions, public=True)
        self.claims = [claim(one, self.assessed[one.pk], self.anchors) for one in self.assertions]
        self.resolutions = {
            resolution.field: resolution
            for resolution in incident.resolutions.prefetch_related("assertions")
            if self._shown(resolution)
        }

    def _shown(self, resolution: Resolution) -> bool:
        """A value is public only when something that it rests on is, and nothing of it was left out."""
        public, resting = {one.pk for one in self.assertions}, {one.pk for one in resolution.assertions.all()}
        return bool(resting & public) and not resting & self.without

    def build(self) -> dict[str, Any]:
        incident, found = self.incident, self.resolutions
        context = {
            "summary": self._summary(),
            "warnings": warnings(incident, self.assertions, self.claims),
            "statements": statements(incident, self.anchors),
            "links": links(incident, self.anchors),
        }
        named, attacks = actors(self.assertions), codes(found.get(ResolvedField.ATTACK_TYPES))
        return {
            "schema": SCHEMA,
            "title": incident.title,
            "demonstration": incident.demonstration,
            "parent": incident.parent.public_id if incident.parent else None,
            "occurred": occurred(found.get(ResolvedField.OCCURRED)),
            "place": place(incident, found.get(ResolvedField.PLACE)),
            "family": AttackFamily.of([one["code"] for one in attacks]).value,
            "attack_types": attacks,
            "weapon_types": codes(found.get(ResolvedField.WEAPON_TYPES)),
            "target_types": codes(found.get(ResolvedField.TARGET_TYPES)),
            "tactics": codes(found.get(ResolvedField.TACTICS)),
            "killed": persons(found.get(ResolvedField.KILLED)),
            "wounded": persons(found.get(ResolvedField.WOUNDED)),
            "attribution": self._attribution(),
            "actors": named,
            "claims": self.claims,
            **context,
            "sources": sources(_cited(self.claims, context, named)),
            "origins": max((one.origins for one in self.assessed.values()), default=0),
            "criteria": {
                "goal": incident.criterion_goal,
                "message": incident.criterion_message,
                "outside_war": incident.criterion_outside_war,
                "doubt_terrorism": incident.doubt_terrorism,
                "alternative": incident.alternative,
            },
            "sensitivity": {"graphic": incident.graphic, "personal_data": incident.personal_data},
            "waivers": waivers(incident),
            "lineage": lineage(incident),
        }

    def _summary(self) -> list[dict[str, Any]]:
        sentences = self.incident.summary.prefetch_related("citations__source__publisher", "citations__speaker")
        return [
            {"text": sentence.text, "citations": cited}
            for sentence in sentences
            if (cited := public_citations(sentence.citations.all(), self.anchors))
        ]

    def _attribution(self) -> dict[str, Any]:
        named = [one for one in self.claims if one["kind"] == "attribution" and one["verification"] != "withdrawn"]
        standing = [one for one in self.assertions if one.stands]
        return {
            "state": state_of(self.incident, standing).value,
            "actors": sorted({one["value"]["actor"] for one in named}),
            "kinds": sorted({one["value"]["ground"] for one in named}),
            "pairs": [
                {
                    "relation": pair.fit.value,
                    "text": pair.text,
                    "claims": [str(claim.uid) for claim in pair.claims],
                }
                for pair in pairs_of(self.incident, standing)
            ],
        }


def _cited(
    claims: list[dict[str, Any]], context: dict[str, list[dict[str, Any]]], named: list[dict[str, Any]]
) -> set[str]:
    """The ids of every source that the document cites."""
    around = [one for part in context.values() for one in part]
    relations = [relation for actor in named for relation in actor["relations"]]
    holders: Iterable[dict[str, Any]] = [*claims, *around, *relations]
    return {citation["source"] for holder in holders for citation in holder.get("citations", [])}
