"""How often one may ask without a key."""

from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Final

from django.core.cache import caches
from django.utils.connection import ConnectionProxy
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

HOME_NETWORK_BITS: Final = 64
"""A home or an office holds a whole network of IPv6 addresses of this prefix, and may use a new one each time."""


class AnonymousThrottle(SimpleRateThrottle):
    """A limit for each address, or IPv6 network, counted in the process (cache ``api``)."""

    scope = "anonymous"
    cache = ConnectionProxy(caches, "api")  # type: ignore[assignment]

    def get_cache_key(self, request: Request, view: APIView) -> str:  # noqa: ARG002 - the framework's signature
        """The counter of whoever asks."""
        return f"read:{network_of(self.get_ident(request))}"


def network_of(address: str) -> str:
    """An IPv4 address itself, the network of an IPv6 address; what is no address stands for itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(IPv6Network((found, HOME_NETWORK_BITS), strict=False))
    return str(found)
