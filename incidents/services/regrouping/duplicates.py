"""Decide that two incidents that look alike are two."""

from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import LinkKind
from incidents.models import Incident, IncidentLink
from incidents.rules.refusals import RefusedError
from incidents.services.editing import editing
from incidents.services.writing import write


def decide_no_duplicate(
    *, actor: User, incident: Incident, other: Incident, reason: str, based_on: int | None = None
) -> IncidentLink:
    """Record that an incident is not a duplicate of another, with the reason; the open question is closed.

    Raises:
        NotAllowedError, StaleRevisionError, RefusedError: see ``editing``; or no reason.
        ValidationError: the reason is too long, or it is decided already.
    """
    if not reason.strip():
        raise RefusedError(_("Say how they differ, so that nobody asks again."), field="reason")
    with editing(actor=actor, incident=incident, verb="decide_no_duplicate", based_on=based_on, summary=reason) as held:
        held.links.filter(other=other, kind=LinkKind.POSSIBLE_DUPLICATE).delete()
        decided = IncidentLink(
            incident=held, other=other, kind=LinkKind.NOT_A_DUPLICATE, note=reason.strip(), recorded_by=actor
        )
        write(decided)
    return decided
