"""Where every public value comes from, as PROV-JSON (W3C member submission of 24 April 2013).

Made from the versions of the record alone. Whoever worked at the desk is in it by role only; the people who are named
are those whose words are cited.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from incidents.choices import Naming, ReviewerRole, Stance, VersionKind
from incidents.models.record import Version
from incidents.presenting.frame import LICENCE_URL, absolute
from incidents.presenting.provenance import LABELS, Origin, origin
from incidents.presenting.words import label_of
from incidents.rules.voices import day_known

Record = tuple[str, str, dict[str, Any]]
"""A section of the document, an id in it, and what stands there."""

ORGANISATION: Final = {"$": "prov:Organization", "type": "xsd:QName"}
PERSON: Final = {"$": "prov:Person", "type": "xsd:QName"}
OURSELVES: Final = "attest:record"


def provenance_document(version: Version, earlier: Sequence[Version]) -> dict[str, Any]:
    """The document of a version; ``earlier`` are the ones before it, newest first, their documents untouched."""
    document: dict[str, Any] = {"prefix": _prefixes(version)}
    for section, key, told in _Provenance(version, earlier).records():
        document.setdefault(section, {})[key] = told
    return document


def _prefixes(version: Version) -> dict[str, str]:
    here = absolute(f"/incidents/{version.public_id}/v/")
    page = f"{here}{version.number}/#"
    return {
        "attest": absolute("/codebook/#"),
        "dct": "http://purl.org/dc/terms/",
        "version": here,
        **{kind: f"{page}{kind}-" for kind in ("value", "claim", "citation", "voice")},
        "publication": f"{absolute('/record/')}#publication-{version.public_id}-",
        "role": absolute("/methods/#role-"),
        "source": absolute("/sources/"),
        "publisher": absolute("/publishers/"),
    }


class _Provenance:
    """One document, record by record."""

    def __init__(self, version: Version, earlier: Sequence[Version]) -> None:
        self.version, self.earlier = version, earlier
        self.content: dict[str, Any] = version.content
        self.sources = {source["id"]: source for source in self.content["sources"]}
        self.voices: dict[tuple[str, str], str] = {}

    def records(self) -> Iterator[Record]:
        """Everything, each record once: the last of those that say the same stays."""
        yield "agent", OURSELVES, {"prov:label": "Attest", "prov:type": ORGANISATION}
        for one, before in zip([self.version, *self.earlier], [*self.earlier, None], strict=False):
            yield from self.publication(one, before)
        for source in self.sources.values():
            yield from self.source(source)
        for claim in self.content["claims"]:
            yield from self.claim(claim)
        for field in LABELS:
            if self.content.get(field):
                yield from self.value(origin(self.content, field))

    def publication(self, one: Version, before: Version | None) -> Iterator[Record]:
        """A version, the act of publishing it, and in which roles it was approved."""
        version, act = f"version:{one.number}", f"publication:{one.number}"
        moment = one.published_at.isoformat()
        yield (
            "entity",
            version,
            {
                "prov:label": f"{one.public_id}, version {one.number}",
                "prov:type": _name("Version"),
                "attest:content_sha256": one.content_sha256,
                "attest:summary": one.summary,
                "dct:license": _address(LICENCE_URL),
            },
        )
        told = {"prov:startTime": moment, "prov:endTime": moment, "prov:label": label_of(VersionKind, one.kind)}
        yield "activity", act, {**told, "prov:type": _name("Publication")}
        yield _related("wasGeneratedBy", "entity", version, "activity", act, {"prov:time": moment})
        yield _related("wasAssociatedWith", "activity", act, "agent", OURSELVES)
        yield _related("wasAttributedTo", "entity", version, "agent", OURSELVES)
        for number, role in enumerate(one.reviewer_roles):
            who = f"role:{role}"
            yield "agent", who, {"prov:label": label_of(ReviewerRole, role)}
            yield _related("actedOnBehalfOf", "delegate", who, "responsible", OURSELVES)
            approved = {"prov:role": "approved", "attest:approval": number + 1}
            yield _related("wasAssociatedWith", "activity", act, "agent", who, approved, number=number)
        if before:
            revised = {"prov:type": {"$": "prov:Revision", "type": "xsd:QName"}}
            yield _derived(version, f"version:{before.number}", revised)

    def source(self, source: dict[str, Any]) -> Iterator[Record]:
        """A source, who published it, and what it rests on."""
        key, publisher = f"source:{source['id']}", source["publisher"]
        told = {
            "prov:label": source["title"],
            "prov:type": _name("Source"),
            "dct:date": day_known(source),
            "attest:url": _address(source["url"]) if source["url"] else "",
        }
        yield "entity", key, {name: value for name, value in told.items() if value}
        agent = f"publisher:{publisher['id']}"
        yield "agent", agent, {"prov:label": publisher["name"], "prov:type": ORGANISATION}
        yield _related("wasAttributedTo", "entity", key, "agent", agent)
        for step in source["rests_on"]:
            if step["source"] in self.sources:
                yield _derived(key, f"source:{step['source']}", {"attest:kind": step["kind_text"]})

    def claim(self, claim: dict[str, Any]) -> Iterator[Record]:
        """A claim, the words that it is made in, and whose they are."""
        key = f"claim:{claim['id']}"
        told = {"prov:label": claim["text"], "prov:value": claim["text"], "prov:type": _name("Claim")}
        marks = {f"attest:{name}": claim[name] for name in ("kind", "polarity", "verification", "role")}
        yield "entity", key, {**told, **marks}
        for citation in claim["citations"]:
            yield from self.citation(key, citation)

    def citation(self, claim: str, citation: dict[str, Any]) -> Iterator[Record]:
        """Words of a source. A claim is derived from those that support it, and only influenced by others."""
        key, source = f"citation:{citation['id']}", f"source:{citation['source']}"
        told = {
            "prov:value": citation["quote"],
            "attest:locator": citation["locator"],
            "attest:stance": citation["stance"],
        }
        yield "entity", key, {**{name: one for name, one in told.items() if one}, "prov:type": _name("Citation")}
        yield _derived(key, source, {"prov:type": {"$": "prov:Quotation", "type": "xsd:QName"}})
        yield from self.voice(key, citation)
        if citation["stance"] == Stance.SUPPORTS:
            yield _derived(claim, key)
        else:
            yield _related("wasInfluencedBy", "influencee", claim, "influencer", key)

    def voice(self, citation: str, cited: dict[str, Any]) -> Iterator[Record]:
        """Who speaks in the words of a citation: somebody, or the publisher of its source."""
        speaker = cited["speaker"]
        if not speaker:
            publisher = self.sources[cited["source"]]["publisher"]["id"]
            yield _related("wasAttributedTo", "entity", citation, "agent", f"publisher:{publisher}")
            return
        known = (speaker["label"], speaker["naming"])
        agent = self.voices.setdefault(known, f"voice:{len(self.voices) + 1}")
        kind = KINDS.get(speaker["naming"])
        yield "agent", agent, {"prov:label": speaker["label"], **({"prov:type": kind} if kind else {})}
        yield _related("wasAttributedTo", "entity", citation, "agent", agent)

    def value(self, found: Origin) -> Iterator[Record]:
        """A value that the record gives, by which rule, and the claims it was derived from."""
        if not found.claims:
            return
        key, act = f"value:{found.field}", f"publication:{self.version.number}"
        told = {"prov:label": found.label, "prov:value": found.value, "prov:type": _name("Value")}
        yield "entity", key, {**told, "attest:sentence": found.sentence}
        yield _related("wasGeneratedBy", "entity", key, "activity", act)
        yield _related("hadMember", "collection", f"version:{self.version.number}", "entity", key)
        rule = {"attest:policy": found.policy} if found.policy else {}
        for claim in found.claims:
            yield _derived(key, f"claim:{claim['id']}", {"prov:activity": act, **rule})


KINDS: Final = {
    Naming.NAMED.value: PERSON,
    Naming.ANONYMOUS.value: PERSON,
    Naming.COLLECTIVE.value: ORGANISATION,
}
"""What kind of agent a speaker is; a document that speaks is one of no kind."""


def _name(kind: str) -> dict[str, str]:
    return {"$": f"attest:{kind}", "type": "xsd:QName"}


def _address(url: str) -> dict[str, str]:
    return {"$": url, "type": "xsd:anyURI"}


def _derived(what: str, whence: str, told: dict[str, Any] | None = None) -> Record:
    return _related("wasDerivedFrom", "generatedEntity", what, "usedEntity", whence, told)


def _related(
    kind: str, role: str, one: str, other_role: str, other: str, told: dict[str, Any] | None = None, *, number: int = 0
) -> Record:
    """A relation of two things, each with its part in it; its id says between what, and which of several alike."""
    key = f"_:{kind}/{one}/{other}" + (f"/{number}" if number else "")
    return kind, key, {f"prov:{role}": one, f"prov:{other_role}": other, **(told or {})}
