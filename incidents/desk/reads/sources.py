"""Sources, for their own pages."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from incidents.desk.reads.confidential import hidden_from, veiled
from incidents.models import (
    Capture,
    Citation,
    CustodyEvent,
    Incident,
    Publisher,
    Source,
    SourceDerivation,
    SourceGrant,
    SourceReading,
)
from incidents.selectors.entries import living

MOST_RECENT = 200
MOST_CUSTODY = 50


def listed_sources(words: str, person: User) -> QuerySet[Source]:
    """Sources with how often each is cited, the newest first; a search finds only those that the person may see."""
    found = Source.objects.readable_by(person).titled(words) if words else Source.objects.all()
    return (
        found.select_related("publisher")
        .annotate(cited=Count("citations", distinct=True), captured=Count("captures", distinct=True))
        .order_by("-pk")
    )


def listed_publishers(words: str, person: User) -> QuerySet[Publisher]:
    """Publishers with how many sources each has that the person may see, by name."""
    seen = Q(sources__in=Source.objects.readable_by(person))
    return (
        Publisher.objects.filter(name__icontains=words, merge=None)
        .annotate(published=Count("sources", filter=seen))
        .order_by("name", "pk")
    )


def find_publisher(name: str) -> Publisher | None:
    """The publisher on record of this name, or what that was merged into."""
    found = Publisher.objects.filter(name__iexact=name).first() if name else None
    return living(found) if found else None


def sources_published(publisher: Publisher, person: User) -> list[Source]:
    """The newest sources of a publisher that the person may see."""
    return list(publisher.sources.readable_by(person).order_by("-published_on", "-pk")[:MOST_RECENT])


def recent_sources(person: User) -> list[Source]:
    """The sources recorded last that the person may see, to choose from."""
    return list(Source.objects.readable_by(person).select_related("publisher").order_by("-pk")[:MOST_RECENT])


def citing_incidents(source: Source, person: User) -> list[Incident]:
    """Incidents that cite a source, of those that the person may open."""
    held = Citation.objects.filter(source=source)
    cited = [
        incident
        for row in held.values_list(
            "assertion__incident", "statement__incident", "link__incident", "sentence__incident"
        )
        for incident in row
        if incident
    ]
    return list(Incident.objects.visible_to(person).filter(pk__in=cited).order_by("title"))


@dataclass(frozen=True)
class OpenedSource:
    """Everything on the page of a source."""

    source: Source
    rests_on: list[SourceDerivation]
    rest_on_it: list[SourceDerivation]
    captures: list[Capture]
    custody: list[CustodyEvent]
    grants: list[SourceGrant]
    readings: list[SourceReading]
    incidents: list[Incident]


def read_source(source: Source, person: User) -> OpenedSource:
    """Read a source with what it rests on, what rests on it, its snapshots and where it is cited."""
    rests_on, rest_on_it = (
        list(source.derivations.select_related("origin")),
        list(source.derived.select_related("source")),
    )
    hidden = hidden_from(person, [*(step.origin_id for step in rests_on), *(step.source_id for step in rest_on_it)])
    for step in rests_on:
        step.origin = veiled(step.origin) if step.origin_id in hidden else step.origin
    for step in rest_on_it:
        step.source = veiled(step.source) if step.source_id in hidden else step.source
    return OpenedSource(
        source=source,
        rests_on=rests_on,
        rest_on_it=rest_on_it,
        grants=list(source.grants.select_related("person", "granted_by")) if source.confidential else [],
        readings=list(source.readings.select_related("by")[:MOST_CUSTODY]),
        captures=list(source.captures.select_related("source", "captured_by", "redacts")),
        custody=list(
            CustodyEvent.objects.filter(capture__source=source).select_related("capture", "by")[:MOST_CUSTODY]
        ),
        incidents=citing_incidents(source, person),
    )
