"""What is already on record and can be chosen again."""

from django.db.models import Max, Q

from accounts.models import User
from incidents.models import (
    Actor,
    ActorAlias,
    Citation,
    Incident,
    Publisher,
    Source,
    SourceDerivation,
    Speaker,
    Statement,
)
from incidents.selectors.citations import citations_of
from incidents.selectors.clearance import hidden

MOST_SUGGESTED = 500
MOST_FOUND = 20


def sources_of(incident: Incident, person: User) -> list[Source]:
    """Sources that the incident cites, the last used first, then those that they rest on, to the very first."""
    used = Citation.objects.filter(citations_of(incident)).values("source").annotate(last=Max("pk")).order_by("-last")
    order = [row["source"] for row in used]
    resting = order
    while resting:
        origins = SourceDerivation.objects.filter(source__in=resting).order_by("pk").values_list("origin", flat=True)
        resting = [origin for origin in dict.fromkeys(origins) if origin not in order]
        order = [*order, *resting]
    found = Source.objects.readable_by(person).select_related("publisher").in_bulk(order)
    return [found[pk] for pk in order if pk in found]


def search_sources(words: str, person: User) -> list[Source]:
    """Sources whose title or publisher holds the words."""
    if not words.strip():
        return []
    return list(Source.objects.readable_by(person).titled(words.strip()).select_related("publisher")[:MOST_FOUND])


def speakers_of(incident: Incident, person: User) -> list[Speaker]:
    """Speakers heard in an incident, the last first."""
    heard = (
        Citation.objects.filter(citations_of(incident), speaker__isnull=False)
        .filter(source__in=Source.objects.readable_by(person))
        .values("speaker")
        .annotate(last=Max("pk"))
        .order_by("-last")
    )
    order = [row["speaker"] for row in heard]
    told = Statement.objects.filter(incident=incident).exclude(pk__in=hidden(Statement, person).values("pk"))
    order += told.exclude(speaker__in=order).values_list("speaker", flat=True)
    found = Speaker.objects.in_bulk(order)
    return [found[pk] for pk in dict.fromkeys(order)]


def actor_names() -> list[str]:
    """Names of actors, to suggest while one is typed."""
    names = Actor.objects.values_list("name", flat=True).union(ActorAlias.objects.values_list("name", flat=True))
    return sorted(names[:MOST_SUGGESTED])


def publisher_names() -> list[str]:
    """Names of publishers, to suggest while one is typed."""
    return list(Publisher.objects.values_list("name", flat=True)[:MOST_SUGGESTED])


def other_incidents(incident: Incident, words: str, person: User) -> list[Incident]:
    """Incidents that a person may open whose title or permanent id holds the words, but for this one."""
    if not words.strip():
        return []
    held = Q(title__icontains=words.strip()) | Q(public_id__iexact=words.strip())
    return list(Incident.objects.visible_to(person).filter(held).exclude(pk=incident.pk)[:MOST_FOUND])
