"""Reads about people."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps

from accounts.models import Role, User


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What somebody was from a moment on, and who made it so; ``by`` is empty for the operator."""

    at: datetime
    by: str
    display_name: str
    email: str
    role: str
    is_active: bool


def changes_of(person: User) -> list[Change]:
    """The history of a person, latest first."""
    events = apps.get_model("accounts", "UserEvent").objects.filter(pgh_obj_id=person.pk)
    events = list(events.select_related("pgh_context").order_by("-pgh_created_at", "-pgh_id"))
    actors = [event.pgh_context.metadata.get("actor") if event.pgh_context else None for event in events]
    names = dict(User.objects.filter(pk__in={actor for actor in actors if actor}).values_list("pk", "display_name"))
    return [
        Change(
            at=event.pgh_created_at,
            by=names.get(actor, "") if actor else "",
            display_name=event.display_name,
            email=event.email,
            role=str(Role(event.role).label),
            is_active=event.is_active,
        )
        for event, actor in zip(events, actors, strict=True)
    ]
