"""What may be asked of other sites: where a connection may lead, how much is taken, and how often a site is asked.

Nothing is asked here. Special ranges are those of the IANA registries (RFC 6890) and of those who embed an IPv4
address in an IPv6 one: mapped (RFC 4291), NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056), Teredo (RFC 4380).
"""

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import Final
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext as _

from incidents.rules.media import HTML, IMAGES, PDF
from incidents.rules.refusals import RefusedError
from incidents.rules.urls import DEFAULT_PORTS, AddressRefusedError, web_address

SECONDS: Final = 30.0
"""For everything: names, connections, redirects, and every byte of the answer."""
MOST_REDIRECTS: Final = 5
LONGEST_ADDRESS: Final = 1_000
LONGEST_HOST: Final = 253
PACE: Final = timedelta(seconds=10)
"""Between two requests to one host."""
SECONDS_TO_TAKE: Final = 15.0
"""For a site to take what it asked to be sent."""

PAGES: Final = frozenset({HTML, "application/xhtml+xml", PDF, *IMAGES})
FEEDS: Final = frozenset(
    {"application/atom+xml", "application/rss+xml", "application/rdf+xml", "application/xml", "text/xml"}
)

_NEVER: Final = tuple(
    map(
        ip_network,
        (
            "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16",
            "192.0.0.0/24", "168.63.129.16/32",
        ),
    )
)  # fmt: skip
"""What is called global and is not: ways to write an IPv4 address, and where clouds answer about themselves."""


class FetchRefusedError(RefusedError):
    """This is not fetched, or could not be. Nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes. ``path`` has the query; ``address`` is the whole."""

    address: str
    scheme: str
    host: str
    path: str

    @property
    def port(self) -> int:
        """The usual port of the scheme: no other is asked."""
        return DEFAULT_PORTS[self.scheme]


def target_of(address: str, base: str = "") -> Target:
    """Where an address leads; ``base`` is the address of the answer that it stands in.

    Raises:
        FetchRefusedError: no web address, or a port that web pages do not have.
    """
    try:
        whole = web_address(urljoin(base, address) if base else address)
    except (AddressRefusedError, ValueError) as error:
        raise FetchRefusedError(str(error), field="url") from error
    parts = urlsplit(whole)
    if len(whole) > LONGEST_ADDRESS or len(parts.hostname or "") > LONGEST_HOST:
        raise FetchRefusedError(_("This address is longer than any that is kept."), field="url")
    if parts.port not in {None, DEFAULT_PORTS[parts.scheme]}:
        sentence = _("Only the usual ports of the web are asked. Take “:%(port)s” out of the address.")
        raise FetchRefusedError(sentence % {"port": parts.port}, field="url")
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return Target(whole, parts.scheme, parts.hostname or "", path)


def endpoint_of(address: str) -> Target:
    """Where something is sent: only to who proves who they are, and where nobody reads along.

    Raises:
        FetchRefusedError: no web address, no ``https``, or another port than the usual one.
    """
    target = target_of(address)
    if target.scheme != "https":
        raise FetchRefusedError(_("Only an address that begins with https:// is sent to."), field="url")
    return target


def may_connect(address: str) -> bool:
    """Whether an IP address is one of the public internet, written as itself."""
    try:
        one = ip_address(address)
    except ValueError:
        return False
    if one.is_multicast or one.is_reserved or one.is_unspecified or not one.is_global:
        return False
    return not any(one in network for network in _NEVER if network.version == one.version)
