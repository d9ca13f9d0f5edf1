"""Sources, for their own pages."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from accounts.models import User
from incidents.models import Capture, Citation, CustodyEvent, Incident, Publisher, Source, SourceDerivation

MOST_RECENT = 200
MOST_CUSTODY = 50


def listed_sources(words: str) -> QuerySet[Source]:
    """Sources with how often each is cited, the newest first."""
    found = Source.objects.titled(words) if words else Source.objects.all()
    return (
        found.select_related("publisher")
        .annotate(cited=Count("citations", distinct=True), captured=Count("captures", distinct=True))
        .order_by("-pk")
    )


def listed_publishers(words: str) -> QuerySet[Publisher]:
    """Publishers with how many sources each has, by name."""
    return Publisher.objects.filter(name__icontains=words).annotate(published=Count("sources")).order_by("name", "pk")


def sources_published(publisher: Publisher) -> list[Source]:
    """The newest sources of a publisher."""
    return list(publisher.sources.order_by("-published_on", "-pk")[:MOST_RECENT])


def recent_sources() -> list[Source]:
    """The sources recorded last, to choose from."""
    return list(Source.objects.select_related("publisher").order_by("-pk")[:MOST_RECENT])


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
    incidents: list[Incident]


def read_source(source: Source, person: User) -> OpenedSource:
    """Read a source with what it rests on, what rests on it, its snapshots and where it is cited."""
    return OpenedSource(
        source=source,
        rests_on=list(source.derivations.select_related("origin")),
        rest_on_it=list(source.derived.select_related("source")),
        captures=list(source.captures.select_related("source", "captured_by", "redacts")),
        custody=list(
            CustodyEvent.objects.filter(capture__source=source).select_related("capture", "by")[:MOST_CUSTODY]
        ),
        incidents=citing_incidents(source, person),
    )
