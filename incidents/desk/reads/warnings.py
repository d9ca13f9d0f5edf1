"""The warnings of an incident, for one person."""

from django.db.models import QuerySet

from accounts.models import User
from incidents.models import Incident, Warning  # noqa: A004
from incidents.policies import CLOSED_STATES
from incidents.selectors.clearance import untold_to


def known_warnings(incident: Incident, person: User) -> QuerySet[Warning]:
    """Those that a person may know: not one of which only claims speak, or spoke, that are hidden from them."""
    found = Warning.objects.filter(incidents=incident).exclude(pk__in=untold_to(person).of(Warning))
    return found.select_related("warner", "recipient", "disclosed_by__publisher", "disclosed_by__recorded_by")


def others_warned_of(warning: Warning, incident: Incident) -> list[Incident]:
    """The other open incidents that a warning was about."""
    return list(warning.incidents.exclude(pk=incident.pk).exclude(state__in=CLOSED_STATES))
