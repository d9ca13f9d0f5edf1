"""One request to one site, and the head of its answer, by the rules of ``rules.fetching``. For the worker alone.

Everything that asks another site goes through here: what is fetched (``getting``) and what is sent (``posting``). No
cookies are kept or sent, no address of where we come from, no proxy of the environment is asked.
"""

import http.client
import socket
import ssl
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.conf import settings
from django.utils.translation import gettext as _

from incidents.rules.fetching import FetchRefusedError, Target, may_connect
from incidents.services.fetching.edge import Deadline, Edge, Line


@contextmanager
def said(target: Target, seconds: float, advice: str = "") -> Iterator[None]:
    """Say in a sentence what went wrong on the way, and in another what can be done instead.

    Raises:
        FetchRefusedError: something did.
    """
    try:
        yield
    except TimeoutError as error:
        sentence = _("“%(host)s” took longer than %(seconds)s seconds.")
        told = sentence % {"host": target.host, "seconds": round(seconds)}
        raise FetchRefusedError(f"{told} {advice}".strip()) from error
    except ssl.SSLError as error:
        sentence = _("“%(host)s” does not prove that it is itself: its certificate does not hold.")
        raise FetchRefusedError(sentence % {"host": target.host}) from error
    except (OSError, ValueError, http.client.HTTPException, zlib.error) as error:
        sentence = _("“%(host)s” could not be read.") % {"host": target.host}
        raise FetchRefusedError(f"{sentence} {advice}".strip()) from error


@contextmanager
def answered(
    target: Target, *, headers: Mapping[str, str], edge: Edge, deadline: Deadline, body: bytes | None = None
) -> Iterator[http.client.HTTPResponse]:
    """The head of a site's answer, its body still to be read. With a ``body`` it is a POST, without one a GET."""
    line = _connected(target, edge, deadline)
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = line  # all that http.client uses of a socket
    ours = {
        "User-Agent": f"Attest (+{settings.ATTEST_BASE_URL}/about/)",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    try:
        connection.request("GET" if body is None else "POST", target.path, body=body, headers={**ours, **headers})
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
