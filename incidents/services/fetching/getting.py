"""One request for one address, redirects included, by the rules of ``rules.fetching``. For the worker alone.

No cookies are kept or sent, no address of where we come from, no proxy of the environment is asked.
"""

import http.client
import socket
import ssl
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from incidents.rules.fetching import (
    MOST_REDIRECTS,
    SECONDS,
    FetchRefusedError,
    Target,
    may_connect,
    target_of,
)
from incidents.services.capturing import MEGABYTE
from incidents.services.fetching.edge import PIECE, WORLD, Deadline, Edge, Line
from incidents.services.fetching.pacing import Admit

REDIRECTS: Final = {301, 302, 303, 307, 308}
ENCODINGS: Final = {"", "identity", "gzip"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Got:
    """What a site answered. ``address`` is the last of the redirects; ``changed`` is false where it has nothing new."""

    address: str
    media_type: str
    data: bytes
    etag: str = ""
    last_modified: str = ""
    changed: bool = True


def get(
    address: str,
    *,
    accepted: Collection[str],
    admit: Admit,
    redirects: int = 0,
    since: Mapping[str, str] | None = None,
    edge: Edge = WORLD,
    seconds: float = SECONDS,
) -> Got:
    """What stands at an address; ``since`` holds the headers of a conditional request.

    ``admit`` is asked before each request that is made; ``redirects`` led to this address already, and count.

    Raises:
        FetchRefusedError: a rule forbids it, or it could not be had; the sentence says which.
    """
    if not settings.ATTEST_FETCHING:
        raise FetchRefusedError(_("Fetching is off: the operator of this desk has not switched it on."))
    target, deadline = target_of(address), Deadline(seconds)
    for number in range(redirects, MOST_REDIRECTS + 1):
        admit(target, number)
        with _said(target, seconds), _asked(target, accepted, since or {}, edge, deadline) as answer:
            if answer.status not in REDIRECTS:
                return _read(answer, target, accepted)
            target = target_of(answer.headers.get("Location", ""), target.address)
    raise FetchRefusedError(_("The site sends from one address to the next without end."))


@contextmanager
def _said(target: Target, seconds: float) -> Iterator[None]:
    """Say in a sentence what went wrong on the way."""
    try:
        yield
    except TimeoutError as error:
        sentence = _("“%(host)s” took longer than %(seconds)s seconds. Try later, or save the page and upload it.")
        raise FetchRefusedError(sentence % {"host": target.host, "seconds": round(seconds)}) from error
    except ssl.SSLError as error:
        sentence = _("“%(host)s” does not prove that it is itself: its certificate does not hold.")
        raise FetchRefusedError(sentence % {"host": target.host}) from error
    except (OSError, ValueError, http.client.HTTPException, zlib.error) as error:
        sentence = _("“%(host)s” could not be read. Check the address, or save the page and upload it.")
        raise FetchRefusedError(sentence % {"host": target.host}) from error


@contextmanager
def _asked(
    target: Target, accepted: Collection[str], since: Mapping[str, str], edge: Edge, deadline: Deadline
) -> Iterator[http.client.HTTPResponse]:
    """The head of a site's answer, its body still to be read."""
    line = _connected(target, edge, deadline)
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = line  # all that http.client uses of a socket
    headers = {
        "User-Agent": f"Attest (+{settings.ATTEST_BASE_URL}/about/)",
        "Accept": ", ".join(sorted(accepted)),
        "Accept-Encoding": "identity",
        "Connection": "close",
        **since,
    }
    try:
        connection.request("GET", target.path, headers=headers)
        with connection.getresponse() as answer:
            yield answer
    finally:
        line.hang_up()


def _connected(target: Target, edge: Edge, deadline: Deadline) -> Line:
    """A connection to the very address that was looked at. One that must not be asked makes the whole name refused.

    Raises:
        FetchRefusedError: nobody answers under this name, or it leads into a network that is not public.
    """
    try:
        addresses = edge.resolve(target.host, target.port)
    except (OSError, UnicodeError):
        addresses = []
    if not addresses:
        sentence = _("There is no site “%(host)s”. Check the address.")
        raise FetchRefusedError(sentence % {"host": target.host}, field="url")
    if not all(map(may_connect, addresses)):
        sentence = _("“%(host)s” leads into a network that is not public. It was not asked.")
        raise FetchRefusedError(sentence % {"host": target.host}, field="url")
    line = Line(_first(addresses, target, edge, deadline), deadline)
    try:
        if target.scheme == "https":
            line.encrypt(target.host)
    except BaseException:
        line.hang_up()
        raise
    return line


def _first(addresses: Iterable[str], target: Target, edge: Edge, deadline: Deadline) -> socket.socket:
    """A connection to the first of these that takes one."""
    failed: OSError | None = None
    for address in addresses:
        try:
            return edge.connect(address, target.port, deadline.left())
        except OSError as error:
            failed = error
    raise failed or OSError


def _plain(header: str, longest: int) -> str:
    """What a site says of itself, if it can be said back to it."""
    return header[:longest] if header.isascii() and header.isprintable() else ""


def _read(answer: http.client.HTTPResponse, target: Target, accepted: Collection[str]) -> Got:
    """The body of an answer, if it is one to keep."""
    media_type = answer.headers.get_content_type() if answer.headers.get("Content-Type") else ""
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return Got(address=target.address, media_type=media_type, data=b"", changed=False)
    if answer.status != HTTPStatus.OK:
        sentence = _("“%(host)s” answers %(status)s. Open it in a browser; if you see it there, save it and upload it.")
        raise FetchRefusedError(sentence % {"host": target.host, "status": answer.status})
    if media_type not in accepted:
        sentence = _("What stands there is of a kind that is not kept: %(kind)s.")
        raise FetchRefusedError(sentence % {"kind": media_type or _("it does not say which")})
    return Got(
        address=target.address,
        media_type=media_type,
        data=_body(answer),
        etag=_plain(answer.headers.get("ETag", ""), 200),
        last_modified=_plain(answer.headers.get("Last-Modified", ""), 60),
    )


def _body(answer: http.client.HTTPResponse) -> bytes:
    """All of it, unpacked where it came packed although we asked for it plain; never more than an upload may be."""
    most = settings.ATTEST_UPLOAD_MOST_BYTES
    encoding = answer.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ENCODINGS:
        raise FetchRefusedError(_("The site answers in a packing that is not read here. Save the page and upload it."))
    unpacking = zlib.decompressobj(wbits=31) if encoding == "gzip" else None
    if (answer.length or 0) > most:
        raise _too_large(most)
    data = bytearray()
    while piece := answer.read(PIECE):
        data += unpacking.decompress(piece, most + 1) if unpacking else piece
        if len(data) > most or (unpacking and unpacking.unconsumed_tail):
            raise _too_large(most)
    if answer.length or (unpacking and not unpacking.eof):
        raise http.client.IncompleteRead(bytes(data))
    return bytes(data)


def _too_large(most: int) -> FetchRefusedError:
    sentence = _("What stands there is too large: at most %(most)s MB are kept.")
    return FetchRefusedError(sentence % {"most": most // MEGABYTE})
