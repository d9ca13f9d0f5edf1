"""Quotes to look at, for one person."""

from django.db.models import Q, QuerySet

from accounts.models import User
from incidents.models import Incident, QuoteAlert, Source
from incidents.selectors.citations import citations_of, open_alerts


def alerts_for(person: User) -> QuerySet[QuoteAlert]:
    """Those of the incidents that the person may open."""
    visible = Incident.objects.visible_to(person)
    held = Q()
    for target in ("assertion", "statement", "link", "sentence"):
        held |= Q(**{f"citation__{target}__incident__in": visible})
    return open_alerts().filter(held, citation__source__in=Source.objects.readable_by(person))


def alerts_of(incident: Incident, person: User) -> list[QuoteAlert]:
    """Those of one incident."""
    return list(alerts_for(person).filter(citations_of(incident, "citation__")))
