"""Where a value comes from: its claims with their quotes and sources, the policy that chose it, and one sentence.

Names of people at the desk are nowhere in it; of the review it says in which roles it was done.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from incidents.choices import AttributionState, PublisherKind, ResolutionPolicy, ReviewerRole, Verification
from incidents.presenting.citing import Evidence
from incidents.presenting.claims import ClaimCard, card
from incidents.presenting.definitions import STATES
from incidents.presenting.sources import SourceEntry, list_sources
from incidents.presenting.words import first_and_others, joined, label_of, lower_first, place_words
from incidents.rules.quantities import say_quantity

LABELS: Final = {
    "occurred": gettext_lazy("When"),
    "place": gettext_lazy("Where"),
    "killed": gettext_lazy("Killed"),
    "wounded": gettext_lazy("Wounded"),
    "attribution": gettext_lazy("Attribution"),
    "attack_types": gettext_lazy("Attack type"),
    "weapon_types": gettext_lazy("Weapon"),
    "target_types": gettext_lazy("Target"),
    "tactics": gettext_lazy("How it was done"),
}
"""The fields whose origin can be asked for."""

CODED: Final = frozenset({"attack_types", "weapon_types", "target_types", "tactics"})
PERSONS: Final = frozenset({"killed", "wounded"})
POLICIES: Final = {
    ResolutionPolicy.NEWEST_OFFICIAL: gettext_lazy("the policy takes the newest figure that an official gave"),
    ResolutionPolicy.HIGHEST_GRADED: gettext_lazy("the policy takes the claim with the highest grade"),
    ResolutionPolicy.RANGE_OF_RECOMMENDED: gettext_lazy("the policy takes the range over all recommended claims"),
    ResolutionPolicy.SINGLE_SOURCE: gettext_lazy("one claim gives it"),
    ResolutionPolicy.EDITORS_CHOICE: gettext_lazy("an editor chose it and gave the reason"),
}
NAMED: Final = 3
"""Voices named in the sentence; the claims below it have them all."""


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Everything behind one value. ``claims`` are those it rests on, in the document's form."""

    field: str
    label: str
    value: str
    policy: str
    policy_words: str
    reason: str
    claims: list[dict[str, Any]]
    sources: tuple[SourceEntry, ...]
    who: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The answer to "why this?" in one sentence."""
        words = {"label": self.label, "value": self.value, "why": self.policy_words, "basis": self._basis()}
        if not self.claims:
            return _("%(label)s: %(value)s, because %(why)s.") % words
        told = _("%(label)s: %(value)s, because %(why)s; it rests on %(basis)s.") % words
        return f"{told} {self.reason}" if self.policy == ResolutionPolicy.EDITORS_CHOICE else told

    def _basis(self) -> str:
        claims = ngettext("%(count)s claim", "%(count)s claims", len(self.claims)) % {"count": len(self.claims)}
        number = len(self.sources)
        sources = ngettext("%(count)s source", "%(count)s sources", number) % {"count": number}
        words = {"claims": claims, "sources": sources, "who": first_and_others(self.who, shown=NAMED)}
        return _("%(claims)s by %(who)s, in %(sources)s") % words


def origin(content: dict[str, Any], field: str) -> Origin:
    """What stands behind one of the fields in ``LABELS``.

    Raises:
        KeyError: there is no such field.
    """
    label, found = str(LABELS[field]), content.get(field)
    ids = _claim_ids(content, field, found)
    claims = [claim for claim in content.get("claims", []) if claim["id"] in ids]
    why = found.get("why", {}) if isinstance(found, dict) else {}
    evidence, cited = evidence_of(content), {citation["source"] for claim in claims for citation in claim["citations"]}
    return Origin(
        field=field,
        label=label,
        value=_value(field, found),
        policy=why.get("policy", ""),
        policy_words=_policy_words(field, found, why),
        reason=why.get("reason", ""),
        claims=claims,
        sources=tuple(one for one in evidence.sources.values() if one.id in cited),
        who=tuple(dict.fromkeys(said.who for said in evidence.behind(list(ids)))),
    )


def cards(content: dict[str, Any], found: Origin) -> list[ClaimCard]:
    """The claims behind a value as a page shows them."""
    evidence = evidence_of(content)
    return [card(claim, evidence) for claim in found.claims]


def evidence_of(content: dict[str, Any]) -> Evidence:
    return Evidence(content, list_sources(content.get("sources", [])).by_id())


def provenance(content: dict[str, Any], roles: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Every value of a document with what stands behind it, for programs; ``roles`` are those of its version."""
    sources = {source["id"]: source for source in content.get("sources", [])}
    return {field: provenance_of(origin(content, field), sources, roles) for field in LABELS}


def provenance_of(found: Origin, sources: dict[str, dict[str, Any]], roles: Sequence[str]) -> dict[str, Any]:
    """What stands behind one value: the sentence, the policy, the claims with their quotes and sources."""
    return {
        "value": found.value,
        "sentence": found.sentence,
        "policy": found.policy or None,
        "policy_text": label_of(ResolutionPolicy, found.policy) if found.policy else None,
        "reason": found.reason,
        "reviewer_roles": list(roles) or None,
        "reviewer_roles_text": roles_words(roles),
        "claims": [_claim(claim, sources) for claim in found.claims],
    }


def roles_words(roles: Sequence[str]) -> str:
    """In which roles a version was approved, one for each person; versions from before they were kept do not say."""
    return joined([label_of(ReviewerRole, role).lower() for role in roles]) or _("not recorded")


def approved_words(roles: Sequence[str]) -> str:
    """The same in a sentence."""
    if not roles:
        return _("Approved by somebody who wrote none of it; in which role is not recorded.")
    words = {"count": len(roles), "roles": roles_words(roles)}
    return (
        ngettext(
            "Approved by %(count)s person who wrote none of it (role: %(roles)s).",
            "Approved by %(count)s people who wrote none of it (roles: %(roles)s).",
            len(roles),
        )
        % words
    )


def _claim(claim: dict[str, Any], sources: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": claim["id"],
        "text": claim["text"],
        "verification": claim["verification"],
        "origins": claim["origins"],
        "credibility": claim["credibility"],
        "confidence": claim["confidence"],
        "citations": [_citation(citation, sources[citation["source"]]) for citation in claim["citations"]],
    }


def _citation(citation: dict[str, Any], source: dict[str, Any]) -> dict[str, Any]:
    kept = ("quote", "translation", "locator", "stance", "reported_on")
    return {name: citation[name] for name in kept} | _said(citation, source)


def _said(citation: dict[str, Any], source: dict[str, Any]) -> dict[str, Any]:
    """Who says so, and where."""
    speaker, publisher = citation["speaker"], source["publisher"]
    return {
        "said_by": speaker["label"] if speaker else publisher["name"],
        "source": {
            "id": source["id"],
            "title": source["title"],
            "publisher": publisher["name"],
            "publisher_kind": label_of(PublisherKind, publisher["kind"]),
            "reliability": publisher["reliability"],
            "url": source["url"],
        },
    }


def attested(thing: dict[str, Any], sources: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A claim, a reaction or anything else that cites, so that it can be read without its document: each citation says
    whose words they are, and holds the source in the place of its id.
    """
    cited = [{**one, **_said(one, sources[one["source"]])} for one in thing["citations"]]
    return {**thing, "citations": cited}


def _claim_ids(content: dict[str, Any], field: str, found: Any) -> set[str]:
    if field == "attribution":
        standing = (one for one in content.get("claims", []) if one["verification"] != Verification.WITHDRAWN)
        return {one["id"] for one in standing if one["kind"] == "attribution"}
    if field in CODED:
        return {claim for code in found or [] for claim in code["claims"]}
    return set(found["why"]["claims"]) if found else set()


def _value(field: str, found: Any) -> str:
    unknown = _("unknown")
    if not found:
        return unknown
    if field in PERSONS:
        bounds = say_quantity(found["low"], found["best"], found["high"])
        return (
            bounds
            if found["text"] in {bounds, ""}
            else _("“%(text)s”, read as %(bounds)s") % {**found, "bounds": bounds}
        )
    if field == "place":
        name = place_words(found["name"], found["province_name"], found["country_name"] or found["country_code"])
        return f"{name} ({lower_first(found['precision_text'])})"
    if field == "attribution":
        return label_of(AttributionState, found.get("state", "")).lower() or unknown
    return joined([code["label"] for code in found]) if field in CODED else str(found["text"])


def _policy_words(field: str, found: Any, why: dict[str, Any]) -> str:
    if field == "attribution" and found:
        meaning = str(STATES[AttributionState(found["state"])]) if found.get("state") in AttributionState.values else ""
        return lower_first(meaning).rstrip(".")
    if not found:
        return _("no source says")
    if field in CODED:
        return _("claims that stand state it")
    return str(POLICIES.get(why["policy"], lower_first(why.get("policy_text", ""))))
