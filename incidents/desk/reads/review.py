"""What a review and a publication look at beyond the incident: earlier versions, approvals, the text of sources."""

from dataclasses import dataclass
from typing import Any

from accounts.models import User
from accounts.roles import Role
from incidents.choices import ReviewVerdict, State
from incidents.desk.reads.queue import with_authorship
from incidents.models import Anchor, Capture, Incident, Review, Version
from incidents.selectors.citations import anchors_of


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


def next_to_review(person: User, after: Incident) -> Incident | None:
    """What this person may decide next: handed in after this incident, else what has waited longest."""
    if not person.has_role_of(Role.REVIEWER):
        return None
    others = Incident.objects.visible_to(person).in_state(State.IN_REVIEW).exclude(pk=after.pk)
    theirs = with_authorship(others, person).filter(wrote=False)
    waiting = Review.objects.filter(verdict=ReviewVerdict.OPEN, incident__in=theirs.values("pk"))
    waiting = waiting.exclude(requested_by=person).select_related("incident").order_by("pk")
    here = after.reviews.values_list("pk", flat=True).first() or 0
    found = waiting.filter(pk__gt=here).first() or waiting.first()
    return found.incident if found else None


@dataclass(frozen=True)
class Kept:
    """Where quotes stand: anchors by citation, the texts of their snapshots, and which sources have a text at all."""

    anchors: dict[int, Anchor]
    texts: dict[int, str]
    sources: set[int]


def kept_texts(incident: Incident, source_ids: set[int]) -> Kept:
    """The anchors of an incident's quotes with the texts in which they stand."""
    anchors = anchors_of(incident)
    snapshots = Capture.objects.filter(pk__in={anchor.capture_id for anchor in anchors.values()})
    return Kept(
        anchors=anchors,
        texts=dict(snapshots.values_list("pk", "text")),
        sources=set(Capture.objects.filter(source__in=source_ids).exclude(text="").values_list("source_id", flat=True)),
    )
