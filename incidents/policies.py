"""Who may do what at the desk, and the sentence said to who may not.

Each question answers with a :class:`Verdict`. Superusers have no way around any of them.
"""

from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from incidents.choices import State
from incidents.models import Incident, Review, Source, Webhook
from incidents.rules.refusals import NotAllowedError

CLOSED_STATES = (State.MERGED, State.WITHDRAWN, State.REJECTED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether it is allowed; ``sentence`` says why not."""

    sentence: str = ""

    def __bool__(self) -> bool:
        return not self.sentence

    def require(self) -> None:
        """Go on if it is allowed.

        Raises:
            NotAllowedError: with the sentence.
        """
        if self.sentence:
            raise NotAllowedError(self.sentence)


ALLOWED = Verdict()


def may_log(person: User) -> Verdict:
    """Whether a person may record incidents, sources and actors."""
    return _at_least(person, Role.CONTRIBUTOR)


def may_curate(person: User) -> Verdict:
    """Whether a person may change what is on record of actors and places, which many incidents share."""
    return _at_least(person, Role.EDITOR)


def may_feed(person: User) -> Verdict:
    """Whether a person may say which feeds the worker looks into: each look tells a site that the desk is there."""
    return _at_least(person, Role.SENIOR)


def may_have_webhooks(person: User) -> Verdict:
    """Whether a person may have an address told of what is published: it is public, and everybody of the desk may."""
    return _at_least(person, Role.CONTRIBUTOR)


def may_change_webhook(person: User, webhook: Webhook) -> Verdict:
    """Whether a person may have a webhook told something, or given a new secret: its owner alone."""
    return ALLOWED if webhook.owner_id == person.pk else Verdict(_("Only who added a webhook may do this."))


def may_stop_webhook(person: User, webhook: Webhook) -> Verdict:
    """Whether a person may pause or remove a webhook: its owner, and administrators."""
    return ALLOWED if person.has_role_of(Role.ADMINISTRATOR) else may_change_webhook(person, webhook)


def may_edit(person: User, incident: Incident) -> Verdict:
    """Whether a person may change an incident: contributors their own drafts, editors every open one."""
    if incident.state == State.MERGED:
        return Verdict(_("This incident was merged into another; work goes on there."))
    if incident.state in CLOSED_STATES:
        return Verdict(_("This incident is closed. A senior editor can reopen it."))
    if person.has_role_of(Role.EDITOR):
        return ALLOWED
    if person.has_role_of(Role.CONTRIBUTOR) and incident.created_by_id == person.pk and not incident.published_number:
        return ALLOWED
    return Verdict(_("Contributors change only their own drafts. Ask an editor."))


def may_submit(person: User, incident: Incident) -> Verdict:
    """Whether a person may hand an incident in for review: its authors and its assignee."""
    if incident.assigned_to_id == person.pk or has_written(person, incident):
        return may_edit(person, incident)
    return Verdict(_("Only somebody who wrote it, or to whom it is assigned, submits an incident."))


def may_review(person: User, incident: Incident) -> Verdict:
    """Whether a person may decide a review: a reviewer who wrote nothing since the last publication."""
    if not person.has_role_of(Role.REVIEWER):
        return Verdict(_("Reviewing takes the role of reviewer."))
    if has_written(person, incident):
        return Verdict(_("You wrote part of this. Somebody who wrote none of it must review it."))
    if Review.objects.filter(incident=incident, revision=incident.revision, requested_by=person).exists():
        return Verdict(_("You submitted this. Somebody else must review it."))
    return ALLOWED


def may_stand_by(person: User, withdrawal: Review) -> Verdict:
    """Whether a person may say that a withdrawal was right: a reviewer who did not withdraw it."""
    if withdrawal.requested_by_id == person.pk:
        return Verdict(_("You withdrew this. Somebody else must look at it."))
    return _at_least(person, Role.REVIEWER)


def may_ask_for_coding(person: User) -> Verdict:
    """Whether a person may ask a colleague to code an incident blind."""
    return _at_least(person, Role.REVIEWER)


def may_code(person: User, incident: Incident) -> Verdict:
    """Whether a person may code an incident a second time: an editor who wrote none of it."""
    if not person.has_role_of(Role.EDITOR):
        return Verdict(_("Coding a second time takes the role of editor."))
    if incident.created_by_id == person.pk or incident.contributions.filter(by=person).exists():
        return Verdict(_("Who wrote part of it has seen its values, and cannot code it blind."))
    return ALLOWED


def may_publish(person: User) -> Verdict:
    """Whether a person may publish and withdraw."""
    return _at_least(person, Role.PUBLISHER)


def may_reopen(person: User) -> Verdict:
    """Whether a person may take up a closed incident again."""
    return _at_least(person, Role.SENIOR)


def may_regroup(person: User) -> Verdict:
    """Whether a person may merge incidents, split one, and undo either."""
    return _at_least(person, Role.SENIOR)


def may_waive(person: User, incident: Incident) -> Verdict:
    """Whether a person may sign a waiver from an evidence gate: a senior who did not write the incident."""
    if not person.has_role_of(Role.SENIOR):
        return Verdict(_("Signing a waiver takes the role of senior editor."))
    if has_written(person, incident):
        return Verdict(_("You wrote part of this. Another senior editor must sign."))
    return ALLOWED


def may_read_source(person: User, source: Source) -> Verdict:
    """Whether a person may see what a source is: a confidential one, who recorded it, whoever was let in, seniors."""
    if not source.confidential or Source.objects.filter(pk=source.pk).readable_by(person).exists():
        return ALLOWED
    return Verdict(_("%(handle)s: ask a senior editor to let you see it.") % {"handle": source.handle})


def may_let_in(person: User, source: Source) -> Verdict:
    """Whether a person may say who sees a confidential source: who recorded it, and seniors."""
    if source.recorded_by_id == person.pk or person.has_role_of(Role.SENIOR):
        return ALLOWED
    return Verdict(_("Who recorded a confidential source, or a senior editor, says who may see it."))


def may_answer_reports(person: User) -> Verdict:
    """Whether a person may read what readers report, their e-mail included, and answer in public."""
    return _at_least(person, Role.EDITOR)


def has_written(person: User, incident: Incident) -> bool:
    """Whether a person wrote anything that stands in the incident and was not published with an approval since.

    Work that a merge, a split or the undoing of one brought here counts. The database answers (``attest_wrote``), by
    the rule that its own guard of approvals asks.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT attest_wrote(%s, %s)", [incident.pk, person.pk])
        return bool(cursor.fetchone()[0])


def _at_least(person: User, role: Role) -> Verdict:
    if person.has_role_of(role):
        return ALLOWED
    return Verdict(_("This takes the role of %(role)s.") % {"role": role.label.lower()})
