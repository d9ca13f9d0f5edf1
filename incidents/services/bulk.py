"""Give many incidents to somebody at once, row by row with the result, and take it back.

This is all that is done in bulk. It moves no state and touches no content: what is approved and published is looked at
one by one (the database knows no other kind of bulk action).
"""

from collections.abc import Mapping
from typing import Final

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from incidents.choices import BulkKind
from incidents.models import BulkAction, BulkRow, Incident
from incidents.rules.refusals import NotAllowedError, RefusedError, StateConflictError
from incidents.selectors.assigning import plan
from incidents.services.editing import hold
from incidents.services.logging import assign
from incidents.services.writing import write

MOST: Final = 200


@transaction.atomic
def assign_all(*, actor: User, seen: Mapping[Incident, int | None], to: User | None, reason: str) -> BulkAction:
    """Give incidents to somebody, or to nobody. What a row refuses is said in its row; the others go on.

    ``seen`` says to whom each was assigned when the actor looked: what was given to somebody else since stays there.

    Raises:
        RefusedError: none are chosen, or too many.
        ValidationError: no reason is given.
    """
    if not seen:
        raise RefusedError(_("Choose at least one incident."))
    if len(seen) > MOST:
        raise RefusedError(_("Choose at most %(most)s incidents at once.") % {"most": MOST})
    bulk = BulkAction(kind=BulkKind.ASSIGN if to else BulkKind.UNASSIGN, to=to, reason=reason.strip(), by=actor)
    with pghistory.context(user=actor.pk, verb="assign_all"):
        write(bulk)
        looked_at = {one.pk: holder for one, holder in seen.items()}
        for planned in plan(actor, hold(*seen), to):
            incident, why_not = planned.incident, planned.why_not
            before = incident.assigned_to
            if not why_not and looked_at[incident.pk] != incident.assigned_to_id:
                why_not = _given_since(before)
            if not why_not:
                assign(actor=actor, incident=incident, to=to)
            write(BulkRow(bulk=bulk, incident=incident, before=before, done=not why_not, why_not=why_not))
    return bulk


@transaction.atomic
def undo_all(*, actor: User, bulk: BulkAction) -> BulkAction:
    """Give the incidents of a bulk action back to whoever had them, but for those that went on to somebody else since.

    Raises:
        NotAllowedError: only who did it, or a senior editor, takes it back.
        StateConflictError: it was taken back before.
    """
    held = BulkAction.objects.select_for_update().get(pk=bulk.pk)
    if held.by_id != actor.pk and not actor.has_role_of(Role.SENIOR):
        raise NotAllowedError(_("Only who did this, or a senior editor, takes it back."))
    if held.undone_at:
        raise StateConflictError(_("This was taken back already."))
    with pghistory.context(user=actor.pk, verb="undo_all"):
        rows = list(held.rows.filter(done=True).select_related("before", "incident"))
        fresh = {one.pk: one for one in hold(*(row.incident for row in rows))}
        for row in rows:
            _undo(actor, held, row, fresh[row.incident_id])
        held.undone_at, held.undone_by = timezone.now(), actor
        write(held, only=["undone_at", "undone_by"])
    bulk.refresh_from_db()
    return bulk


def _undo(actor: User, bulk: BulkAction, row: BulkRow, incident: Incident) -> None:
    """Give one back, or say why it stays where it is."""
    (planned,) = plan(actor, [incident], row.before)
    why_kept = _given_since(incident.assigned_to) if incident.assigned_to_id != bulk.to_id else planned.why_not
    if not why_kept:
        assign(actor=actor, incident=incident, to=row.before)
    row.undone, row.why_kept = not why_kept, why_kept
    write(row, only=["undone", "why_kept"])


def _given_since(holder: User | None) -> str:
    if holder:
        return _("It was given to %(name)s meanwhile, and stays there.") % {"name": holder.display_name}
    return _("It was taken from whoever had it meanwhile, and stays so.")
