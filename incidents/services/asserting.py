"""Assert: record what somebody said of an incident, as a typed value with its citations."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import AssertionRole, LocationMethod, PlacePrecision, Quantifier, Verification
from incidents.models import (
    Assertion,
    Attribution,
    CasualtyEstimate,
    CharacteristicAssertion,
    Incident,
    LocationAssertion,
    TimeAssertion,
    WarningStatement,
)
from incidents.rules.dates import DateNotUnderstoodError, read_date
from incidents.rules.precision import finest_allowed, rank
from incidents.rules.quantities import read_quantity
from incidents.rules.refusals import RefusedError
from incidents.selectors.assessment import DECIDED
from incidents.services.citing import write_citation
from incidents.services.editing import editing
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    CharacteristicValue,
    Claim,
    LocationValue,
    TimeValue,
    Value,
    WarningValue,
)
from incidents.services.soundness import require_sound, require_verdict
from incidents.services.writing import write


def assert_claim(
    *, actor: User, incident: Incident, claim: Claim, based_on: int | None = None, summary: str = ""
) -> Assertion:
    """Record an assertion of any kind with its citations.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or the words cannot be read.
        ValidationError: a field is wrong.
    """
    with editing(actor=actor, incident=incident, verb=f"assert_{claim.value.kind}", based_on=based_on, summary=summary):
        return _record(actor, incident, claim)


def assert_claims(
    *,
    actor: User,
    incident: Incident,
    claims: Iterable[Claim],
    based_on: int | None = None,
    summary: str = "",
) -> list[Assertion]:
    """Record several assertions with their citations as one edit: all of them, or none.

    Raises:
        As ``assert_claim``.
    """
    with editing(actor=actor, incident=incident, verb="assert_claims", based_on=based_on, summary=summary):
        return [_record(actor, incident, claim) for claim in claims]


def amend_claim(
    *,
    actor: User,
    incident: Incident,
    assertion: Assertion,
    claim: Claim,
    based_on: int | None = None,
    summary: str = "",
) -> Assertion:
    """Change the value or our assessment of an assertion. Its citations stay; ``claim.citations`` are added.

    Raises:
        As ``assert_claim``; RefusedError also when the assertion is of another incident or kind.
    """
    if assertion.incident_id != incident.pk or assertion.kind != claim.value.kind:
        raise RefusedError(_("This claim belongs to another incident or is of another kind."))
    if assertion.verification == Verification.WITHDRAWN:
        raise RefusedError(_("This claim was taken back. Record it anew if it is made again."))
    with editing(actor=actor, incident=incident, verb=f"amend_{claim.value.kind}", based_on=based_on, summary=summary):
        for name, value in _assessment(claim).items():
            setattr(assertion, name, value)
        _write(actor, assertion, claim)
    return assertion


def withdraw_claim(
    *, actor: User, incident: Incident, assertion: Assertion, based_on: int | None = None, summary: str = ""
) -> Assertion:
    """Take an assertion back: it stays on record, marked withdrawn, and no public value rests on it.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``.
    """
    if assertion.incident_id != incident.pk:
        raise RefusedError(_("This claim belongs to another incident."))
    with editing(actor=actor, incident=incident, verb="withdraw_claim", based_on=based_on, summary=summary):
        assertion.verification = Verification.WITHDRAWN
        assertion.save(update_fields=["verification"])
    return assertion


def supersede(
    *, actor: User, incident: Incident, old: Assertion, new: Assertion, based_on: int | None = None, summary: str = ""
) -> Assertion:
    """Say that a newer assertion takes the place of an older one, which stays on record.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or the two are not of one kind and incident.
    """
    if {old.incident_id, new.incident_id} != {incident.pk} or old.kind != new.kind or old == new:
        raise RefusedError(_("A claim takes the place of an older one of the same kind and incident."))
    with editing(actor=actor, incident=incident, verb="supersede", based_on=based_on, summary=summary):
        old.role = AssertionRole.SUPERSEDED
        old.save(update_fields=["role"])
        new.supersedes = old
        new.save(update_fields=["supersedes"])
    return new


def _record(actor: User, incident: Incident, claim: Claim) -> Assertion:
    """Write a claim of an incident that the caller holds."""
    assertion = Assertion(incident=incident, kind=claim.value.kind, recorded_by=actor, **_assessment(claim))
    return _write(actor, assertion, claim)


def _write(actor: User, assertion: Assertion, claim: Claim) -> Assertion:
    """Store an assertion with its value and its citations, if our assessment says no more than they carry."""
    write(assertion)
    write(_child(claim.value, assertion))
    for quote in claim.citations:
        write_citation(actor, assertion, quote)
    require_sound(assertion)
    return assertion


def _assessment(claim: Claim) -> dict[str, object]:
    require_verdict(claim.verification, claim.verification_reason)
    decided = claim.verification in DECIDED
    return {
        "verification": claim.verification if decided else Verification.UNREVIEWED,
        "verification_reason": claim.verification_reason.strip() if decided else "",
        "polarity": claim.polarity,
        "modality": claim.modality,
        "credibility": claim.credibility,
        "confidence": claim.confidence,
        "rationale": claim.rationale.strip(),
        "role": claim.role,
    }


def _child(value: Value, assertion: Assertion) -> models.Model:
    match value:
        case CasualtyValue():
            return _casualty(value, assertion)
        case AttributionValue(actor=named, ground=ground):
            return Attribution(
                assertion=assertion,
                actor=named,
                kind=ground,
                role=value.role,
                claim_channel=value.claim_channel,
                confidence_words=value.confidence_words,
            )
        case LocationValue():
            return _location(value, assertion)
        case TimeValue():
            return _time(value, assertion)
        case CharacteristicValue(characteristic=kind, code=code, detail=detail):
            return CharacteristicAssertion(assertion=assertion, kind=kind, value=code, detail=detail)
        case WarningValue(warning=warning, aspect=aspect, paraphrase=paraphrase):
            return WarningStatement(assertion=assertion, warning=warning, aspect=aspect, paraphrase=paraphrase)


def _casualty(value: CasualtyValue, assertion: Assertion) -> CasualtyEstimate:
    quantity = read_quantity(value.verbatim)
    if quantity is None:
        raise RefusedError(
            _("“%(words)s” has no figure that we can read. Give the source's words, such as “nearly 100” or “84”.")
            % {"words": value.verbatim},
            field="verbatim",
        )
    return CasualtyEstimate(
        assertion=assertion,
        measure=value.measure,
        population=value.population,
        attackers_included=value.attackers_included,
        verbatim=value.verbatim.strip(),
        quantifier=quantity.quantifier or Quantifier.VAGUE,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        bound_rule=quantity.rule,
        as_of=value.as_of,
        scope=value.scope,
    )


def _location(value: LocationValue, assertion: Assertion) -> LocationAssertion:
    precision, method = PlacePrecision(value.precision), LocationMethod(value.method)
    if rank(precision) < rank(finest_allowed(method)):
        raise RefusedError(
            _("“%(method)s” allows no finer precision than “%(finest)s”.")
            % {"method": method.label, "finest": finest_allowed(method).label},
            field="precision",
        )
    return LocationAssertion(
        assertion=assertion,
        role=value.role,
        place=value.place,
        point=value.point,
        precision=precision,
        uncertainty_m=value.uncertainty_m,
        method=method,
        detail=value.detail,
    )


def _time(value: TimeValue, assertion: Assertion) -> TimeAssertion:
    try:
        span = read_date(value.when, timezone=value.timezone, reported_on=value.reported_on)
    except DateNotUnderstoodError as error:
        raise RefusedError(str(error), field="when") from error
    return TimeAssertion(
        assertion=assertion,
        earliest=span.earliest,
        latest=span.latest,
        precision=span.precision,
        timezone=span.timezone,
        edtf=span.edtf,
        verbatim=value.verbatim,
    )
