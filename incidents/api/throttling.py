"""How often one may ask without a key, and how a reader is told how much of that is left."""

import math
from collections.abc import Iterable
from typing import Final

from django.core.cache import caches
from django.utils.connection import ConnectionProxy
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle, SimpleRateThrottle
from rest_framework.views import APIView

from incidents.rules.networks import network_of

POLICY: Final = "RateLimit-Policy"
LEFT: Final = "RateLimit"


class ToldThrottle(SimpleRateThrottle):
    """A limit that tells what it is and how much of it is left (draft-ietf-httpapi-ratelimit-headers-11).

    Its name, quota and window are the ``RateLimit-Policy``. What is left is of the newest window: so many requests, and
    not more before the oldest of those that count has left the window.
    """

    cache = ConnectionProxy(caches, "limits")  # type: ignore[assignment]
    history: list[float] = []
    num_requests: int
    duration: int

    @property
    def left(self) -> int:
        """How many more requests are answered before the oldest is forgotten."""
        return max(0, self.num_requests - len(self.history))

    def policy(self) -> str:
        """The limit as an item of ``RateLimit-Policy``."""
        return f'"{self.scope}";q={self.num_requests};w={self.duration}'

    def standing(self) -> str:
        """What is left of it as an item of ``RateLimit``."""
        until = self.duration - (self.now - self.history[-1])
        return f'"{self.scope}";r={self.left};t={math.ceil(until)}'


class AnonymousThrottle(ToldThrottle):
    """A limit for each address, or IPv6 network, counted by all web processes together (cache ``limits``)."""

    scope = "anonymous"

    def get_cache_key(self, request: Request, view: APIView) -> str:  # noqa: ARG002 - the framework's signature
        """The counter of whoever asks."""
        return f"read:{network_of(self.get_ident(request))}"


def limits(throttles: Iterable[BaseThrottle]) -> dict[str, str]:
    """The headers of the limits that were asked for a request; none where none was."""
    asked = [one for one in throttles if isinstance(one, ToldThrottle) and one.history]
    if not asked:
        return {}
    return {POLICY: ", ".join(one.policy() for one in asked), LEFT: ", ".join(one.standing() for one in asked)}
