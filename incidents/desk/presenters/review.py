"""What a reviewer sees: each claim beside its quote, in its source, with what was remarked on it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from incidents.choices import CommentState
from incidents.desk.presenters.claims import claim_row
from incidents.desk.presenters.excerpt import excerpt
from incidents.desk.reads.review import Kept
from incidents.models import Assertion, Incident, Review, ReviewComment
from incidents.policies import may_stand_by

FIELDS: dict[str, Any] = {
    "title": _("Title"),
    "summary": _("Summary"),
    "statements": _("Reactions and analysis"),
    "links": _("Links"),
    "flags": _("Flags and criteria"),
    "values": _("Public values"),
}


def review_rows(
    claims: list[Assertion], incident: Incident, *, kept: Kept, comments: list[ReviewComment]
) -> list[dict[str, Any]]:
    """The standing claims, each with the excerpts in which its quotes stand and with its comments."""
    rows = []
    for claim in claims:
        row = claim_row(claim, incident)
        if not row["standing"]:
            continue
        for citation, shown in zip(claim.citations.all(), row["citations"], strict=True):
            anchor = None if citation.source.veiled else kept.anchors.get(citation.pk)
            shown["excerpt"] = excerpt(kept.texts[anchor.capture_id], anchor.start, anchor.end) if anchor else None
            shown["captured"] = citation.source_id in kept.sources or citation.source.veiled
        row["about"] = f"claim:{claim.uid}"
        row["comments"] = [comment_row(one, incident) for one in comments if one.assertion_id == claim.pk]
        rows.append(row)
    return rows


def folding(rows: list[dict[str, Any]], unchanged: set[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What is to be read now, and what may be folded: nothing of it changed, and nobody waits for an answer there."""
    folded = [row for row in rows if row["uid"] in unchanged and not any(one["open"] for one in row["comments"])]
    return [row for row in rows if row not in folded], folded


def field_rows(incident: Incident, comments: list[ReviewComment]) -> list[dict[str, Any]]:
    """The fields that are no claims, each with its comments."""
    return [
        {
            "label": label,
            "about": f"field:{name}",
            "comments": [comment_row(one, incident) for one in comments if one.field == name and not one.assertion_id],
        }
        for name, label in FIELDS.items()
    ]


def withdrawal_row(review: Review | None, person: User) -> dict[str, Any] | None:
    """A withdrawal that waits for a second look: who did it and why, and whether this person may give it."""
    if review is None:
        return None
    verdict = may_stand_by(person, review)
    return {
        "who": review.requested_by.display_name,
        "at": review.requested_at,
        "reason": review.note,
        "may": bool(verdict),
        "why_not": verdict.sentence,
    }


def comment_row(comment: ReviewComment, incident: Incident) -> dict[str, Any]:
    """One remark and what can be done with it."""
    return {
        "anchor": f"comment-{comment.pk}",
        "text": comment.text,
        "who": comment.written_by.display_name,
        "at": comment.written_at,
        "state": comment.get_state_display(),
        "open": comment.state == CommentState.OPEN,
        "resolved": comment.state == CommentState.RESOLVED,
        "blocking": comment.blocking,
        "veiled": comment.veiled,
        "about": comment_subject(comment),
        "url": reverse("desk:comment_settle", kwargs={"uid": incident.uid, "comment": comment.pk}),
    }


def comment_subject(comment: ReviewComment) -> str:
    """What a remark is about, in words."""
    if comment.assertion:
        return str(comment.assertion.get_kind_display())
    return str(FIELDS.get(comment.field, comment.field))
