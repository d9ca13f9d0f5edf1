"""Where publishers and places are used: what a merge of one would touch, and what readers know of it."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import Q, QuerySet

from incidents.choices import PlaceKind, State
from incidents.models import Attribution, Citation, Incident, Place, PublishedIncident, Publisher, SourceDerivation

AREAS: Final = (PlaceKind.COUNTRY, PlaceKind.PROVINCE)


def is_own(place: Place) -> bool:
    """Whether the desk added it: what was loaded below the provinces has a GeoNames id."""
    return place.geonames_id is None and place.kind not in AREAS


def living_publisher(named: Publisher) -> Publisher:
    """The publisher that an entry stands for now: itself or, after a merge, what it was merged into."""
    found = Publisher.objects.select_related("merge__survivor").get(pk=named.pk)
    while hasattr(found, "merge"):
        found = found.merge.survivor
    return found


def living_place(found: Place) -> Place:
    """The place that an entry stands for now."""
    while hasattr(found, "merge"):
        found = Place.objects.select_related("parent").defer("extent", "parent__extent").get(pk=found.merge.survivor_id)
    return found


def incidents_of_publisher(named: Publisher) -> QuerySet[Incident]:
    """Incidents that cite a source of it, or one that rests on such a source, for themselves or for who is named."""
    sources = _resting_on(named.sources.values_list("pk", flat=True))
    cited = Citation.objects.filter(source__in=sources)
    columns = ("assertion__incident", "statement__incident", "link__incident", "sentence__incident")
    held = {key for row in cited.values_list(*columns) for key in row if key}
    related = {key for row in cited.values_list("relation__actor", "relation__other") for key in row if key}
    held |= {*Attribution.objects.filter(actor__in=related).values_list("assertion__incident", flat=True)}
    return Incident.objects.filter(pk__in=held)


def public_incidents_of_publisher(named: Publisher) -> list[Incident]:
    """Those among them that readers know, and those whose public version names it, whatever the desk says now."""
    return _public(incidents_of_publisher(named), Q(publisher_ids__contains=[str(named.uid)]))


def incidents_at(place: Place) -> QuerySet[Incident]:
    """Incidents in which a claim uses the place."""
    used = Q(assertions__location__place=place) | Q(place=place)
    return Incident.objects.filter(pk__in=Incident.objects.order_by().filter(used).values("pk"))


def public_incidents_at(place: Place) -> list[Incident]:
    """Those among them that readers know."""
    return _public(incidents_at(place), Q(pk__in=()))


def _public(used: QuerySet[Incident], told: Q) -> list[Incident]:
    rows = PublishedIncident.objects.filter(told, known__endswith=None).values_list("public_id", flat=True)
    known = used.filter(published_number__gt=0).exclude(state=State.MERGED)
    return sorted({*Incident.objects.filter(public_id__in=list(rows)), *known}, key=_order)


def _order(incident: Incident) -> tuple[str, Any]:
    return incident.public_id or "", incident.pk


def _resting_on(origins: Iterable[int]) -> set[int]:
    """The sources and all that rest on them, in any number of steps."""
    found: set[int] = set()
    waiting = set(origins)
    while waiting:
        found |= waiting
        waiting = set(SourceDerivation.objects.filter(origin__in=waiting).values_list("source", flat=True)) - found
    return found
