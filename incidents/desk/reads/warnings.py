"""The warnings of an incident, for one person."""

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from incidents.models import Incident, Warning, WarningStatement  # noqa: A004
from incidents.policies import CLOSED_STATES
from incidents.selectors.clearance import hidden_claims


def known_warnings(incident: Incident, person: User) -> QuerySet[Warning]:
    """Those that a person may know: not one of which only claims speak that are hidden from them."""
    said = WarningStatement.objects.filter(warning=OuterRef("pk"))
    hidden = said.filter(assertion__in=hidden_claims(person).values("pk"))
    shown = said.exclude(assertion__in=hidden_claims(person).values("pk"))
    found = Warning.objects.filter(incidents=incident).exclude(Exists(hidden) & ~Exists(shown))
    return found.select_related("warner", "recipient", "disclosed_by__publisher", "disclosed_by__recorded_by")


def others_warned_of(warning: Warning, incident: Incident) -> list[Incident]:
    """The other open incidents that a warning was about."""
    return list(warning.incidents.exclude(pk=incident.pk).exclude(state__in=CLOSED_STATES))
