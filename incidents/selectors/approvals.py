"""Approvals that stand, and whether another one is owed."""

from accounts.roles import Role
from incidents.choices import ReviewVerdict, State
from incidents.models import Approval, Incident, Review
from incidents.selectors.risk import APPROVERS_AT_HIGH_RISK, needs_second_approval


def standing_approvals(incident: Incident) -> list[Approval]:
    """Approvals of exactly this revision that have not lapsed, by people who may still approve."""
    given = incident.approvals.filter(revision=incident.revision, lapsed_at=None).select_related("approver")
    return [one for one in given.order_by("approved_at") if one.approver.has_role_of(Role.REVIEWER)]


def awaits_approval(incident: Incident) -> bool:
    """Whether an incident that is approved takes another approval: a second one, or in the place of one that fell."""
    if incident.state != State.APPROVED:
        return False
    wanted = APPROVERS_AT_HIGH_RISK if needs_second_approval(incident) else 1
    return len(standing_approvals(incident)) < wanted


def review_to_decide(incident: Incident) -> Review | None:
    """The round of review in which something is to be decided: an open one or, for another approval, the last one."""
    if incident.state == State.IN_REVIEW:
        return incident.reviews.filter(verdict=ReviewVerdict.OPEN).first()
    if awaits_approval(incident):
        return incident.reviews.filter(verdict=ReviewVerdict.APPROVED, revision=incident.revision).first()
    return None


def open_withdrawal(incident: Incident, *, for_update: bool = False) -> Review | None:
    """The withdrawal of an incident that nobody but who withdrew it has looked at; ``for_update`` holds its row."""
    if incident.state != State.WITHDRAWN:
        return None
    found = incident.reviews.filter(verdict=ReviewVerdict.OPEN).select_related("requested_by")
    return (found.select_for_update(of=("self",)) if for_update else found).first()
