"""Keep who has read a confidential source: its own pages, or an incident whose pages quote it."""

from collections.abc import Iterable

from django.utils import timezone

from accounts.models import User
from incidents.models import Citation, Incident, Source, SourceReading
from incidents.selectors.citations import citations_of


def note_reading(*, actor: User, source: Source) -> None:
    """Note that somebody who may see it reads a confidential source; of any other nothing is noted."""
    if source.confidential:
        _note(actor, [source.pk])


def note_readings_in(*, actor: User, incident: Incident) -> None:
    """Note each confidential source that the pages of an incident show to somebody who may see it."""
    readable = Source.objects.filter(confidential=True).readable_by(actor)
    cited = Citation.objects.filter(citations_of(incident), source__in=readable).order_by()
    found = list(cited.values_list("source", flat=True).distinct())
    if found:
        _note(actor, found)


def _note(actor: User, sources: Iterable[int]) -> None:
    now = timezone.now()
    hour = now.replace(minute=0, second=0, microsecond=0)
    read = [SourceReading(source_id=one, by=actor, at=now, hour=hour) for one in sources]
    SourceReading.objects.bulk_create(read, ignore_conflicts=True)
