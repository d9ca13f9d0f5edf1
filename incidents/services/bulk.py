"""Give many incidents to somebody at once, or put a tag on them, row by row with the result, and take it back.

This is all that is done in bulk. It moves no state and touches no content: what is approved and published is looked at
one by one (the database knows no other kind of bulk action).
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from incidents.choices import BulkKind
from incidents.models import BulkAction, BulkRow, Incident, Tag
from incidents.rules.refusals import NotAllowedError, RefusedError, StateConflictError
from incidents.selectors.assigning import plan, plan_tag
from incidents.selectors.entries import living
from incidents.services.editing import hold
from incidents.services.logging import assign
from incidents.services.tagging import change_tags
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
    _require_some(seen)
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
def tag_all(*, actor: User, incidents: Collection[Incident], tag: Tag, put: bool, reason: str) -> BulkAction:
    """Put a tag on incidents, or take it off. What a row refuses is said in its row; the others go on.

    Raises:
        RefusedError: none are chosen, or too many.
        ValidationError: no reason is given.
    """
    _require_some(incidents)
    kept = living(tag)
    bulk = BulkAction(kind=BulkKind.TAG if put else BulkKind.UNTAG, tag=kept, reason=reason.strip(), by=actor)
    with pghistory.context(user=actor.pk, verb="tag_all"):
        write(bulk)
        for planned in plan_tag(actor, hold(*incidents), kept, put=put):
            incident, why_not = planned.incident, planned.why_not
            if not why_not:
                _set(actor, incident, kept, there=put)
            write(BulkRow(bulk=bulk, incident=incident, done=not why_not, why_not=why_not))
    return bulk


@transaction.atomic
def undo_all(*, actor: User, bulk: BulkAction) -> BulkAction:
    """Take a bulk action back, row by row, but for what others changed since.

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
            incident = fresh[row.incident_id]
            why_kept = _untag(actor, held, held.tag, incident) if held.tag else _give_back(actor, held, row, incident)
            row.undone, row.why_kept = not why_kept, why_kept
            write(row, only=["undone", "why_kept"])
        held.undone_at, held.undone_by = timezone.now(), actor
        write(held, only=["undone_at", "undone_by"])
    bulk.refresh_from_db()
    return bulk


def _give_back(actor: User, bulk: BulkAction, row: BulkRow, incident: Incident) -> str:
    """Give one back to whoever had it; or why it stays where it is."""
    (planned,) = plan(actor, [incident], row.before)
    why_kept = _given_since(incident.assigned_to) if incident.assigned_to_id != bulk.to_id else planned.why_not
    if not why_kept:
        assign(actor=actor, incident=incident, to=row.before)
    return why_kept


def _untag(actor: User, bulk: BulkAction, tag: Tag, incident: Incident) -> str:
    """Take a tag off that was put on, or put it on again; or why all stays as it is."""
    kept, there = living(tag), bulk.kind == BulkKind.UNTAG
    (planned,) = plan_tag(actor, [incident], kept, put=there)
    if not planned.why_not:
        _set(actor, incident, kept, there=there)
    return planned.why_not


def _set(actor: User, incident: Incident, tag: Tag, *, there: bool) -> None:
    change_tags(actor=actor, incident=incident, put=[tag] if there else [], take=[] if there else [tag])


def _require_some(incidents: Iterable[Incident]) -> None:
    number = len(list(incidents))
    if not number:
        raise RefusedError(_("Choose at least one incident."))
    if number > MOST:
        raise RefusedError(_("Choose at most %(most)s incidents at once.") % {"most": MOST})


def _given_since(holder: User | None) -> str:
    if holder:
        return _("It was given to %(name)s meanwhile, and stays there.") % {"name": holder.display_name}
    return _("It was taken from whoever had it meanwhile, and stays so.")
