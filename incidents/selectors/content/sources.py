"""Sources as the public reads them: each with its publisher's grade and what it rests on."""

from typing import Any, Final

from django.db.models import Prefetch

from incidents.choices import Reliability
from incidents.models import Capture, Source
from incidents.selectors.origins import derivations_above

KEPT: Final = Capture.objects.only("source_id", "sha256", "media_type").order_by("sha256")


def sources(uids: set[str]) -> list[dict[str, Any]]:
    """The cited sources and, above them, those that they rest on; no confidential one."""
    cited = set(Source.objects.filter(uid__in=uids).values_list("pk", flat=True))
    edges = derivations_above(cited)
    everything = cited | {origin for _source, origin in edges}
    found = (
        Source.objects.public()
        .filter(pk__in=everything)
        .select_related("publisher")
        .prefetch_related("derivations__origin", Prefetch("captures", KEPT))
        .order_by("published_on", "uid")
    )
    return [source_of(source, cited=source.pk in cited) for source in found]


def source_of(source: Source, *, cited: bool) -> dict[str, Any]:
    """One source."""
    publisher = source.publisher
    return {
        "id": str(source.uid),
        "publisher": {
            "id": str(publisher.uid),
            "name": publisher.name,
            "kind": publisher.kind,
            "country_code": publisher.country_code,
            "reliability": publisher.reliability,
            "reliability_text": str(Reliability(publisher.reliability).label),
            "reliability_reason": publisher.reliability_reason,
            "reliability_since": publisher.reliability_on.isoformat() if publisher.reliability_on else None,
        },
        "kind": source.kind,
        "kind_text": source.get_kind_display(),
        "title": source.title,
        "lang": source.lang,
        "authors": source.authors,
        "published_on": source.published_on.isoformat() if source.published_on else None,
        "published_precision": source.published_precision,
        "url": source.canonical_url or None,
        "access": source.access,
        "rights": source.rights,
        "credit": source.credit,
        "cited": cited,
        "rests_on": [
            {"source": str(step.origin.uid), "kind": step.kind, "kind_text": step.get_kind_display()}
            for step in source.derivations.all()
            if not step.origin.confidential
        ],
        "captures": [{"sha256": capture.sha256, "media_type": capture.media_type} for capture in source.captures.all()],
    }
