"""Open the draft of a new incident, with what was decided about those that look like it."""

from collections.abc import Iterable

from accounts.models import User
from incidents.choices import LinkKind
from incidents.desk.forms.incident import DescriptionForm
from incidents.desk.forms.matching import CandidateForm
from incidents.models import Incident, IncidentLink
from incidents.services.context import link
from incidents.services.logging import log_incident
from incidents.services.regrouping.duplicates import decide_no_duplicate


def save_new_incident(*, actor: User, form: DescriptionForm, others: Iterable[CandidateForm]) -> Incident:
    """Log an incident, and record how it stands to each candidate."""
    incident = log_incident(actor=actor, description=form.description())
    for one in others:
        _tie(actor, incident, one)
    return incident


def _tie(actor: User, incident: Incident, answered: CandidateForm) -> None:
    kind, reason = answered.text("answer"), answered.text("reason")
    if kind == LinkKind.NOT_A_DUPLICATE:
        decide_no_duplicate(actor=actor, incident=incident, other=answered.candidate, reason=reason)
    else:
        link(actor=actor, incident=incident, to=IncidentLink(other=answered.candidate, kind=kind, note=reason))
