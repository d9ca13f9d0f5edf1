"""A document as named sentences, so that two of them can be laid side by side: what each value, claim and source says.

Every function answers with label and words by key. A figure never stands without whoever gives it.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.choices import AssertionRole, AttributionState, Verification
from incidents.presenting.citing import Evidence
from incidents.presenting.sources import list_sources
from incidents.presenting.words import day_words, joined, label_of

TOMBSTONE: Final = "attest-tombstone/1"
"""The schema of what stands in the place of an incident that was withdrawn or merged."""

Sayings = dict[str, tuple[str, str]]


def said_values(content: dict[str, Any]) -> Sayings:
    """What the record itself says."""
    evidence = Evidence(content, list_sources(content.get("sources", [])).by_id())
    attribution = content.get("attribution", {})
    fields = {
        "title": (_("Title"), content.get("title", "")),
        "summary": (_("Summary"), " ".join(_sentence(one, evidence) for one in content.get("summary", []))),
        "occurred": (_("When it happened"), _resolved(content.get("occurred"), evidence)),
        "place": (_("Where it happened"), _place(content.get("place"))),
        "killed": (_("Killed"), _resolved(content.get("killed"), evidence)),
        "wounded": (_("Wounded"), _resolved(content.get("wounded"), evidence)),
        "attribution": (_("Attribution"), label_of(AttributionState, attribution.get("state", ""))),
        "attack_types": (_("Attack type"), _coded(content.get("attack_types"))),
        "weapon_types": (_("Weapon"), _coded(content.get("weapon_types"))),
        "target_types": (_("Target"), _coded(content.get("target_types"))),
        "tactics": (_("How it was done"), _coded(content.get("tactics"))),
        "parent": (_("Part of"), content.get("parent") or ""),
        "flags": (_("Flags and criteria"), _flags(content)),
        "waivers": (
            _("Published with an exception"),
            _together(f"{one['gate_text']}: {one['reason']}" for one in content.get("waivers", [])),
        ),
    }
    fields |= _lineage(content.get("lineage") or {})
    return {key: (label, words) for key, (label, words) in fields.items() if words}


def _lineage(lineage: dict[str, Any]) -> Sayings:
    """What a merge or a split tied it to; versions from before there were merges say nothing."""
    return {
        "merged_from": (_("Merged into this one"), ", ".join(lineage.get("merged_from", []))),
        "split_into": (_("Split off from this one"), ", ".join(lineage.get("split_into", []))),
        "split_from": (_("Split off from"), lineage.get("split_from") or ""),
    }


def said_claims(content: dict[str, Any]) -> Sayings:
    """What somebody says. A claim that was taken back says nothing any more."""
    publishers = {source["id"]: source["publisher"]["name"] for source in content.get("sources", [])}
    return {
        claim["id"]: (claim_label(claim["kind"]), _claim(claim, publishers))
        for claim in content.get("claims", [])
        if claim.get("verification") != Verification.WITHDRAWN
    }


def said_context(content: dict[str, Any]) -> Sayings:
    """What surrounds the incident: reactions, links, warnings."""
    found: Sayings = {}
    for statement in content.get("statements", []):
        words = f"{statement['speaker']}: {statement['paraphrase']}"
        found[statement["id"]] = (_("Reaction or analysis"), words)
    for link in content.get("links", []):
        found[f"{link['kind']} {link['incident']}"] = (_("Link"), f"{link['kind_text']}: {link['incident']}")
    for warning in content.get("warnings", []):
        parts = [f"{warning['warner']} → {warning['recipient']}", warning["basis_text"], warning["outcome_text"]]
        found[warning["id"]] = (_("Warning"), ", ".join(parts))
    return found


def said_sources(content: dict[str, Any]) -> Sayings:
    """The sources: publisher, title, day and grade."""
    return {source["id"]: (_("Source"), _source(source)) for source in content.get("sources", [])}


def claim_label(kind: str) -> str:
    """What a claim of this kind is called."""
    labels = {
        "casualty": _("Casualty figure"),
        "attribution": _("Attribution"),
        "location": _("Location"),
        "time": _("Time"),
        "characteristic": _("Coded fact"),
        "warning": _("Statement about a warning"),
    }
    return labels.get(kind, kind)


def _claim(claim: dict[str, Any], publishers: dict[str, str]) -> str:
    """A claim with its quotes in one text."""
    quotes = [_quote(citation, publishers) for citation in claim["citations"]]
    role = _("(superseded)") if claim["role"] == AssertionRole.SUPERSEDED else ""
    return _together([claim["text"], role, claim["rationale"], *quotes])


def _quote(citation: dict[str, Any], publishers: dict[str, str]) -> str:
    words = f"“{citation['quote']}”" if citation["quote"] else citation["locator"]
    speaker = citation["speaker"]["label"] if citation["speaker"] else ""
    return _together(dict.fromkeys([words, speaker, publishers.get(citation["source"], "")]))


def _source(source: dict[str, Any]) -> str:
    day = day_words(source["published_on"], source["published_precision"])
    published = ", ".join(part for part in (source["publisher"]["name"], day) if part)
    return f"{source['title']} ({published}). {source['publisher']['reliability_text']}"


def _resolved(value: dict[str, Any] | None, evidence: Evidence) -> str:
    """A date or a toll with everybody who gives it, and why it was chosen."""
    if not value:
        return ""
    who = joined(list(dict.fromkeys(said.who for said in evidence.behind(value["why"]["claims"]))))
    return _together([f"{value['text']} ({who})" if who else value["text"], value["why"]["reason"]])


def _sentence(sentence: dict[str, Any], evidence: Evidence) -> str:
    """A sentence of the summary with whoever says so behind it."""
    who = joined(list(dict.fromkeys(said.who for said in evidence.said(sentence["citations"]))))
    return f"{sentence['text']} ({who})" if who else str(sentence["text"])


def _place(place: dict[str, Any] | None) -> str:
    return f"{place['name']}, {place['precision_text']}" if place else ""


def _coded(codes: list[dict[str, Any]] | None) -> str:
    return ", ".join(code["label"] for code in codes or [])


def _flags(content: dict[str, Any]) -> str:
    labels = {
        "goal": _("Goal"),
        "message": _("Message"),
        "outside_war": _("Outside legitimate warfare"),
        "doubt_terrorism": _("Terrorism doubted"),
        "graphic": _("Graphic material"),
        "personal_data": _("Personal data"),
    }
    answers = {True: _("yes"), False: _("no"), None: _("not decided")}
    flags = content.get("criteria", {}) | content.get("sensitivity", {})
    return "; ".join(f"{label}: {answers[flags[key]]}" for key, label in labels.items() if key in flags)


def _together(parts: Iterable[str]) -> str:
    return " \u2013 ".join(part for part in parts if part)
