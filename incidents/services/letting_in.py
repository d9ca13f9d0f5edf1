"""Say who may see a confidential source."""

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import Source, SourceGrant
from incidents.rules.refusals import RefusedError


@transaction.atomic
def let_in(*, actor: User, source: Source, person: User) -> SourceGrant:
    """Let somebody see a confidential source; twice changes nothing.

    Raises:
        NotAllowedError: the actor neither recorded it nor is a senior.
        RefusedError: the source is not confidential.
    """
    policies.may_let_in(actor, source).require()
    if not source.confidential:
        raise RefusedError(_("This source is not confidential: everybody at the desk sees it."))
    with pghistory.context(user=actor.pk, verb="let_in"):
        grant, _new = SourceGrant.objects.get_or_create(source=source, person=person, defaults={"granted_by": actor})
    return grant


@transaction.atomic
def shut_out(*, actor: User, source: Source, person: User) -> None:
    """Take back that somebody sees a confidential source.

    Raises:
        NotAllowedError: the actor neither recorded it nor is a senior.
    """
    policies.may_let_in(actor, source).require()
    with pghistory.context(user=actor.pk, verb="shut_out"):
        SourceGrant.objects.filter(source=source, person=person).delete()
