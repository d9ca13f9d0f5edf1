"""One address for one published item, so that the same report is not entered twice.

The steps are those of RFC 3986, section 6.2, that never change what a server answers, and two that in practice do
not: the fragment goes (a server never sees it), and parameters that only tell the publisher where a reader came
from go. Nothing is looked up on the network; http and https stay two different addresses.
"""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from django.utils.translation import gettext as _

DEFAULT_PORTS = {"http": 80, "https": 443}

TRACKING_PREFIXES = ("utm_", "hsa_", "pk_", "mtm_", "matomo_", "at_", "ns_")
TRACKING_NAMES = frozenset(
    {
        "_ga", "_gl", "_hsenc", "_hsmi", "cmp", "cmpid", "cvid", "dclid", "fb_action_ids", "fb_action_types",
        "fb_ref", "fb_source", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc", "icid", "igsh", "igshid", "intcmp",
        "mc_cid", "mc_eid", "mkt_tok", "msclkid", "ocid", "oly_anon_id", "oly_enc_id", "ref_src", "ref_url", "s_cid",
        "smid", "srsltid", "ttclid", "twclid", "vero_id", "wbraid", "wickedid", "wt.mc_id", "xtor", "yclid",
    }
)  # fmt: skip
"""Parameters that carry where the reader came from, as their makers document them; compared in lower case."""

_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_REFUSED_CHARACTERS = re.compile(r"[\s\x00-\x1f\x7f\\<>\"`{}|^]")
_HOST = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]")
_PATH_SAFE = "/:@!$&'()*+,;=~-._%"
_QUERY_SAFE = _PATH_SAFE + "?"


class AddressRefusedError(ValueError):
    """The address cannot stand for a published item. The message says why and what to write instead."""


def normalise_url(url: str) -> str:
    """Return the one form of a web address under which a source is stored and found again.

    Scheme and host in lower case (an international name in its ASCII form), no default port, no dot after the host,
    "/" for an empty path, percent-escapes in one form, no fragment, no tracking parameters. The order of the other
    parameters stays: a server may care. Normalising twice changes nothing.

    Raises:
        AddressRefusedError: for anything but http and https, for a name or password inside the address, for a missing
            host, for spaces and control characters.
    """
    parts = urlsplit(web_address(url))
    query = _one_escape_form(_without_tracking(parts.query), _QUERY_SAFE)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def web_address(url: str) -> str:
    """The same form with every parameter that it came with: what a server is asked for.

    Raises:
        AddressRefusedError: as above.
    """
    text = url.strip()
    scheme, rest = _scheme(text)
    if _REFUSED_CHARACTERS.search(rest):
        raise AddressRefusedError(
            _("The address has a space or a character that no web address may hold; copy it again.")
        )
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise AddressRefusedError(
            _("The address is not well formed: check the part between “//” and the next “/”.")
        ) from error
    if "@" in parts.netloc:
        raise AddressRefusedError(_("The address holds a user name or password; remove everything from “//” to “@”."))
    host = _host(parts.hostname or "")
    netloc = host if port in (None, DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    path = _one_escape_form(parts.path, _PATH_SAFE) or "/"
    return urlunsplit((scheme, netloc, path, _one_escape_form(parts.query, _QUERY_SAFE), ""))


def _scheme(text: str) -> tuple[str, str]:
    scheme, colon, rest = text.partition(":")
    scheme = scheme.lower()
    if scheme in DEFAULT_PORTS and rest.startswith("//"):
        return scheme, rest
    if colon and re.fullmatch(r"[a-z][a-z0-9+-]*", scheme):
        raise AddressRefusedError(
            _("An address must begin with http:// or https://; this one begins with “%(scheme)s:”.")
            % {"scheme": scheme}
        )
    raise AddressRefusedError(_("Write the whole address, beginning with https:// or http://."))


def _host(host: str) -> str:
    name = host.rstrip(".").lower()
    if not name:
        raise AddressRefusedError(_("The address names no site: write it as in https://www.example.org/report."))
    if ":" in name:
        name = f"[{name}]"
    elif not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise AddressRefusedError(_("“%(host)s” is not a name a site can have.") % {"host": host}) from error
    if not _HOST.fullmatch(name):
        raise AddressRefusedError(_("“%(host)s” is not a name a site can have.") % {"host": host})
    return name


def _without_tracking(query: str) -> str:
    return "&".join(pair for pair in query.split("&") if pair and not _is_tracking(pair.partition("=")[0].lower()))


def _is_tracking(name: str) -> bool:
    return name in TRACKING_NAMES or name.startswith(TRACKING_PREFIXES)


def _one_escape_form(text: str, safe: str) -> str:
    """Escape what must be, unescape what need not be, the other escapes in capitals (RFC 3986, section 6.2.2)."""
    escaped = quote(_LONE_PERCENT.sub("%25", text), safe=safe)
    return _ESCAPE.sub(_one_escape, escaped)


def _one_escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if _UNRESERVED.fullmatch(character) else match[0].upper()
