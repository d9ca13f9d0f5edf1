"""What the pages of review and publication show of an incident."""

import json
from typing import Any

from accounts.models import User
from incidents import policies
from incidents.choices import State
from incidents.desk.presenters.gates import gate_rows
from incidents.desk.presenters.incident import link_rows, sentence_rows, statement_rows, status_line
from incidents.desk.presenters.review import field_rows, review_rows
from incidents.desk.reads.incident import read_incident
from incidents.desk.reads.review import current_review, kept_texts, last_content, standing_approvals
from incidents.models import Approval, Incident
from incidents.presenting import present
from incidents.presenting.changes import compare
from incidents.selectors.content import content_hash, public_content
from incidents.selectors.record import parts_of, titles_of

TWO = 2


def preview(content: dict[str, Any], incident: Incident) -> dict[str, Any]:
    """The public page of a document: made from it alone and from what the record says of the incidents around it."""
    parent, linked = content["parent"] or "", [link["incident"] for link in content["links"]]
    titles = titles_of([*linked, parent]) if linked or parent else {}
    parts = parts_of(incident.public_id) if incident.public_id else []
    return {
        "body": present(content, titles),
        "parent": {"title": titles[parent], "url": f"/incidents/{parent}/"} if parent in titles else None,
        "parts": [{"title": part.title, "url": f"/incidents/{part.public_id}/"} for part in parts],
    }


def review_context(incident: Incident, person: User) -> dict[str, Any]:
    """Everything on the page of a review but its forms."""
    opened = read_incident(incident, person)
    cited = {citation.source_id for claim in opened.claims for citation in claim.citations.all()}
    before, content = last_content(incident), public_content(incident)
    approvals = standing_approvals(incident)
    return {
        "status": status_line(incident),
        "rows": review_rows(opened.claims, incident, kept=kept_texts(incident, cited), comments=opened.comments),
        "fields": field_rows(incident, opened.comments),
        "statements": statement_rows(opened),
        "links": link_rows(opened),
        "sentences": sentence_rows(opened),
        "preview": preview(content, incident),
        "gates": gate_rows(opened.gates, incident),
        "review": current_review(incident),
        "first": before is None,
        "changes": compare(before, content).everything if before else [],
        "open_comments": [one for one in opened.comments if one.blocking and one.state == "open"],
        "approvals": approvals,
        "high_risk": opened.high_risk,
        **_decidable(incident, person, approvals, high_risk=opened.high_risk),
    }


def _decidable(incident: Incident, person: User, approvals: list[Approval], *, high_risk: bool) -> dict[str, bool]:
    """Whether this person can decide now, and whether theirs would be the second approval, or replace one that fell."""
    approved_by_me = any(approval.approver_id == person.pk for approval in approvals)
    second_owed = incident.state == State.APPROVED and len(approvals) < (TWO if high_risk else 1)
    may = bool(policies.may_review(person, incident))
    return {
        "decidable": may and incident.state == State.IN_REVIEW,
        "second_owed": second_owed,
        "second_decidable": may and second_owed and not approved_by_me,
        "approved_by_me": approved_by_me,
    }


def publication_context(incident: Incident, person: User) -> dict[str, Any]:
    """Exactly what will be published, and what stands behind it."""
    opened = read_incident(incident, person)
    content = public_content(incident)
    digest = content_hash(content)
    approvals = standing_approvals(incident)
    before = last_content(incident)
    return {
        "status": status_line(incident),
        "gates": gate_rows(opened.gates, incident),
        "preview": preview(content, incident),
        "json": json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True),
        "digest": digest,
        "approvals": approvals,
        "unchanged": any(approval.content_sha256 == digest for approval in approvals),
        "first": before is None,
        "changes": compare(before, content).everything if before else [],
        "high_risk": opened.high_risk,
        **_decidable(incident, person, approvals, high_risk=opened.high_risk),
    }
