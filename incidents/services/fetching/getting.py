"""One request for what stands at an address, redirects included, by the rules of ``rules.fetching``."""

import http.client
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from incidents.rules.fetching import MOST_REDIRECTS, SECONDS, FetchRefusedError, Target, target_of
from incidents.services.capturing import MEGABYTE
from incidents.services.fetching.edge import PIECE, WORLD, Deadline, Edge
from incidents.services.fetching.pacing import Admit
from incidents.services.fetching.requesting import answered, said

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
    headers = {"Accept": ", ".join(sorted(accepted)), **(since or {})}
    advice = _("Try later, or save the page and upload it.")
    for number in range(redirects, MOST_REDIRECTS + 1):
        admit(target, number)
        with said(target, seconds, advice), answered(target, headers=headers, edge=edge, deadline=deadline) as answer:
            if answer.status not in REDIRECTS:
                return _read(answer, target, accepted)
            target = target_of(answer.headers.get("Location", ""), target.address)
    raise FetchRefusedError(_("The site sends from one address to the next without end."))


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
