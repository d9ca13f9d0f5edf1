"""What would become of incidents that are given to somebody, or taken away, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.models import Incident
from incidents.policies import may_edit


@dataclass(frozen=True)
class Planned:
    """One incident, and why nothing would be done to it; "" where it would."""

    incident: Incident
    why_not: str


def plan(person: User, incidents: Sequence[Incident], to: User | None) -> list[Planned]:
    """Row by row, what a person's bulk assignment would do. Nothing is done."""
    return [Planned(one, _why_not(person, one, to)) for one in incidents]


def _why_not(person: User, incident: Incident, to: User | None) -> str:
    verdict = may_edit(person, incident)
    if not verdict:
        return verdict.sentence
    if incident.assigned_to_id == (to.pk if to else None):
        return _("It is assigned to %(name)s already.") % {"name": to} if to else _("It is assigned to nobody already.")
    return ""
