"""Merge an incident into another."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies, workflow
from incidents.choices import RegroupingKind, State
from incidents.models import Incident, Regrouping
from incidents.policies import CLOSED_STATES
from incidents.rules.refusals import RefusedError, StateConflictError
from incidents.services.editing import count_edit, editing, hold, lapse_review, mark_under_review
from incidents.services.regrouping.ledger import carry, everything_of
from incidents.services.writing import write


@transaction.atomic
def merge(*, actor: User, loser: Incident, survivor: Incident, reason: str) -> Regrouping:
    """Propose that two incidents are one: everything of the loser moves to the survivor, except its summary.

    The survivor becomes a pending change, which somebody else must approve. Readers go on seeing both, marked as under
    review, until the survivor is published; only then does the loser's address lead to it. Nothing of the
    survivor is written over, so it does not matter what others changed in it meanwhile.

    Raises:
        NotAllowedError: this takes a senior editor.
        RefusedError: one and the same, no reason, the loser has parts, or a public id would lead to none.
        StateConflictError: one of the two is closed.
    """
    policies.may_regroup(actor).require()
    _require_two(loser, survivor, reason)
    lost, living = hold(loser, survivor)
    _require_open(lost, living)
    with editing(actor=actor, incident=survivor, verb="merge", summary=reason) as held:
        regrouping = Regrouping(
            kind=RegroupingKind.MERGE,
            source=lost,
            target=held,
            reason=reason.strip(),
            source_revision=lost.revision + 1,
            target_revision=held.revision + 1,
            by=actor,
        )
        write(regrouping)
        carry(regrouping, everything_of(lost))
        _end(lost, held, actor, reason.strip())
    loser.refresh_from_db()
    return regrouping


def _require_two(loser: Incident, survivor: Incident, reason: str) -> None:
    if loser.pk == survivor.pk:
        raise RefusedError(_("An incident is not merged into itself. Choose the other one."), field="other")
    if not reason.strip():
        raise RefusedError(_("Say why the two are one: readers will see it."), field="reason")


def _require_open(lost: Incident, held: Incident) -> None:
    """Refuse what could not be undone, or would leave an address without an answer."""
    for one in (lost, held):
        if one.state in CLOSED_STATES:
            words = {"title": one.title, "state": State(one.state).label.lower()}
            raise StateConflictError(_("“%(title)s” is %(state)s: nothing is merged with it.") % words)
    if lost.published_number and not held.published_number:
        sentence = _("Readers know %(id)s and do not know the other one yet. Merge the other one into it.")
        raise RefusedError(sentence % {"id": lost.public_id}, field="other")
    if lost.parts.exclude(state=State.MERGED).exists():
        raise RefusedError(_("“%(title)s” has parts. Merge its parts first.") % {"title": lost.title}, field="other")


def _end(lost: Incident, survivor: Incident, actor: User, reason: str) -> None:
    """Close the loser. Its resolved values stay as they were, and are decided anew should it come back."""
    count_edit(lost, actor, "merge", reason)
    lapse_review(lost)
    lost.merged_into = survivor
    lost.save(update_fields=["merged_into"])
    workflow.move(lost, State.MERGED, actor=actor, reason=reason)
    mark_under_review(lost)
