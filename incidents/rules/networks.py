"""Who counts as one asker: an address, or the network that a home or an office has to itself."""

from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Final

HOME_NETWORK_BITS: Final = 64
"""A home or an office holds a whole network of IPv6 addresses of this prefix, and may use a new one each time."""


def network_of(address: str) -> str:
    """An IPv4 address itself, the network of an IPv6 address; what is no address stands for itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(IPv6Network((found, HOME_NETWORK_BITS), strict=False))
    return str(found)
