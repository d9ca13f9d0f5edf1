"""Quotes to look at, for one person."""

from typing import Any

from django.db.models import Q, QuerySet

from accounts.models import User
from accounts.roles import Role
from incidents.models import Incident, QuoteAlert, Source
from incidents.selectors.citations import citations_of, open_alerts


def alerts_for(person: User) -> QuerySet[QuoteAlert]:
    """Those of the incidents that the person may open: for editors, of any."""
    everything = person.has_role_of(Role.EDITOR)
    within: dict[str, Any] = {"isnull": False} if everything else {"in": Incident.objects.visible_to(person)}
    held = Q()
    for target in ("assertion", "statement", "link", "sentence"):
        for lookup, value in within.items():
            held |= Q(**{f"citation__{target}__incident__{lookup}": value})
    return open_alerts().filter(held, citation__source__in=Source.objects.readable_by(person))


def alerts_of(incident: Incident, person: User) -> list[QuoteAlert]:
    """Those of one incident."""
    return list(alerts_for(person).filter(citations_of(incident, "citation__")))
