"""How often one may ask without a key."""

from django.core.cache import caches
from django.utils.connection import ConnectionProxy
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from incidents.rules.networks import network_of


class AnonymousThrottle(SimpleRateThrottle):
    """A limit for each address, or IPv6 network, counted in the process (cache ``api``)."""

    scope = "anonymous"
    cache = ConnectionProxy(caches, "api")  # type: ignore[assignment]

    def get_cache_key(self, request: Request, view: APIView) -> str:  # noqa: ARG002 - the framework's signature
        """The counter of whoever asks."""
        return f"read:{network_of(self.get_ident(request))}"
