"""Record what surrounds an incident: warnings, reactions and links to other incidents."""

from contextlib import ExitStack
from typing import Any

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import LinkKind
from incidents.models import Incident, IncidentLink, Statement, Warning  # noqa: A004
from incidents.rules.refusals import RefusedError
from incidents.services.citing import write_citation
from incidents.services.editing import editing, hold
from incidents.services.inputs import Quote, WarningGiven, Wording
from incidents.services.writing import write

CAUSAL = frozenset({LinkKind.RETALIATION_FOR, LinkKind.AFTERMATH, LinkKind.BACKGROUND, LinkKind.SAME_OPERATION})
"""Kinds of link that say why, and are therefore always "as asserted by" somebody who is cited."""


@transaction.atomic
def record_warning(*, actor: User, given: WarningGiven) -> Warning:
    """Record a warning; what is said about it comes as assertions (``WarningValue``).

    Raises:
        NotAllowedError: this person may not.
        ValidationError: a field is wrong.
    """
    policies.may_log(actor).require()
    warning = Warning(recorded_by=actor, **fields_of(given))
    with pghistory.context(user=actor.pk, verb="record_warning"):
        write(warning)
    return warning


def warn_of(
    *, actor: User, incident: Incident, warning: Warning, based_on: int | None = None, summary: str = ""
) -> None:
    """Say that a warning was about this incident.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``.
    """
    with editing(actor=actor, incident=incident, verb="warn_of", based_on=based_on, summary=summary):
        pghistory.context(warning=warning.pk)  # what the edit is about: no row of the warning changes
        warning.incidents.add(incident)


@transaction.atomic
def amend_warning(
    *,
    actor: User,
    incident: Incident,
    warning: Warning,
    given: WarningGiven,
    based_on: int | None = None,
    summary: str = "",
) -> Warning:
    """Change what is recorded of a warning itself; what is said about it are claims (``amend_claim``).

    It is an edit of every open incident that the warning was about: each counts a revision and lapses its approvals.
    What is closed is left alone. ``based_on`` is the revision of ``incident``, from whose page the change is made.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``, for each of these incidents; or the warning
            is none of this one's.
        ValidationError: a field is wrong.
    """
    linked = list(warning.incidents.order_by("pk"))
    if incident not in linked:
        raise RefusedError(_("This belongs to another incident."))
    with ExitStack() as edits:
        for held in hold(*linked):
            seen = based_on if held.pk == incident.pk else None
            if held.pk == incident.pk or held.state not in policies.CLOSED_STATES:
                edits.enter_context(
                    editing(actor=actor, incident=held, verb="amend_given_warning", based_on=seen, summary=summary)
                )
        for name, value in fields_of(given).items():
            setattr(warning, name, value)
        write(warning)
    incident.refresh_from_db()
    return warning


def fields_of(given: WarningGiven) -> dict[str, Any]:
    """A warning's columns."""
    fields = {name: value for name, value in vars(given).items() if name != "specificity"}
    return fields | {f"specific_{axis}": level for axis, level in given.specificity.items()}


def state(
    *,
    actor: User,
    incident: Incident,
    statement: Statement,
    citations: tuple[Quote, ...],
    based_on: int | None = None,
    summary: str = "",
) -> Statement:
    """Record a reaction or an analysis, given as an unsaved statement; it changes no value of the incident.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or it is not cited.
        ValidationError: a field is wrong.
    """
    if not citations:
        raise RefusedError(_("Cite where this was said."), field="citations")
    with editing(actor=actor, incident=incident, verb="state", based_on=based_on, summary=summary) as held:
        statement.incident, statement.recorded_by = held, actor
        write(statement)
        for quote in citations:
            write_citation(actor, statement, quote)
    return statement


def amend_statement(
    *,
    actor: User,
    incident: Incident,
    statement: Statement,
    wording: Wording,
    based_on: int | None = None,
    summary: str = "",
) -> Statement:
    """Change in which words a reaction stands, and its day. Who said it and where are its citations.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or it is of another incident.
        ValidationError: a field is wrong.
    """
    if statement.incident_id != incident.pk:
        raise RefusedError(_("This belongs to another incident."))
    with editing(actor=actor, incident=incident, verb="amend_statement", based_on=based_on, summary=summary):
        statement.paraphrase, statement.made_on = wording.paraphrase, wording.made_on
        write(statement)
    return statement


def link(
    *,
    actor: User,
    incident: Incident,
    to: IncidentLink,
    citations: tuple[Quote, ...] = (),
    based_on: int | None = None,
    summary: str = "",
) -> IncidentLink:
    """Link an incident to another; ``to`` is an unsaved link that names the other, the kind and a note.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or a causal link is not cited.
        ValidationError: a field is wrong, or the link is already on record.
    """
    if to.kind in CAUSAL and not citations:
        raise RefusedError(_("A link that says why needs a citation: as asserted by whom?"), field="citations")
    with editing(actor=actor, incident=incident, verb="link", based_on=based_on, summary=summary) as held:
        to.incident, to.recorded_by = held, actor
        write(to)
        for quote in citations:
            write_citation(actor, to, quote)
    return to


def remove(
    *, actor: User, incident: Incident, child: Statement | IncidentLink, based_on: int | None = None, summary: str = ""
) -> None:
    """Take a reaction or a link back; its history keeps it.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or it is of another incident.
    """
    if child.incident_id != incident.pk:
        raise RefusedError(_("This belongs to another incident."))
    with editing(actor=actor, incident=incident, verb="remove", based_on=based_on, summary=summary):
        child.delete()
