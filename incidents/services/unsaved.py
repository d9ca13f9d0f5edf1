"""Keep what somebody has typed until it is saved, for them alone; what is older than a week is forgotten."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import UnsavedForm
from incidents.rules.refusals import RefusedError

LASTS: Final = timedelta(days=7)
MOST_CHARACTERS: Final = 200_000
KEPT_OF: Final = "/desk/incidents/"
"""Pages of which something is kept: those of incidents, so never the one that seals a name."""


@transaction.atomic
def keep(*, actor: User, address: str, fields: str) -> None:
    """Keep the fields of a page in place of what was kept of it before.

    Raises:
        NotAllowedError: this person may not write at the desk.
        RefusedError: it is no page of an incident, or more than can be kept.
    """
    policies.may_log(actor).require()
    longest = UnsavedForm._meta.get_field("address").max_length or 0  # noqa: SLF001
    if not address.startswith(KEPT_OF) or len(address) > longest:
        raise RefusedError(_("Only what is typed about an incident is kept."), field="address")
    if len(fields) > MOST_CHARACTERS or "\x00" in fields:
        raise RefusedError(_("This is too much to be kept before it is saved. Save it."), field="fields")
    UnsavedForm.objects.update_or_create(
        person=actor, address=address, defaults={"fields": fields, "kept_at": timezone.now()}
    )


def forget(*, actor: User, address: str) -> None:
    """Forget what was kept of a page: it is saved, or not wanted any more."""
    UnsavedForm.objects.filter(person=actor, address=address).delete()


def forget_old() -> int:
    """Forget what nobody came back to for a week; their number is returned."""
    count, _by_model = UnsavedForm.objects.filter(kept_at__lt=timezone.now() - LASTS).delete()
    return count
