"""What would become of incidents that are given to somebody, or get a tag, all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.models import Incident, IncidentTag, Tag
from incidents.policies import may_edit


@dataclass(frozen=True)
class Planned:
    """One incident, and why nothing would be done to it; "" where it would."""

    incident: Incident
    why_not: str


def plan(person: User, incidents: Sequence[Incident], to: User | None) -> list[Planned]:
    """Row by row, what a person's bulk assignment would do. Nothing is done."""
    return [Planned(one, _why_not(person, one, to)) for one in incidents]


def plan_tag(person: User, incidents: Sequence[Incident], tag: Tag, *, put: bool) -> list[Planned]:
    """Row by row, what putting a tag on, or taking it off, would do. Nothing is done."""
    have = set(IncidentTag.objects.filter(tag=tag, incident__in=incidents).values_list("incident", flat=True))
    same = _("It has the tag “%(name)s” already.") if put else _("It does not have the tag “%(name)s”.")
    return [
        Planned(one, may_edit(person, one).sentence or ((same % {"name": tag.name}) if (one.pk in have) == put else ""))
        for one in incidents
    ]


def _why_not(person: User, incident: Incident, to: User | None) -> str:
    verdict = may_edit(person, incident)
    if not verdict:
        return verdict.sentence
    if incident.assigned_to_id == (to.pk if to else None):
        return _("It is assigned to %(name)s already.") % {"name": to} if to else _("It is assigned to nobody already.")
    return ""
