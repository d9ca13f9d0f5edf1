"""Split an incident: some of what it holds begins a new one."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import RegroupingKind
from incidents.models import Incident, Regrouping
from incidents.rules.refusals import RefusedError
from incidents.services.editing import editing
from incidents.services.inputs import Description
from incidents.services.logging import log_incident
from incidents.services.regrouping.ledger import Picked, carry
from incidents.services.resolution import resolve_incident
from incidents.services.writing import write


@dataclass(frozen=True, kw_only=True)
class NewIncident:
    """The incident that begins with a split: its title, and the incident of which it is a part, if of any."""

    title: str
    parent: Incident | None = None


@transaction.atomic
def split(*, actor: User, source: Incident, picked: Picked, new: NewIncident, reason: str) -> Regrouping:
    """Propose that an incident is two: what was picked moves to a new draft, with its citations.

    Both are reviewed and published like any other change. The source's next version is of the kind "split" and names
    the new id; until the new incident is public, the source is not published.

    Raises:
        NotAllowedError: this takes a senior editor.
        RefusedError: nothing or everything was picked, something of another incident, half of a pair; no reason.
        ValidationError: the title is missing or too long.
    """
    policies.may_regroup(actor).require()
    _require_sense(source, picked, reason)
    description = Description(title=new.title, graphic=source.graphic, personal_data=source.personal_data)
    with editing(actor=actor, incident=source, verb="split", summary=reason) as held:
        begun = log_incident(
            actor=actor, description=description, parent=new.parent, demonstration=source.demonstration
        )
        regrouping = Regrouping(
            kind=RegroupingKind.SPLIT,
            source=held,
            target=begun,
            reason=reason.strip(),
            source_revision=held.revision + 1,
            target_revision=begun.revision,
            by=actor,
        )
        write(regrouping)
        carry(regrouping, picked)
        resolve_incident(begun, actor=actor)
    return regrouping


def _require_sense(source: Incident, picked: Picked, reason: str) -> None:
    """Refuse a split that leaves one of the two without anything, or tears a pair of claims apart."""
    if not reason.strip():
        raise RefusedError(_("Say why the incident is two."), field="reason")
    if not picked.claims:
        raise RefusedError(_("Pick the claims that are about the other incident."), field="claims")
    if picked.owners() != {source.pk}:
        raise RefusedError(_("Something that was picked belongs to another incident."))
    chosen = {one.pk for one in picked.claims}
    if source.assertions.exclude(pk__in=chosen).count() == 0:
        raise RefusedError(_("Leave something: an incident from which everything goes is not two."), field="claims")
    for newer in source.assertions.filter(supersedes__isnull=False):
        if (newer.pk in chosen) != (newer.supersedes_id in chosen):
            raise RefusedError(
                _("A claim that takes the place of an older one goes with it: pick both or neither."), field="claims"
            )
