"""How one public value follows from the recommended assertions of its field."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from django.utils.translation import gettext as _

from incidents.choices import (
    CODES,
    AssertionKind,
    CharacteristicKind,
    LocationRole,
    Polarity,
    Population,
    ResolutionPolicy,
)
from incidents.models import Assertion, CasualtyEstimate
from incidents.rules.dates import Span, say_span, span_of_days
from incidents.rules.quantities import say_quantity

if TYPE_CHECKING:
    from incidents.models import LocationAssertion


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A value, the columns it fills, and why: the policy, a sentence, and the assertions it rests on."""

    value: Any
    columns: dict[str, Any]
    policy: str
    reason: str
    grounds: list[Assertion]

    def because(self, reason: str) -> Self:
        """The same decision with an editor's own reason."""
        return replace(self, reason=reason)


def affirmed(kind: AssertionKind, assertions: list[Assertion]) -> list[Assertion]:
    """Those of one kind that say it is so."""
    return [one for one in assertions if one.kind == kind and one.polarity == Polarity.AFFIRMED]


def policy_for(number: int, asked: str | None) -> str:
    """The policy by which a value is decided when nobody asked for another."""
    if number == 1 and asked != ResolutionPolicy.EDITORS_CHOICE:
        return ResolutionPolicy.SINGLE_SOURCE
    return asked or ResolutionPolicy.RANGE_OF_RECOMMENDED


def reason_for(policy: str, number: int) -> str:
    """One sentence for readers that says why this value."""
    sentences = {
        ResolutionPolicy.SINGLE_SOURCE: _("One claim gives this value."),
        ResolutionPolicy.RANGE_OF_RECOMMENDED: _("The range over all %(number)s recommended claims."),
        ResolutionPolicy.NEWEST_OFFICIAL: _("The newest figure that an official gave."),
        ResolutionPolicy.HIGHEST_GRADED: _("The claim with the highest grade."),
        ResolutionPolicy.EDITORS_CHOICE: _("Chosen by an editor."),
    }
    return sentences[ResolutionPolicy(policy)] % {"number": number}


def occurred(assertions: list[Assertion], asked: str | None) -> Decision | None:
    """When: the span that holds every recommended time."""
    found = affirmed(AssertionKind.TIME, assertions)
    if not found:
        return None
    policy = policy_for(len(found), asked)
    found = _narrowed(found, policy)
    span = joined([one.time.span for one in found])
    return Decision(
        value={
            "earliest": span.earliest.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "latest": span.latest.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "precision": span.precision.value,
            "timezone": span.timezone,
            "edtf": span.edtf,
            "text": say_span(span),
        },
        columns={
            "occurred_earliest": span.earliest,
            "occurred_latest": span.latest,
            "occurred_precision": span.precision.value,
        },
        policy=policy,
        reason=reason_for(policy, len(found)),
        grounds=found,
    )


def place(assertions: list[Assertion], asked: str | None) -> Decision | None:
    """Where: the site of the highest grade; among equals the newest."""
    found = [one for one in affirmed(AssertionKind.LOCATION, assertions) if one.location.role == LocationRole.SITE]
    if not found:
        return None
    policy = policy_for(len(found), asked or ResolutionPolicy.HIGHEST_GRADED)
    best = best_graded(found)
    site: LocationAssertion = best.location
    return Decision(
        value={"place": site.place.name, "precision": site.precision},
        columns={
            "place": site.place,
            "point": site.point,
            "place_precision": site.precision,
            "uncertainty_m": site.uncertainty_m,
            "country_code": site.place.country_code,
            "province_code": site.place.province_code,
        },
        policy=policy,
        reason=reason_for(policy, len(found)),
        grounds=[best],
    )


def persons(measure: str, assertions: list[Assertion], asked: str | None) -> Decision | None:
    """How many: over everybody counted, by policy. No best value appears that no source gave."""
    found = [
        one
        for one in affirmed(AssertionKind.CASUALTY, assertions)
        if one.casualty.measure == measure and one.casualty.population == Population.ALL
    ]
    if not found:
        return None
    policy = policy_for(len(found), asked)
    found = _narrowed(found, policy)
    estimates = [one.casualty for one in found]
    low, best, high = bounds(estimates)
    text = estimates[0].verbatim if len(estimates) == 1 else say_quantity(low, best, high)
    return Decision(
        value={"low": low, "best": best, "high": high, "text": text},
        columns={f"{measure}_low": low, f"{measure}_best": best, f"{measure}_high": high},
        policy=policy,
        reason=reason_for(policy, len(found)),
        grounds=found,
    )


def codes(kind: CharacteristicKind, assertions: list[Assertion]) -> Decision | None:
    """Which codes: every one that a recommended assertion states."""
    found = [one for one in affirmed(AssertionKind.CHARACTERISTIC, assertions) if one.characteristic.kind == kind]
    if not found:
        return None
    vocabulary = CODES[kind]
    stated: dict[str, list[str]] = {}
    for one in found:
        stated.setdefault(one.characteristic.value, []).append(str(one.uid))
    policy = policy_for(len(found), None)
    return Decision(
        value=[
            {"code": code, "label": str(vocabulary(code).label), "claims": sorted(claims)}
            for code, claims in sorted(stated.items())
        ],
        columns={f"{kind.value}s" if kind != CharacteristicKind.TACTIC else "tactics": sorted(stated)},
        policy=policy,
        reason=reason_for(policy, len(found)),
        grounds=found,
    )


def bounds(estimates: list[CasualtyEstimate]) -> tuple[int | None, int | None, int | None]:
    """Low, best and high over several estimates: the widest bounds given, a best only where all that give one agree.

    A bound is null when no estimate supports it; an exact figure supports all three.
    """
    lows = [value for one in estimates if (value := first(one.low, one.best)) is not None]
    highs = [value for one in estimates if (value := first(one.high, one.best)) is not None]
    bests = {one.best for one in estimates if one.best is not None}
    if len(estimates) == 1:
        return estimates[0].low, estimates[0].best, estimates[0].high
    return min(lows, default=None), bests.pop() if len(bests) == 1 else None, max(highs, default=None)


def joined(spans: list[Span]) -> Span:
    """The one span, or the days from the first of several to the last."""
    if len(set(spans)) == 1:
        return spans[0]
    first_day, last_day = min(one.first_day for one in spans), max(one.last_day for one in spans)
    return span_of_days(first_day, last_day, timezone=spans[0].timezone)


def first(*values: int | None) -> int | None:
    """The first value that is given."""
    return next((value for value in values if value is not None), None)


def best_graded(found: list[Assertion]) -> Assertion:
    """The assertion of the highest credibility; among equals the newest."""
    return min(found, key=lambda one: (one.credibility or 6, -one.pk))


def _narrowed(found: list[Assertion], policy: str) -> list[Assertion]:
    """The assertions that a policy rests on."""
    if policy == ResolutionPolicy.HIGHEST_GRADED:
        return [best_graded(found)]
    if policy == ResolutionPolicy.NEWEST_OFFICIAL:
        official = [one for one in found if any(_official(citation) for citation in one.citations.all())]
        return [max(official or found, key=_reported)]
    return found


def _official(citation: Any) -> bool:
    """Whether the words are an official's: of a speaker who belongs to a state body."""
    speaker = citation.speaker
    return bool(speaker and speaker.actor and speaker.actor.kind == "state_body")


def _reported(assertion: Assertion) -> tuple[str, int]:
    """When a figure held, or was reported; later is greater."""
    days = [citation.reported_on for citation in assertion.citations.all() if citation.reported_on]
    day = assertion.casualty.as_of if assertion.kind == AssertionKind.CASUALTY else None
    newest = day or max(days, default=None)
    return newest.isoformat() if newest else "", assertion.pk
