"""Open a round of review over what stands now."""

from accounts.models import User
from incidents import workflow
from incidents.choices import State
from incidents.models import Incident, Review
from incidents.selectors.content import content_hash, public_content
from incidents.services.outbox import enqueue


def open_round(held: Incident, *, actor: User, note: str = "", reason: str = "") -> Review:
    """Move an incident whose row is held into review, note the hash of its content and tell those who may decide."""
    workflow.move(held, State.IN_REVIEW, actor=actor, reason=reason)
    return ask_for_review(held, actor=actor, note=note)


def ask_for_review(held: Incident, *, actor: User, note: str) -> Review:
    """Have somebody else look at what stands now, whatever state it is in, and tell those who may."""
    review = Review.objects.create(
        incident=held,
        revision=held.revision,
        content_sha256=content_hash(public_content(held)),
        requested_by=actor,
        note=note.strip(),
    )
    if not held.demonstration:
        enqueue("notify_reviewers", review=review.pk)
    return review
