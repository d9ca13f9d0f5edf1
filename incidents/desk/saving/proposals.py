"""Save what an editor made of a proposal."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import ProposalKind, ProposalState
from incidents.desk.forms.origin import OriginForm
from incidents.desk.prefill import Prefill
from incidents.desk.reads.zones import zone_in
from incidents.desk.saving.evidence import require_publisher
from incidents.models import Assertion, Capture, Incident, ProposalDecision, SourceDerivation
from incidents.rules.refusals import RefusedError
from incidents.selectors.proposals import proposals_for
from incidents.services.asserting import withdraw_claim
from incidents.services.inputs import TimeValue
from incidents.services.proposing import (
    NOTHING,
    Added,
    accept_derivation,
    accept_proposal,
    note_accepted,
    restore_proposal,
)
from incidents.services.sources import record_source


def save_accepted(*, actor: User, incident: Incident, capture: Capture, key: str, terms: dict[str, Any]) -> Assertion:
    """Accept a proposal as it was shown: a day in the time zone that its card names."""
    found = proposals_for(capture, incident=incident)
    added = NOTHING
    for one in found:
        if one.proposal.key == key and one.proposal.kind == ProposalKind.TIME:
            words = {name: str(one.proposal.value[name]) for name in ("when", "verbatim")}
            zone, day = zone_in((each.proposal for each in found), incident), capture.source.published_on
            added = Added(value=TimeValue(**words, timezone=zone, reported_on=day))
    return accept_proposal(actor=actor, incident=incident, capture=capture, key=key, added=added, **terms)


def save_undone(*, actor: User, incident: Incident, capture: Capture, key: str, terms: dict[str, Any]) -> None:
    """Take back what was decided: the claim is withdrawn, or the proposal waits again.

    Raises:
        RefusedError: nothing was decided, or it is recorded of the source.
    """
    held = ProposalDecision.objects.filter(capture=capture, incident=incident, key=key)
    decision = held.select_related("citation__assertion", "capture__source", "incident").first()
    if decision and decision.state == ProposalState.CLEARED:
        restore_proposal(actor=actor, decision=decision)
    elif decision and decision.citation and decision.citation.assertion:
        withdraw_claim(actor=actor, incident=incident, assertion=decision.citation.assertion, **terms)
    else:
        raise RefusedError(_("There is nothing to take back here."))


def note_proposed(*, actor: User, incident: Incident, prefill: Prefill, made: list[Assertion]) -> None:
    """Keep with the claim of a form which proposal filled it in."""
    if prefill.proposal and made:
        key = prefill.proposal.key
        note_accepted(actor=actor, incident=incident, capture=prefill.capture, key=key, assertion=made[0])


def save_origin(*, actor: User, capture: Capture, key: str, form: OriginForm) -> SourceDerivation:
    """Record that a source rests on another, which is on record or recorded now."""
    origin = form.chosen
    if origin is None:
        item = form.item(capture.source.lang)
        require_publisher(item, "origin_publisher")
        origin = record_source(actor=actor, item=item)
    return accept_derivation(actor=actor, capture=capture, key=key, origin=origin)
