"""What a review and a publication look at beyond the incident: earlier versions, approvals, the text of sources."""

from typing import Any

from incidents.models import Approval, Capture, Incident, Review, Version


def last_version(incident: Incident) -> Version | None:
    """The newest version that readers saw with its content."""
    if not incident.public_id:
        return None
    return Version.objects.filter(public_id=incident.public_id, content__has_key="claims").order_by("-number").first()


def last_content(incident: Incident) -> dict[str, Any] | None:
    """What readers see now, or saw last; none before the first publication."""
    version = last_version(incident)
    return version.content if version else None


def current_review(incident: Incident) -> Review | None:
    """The newest round of review."""
    return incident.reviews.select_related("requested_by", "reviewer").first()


def standing_approvals(incident: Incident) -> list[Approval]:
    """Approvals of exactly this revision that have not lapsed."""
    return list(
        incident.approvals.filter(revision=incident.revision, lapsed_at=None)
        .select_related("approver")
        .order_by("approved_at")
    )


def captured_texts(source_ids: set[int]) -> dict[int, list[str]]:
    """The text of each snapshot of these sources."""
    texts: dict[int, list[str]] = {}
    held = Capture.objects.filter(source__in=source_ids).exclude(text="").order_by("-captured_at")
    for source_id, text in held.values_list("source_id", "text"):
        texts.setdefault(source_id, []).append(text)
    return texts
