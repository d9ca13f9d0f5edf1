"""What the pages of review and publication show of an incident."""

import json
from typing import Any

from accounts.models import User
from incidents import policies
from incidents.choices import State
from incidents.desk.presenters.codings import coding_rows
from incidents.desk.presenters.gates import gate_rows
from incidents.desk.presenters.history import change_rows
from incidents.desk.presenters.incident import link_rows, sentence_rows, statement_rows, status_line
from incidents.desk.presenters.past import COLUMNS, compared
from incidents.desk.presenters.review import field_rows, folding, review_rows
from incidents.desk.reads.history import Reader, names_of
from incidents.desk.reads.incident import Opened, changes_since, read_incident
from incidents.desk.reads.review import current_review, kept_texts, last_content
from incidents.models import Approval, Incident
from incidents.presenting import present
from incidents.presenting.changes import Change, compare
from incidents.selectors.approvals import awaits_approval, standing_approvals
from incidents.selectors.clearance import may_approve
from incidents.selectors.content import content_hash, public_content
from incidents.selectors.embargo import standing_embargo
from incidents.selectors.record import parts_of, titles_of
from incidents.selectors.second_coding import codings_of, knows_all

Content = dict[str, Any]


def known_content(content: Content, opened: Opened) -> Content:
    """A published document without the claims that whoever is looking may not know now, nor the values on them.

    When it was published, a source that may be named bore each of them out.
    """
    if not opened.veiled:
        return content
    hidden = {str(claim.uid) for claim in opened.claims if claim.veiled}
    resting = {
        field for field, one in opened.resolutions.items() if opened.veiled & {two.pk for two in one.assertions.all()}
    }
    blank: Content = {field: [] if isinstance(content.get(field), list) else None for field in resting}
    return {**content, **blank, "claims": [one for one in content["claims"] if one["id"] not in hidden]}


def changes(before: Content | None, known: Content, opened: Opened) -> tuple[Change, ...]:
    """What differs from what readers saw last, as far as whoever is looking may know; nothing for the first time."""
    if before is None:
        return ()
    return compare(known_content(before, opened), known).everything


def unchanged_claims(before: Content | None, now: Content) -> set[str]:
    """The claims, by id, of which readers know every word, and of which nothing they see would be different."""
    known = {claim["id"]: claim for claim in before["claims"]} if before else {}
    return {claim["id"] for claim in now["claims"] if known.get(claim["id"]) == claim}


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
    before, now = last_content(incident), public_content(incident, without=opened.veiled)
    approvals = standing_approvals(incident)
    rows = review_rows(opened.claims, incident, kept=kept_texts(incident, cited), comments=opened.comments)
    changed, folded = folding(rows, unchanged_claims(before, now))
    return {
        "status": status_line(incident),
        "rows": changed,
        "unchanged": folded,
        "fields": field_rows(incident, opened.comments),
        "statements": statement_rows(opened),
        "links": link_rows(opened),
        "sentences": sentence_rows(opened),
        "preview": preview(now, incident),
        "gates": gate_rows(opened.gates, incident, person),
        "review": current_review(incident),
        "first": before is None,
        "changes": changes(before, now, opened),
        "open_comments": [one for one in opened.comments if one.blocking and one.state == "open"],
        "approvals": approvals,
        "codings": coding_rows(codings_of(incident), open_to=knows_all(person, incident)),
        "may_ask_for_coding": bool(policies.may_ask_for_coding(person)),
        "high_risk": opened.high_risk,
        **_decidable(incident, person, approvals),
    }


def edited_since(incident: Incident, person: User, revision: int) -> dict[str, Any] | None:
    """Who edited it after a revision and why, and the words that differ; none where nobody did, or it is a draft.

    What the person may not know is left out.
    """
    if revision >= incident.revision or incident.state not in {State.IN_REVIEW, State.APPROVED}:
        return None
    reader = Reader(incident, person)
    before, now = reader.state(revision), reader.state(incident.revision)
    names = names_of([*before, *now], COLUMNS, person)
    edits = change_rows(changes_since(incident, revision, person))
    return {"rows": edits, "parts": compared(before, now, reader.subjects(), names), "revision": revision}


def _decidable(incident: Incident, person: User, approvals: list[Approval]) -> dict[str, Any]:
    """Whether this person can decide now, and whether theirs would be the second approval, or replace one that fell.

    ``clearance`` says whether they could approve, who must see all of it for that.
    """
    approved_by_me = any(approval.approver_id == person.pk for approval in approvals)
    second_owed = awaits_approval(incident)
    may, clearance = bool(policies.may_review(person, incident)), may_approve(person, incident)
    return {
        "clearance": clearance,
        "decidable": may and incident.state == State.IN_REVIEW,
        "second_owed": second_owed,
        "second_decidable": bool(clearance) and second_owed and not approved_by_me,
        "approved_by_me": approved_by_me,
    }


def publication_context(incident: Incident, person: User) -> dict[str, Any]:
    """Exactly what will be published, and what stands behind it."""
    opened = read_incident(incident, person)
    digest = content_hash(public_content(incident))
    approvals = standing_approvals(incident)
    before, known = last_content(incident), public_content(incident, without=opened.veiled)
    return {
        "status": status_line(incident),
        "gates": gate_rows(opened.gates, incident, person),
        "preview": preview(known, incident),
        "json": json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True),
        "digest": digest,
        "approvals": approvals,
        "embargo": standing_embargo(incident),
        "unchanged": any(approval.content_sha256 == digest for approval in approvals),
        "first": before is None,
        "changes": changes(before, known, opened),
        "high_risk": opened.high_risk,
        **_decidable(incident, person, approvals),
    }
