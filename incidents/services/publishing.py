"""Publish and withdraw: one transaction writes the version, its place in the log and the flat row."""

from typing import Any

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from incidents import policies, workflow
from incidents.choices import State, VersionKind
from incidents.models import Approval, Incident, Version
from incidents.rules.refusals import GatesClosedError, RefusedError, StateConflictError
from incidents.selectors.content import content_hash, public_content
from incidents.selectors.embargo import standing_embargo
from incidents.selectors.gates import missing
from incidents.selectors.regrouping import merges_to_announce
from incidents.selectors.risk import APPROVERS_AT_HIGH_RISK, needs_second_approval
from incidents.services.editing import hold
from incidents.services.noting import note_publication
from incidents.services.record import append_version, next_public_id
from incidents.services.regrouping import announce_merges, kinds_owed
from incidents.services.rounds import ask_for_review

FOR_CHANGES = (
    VersionKind.UPDATE,
    VersionKind.CORRECTION,
    VersionKind.CLARIFICATION,
    VersionKind.UPGRADE,
    VersionKind.DOWNGRADE,
)
"""Kinds of version that an editor may choose from after the first."""


@transaction.atomic
def publish(*, actor: User, incident: Incident, kind: str = "", summary: str = "") -> Version:
    """Publish an approved incident, exactly as it was approved.

    ``kind`` and ``summary`` say for readers why there is a new version; the first needs neither.

    Raises:
        NotAllowedError: this takes the role of publisher.
        StateConflictError: it is not approved, its content is no longer what was approved, or an embargo holds it back.
        GatesClosedError: an evidence gate stands open.
        RefusedError: a second approval is owed, or the change is not explained.
    """
    policies.may_publish(actor).require()
    (held,) = hold(incident)
    if standing_embargo(held):
        raise StateConflictError(_("It is to be published at a moment that was set. Call that off first."))
    content, approvals = require_publishable(held)
    chosen, said = explained(held, kind, summary)
    with pghistory.context(user=actor.pk, verb="publish"):
        _number(held)
        seal = note_publication(held, actor, approvals[0])
        version = append_version(
            public_id=str(held.public_id),
            kind=chosen,
            content=content,
            summary=said,
            desk_seal=seal,
            reviewer_roles=_roles(approvals),
        )
        workflow.move(held, State.PUBLISHED, actor=actor, reason=said)
        announce_merges(actor=actor, survivor=held)
    incident.refresh_from_db()
    return version


@transaction.atomic
def withdraw(*, actor: User, incident: Incident, reason: str) -> Version:
    """Take a published incident back. Its address answers with the reason from then on; its versions stay.

    It is done at once, and a second person is asked to look at it afterwards.

    Raises:
        NotAllowedError: this takes the role of publisher.
        StateConflictError: it is not published, or no reason is given.
    """
    policies.may_publish(actor).require()
    (held,) = hold(incident)
    if not held.published_number:
        raise StateConflictError(_("This incident was never published."))
    if merges_to_announce(held):
        raise StateConflictError(
            _("Another public incident was merged into this one, and readers do not know. Undo the merge first.")
        )
    workflow.move(held, State.WITHDRAWN, actor=actor, reason=reason)
    with pghistory.context(user=actor.pk, verb="withdraw"):
        _number(held)
        seal = note_publication(held, actor)
        version = append_version(
            public_id=str(held.public_id),
            kind=VersionKind.WITHDRAWAL,
            content={"schema": "attest-tombstone/1", "status": "withdrawn", "reason": reason.strip()},
            summary=reason.strip(),
            desk_seal=seal,
        )
    ask_for_review(held, actor=actor, note=reason)
    incident.refresh_from_db()
    return version


def kinds_for(incident: Incident) -> tuple[VersionKind, ...]:
    """The kinds that the next version may be of: what a merge or a split asks for, else what an editor chooses."""
    return kinds_owed(incident) or FOR_CHANGES


def require_publishable(held: Incident) -> tuple[dict[str, Any], list[Approval]]:
    """What would be published of an incident that is held, and the approvals of exactly that.

    Raises:
        StateConflictError, GatesClosedError, RefusedError: see ``publish``.
    """
    if held.state != State.APPROVED:
        raise StateConflictError(_("Only an approved incident is published."))
    gaps = missing(held)
    if gaps:
        raise GatesClosedError(_("Something is missing before this can be published."), missing=gaps)
    content = public_content(held)
    return content, _approvals(held, content_hash(content))


def _approvals(held: Incident, digest: str) -> list[Approval]:
    """The approvals of exactly this content, the newest first; two at least where the record is of high risk.

    An approval counts only while who gave it may still approve: one by somebody who has left the desk meanwhile, or
    holds a lower role, stays on record and carries nothing. Nobody's role changes until the version is written.
    """
    given = Approval.objects.filter(incident=held, revision=held.revision, content_sha256=digest, lapsed_at=None)
    keys = given.order_by("approver").values_list("approver", flat=True)
    people = User.objects.select_for_update(no_key=True).order_by("pk").in_bulk(list(keys))
    approvals = [one for one in given if people[one.approver_id].has_role_of(Role.REVIEWER)]
    if given and not approvals:
        raise StateConflictError(_("Who approved this may no longer approve. Have somebody else approve it."))
    if not approvals:
        raise StateConflictError(
            _("The content is no longer what was approved: something it rests on has changed. Have it reviewed again.")
        )
    if needs_second_approval(held) and len({approval.approver_id for approval in approvals}) < APPROVERS_AT_HIGH_RISK:
        raise RefusedError(_("This record is of high risk. A second person must approve it."))
    for one in approvals:
        one.approver = people[one.approver_id]
    return approvals


def _roles(approvals: list[Approval]) -> list[Role]:
    """The roles that those who approved it hold, one for each person; never who they are."""
    return sorted((Role(one.approver.role) for one in approvals), key=lambda role: role.rank)


def explained(held: Incident, kind: str, summary: str) -> tuple[str, str]:
    """The kind of the next version and its summary, as they are told to readers.

    Raises:
        RefusedError: one of them is missing.
    """
    if not held.published_number:
        return VersionKind.FIRST.value, summary.strip() or _("First published.")
    if kind not in kinds_for(held):
        raise RefusedError(_("Say what kind of change this is."), field="kind")
    if not summary.strip():
        raise RefusedError(_("Say for readers what changed."), field="summary")
    return kind, summary.strip()


def _number(held: Incident) -> None:
    """Give the next version number and, the first time, the permanent id."""
    if not held.public_id:
        year = held.occurred_latest.year if held.occurred_latest else held.created_at.year
        held.public_id = next_public_id(year)
    held.published_number += 1
    held.save(update_fields=["public_id", "published_number"])
