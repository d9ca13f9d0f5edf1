"""Log an incident and say in our own words what it was."""

from typing import Final
from uuid import UUID, uuid4

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies, workflow
from incidents.choices import State
from incidents.models import Contribution, Incident, SummarySentence
from incidents.rules.refusals import StateConflictError
from incidents.services.citing import write_citation
from incidents.services.editing import editing
from incidents.services.inputs import Description, Quote
from incidents.services.notifying import tell_assigned
from incidents.services.withdrawals import end_looking
from incidents.services.writing import write

REOPENABLE: Final = frozenset({State.REJECTED, State.WITHDRAWN})


@transaction.atomic
def log_incident(
    *,
    actor: User,
    description: Description,
    parent: Incident | None = None,
    demonstration: bool = False,
    uid: UUID | None = None,
) -> Incident:
    """Open a draft. It gets its permanent id when it is first published, not before.

    ``uid`` is its internal id, where the caller must know the incident again; one is drawn otherwise.

    Raises:
        NotAllowedError: this person may not log incidents.
        ValidationError: the title is missing or too long.
    """
    policies.may_log(actor).require()
    incident = Incident(
        parent=parent,
        demonstration=demonstration,
        created_by=actor,
        assigned_to=actor,
        uid=uid or uuid4(),
        **vars(description),
    )
    with pghistory.context(user=actor.pk, verb="log_incident"):
        write(incident)
        Contribution.objects.create(incident=incident, by=actor, revision=incident.revision, verb="log_incident")
    return incident


def describe(
    *, actor: User, incident: Incident, description: Description, based_on: int | None = None, summary: str = ""
) -> Incident:
    """Change the title, the flags, the definition criteria or the note.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``.
        ValidationError: a field is wrong.
    """
    with editing(actor=actor, incident=incident, verb="describe", based_on=based_on, summary=summary) as held:
        for name, value in vars(description).items():
            setattr(held, name, value)
        write(held, only=[*vars(description), "changed_at"])
    return incident


def summarise(
    *,
    actor: User,
    incident: Incident,
    sentences: list[tuple[str, tuple[Quote, ...]]],
    based_on: int | None = None,
    summary: str = "",
) -> list[SummarySentence]:
    """Replace the summary by sentences of ours, each with its citations.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``.
        ValidationError: a sentence is empty or above 500 characters.
    """
    with editing(actor=actor, incident=incident, verb="summarise", based_on=based_on, summary=summary) as held:
        held.summary.all().delete()
        written = []
        for position, (text, quotes) in enumerate(sentences, start=1):
            sentence = SummarySentence(incident=held, position=position, text=text.strip())
            write(sentence)
            for quote in quotes:
                write_citation(actor, sentence, quote)
            written.append(sentence)
    return written


def assign(*, actor: User, incident: Incident, to: User | None) -> Incident:
    """Give the work to somebody, or to nobody. Not an edit: the revision stays.

    Raises:
        NotAllowedError: this person may not edit the incident.
    """
    policies.may_edit(actor, incident).require()
    with transaction.atomic(), pghistory.context(user=actor.pk, verb="assign"):
        given = to if to and to.pk != incident.assigned_to_id else None
        incident.assigned_to = to
        incident.save(update_fields=["assigned_to"])
        if given:
            tell_assigned(actor=actor, incident=incident, to=given)
    return incident


def reopen(*, actor: User, incident: Incident, reason: str) -> Incident:
    """Take a rejected or withdrawn incident up again.

    Raises:
        NotAllowedError: this takes the role of senior editor.
        StateConflictError: it is in neither state; a merge is undone instead.
    """
    policies.may_reopen(actor).require()
    if incident.state == State.MERGED:
        raise StateConflictError(_("This incident was merged into another. Undo the merge instead."))
    if incident.state not in REOPENABLE:
        raise StateConflictError(_("Only a rejected or withdrawn incident is taken up again."))
    workflow.move(incident, State.DRAFT, actor=actor, reason=reason)
    end_looking(incident)
    return incident
