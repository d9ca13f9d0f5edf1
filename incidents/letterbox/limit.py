"""How much one network may send through the public doors."""

from typing import ClassVar

from django.core.cache import caches
from django.http import HttpRequest
from django.utils.connection import ConnectionProxy
from rest_framework.throttling import SimpleRateThrottle

from incidents.rules.networks import network_of


class DoorThrottle(SimpleRateThrottle):
    """A few an hour from each address, or IPv6 network. Counted beside the database: these doors read no table."""

    door: ClassVar[str]
    cache = ConnectionProxy(caches, "limits")  # type: ignore[assignment]

    def get_cache_key(self, request: HttpRequest, _view: None) -> str:  # type: ignore[override]
        """The counter of whoever writes."""
        return f"{self.door}:{network_of(self.get_ident(request))}"  # type: ignore[arg-type]


class ReportThrottle(DoorThrottle):
    """Reports take an editor's time."""

    door = "report"
    rate = "5/hour"


class LinkThrottle(DoorThrottle):
    """Links are kept for ever."""

    door = "link"
    rate = "60/hour"


def may_send(request: HttpRequest, throttle: type[DoorThrottle] = ReportThrottle) -> bool:
    """Whether one more is taken from this network now; it is counted."""
    return bool(throttle().allow_request(request, None))  # type: ignore[arg-type]
