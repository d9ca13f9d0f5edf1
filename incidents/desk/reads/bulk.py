"""Incidents that were ticked, and what became of those that were assigned together."""

from collections.abc import Iterable
from uuid import UUID

from accounts.models import User
from incidents.models import BulkAction, BulkRow, Incident


def ticked(person: User, uids: Iterable[UUID]) -> list[Incident]:
    """Those of the incidents that the person may open, the last changed first."""
    visible = Incident.objects.visible_to(person).filter(uid__in=list(uids)).select_related("assigned_to")
    return list(visible.order_by("-changed_at", "-pk"))


def rows_of(done: BulkAction, person: User) -> list[BulkRow]:
    """What became of each incident that the person may open."""
    visible = Incident.objects.visible_to(person)
    return list(done.rows.filter(incident__in=visible).select_related("incident__assigned_to", "before"))


def bulk_for(person: User, uid: UUID) -> BulkAction | None:
    """A bulk action of which this person may open at least one incident, or which they did."""
    found = BulkAction.objects.select_related("by", "to", "tag", "undone_by").filter(uid=uid).first()
    if found and found.by_id != person.pk and not rows_of(found, person):
        return None
    return found
