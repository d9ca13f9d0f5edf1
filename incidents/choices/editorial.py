"""Where the work stands: the editorial axis."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """Editorial state of an incident. Written only by ``incidents.workflow``."""

    LEAD = "lead", _("Lead")
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    MERGED = "merged", _("Merged")
    REJECTED = "rejected", _("Rejected")


class LinkKind(TextChoices):
    """How one incident stands to another."""

    PART_OF_SERIES = "part_of_series", _("Part of a series")
    SAME_OPERATION = "same_operation", _("Same operation")
    RETALIATION_FOR = "retaliation_for", _("Retaliation for")
    AFTERMATH = "aftermath", _("Aftermath")
    BACKGROUND = "background", _("Background")
    MENTIONED_TOGETHER = "mentioned_together", _("Mentioned together")
    POSSIBLE_DUPLICATE = "possible_duplicate", _("Possible duplicate")
    NOT_A_DUPLICATE = "not_a_duplicate", _("Not a duplicate")


DESK_LINKS: Final = frozenset({LinkKind.POSSIBLE_DUPLICATE, LinkKind.NOT_A_DUPLICATE})
"""Links that the desk works with; no document holds them."""


class ReviewVerdict(TextChoices):
    """What a reviewer decided."""

    OPEN = "open", _("Open")
    APPROVED = "approved", _("Approved")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    REJECTED = "rejected", _("Rejected")
    LAPSED = "lapsed", _("Lapsed: edited meanwhile")


class ReviewReason(TextChoices):
    """Why a reviewer sent something back: what goes wrong can be counted by these."""

    SOURCE_MISSING = "source_missing", _("Source missing")
    FIGURE_UNSUPPORTED = "figure_unsupported", _("Figure not supported by its quote")
    ATTRIBUTION_OVERSTATED = "attribution_overstated", _("Attribution overstated")
    PLACE_TOO_PRECISE = "place_too_precise", _("Place too precise")
    WORDING = "wording", _("Wording")
    DUPLICATE = "duplicate", _("Duplicate")
    OTHER = "other", _("Other")


class CommentState(TextChoices):
    """Where a review comment stands."""

    OPEN = "open", _("Open")
    ANSWERED = "answered", _("Answered")
    RESOLVED = "resolved", _("Resolved")


class EmbargoStage(TextChoices):
    """What became of a publication that was set for a moment."""

    WAITING = "waiting", _("Waiting")
    PUBLISHED = "published", _("Published")
    CANCELLED = "cancelled", _("Cancelled")
    REFUSED = "refused", _("Not published")


class ApprovalDecision(TextChoices):
    """First approval, or the second one that high-risk records need."""

    FIRST = "first", _("Approval")
    SECOND = "second", _("Second approval")


class GateKey(TextChoices):
    """Evidence gates: what must be shown before a record is published."""

    CITED = "cited", _("Every value is cited")
    DATED = "dated", _("A date is recorded")
    PLACED = "placed", _("A place is recorded, no finer than its method allows")
    TOLL = "toll", _("The death toll has two independent origins or says “single origin”")
    ATTRIBUTION = "attribution", _("Nobody is named as a fact without a finding, or a claim and an assessment")
    SENSITIVITY = "sensitivity", _("Graphic and personal-data flags are decided")
    DUPLICATES = "duplicates", _("Possible duplicates are decided")
    PARENT = "parent", _("The incident it is part of is published")
    SPLIT = "split", _("What was split off from it is published")
    QUOTES = "quotes", _("No question about a quote is open")
