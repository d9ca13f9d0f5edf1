"""Claims as they are answered: the value as it can be sent again, and as the record will give it."""

from typing import Any

from incidents.choices import AssertionKind, DatePrecision, Verification
from incidents.drafting.saving.claims import ASSESSED
from incidents.drafting.shapes.fields import iso
from incidents.drafting.showing.evidence import Answer, citations
from incidents.models import Assertion, LocationAssertion, Warning  # noqa: A004
from incidents.rules.dates import Span, say_readably, say_span
from incidents.selectors.assessment import DECIDED
from incidents.selectors.content.claims import value_of

COPIED: dict[str, tuple[str, ...]] = {
    AssertionKind.CASUALTY.value: ("verbatim", "measure", "population", "attackers_included", "scope"),
    AssertionKind.ATTRIBUTION.value: ("role", "claim_channel", "confidence_words"),
    AssertionKind.LOCATION.value: ("precision", "uncertainty_m", "role", "method", "detail"),
    AssertionKind.TIME.value: ("timezone", "verbatim"),
    AssertionKind.CHARACTERISTIC.value: ("detail",),
    AssertionKind.WARNING.value: ("aspect", "paraphrase"),
}
"""Members that are called as the model's fields are."""


def claim(found: Assertion) -> Answer:
    """A claim that was veiled for whoever asks."""
    text, read_as = value_of(found)
    return {
        "id": str(found.uid),
        "kind": found.kind,
        "text": text,
        "withheld": found.veiled,
        "value": {} if found.veiled else value_as_sent(found),
        "read_as": read_as,
        **{name: getattr(found, name) for name in ASSESSED},
        "supersedes": str(found.supersedes.uid) if found.supersedes else None,
        "citations": citations(found.citations.all()),
    }


def as_sent(found: Assertion) -> Answer:
    """A claim as it can be sent again, but for its citations, which stay."""
    assessed = {name: getattr(found, name) for name in ASSESSED}
    if found.verification not in DECIDED:
        assessed["verification"] = Verification.UNREVIEWED.value
    return {"kind": found.kind, "value": value_as_sent(found), **assessed}


def value_as_sent(found: Assertion) -> Answer:
    """What is claimed, as it can be sent again."""
    child = _child(found)
    value = {name: getattr(child, name) for name in COPIED[found.kind]}
    match found.kind:
        case AssertionKind.CASUALTY:
            return value | {"as_of": iso(child.as_of)}
        case AssertionKind.ATTRIBUTION:
            return value | {"actor": {"name": child.actor.name, "kind": child.actor.kind}, "ground": child.kind}
        case AssertionKind.LOCATION:
            return value | _position(child)
        case AssertionKind.TIME:
            return value | {"when": say_readably(child.span)}
        case AssertionKind.CHARACTERISTIC:
            return value | {"characteristic": child.kind, "code": child.value}
    return value | {"warning": str(child.warning.uid)}


def _child(found: Assertion) -> Any:
    name = "warning_statement" if found.kind == AssertionKind.WARNING else found.kind
    return getattr(found, name)


def _position(location: LocationAssertion) -> Answer:
    point = location.point
    return {
        "place": location.place_id,
        "latitude": point.y if point else None,
        "longitude": point.x if point else None,
    }


def given(warning: Warning) -> Answer:
    """A warning itself, as it can be sent again, but for when it was conveyed and which source disclosed it: those stay
    while nothing else is sent."""
    return {
        "warner": {"name": warning.warner.name, "kind": warning.warner.kind},
        "recipient": {"name": warning.recipient.name, "kind": warning.recipient.kind},
        "basis": warning.basis,
        "basis_wording": warning.basis_wording,
        "channel": warning.channel,
        "intermediary": warning.intermediary,
        "specificity": {axis: getattr(warning, f"specific_{axis}") for axis in ("place", "time", "target", "actor")},
        "disclosed_on": iso(warning.disclosed_on),
        "outcome": warning.outcome,
    }


def conveyed(warning: Warning) -> str | None:
    """When a warning was conveyed, in words; None where that is not known."""
    first, last = warning.conveyed_earliest, warning.conveyed_latest
    if not first or not last:
        return None
    return say_span(Span(first, last, DatePrecision(warning.conveyed_precision), "UTC", ""))
