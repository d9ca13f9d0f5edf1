"""Claims: the same ones stand, in the same words, with the same citations."""

from typing import Any, Final

from django.db import models

from incidents.choices import AssertionKind, Confidence, Verification
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
from incidents.rules.refusals import RefusedError
from incidents.selectors.content.claims import public_citations
from incidents.selectors.past import Past
from incidents.services.reverting.citations import CitationsBack
from incidents.services.reverting.rows import say_again
from incidents.services.soundness import require_sound

SAID: Final = (
    "polarity",
    "modality",
    "verification",
    "verification_reason",
    "credibility",
    "confidence",
    "rationale",
    "role",
    "supersedes_id",
)

VALUES: Final[dict[str, type[models.Model]]] = {
    AssertionKind.CASUALTY: CasualtyEstimate,
    AssertionKind.ATTRIBUTION: Attribution,
    AssertionKind.LOCATION: LocationAssertion,
    AssertionKind.TIME: TimeAssertion,
    AssertionKind.CHARACTERISTIC: CharacteristicAssertion,
    AssertionKind.WARNING: WarningStatement,
}
"""The typed child of each kind."""


def claims_back(held: Incident, past: Past, told: list[dict[str, Any]], citations: CitationsBack) -> None:
    """Let the claims of a document say again what they said; others that readers can see are withdrawn."""
    wanted = {claim["id"]: claim["citations"] for claim in told}
    then = {one.pk: one for one in past.rows(Assertion, "incident_id", {held.pk})}
    for assertion in Assertion.objects.filter(incident=held).with_evidence():
        said = then.get(assertion.pk)
        if said and str(assertion.uid) in wanted:
            _say_again(assertion, said, past)
            citations.restore(assertion, wanted[str(assertion.uid)])
            _keep_sound(assertion)
        elif assertion.verification != Verification.WITHDRAWN and public_citations(assertion.citations.all(), {}):
            assertion.verification, assertion.verification_reason = Verification.WITHDRAWN, ""
            assertion.save(update_fields=["verification", "verification_reason"])


def _say_again(assertion: Assertion, said: Assertion, past: Past) -> None:
    """Our assessment and the value; one that it took the place of and that has moved on is none of its past."""
    if said.supersedes and said.supersedes.incident_id != assertion.incident_id:
        said.supersedes = None
    say_again(assertion, said, SAID)
    child = VALUES[assertion.kind]
    value = child._default_manager.get(pk=assertion.pk)  # noqa: SLF001  documented, in spite of its name
    for then in past.rows(child, "assertion_id", {assertion.pk}):
        columns = [column.attname for column in child._meta.concrete_fields if not column.primary_key]  # noqa: SLF001
        say_again(value, then, columns)


def _keep_sound(assertion: Assertion) -> None:
    """High confidence rested perhaps on somebody whom nobody outside may know of, and who is gone."""
    try:
        require_sound(assertion)
    except RefusedError:
        assertion.confidence = Confidence.MODERATE
        assertion.save(update_fields=["confidence"])
