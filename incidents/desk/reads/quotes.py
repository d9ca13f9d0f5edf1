"""Quotes to look at, for one person."""

from typing import Final

from django.db.models import Q, QuerySet

from accounts.models import User
from incidents.models import Anchor, Capture, Citation, Incident, QuoteAlert, Source
from incidents.selectors.citations import citations_of, incident_of, open_alerts, unheld

CITING: Final = ("assertion", "statement", "link", "sentence")
"""What of an incident is cited."""


def alerts_for(person: User) -> QuerySet[QuoteAlert]:
    """Those of the incidents that the person may open."""
    visible, held = Incident.objects.visible_to(person), Q()
    for target in CITING:
        held |= Q(**{f"citation__{target}__incident__in": visible})
    return open_alerts().filter(held, citation__source__in=Source.objects.readable_by(person))


def unheld_of(incident: Incident, person: User) -> list[Citation]:
    """Quotes of an incident that the kept text of their source does not hold, of sources that the person may read."""
    found = unheld(incident).filter(source__in=Source.objects.readable_by(person))
    return list(found.select_related("source", "assertion", "statement", "link", "sentence"))


def quotes_to_look_at(person: User) -> int:
    """How many quotes there are to look at; one that an incident cites for several things is one."""
    whose = (f"citation__{target}__incident" for target in CITING)
    return alerts_for(person).order_by().values("capture", "citation__quote", *whose).distinct().count()


def anchors_in(capture: Capture, person: User) -> list[Anchor]:
    """Where quotes stand in a snapshot, but for those of an incident that the person may not open."""
    within = [f"citation__{target}__incident" for target in CITING]
    found = [(one, incident_of(one.citation)) for one in capture.anchors.select_related(*within)]
    keys = {incident.pk for _one, incident in found if incident}
    seen = set(Incident.objects.visible_to(person).filter(pk__in=keys).values_list("pk", flat=True))
    return [one for one, incident in found if incident is None or incident.pk in seen]


def alerts_of(incident: Incident, person: User) -> list[QuoteAlert]:
    """Those of one incident."""
    return list(alerts_for(person).filter(citations_of(incident, "citation__")))
