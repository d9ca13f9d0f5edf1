"""The texts that an incident's sources have, to be read for proposals."""

from incidents.desk.reads.incident import Opened
from incidents.models import Capture


def texts_of(opened: Opened) -> list[Capture]:
    """The newest snapshot with a text of each source that a claim cites, of those that whoever is looking may see."""
    cited = {citation.source for claim in opened.claims for citation in claim.citations.all()}
    seen = {source.pk: source for source in cited if not source.veiled}
    newest = Capture.objects.filter(source__in=seen).exclude(text="").order_by("source_id", "-captured_at", "-pk")
    found = list(newest.distinct("source_id").defer("text"))
    for capture in found:
        capture.source = seen[capture.source_id]
    return found
