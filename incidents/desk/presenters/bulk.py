"""A bulk action in words: row by row what would become of it, and what did."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.roles import Role
from incidents.choices import BulkKind
from incidents.models import BulkAction, BulkRow, Incident, Tag
from incidents.selectors.assigning import Planned


def planned_rows(planned: Sequence[Planned], told: str) -> list[dict[str, Any]]:
    """Each incident, who has it, and what would be done: what is ``told``, unless something stands against it."""
    return [
        {
            **_of(one.incident),
            "had": one.incident.assigned_to.display_name if one.incident.assigned_to else "",
            "done": not one.why_not,
            "told": one.why_not or told,
        }
        for one in planned
    ]


def goes_to(to: User | None) -> str:
    """What would become of an incident that is given to somebody, or to nobody."""
    return _("Goes to %(name)s") % {"name": to.display_name} if to else _("Goes to nobody")


def gets(tag: Tag | None, *, put: bool) -> str:
    """What would become of an incident that gets a tag, or loses one."""
    words = _("Gets the tag “%(name)s”") if put else _("Loses the tag “%(name)s”")
    return words % {"name": tag.name if tag else ""}


def plan_in_words(planned: Sequence[Planned]) -> str:
    """How many would change."""
    number = sum(1 for one in planned if not one.why_not)
    words = {"count": number, "all": len(planned)}
    if not number:
        return _("None of them would change.")
    return ngettext("%(count)s of %(all)s would change.", "%(count)s of %(all)s would change.", number) % words


def title(bulk: BulkAction) -> str:
    """What was done."""
    if bulk.tag:
        words = _("Tagged “%(name)s”") if bulk.kind == BulkKind.TAG else _("The tag “%(name)s” taken off")
        return words % {"name": bulk.tag.name}
    if bulk.to:
        return _("Assigned to %(name)s") % {"name": bulk.to.display_name}
    return _("Taken from whoever had them")


def result_rows(bulk: BulkAction, rows: Sequence[BulkRow]) -> list[dict[str, Any]]:
    """Each incident with what became of it."""
    return [
        {
            **_of(row.incident),
            "had": _had(bulk, row),
            "done": row.done,
            "told": _told(bulk, row),
        }
        for row in rows
    ]


def result_in_words(rows: Sequence[BulkRow]) -> str:
    """How many changed."""
    words = {"count": sum(1 for row in rows if row.done), "all": len(rows)}
    return _("%(count)s of %(all)s changed.") % words


def undoable(bulk: BulkAction, rows: Sequence[BulkRow], person: User) -> bool:
    """Whether this person can take it back."""
    theirs = bulk.by_id == person.pk or person.has_role_of(Role.SENIOR)
    return theirs and not bulk.undone_at and any(row.done for row in rows)


def _told(bulk: BulkAction, row: BulkRow) -> str:
    if row.undone:
        return _("Taken back: it is as it was.") if bulk.tag else _("Taken back: it is where it was.")
    return row.why_not or row.why_kept or (_tagged(bulk) if bulk.tag else _went_to(bulk.to))


def _had(bulk: BulkAction, row: BulkRow) -> str:
    holder = row.incident.assigned_to if bulk.tag else row.before
    return holder.display_name if holder else ""


def _tagged(bulk: BulkAction) -> str:
    return _("Got the tag") if bulk.kind == BulkKind.TAG else _("Lost the tag")


def _went_to(to: User | None) -> str:
    return _("Went to %(name)s") % {"name": to.display_name} if to else _("Is assigned to nobody")


def _of(incident: Incident) -> dict[str, Any]:
    return {
        "uid": str(incident.uid),
        "title": incident.title,
        "url": reverse("desk:incident", kwargs={"uid": incident.uid}),
        "state": incident.get_state_display(),
        "holder": incident.assigned_to_id or "",
    }
