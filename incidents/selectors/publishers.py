"""Where publishers are cited: what a merge of one would touch, and what readers know of it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from incidents.choices import State
from incidents.models import Attribution, Citation, Incident, PublishedIncident, Publisher, SourceDerivation


def stake_of(named: Publisher) -> dict[str, list[int]]:
    """What would move if the publisher were merged into another."""
    return {"sources": list(named.sources.order_by("pk").values_list("pk", flat=True))}


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
    rows = PublishedIncident.objects.filter(known__endswith=None, publisher_ids__contains=[str(named.uid)])
    told = Incident.objects.filter(public_id__in=list(rows.values_list("public_id", flat=True)))
    known = incidents_of_publisher(named).filter(published_number__gt=0).exclude(state=State.MERGED)
    return sorted({*told, *known}, key=lambda one: (one.public_id or "", one.pk))


def _resting_on(origins: Iterable[int]) -> set[int]:
    """The sources and all that rest on them, in any number of steps."""
    found: set[int] = set()
    waiting = set(origins)
    while waiting:
        found |= waiting
        waiting = set(SourceDerivation.objects.filter(origin__in=waiting).values_list("source", flat=True)) - found
    return found
