"""Ask a colleague for a small edit while an incident stays in review."""

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import Incident, SmallEdit
from incidents.rules.refusals import RefusedError, StateConflictError
from incidents.selectors.approvals import review_to_decide
from incidents.services.editing import hold
from incidents.services.notifying import tell_small_edit_asked
from incidents.services.reviewing import require_revision
from incidents.services.writing import write


@transaction.atomic
def ask_small_edit(*, actor: User, incident: Incident, revision: int, of: User, what: str) -> SmallEdit:
    """Ask somebody else to put something small right; what they save stays in review. One asked for before is replaced.

    Whoever is asked for a second approval may do so too: what is saved then comes back to everybody who approves.

    Raises:
        NotAllowedError: the actor may not decide this review.
        StaleRevisionError: it has changed since the reviewer opened it.
        StateConflictError: it is not in review, and no approval of it is owed.
        RefusedError: nothing is said, or the colleague may not edit it.
        ValidationError: it is asked of oneself.
    """
    (held,) = hold(incident)
    policies.may_review(actor, held).require()
    require_revision(held, revision)
    review = review_to_decide(held)
    if review is None or review.revision != revision:
        raise StateConflictError(_("This incident is not in review."))
    if not what.strip():
        raise RefusedError(_("Say what to change."), field="reason")
    if not of.is_active or not policies.may_edit(of, held):
        raise RefusedError(_("%(name)s may not edit this. Ask somebody else.") % {"name": of.display_name}, field="of")
    with pghistory.context(user=actor.pk, verb="ask_small_edit"):
        review.small_edits.filter(ended_at=None).update(ended_at=timezone.now())
        asked = SmallEdit(review=review, revision=revision, what=what.strip(), asked_by=actor, asked_of=of)
        write(asked)
    tell_small_edit_asked(asked=asked)
    return asked
