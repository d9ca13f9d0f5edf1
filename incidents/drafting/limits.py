"""How often a program may ask. Counted beside the database, like reading."""

from rest_framework.request import Request
from rest_framework.views import APIView

from incidents.api.throttling import ToldThrottle
from incidents.drafting.authenticating import address_of
from incidents.rules.networks import network_of


class NetworkThrottle(ToldThrottle):
    """For each network, before its key is looked at."""

    scope = "drafting_network"

    def get_cache_key(self, request: Request, view: APIView) -> str:  # noqa: ARG002 - the framework's signature
        """The counter of a network."""
        return f"drafting:{network_of(address_of(request))}"


class KeyThrottle(ToldThrottle):
    """For each key."""

    scope = "drafting"

    def get_cache_key(self, request: Request, view: APIView) -> str:  # noqa: ARG002 - the framework's signature
        """The counter of a key."""
        return f"drafting:key:{request.auth.pk}"
