"""A withdrawal is looked at by a second person, once readers no longer find the incident: that cannot wait for two."""

import pghistory
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import ReviewVerdict
from incidents.models import Incident, Review
from incidents.rules.refusals import StateConflictError
from incidents.selectors.approvals import open_withdrawal


@transaction.atomic
def stand_by(*, actor: User, incident: Incident) -> Review:
    """Say, as a second person, that it was right to withdraw it. Who thinks otherwise has it taken up again.

    Raises:
        NotAllowedError: this takes the role of reviewer, and somebody else than who withdrew it.
        StateConflictError: no withdrawal waits for a second look.
    """
    review = open_withdrawal(incident, for_update=True)
    if review is None:
        raise StateConflictError(_("No withdrawal waits for a second look here."))
    policies.may_stand_by(actor, review).require()
    review.reviewer, review.verdict, review.decided_at = actor, ReviewVerdict.APPROVED, timezone.now()
    with pghistory.context(user=actor.pk, verb="stand_by_withdrawal"):
        review.save(update_fields=["reviewer", "verdict", "decided_at"])
    return review


def end_looking(incident: Incident) -> None:
    """It is taken up again: nobody need look at the withdrawal any more."""
    open_ones = incident.reviews.filter(verdict=ReviewVerdict.OPEN)
    open_ones.update(verdict=ReviewVerdict.LAPSED, decided_at=timezone.now())
