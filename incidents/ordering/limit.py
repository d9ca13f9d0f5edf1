"""How many large files one network may order."""

from typing import Final

from django.core.cache import caches
from django.http import HttpRequest
from django.utils.connection import ConnectionProxy
from rest_framework.throttling import SimpleRateThrottle

from incidents.rules.networks import network_of

RATE: Final = "10/hour"


class OrderThrottle(SimpleRateThrottle):
    """A few orders an hour from each address, or IPv6 network. Counted beside the database: this door reads none."""

    rate = RATE
    cache = ConnectionProxy(caches, "limits")  # type: ignore[assignment]

    def get_cache_key(self, request: HttpRequest, _view: None) -> str:  # type: ignore[override]
        """The counter of whoever orders."""
        return f"order:{network_of(self.get_ident(request))}"  # type: ignore[arg-type]


def may_order(request: HttpRequest) -> bool:
    """Whether one more order is taken from this network now; it is counted."""
    return bool(OrderThrottle().allow_request(request, None))  # type: ignore[arg-type]
