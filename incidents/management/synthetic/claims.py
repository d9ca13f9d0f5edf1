"""The claims of a synthetic document, in the shape of ``selectors.content.claims``."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from django.utils import translation

from incidents.choices import (
    CODES,
    AttributionKind,
    AttributionRole,
    CharacteristicKind,
    LocationMethod,
    LocationRole,
    Modality,
    PlacePrecision,
    Polarity,
    Population,
    Quantifier,
    Stance,
    Verification,
    YesNoUnknown,
)
from incidents.management.synthetic.inventing import Invented
from incidents.models import Actor
from incidents.selectors.content.claims import instant

Document = dict[str, Any]

COMMON: Final = {
    "polarity": Polarity.AFFIRMED.value,
    "modality": Modality.FACT.value,
    "credibility": None,
    "credibility_text": "",
    "confidence": "",
    "rationale": "",
    "role": "recommended",
    "supersedes": None,
}
CITATION: Final = {
    "quote": "",
    "locator": "whole work",
    "stance": Stance.SUPPORTS.value,
    "translation": "",
    "speaker": None,
    "said_on": None,
    "reported_on": None,
    "anchor": None,
}


def stated(told: Document, sources: list[str], new_id: Callable[[], str]) -> Document:
    """The claim with its citations, one of each source."""
    verification = Verification.CORROBORATED if len(sources) > 1 else Verification.SINGLE_ORIGIN
    citations = [{**CITATION, "id": new_id(), "source": source} for source in sources]
    return {
        **COMMON,
        "id": new_id(),
        "verification": verification.value,
        "verification_computed": verification.value,
        "verification_reason": "",
        "origins": len(sources),
        "origin_groups": [[citation["id"]] for citation in citations],
        "citations": citations,
        **told,
    }


def timed(one: Invented) -> Document:
    """When it happened."""
    span = one.span
    value = {
        "edtf": span.edtf,
        "earliest": instant(span.earliest),
        "latest": instant(span.latest),
        "precision": span.precision.value,
        "timezone": span.timezone,
        "verbatim": "",
    }
    return {"kind": "time", "text": one.words, "value": value}


def located(one: Invented, place: str, precision: PlacePrecision) -> Document:
    """Where it happened."""
    value = {
        "role": LocationRole.SITE.value,
        "place": place,
        "country_code": one.town.country,
        "precision": precision.value,
        "method": LocationMethod.STATED.value,
        "detail": "",
    }
    return {"kind": "location", "text": f"{place}, {_said(precision)}", "value": value}


@lru_cache(maxsize=200)
def coded(kind: CharacteristicKind, code: str) -> Document:
    """A coded fact."""
    words = label(CODES[kind](code))
    value = {"characteristic": kind.value, "code": code, "label": words, "detail": ""}
    return {"kind": "characteristic", "text": f"{label(kind)}: {words.lower()}", "value": value}


@lru_cache(maxsize=200)
def counted(measure: str, count: int) -> Document:
    """How many."""
    value = {
        "measure": measure,
        "population": Population.ALL.value,
        "attackers_included": YesNoUnknown.UNKNOWN.value,
        "verbatim": str(count),
        "quantifier": Quantifier.EXACT.value,
        "low": count,
        "best": count,
        "high": count,
        "rule": "exact-n: low n, best n, high n",
        "as_of": None,
        "scope": "",
    }
    return {"kind": "casualty", "text": f"{count} {measure}", "value": value}


@lru_cache(maxsize=200)
def attributed(group: Actor, ground: AttributionKind) -> Document:
    """Who is named, and on what ground."""
    words = label(ground)
    value = {
        "actor": group.slug,
        "actor_name": group.name,
        "ground": ground.value,
        "ground_text": words,
        "role": AttributionRole.CARRIED_OUT.value,
        "role_text": label(AttributionRole.CARRIED_OUT),
        "claim_channel": "",
        "confidence_words": "",
    }
    denied = ground == AttributionKind.DENIAL
    return {
        "kind": "attribution",
        "text": f"{group.name}: {words.lower()}",
        "value": value,
        "polarity": (Polarity.DENIED if denied else Polarity.AFFIRMED).value,
        "modality": (Modality.FACT if ground == AttributionKind.COURT_FINDING else Modality.ALLEGED).value,
    }


def _said(precision: PlacePrecision) -> str:
    return label(precision).lower()


@lru_cache(maxsize=200)
def label(choice: Any) -> str:
    """The English label of a choice."""
    with translation.override("en"):
        return str(choice.label)
