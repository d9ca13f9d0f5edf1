"""Decide which value the public sees for one field, against the usual policy or back to it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import ResolutionPolicy, ResolvedField
from incidents.models import Assertion, Incident
from incidents.rules.refusals import RefusedError
from incidents.services.editing import editing
from incidents.services.resolution import choose


@dataclass(frozen=True, kw_only=True)
class Choice:
    """By which policy one field is decided, why, and on which assertions an editor's choice rests."""

    field: ResolvedField
    policy: ResolutionPolicy
    reason: str
    assertions: list[Assertion]


def resolve_field(
    *, actor: User, incident: Incident, choice: Choice, based_on: int | None = None, summary: str = ""
) -> Incident:
    """Decide one field otherwise, or as usual again.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or no reason, nothing to rest on, a claim of
            another incident.
    """
    if any(assertion.incident_id != incident.pk for assertion in choice.assertions):
        raise RefusedError(_("This claim belongs to another incident."), field="claims")
    verb = f"resolve_{choice.field}"
    with editing(actor=actor, incident=incident, verb=verb, based_on=based_on, summary=summary) as held:
        choose(actor=actor, incident=held, **vars(choice))
    return incident
