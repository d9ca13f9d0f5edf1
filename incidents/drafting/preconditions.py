"""What every write says of itself: which revision it is based on, and under which name it may be sent again."""

import hashlib
import re
from http import HTTPStatus
from typing import Final

from rest_framework.request import Request

from incidents.drafting.problems import HeaderError

IF_MATCH: Final = "If-Match"
IDEMPOTENCY_KEY: Final = "Idempotency-Key"
REVISION: Final = re.compile(r'(?:W/)?"([0-9]{1,9})"')
NAME: Final = re.compile(r'"([\x20\x21\x23-\x5b\x5d-\x7e]{1,200})"|([\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{1,200})')
"""A string of RFC 8941 without escapes or, as most programs send it, the same without quotation marks."""


def revision_tag(revision: int) -> str:
    """The ETag of a draft at a revision."""
    return f'"{revision}"'


def based_on(request: Request) -> int:
    """The revision that a program saw.

    Raises:
        HeaderError: 428 when it does not say so, 400 when what it says is no ETag of a draft.
    """
    said = request.headers.get(IF_MATCH, "").strip()
    if not said:
        sentence = f'Send the ETag of the draft that you read in the header {IF_MATCH}, as in {IF_MATCH}: "7".'
        raise HeaderError(HTTPStatus.PRECONDITION_REQUIRED, IF_MATCH, sentence)
    found = REVISION.fullmatch(said)
    if found is None:
        sentence = 'This is no ETag of a draft. It is its revision between quotation marks, as in "7".'
        raise HeaderError(HTTPStatus.BAD_REQUEST, IF_MATCH, sentence)
    return int(found[1])


def name_of(request: Request) -> str:
    """Under which name a request may be sent again (draft-ietf-httpapi-idempotency-key-header).

    Raises:
        HeaderError: it has none, or one that is too long.
    """
    found = NAME.fullmatch(request.headers.get(IDEMPOTENCY_KEY, "").strip())
    if found is None:
        sentence = (
            f"Send a name for this request that no other has in the header {IDEMPOTENCY_KEY}, such as a UUID: 1 to 200 "
            "characters of ASCII. Should you get no answer, send the same again with the same name."
        )
        raise HeaderError(HTTPStatus.BAD_REQUEST, IDEMPOTENCY_KEY, sentence)
    return str(found[1] or found[2])


def digest_of(request: Request) -> str:
    """The SHA-256 of what was sent, and where to: method, address and body."""
    head = f"{request.method} {request.get_full_path()}\n"
    return hashlib.sha256(head.encode() + request.body).hexdigest()
