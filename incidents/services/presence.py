"""Show who has an incident open. A lease never blocks a save: the revision does."""

from datetime import timedelta
from typing import Final

from django.utils import timezone

from accounts.models import User
from incidents.models import Incident, Lease

LASTS: Final = timedelta(minutes=10)


def hold(*, actor: User, incident: Incident) -> list[Lease]:
    """Note that somebody has the incident open, for ten minutes from now; return the leases of the others.

    Whoever had gone and comes back has it open since now. Somebody whose access has ended holds nothing.
    """
    now = timezone.now()
    lease, begun = Lease.objects.get_or_create(incident=incident, holder=actor, defaults={"until": now + LASTS})
    if not begun:
        lease.since, lease.until = (lease.since if lease.until > now else now), now + LASTS
        lease.save(update_fields=["since", "until"])
    held = Lease.objects.filter(incident=incident, until__gt=now, holder__is_active=True)
    return list(held.exclude(holder=actor).select_related("holder"))


def let_go(*, actor: User) -> None:
    """Somebody signs out and holds nothing any more. What is still open elsewhere is held again within a minute."""
    Lease.objects.filter(holder=actor).delete()


def drop_expired() -> int:
    """Forget those who have gone; their number is returned."""
    count, _by_model = Lease.objects.filter(until__lt=timezone.now()).delete()
    return count
