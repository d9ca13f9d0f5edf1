"""Save what is recorded of a warning."""

from typing import Any

from accounts.models import User
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.given_warning import AmendWarningForm, GivenForm
from incidents.desk.saving.evidence import save_actor
from incidents.models import Actor, Incident, Source, Warning  # noqa: A004
from incidents.services.context import amend_warning
from incidents.services.inputs import WarningGiven


def both_ends(actor: User, form: GivenForm) -> dict[str, Actor]:
    """Who warned and who was warned, each recorded where a kind says that they are new."""
    return {
        name: save_actor(actor=actor, name=form.text(name), kind=form.text(f"{name}_kind"), field=name)
        for name in ("warner", "recipient")
    }


def save_warning(*, actor: User, incident: Incident, form: AmendWarningForm, change: ChangeForm) -> Warning:
    """Change a warning on record."""
    chosen = form.text("disclosed_by")
    disclosed_by = Source.objects.filter(uid=chosen).first() if chosen else None
    people: dict[str, Any] = both_ends(actor, form)
    given = WarningGiven(**people, **form.described(), disclosed_by=disclosed_by)
    return amend_warning(actor=actor, incident=incident, warning=form.warning, given=given, **change.terms())
