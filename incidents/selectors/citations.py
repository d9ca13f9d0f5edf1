"""Citations: of what they are, and where their words stand."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from incidents.models import Anchor, Capture, Citation, Incident, QuoteAlert
from incidents.rules.anchoring import Passage, closest


def citations_of(incident: Incident | OuterRef, prefix: str = "") -> Q:
    """The condition for citations of anything in an incident; ``prefix`` leads to the citation."""
    held = Q()
    for target in ("assertion", "statement", "link", "sentence"):
        held |= Q(**{f"{prefix}{target}__incident": incident})
    return held


def incident_of(citation: Citation) -> Incident | None:
    """The incident that a citation belongs to; none for one of how two actors stand to each other."""
    for target in (citation.assertion, citation.statement, citation.link, citation.sentence):
        if target:
            return target.incident
    return None


def anchors_of(incident: Incident) -> dict[int, Anchor]:
    """The anchors of an incident's citations by citation, each with its snapshot but for the text."""
    found = Anchor.objects.filter(citations_of(incident, "citation__"))
    return {anchor.citation_id: anchor for anchor in found.select_related("capture").defer("capture__text")}


def texts_kept(source_id: int) -> QuerySet[Capture]:
    """The snapshots of a source in which quotes are looked for, the newest first; a redacted copy is none of them."""
    return Capture.objects.filter(source=source_id, redacts=None).exclude(text="").order_by("-captured_at", "-pk")


def open_alerts(**of: Any) -> QuerySet[QuoteAlert]:
    """Quotes that a newer snapshot no longer holds and that nobody has answered for, the oldest first."""
    return QuoteAlert.objects.filter(settled_at=None, **of).select_related(
        "capture",
        "citation__source__publisher",
        "citation__source__recorded_by",
        "citation__assertion__incident",
        "citation__assertion__casualty",
        "citation__assertion__attribution__actor",
        "citation__assertion__location__place",
        "citation__assertion__time",
        "citation__assertion__characteristic",
        "citation__assertion__warning_statement__warning",
        "citation__statement__incident",
        "citation__link__incident",
        "citation__sentence__incident",
    )


def alike(alert: QuoteAlert) -> list[QuoteAlert]:
    """Those about the same words of the same incident in the same snapshot, which are cited for several things."""
    incident = incident_of(alert.citation)
    if incident is None:
        return [alert]
    same = open_alerts(capture=alert.capture_id, citation__quote=alert.citation.quote)
    return list(same.filter(citations_of(incident, "citation__")))


def unheld(incident: Incident) -> QuerySet[Citation]:
    """Quotes that no kept text of their source holds word for word, where text of it is kept."""
    texts = Capture.objects.filter(source=OuterRef("source"), redacts=None).exclude(text="")
    bare = Citation.objects.filter(citations_of(incident), Exists(texts), anchor=None).exclude(quote="")
    return bare.order_by("pk")


def missing_quote(citation: Citation) -> tuple[bool, Passage | None]:
    """Whether text of the source is kept that does not hold the quote, and the passage of it that comes closest."""
    if not citation.quote or Anchor.objects.filter(citation=citation).exists():
        return False, None
    newest = texts_kept(citation.source_id).first()
    return (True, closest(newest.text, citation.quote)) if newest else (False, None)
