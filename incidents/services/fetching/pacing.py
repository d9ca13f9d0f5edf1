"""When a site may be asked: ten seconds lie between two requests to one host, whoever asked and whatever led there."""

from collections.abc import Callable
from datetime import datetime

from incidents.models import HostVisit
from incidents.rules.fetching import PACE, Target
from incidents.services.fetching.asking import refuse_confidential

Admit = Callable[[Target, int], None]
"""Asked before each request, with the number of redirects that led to it; raises what keeps it from being made."""


class NotYetError(Exception):
    """A site was asked just before. From ``turn`` on it may be asked for ``address``, to which ``redirects`` led."""

    def __init__(self, *, address: str, redirects: int, turn: datetime) -> None:
        super().__init__(address)
        self.address, self.redirects, self.turn = address, redirects, turn


def at_its_turn(now: datetime) -> Admit:
    """What lets a request through now: its site was not asked just before, nor is it for a confidential source.

    Raises, when it is asked:
        NotYetError: the site was; nothing is noted.
        FetchRefusedError: it is.
    """

    def admit(target: Target, redirects: int) -> None:
        refuse_confidential(target.address)
        turn = turn_of(target.host, now=now)
        if turn:
            raise NotYetError(address=target.address, redirects=redirects, turn=turn)

    return admit


def turn_of(host: str, *, now: datetime) -> datetime | None:
    """When a site may be asked; None says now, and that is noted. Of two who come at once, one gets it."""
    visit, first = HostVisit.objects.get_or_create(host=host, defaults={"at": now})
    if first or HostVisit.objects.filter(host=host, at__lte=now - PACE).update(at=now):
        return None
    return visit.at + PACE
