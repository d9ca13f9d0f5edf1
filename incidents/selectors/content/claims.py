"""Assertions as the public reads them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from incidents.choices import CODES, Access, CharacteristicKind, Credibility
from incidents.models import (
    Anchor,
    Assertion,
    Attribution,
    CasualtyEstimate,
    CharacteristicAssertion,
    Citation,
    LocationAssertion,
    Source,
    TimeAssertion,
    WarningStatement,
)
from incidents.rules.dates import say_span
from incidents.selectors.assessment import Assessment

Anchors = dict[int, Anchor]
"""Anchors by the primary key of their citation."""


def public_citations(citations: Iterable[Citation], anchors: Anchors) -> list[dict[str, Any]]:
    """The citations that may be shown: none to a confidential source."""
    return [
        citation_of(citation, anchors.get(citation.pk)) for citation in citations if not citation.source.confidential
    ]


def citation_of(citation: Citation, anchor: Anchor | None) -> dict[str, Any]:
    """One citation: the source by id, its words, where they stand, and who speaks in them."""
    speaker = citation.speaker
    return {
        "id": str(citation.uid),
        "source": str(citation.source.uid),
        "quote": citation.quote,
        "locator": citation.locator,
        "stance": citation.stance,
        "translation": citation.translation,
        "speaker": {
            "label": speaker.label,
            "naming": speaker.naming,
            "description": speaker.description,
            "anonymity_reason": speaker.anonymity_reason,
            "directness": speaker.directness,
        }
        if speaker
        else None,
        "said_on": citation.said_on.isoformat() if citation.said_on else None,
        "reported_on": citation.reported_on.isoformat() if citation.reported_on else None,
        "anchor": anchor_of(anchor, citation.source) if anchor else None,
    }


def anchor_of(anchor: Anchor, source: Source) -> dict[str, Any]:
    """Where the words stand in a snapshot (W3C Web Annotation selectors).

    What stands around them is shown only where anybody may read the source: otherwise we would pass on more of it than
    the quote.
    """
    around = may_be_shown_around(source)
    return {
        "capture": anchor.capture.sha256,
        "prefix": anchor.prefix if around else "",
        "exact": anchor.exact,
        "suffix": anchor.suffix if around else "",
        "start": anchor.start,
        "end": anchor.end,
    }


def may_be_shown_around(source: Source) -> bool:
    """Whether the words around a quote may be published: the source is open to everybody and reserves no right."""
    return source.access == Access.OPEN and not source.confidential and "reserved" not in source.rights.casefold()


def claim(assertion: Assertion, assessed: Assessment, anchors: Anchors) -> dict[str, Any]:
    """One assertion: what was said, by whom and where, and apart from it what we make of it."""
    text, value = value_of(assertion)
    return {
        "id": str(assertion.uid),
        "kind": assertion.kind,
        "text": text,
        "value": value,
        "polarity": assertion.polarity,
        "modality": assertion.modality,
        "verification": assessed.verdict,
        "verification_computed": assessed.computed,
        "verification_reason": assertion.verification_reason,
        "origins": assessed.origins,
        "origin_groups": [[str(citation.uid) for citation in group] for group in assessed.groups],
        "credibility": assertion.credibility,
        "credibility_text": str(Credibility(assertion.credibility).label) if assertion.credibility else "",
        "confidence": assertion.confidence,
        "rationale": assertion.rationale,
        "role": assertion.role,
        "supersedes": str(assertion.supersedes.uid) if assertion.supersedes else None,
        "citations": public_citations(assertion.citations.all(), anchors),
    }


def value_of(assertion: Assertion) -> tuple[str, dict[str, Any]]:
    """The value in words and in fields; of one that is veiled from whoever is looking, only that it is there."""
    if assertion.veiled:
        return _("A claim that rests on a confidential source"), {}
    return _of_kind(assertion)


def _of_kind(assertion: Assertion) -> tuple[str, dict[str, Any]]:
    match assertion.kind:
        case "casualty":
            return _casualty(assertion.casualty)
        case "attribution":
            return _attribution(assertion.attribution)
        case "location":
            return _location(assertion.location)
        case "time":
            return _time(assertion.time)
        case "characteristic":
            return _characteristic(assertion.characteristic)
        case _:
            return _warning(assertion.warning_statement)


def _casualty(estimate: CasualtyEstimate) -> tuple[str, dict[str, Any]]:
    whom = "" if estimate.population == "all" else f" ({estimate.get_population_display().lower()})"
    return f"{estimate.verbatim} {estimate.get_measure_display().lower()}{whom}", {
        "measure": estimate.measure,
        "population": estimate.population,
        "attackers_included": estimate.attackers_included,
        "verbatim": estimate.verbatim,
        "quantifier": estimate.quantifier,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "rule": estimate.bound_rule,
        "as_of": estimate.as_of.isoformat() if estimate.as_of else None,
        "scope": estimate.scope,
    }


def _attribution(attribution: Attribution) -> tuple[str, dict[str, Any]]:
    return f"{attribution.actor.name}: {attribution.get_kind_display().lower()}", {
        "actor": attribution.actor.slug,
        "actor_name": attribution.actor.name,
        "ground": attribution.kind,
        "ground_text": attribution.get_kind_display(),
        "role": attribution.role,
        "role_text": attribution.get_role_display(),
        "claim_channel": attribution.claim_channel,
        "confidence_words": attribution.confidence_words,
    }


def _location(location: LocationAssertion) -> tuple[str, dict[str, Any]]:
    """Without its position: that is published once, by the precision class, as the incident's place."""
    return f"{location.place.name}, {location.get_precision_display().lower()}", {
        "role": location.role,
        "place": location.place.name,
        "country_code": location.place.country_code,
        "precision": location.precision,
        "method": location.method,
        "detail": location.detail,
    }


def _time(time: TimeAssertion) -> tuple[str, dict[str, Any]]:
    return say_span(time.span), {
        "edtf": time.edtf,
        "earliest": instant(time.earliest),
        "latest": instant(time.latest),
        "precision": time.precision,
        "timezone": time.timezone,
        "verbatim": time.verbatim,
    }


def _characteristic(fact: CharacteristicAssertion) -> tuple[str, dict[str, Any]]:
    vocabulary = CODES.get(fact.kind)
    label = str(vocabulary(fact.value).label) if vocabulary else fact.value
    return f"{CharacteristicKind(fact.kind).label}: {label.lower()}", {
        "characteristic": fact.kind,
        "code": fact.value,
        "label": label,
        "detail": fact.detail,
    }


def _warning(said: WarningStatement) -> tuple[str, dict[str, Any]]:
    return said.paraphrase, {
        "warning": str(said.warning.uid),
        "aspect": said.aspect,
        "paraphrase": said.paraphrase,
    }


def instant(moment: datetime) -> str:
    """An instant as RFC 3339 text in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
