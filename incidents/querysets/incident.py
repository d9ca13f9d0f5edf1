"""Questions about incidents at the desk."""

from typing import TYPE_CHECKING, Any, Protocol, Self

from django.db import models
from django.utils import timezone

from accounts.roles import Role
from incidents.choices import State

if TYPE_CHECKING:
    from datetime import timedelta

    from incidents.models.incident import Incident


class Person(Protocol):
    """Somebody signed in: all that a question needs to know of them."""

    pk: int

    def has_role_of(self, role: Role) -> bool:
        """Whether they hold this role or one above it."""


class IncidentQuerySet(models.QuerySet["Incident"]):
    """Incidents, as the desk asks for them."""

    def visible_to(self, person: Person) -> Self:
        """Those that a person may open: contributors their own and what is public, editors and above all.

        Nobody opens what they are asked to code blind, until they have coded it or given it back.
        """
        coding: Any = self.model._meta.get_field("second_codings").related_model  # noqa: SLF001  documented
        blind = coding.objects.filter(coder=person.pk, done_at=None, given_back_at=None)
        seen = self.exclude(pk__in=blind.order_by().values("incident"))
        if person.has_role_of(Role.EDITOR):
            return seen
        mine = models.Q(created_by=person.pk) | models.Q(assigned_to=person.pk)
        return seen.filter(mine | models.Q(published_number__gt=0))

    def in_state(self, *states: State) -> Self:
        """Those whose editorial work stands in one of the states."""
        return self.filter(state__in=states)

    def written_by(self, person: Person) -> Self:
        """Those that a person wrote something in."""
        return self.filter(contributions__by=person.pk).distinct()

    def assigned_to(self, person: Person) -> Self:
        """Those that a person is working on."""
        return self.filter(assigned_to=person.pk)

    def unassigned(self) -> Self:
        """Open work that nobody has taken."""
        return self.filter(assigned_to=None, state__in=[State.LEAD, State.DRAFT, State.CHANGES_REQUESTED])

    def pending_changes(self) -> Self:
        """Published ones with work in progress that the public does not see."""
        return self.filter(published_number__gt=0).exclude(
            state__in=[State.PUBLISHED, State.WITHDRAWN, State.MERGED],
        )

    def stale(self, after: "timedelta") -> Self:
        """Open work that nobody has touched for a while."""
        return self.filter(
            changed_at__lt=timezone.now() - after,
            state__in=[State.LEAD, State.DRAFT, State.IN_REVIEW, State.CHANGES_REQUESTED],
        )
