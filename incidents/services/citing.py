"""Cite: tie what is recorded to the words of a source."""

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.models import (
    ActorRelation,
    Assertion,
    Citation,
    Incident,
    IncidentLink,
    Statement,
    SummarySentence,
)
from incidents.rules.refusals import RefusedError
from incidents.services.anchoring import anchor_citation, settle_alerts_of
from incidents.services.editing import editing
from incidents.services.inputs import Quote
from incidents.services.soundness import require_sound
from incidents.services.writing import write

Target = Assertion | Statement | IncidentLink | ActorRelation | SummarySentence

COLUMN: dict[type[Target], str] = {
    Assertion: "assertion",
    Statement: "statement",
    IncidentLink: "link",
    ActorRelation: "relation",
    SummarySentence: "sentence",
}


def cite(
    *, actor: User, incident: Incident, target: Target, quote: Quote, based_on: int | None = None, summary: str = ""
) -> Citation:
    """Add a citation to something of an incident.

    Raises:
        NotAllowedError, RefusedError: see ``editing``.
        ValidationError: neither a quote nor a place in the source, or a quote above 300 characters.
    """
    with editing(actor=actor, incident=incident, verb="cite", based_on=based_on, summary=summary):
        return write_citation(actor, target, quote)


def amend_citation(
    *, actor: User, incident: Incident, citation: Citation, quote: Quote, based_on: int | None = None, summary: str = ""
) -> Citation:
    """Change what a citation says; the earlier words stay in its history.

    Raises:
        NotAllowedError, RefusedError: see ``editing``; the citation is not of this incident.
        ValidationError: see ``cite``.
    """
    require_of(incident, citation)
    with editing(actor=actor, incident=incident, verb="amend_citation", based_on=based_on, summary=summary):
        for name, value in vars(quote).items():
            setattr(citation, name, value)
        write(citation)
        _require_sound(citation)
        anchor_citation(citation)
        settle_alerts_of(actor=actor, citation=citation)
    return citation


def uncite(
    *, actor: User, incident: Incident, citation: Citation, based_on: int | None = None, summary: str = ""
) -> None:
    """Take a citation back; its history keeps it.

    Raises:
        NotAllowedError, RefusedError: see ``editing``; the citation is not of this incident, or what is left does not
            carry our confidence.
    """
    require_of(incident, citation)
    with editing(actor=actor, incident=incident, verb="uncite", based_on=based_on, summary=summary):
        citation.delete()
        _require_sound(citation)


def _require_sound(citation: Citation) -> None:
    if citation.assertion:
        require_sound(citation.assertion)


def write_citation(actor: User, target: Target, quote: Quote) -> Citation:
    """Store a citation inside a transaction that the caller holds."""
    citation = Citation(recorded_by=actor, **{COLUMN[type(target)]: target}, **vars(quote))
    write(citation)
    anchor_citation(citation)
    return citation


def require_of(incident: Incident, citation: Citation) -> None:
    """Refuse a citation that belongs to another incident.

    Raises:
        RefusedError: it does.
    """
    owners = [citation.assertion, citation.statement, citation.link, citation.sentence]
    if not any(owner and owner.incident_id == incident.pk for owner in owners):
        raise RefusedError(_("This citation belongs to another incident."))
