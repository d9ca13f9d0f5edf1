"""The warnings of an incident, for one person."""

from django.db.models import QuerySet

from incidents.models import Incident, Warning  # noqa: A004
from incidents.policies import CLOSED_STATES
from incidents.selectors.clearance import Untold


def known_warnings(incident: Incident, untold: Untold) -> QuerySet[Warning]:
    """Those that may be known: not one of which only claims speak, or spoke, that are ``untold`` to whoever looks."""
    found = Warning.objects.filter(incidents=incident).exclude(pk__in=untold.of(Warning))
    return found.select_related("warner", "recipient", "disclosed_by__publisher", "disclosed_by__recorded_by")


def others_warned_of(warning: Warning, incident: Incident) -> list[Incident]:
    """The other open incidents that a warning was about."""
    return list(warning.incidents.exclude(pk=incident.pk).exclude(state__in=CLOSED_STATES))
