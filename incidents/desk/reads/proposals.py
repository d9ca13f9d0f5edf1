"""The texts that an incident's sources have, to be read for proposals."""

from accounts.models import User
from incidents.desk.reads.evidence import sources_of
from incidents.models import Capture, Incident


def texts_of(incident: Incident, person: User) -> list[Capture]:
    """The newest snapshot with a text of each source that the incident cites, of those that the person may see."""
    cited = sources_of(incident, person)
    newest = Capture.objects.filter(source__in=cited).exclude(text="").order_by("source_id", "-captured_at", "-pk")
    found = {one.source_id: one for one in newest.distinct("source_id").defer("text")}
    for source in cited:
        if source.pk in found:
            found[source.pk].source = source
    return [found[source.pk] for source in cited if source.pk in found]
