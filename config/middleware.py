"""What happens around every request: one line of log, and the wall between the public side and the desk."""

import re
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import structlog
from django.conf import settings
from django.db import connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase, StreamingHttpResponse

GetResponse = Callable[[HttpRequest], HttpResponseBase]
LETTERBOX = "/report/"
LETTERS = re.compile(
    r'INSERT INTO "(?:incidents_errorreport|record_report_outcome)" |(?:RELEASE |ROLLBACK TO )?SAVEPOINT '
)
"""All that a reader's report may do to the application's tables: add itself and its public answer."""

ORDERS = "/downloads/order/"
ORDERING = re.compile(
    r'INSERT INTO "record_download(?:_order)?" |UPDATE "record_download_order" SET "given_up_at" = '
    r"|SELECT\s+unnest\(\s*procrastinate_defer_jobs_v1\(|(?:RELEASE |ROLLBACK TO )?SAVEPOINT "
)
"""All that an order may do: add itself and the file it is for, owe the worker that work, and give itself up."""

PRIVATE_PREFIXES = ("/desk/", "/accounts/", "/admin/", "/readyz")
log = structlog.get_logger("attest.request")


def is_public(path: str) -> bool:
    """Whether an address belongs to the public side. What nobody has thought of is public, and so may read little."""
    return not path.startswith(PRIVATE_PREFIXES)


class RequestLog:
    """Log each answer: what was asked for and how it went, without a query string, a body or a name.

    The route's name stands for the address, because an address can name a draft.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request_id = uuid.uuid4().hex
        started = time.monotonic()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = self.get_response(request)
            match = request.resolver_match
            log.info(
                "answered",
                method=request.method,
                route=match.view_name if match else None,
                status=response.status_code,
                milliseconds=round((time.monotonic() - started) * 1000, 1),
            )
        return response


class ResourcePolicy:
    """Say that other sites may not load our pages, pictures and scripts into theirs (CORP)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class DeskReadFromPublicAddressError(RuntimeError):
    """A public address asked the desk's alias a question: a fault in the code, never in the request."""


class PublicWall:
    """Keep the public side to the published record.

    During a request for a public address every query on the ``default`` alias raises, so a page that forgets
    ``.using("public")`` fails its first test instead of leaking. Two doors may add rows there, each to two tables: the
    letterbox, and orders of large files. The session cookie is dropped on the same addresses: everybody gets the same
    bytes there, signed in or not.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_public(request.path_info):
            return self.get_response(request)
        request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        guard = guard_of(request.path_info)
        if guard is not refuse:
            connections["default"].ensure_connection()  # a new connection asks for the database's types: not the door's
        with connections["default"].execute_wrapper(guard):
            response = self.get_response(request)
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            response.streaming_content = walled(cast("Iterator[bytes]", response.streaming_content))
        return response


def guard_of(path: str) -> Callable[..., Any]:
    """What stands between an address of the public side and the application's tables."""
    return next((guard for prefix, guard in DOORS.items() if path.startswith(prefix)), refuse)


def refuse(_execute: Callable[..., Any], sql: str, *_context: Any) -> Any:
    """Raise in place of a query. The statement is named without its parameters."""
    message = f"A public address may read only through the alias 'public', and asked 'default': {sql[:120]}"
    raise DeskReadFromPublicAddressError(message)


def letters_only(execute: Callable[..., Any], sql: str, *context: Any) -> Any:
    """Let a report be put in, and refuse everything else as everywhere on the public side."""
    return execute(sql, *context) if LETTERS.match(sql) else refuse(execute, sql, *context)


def orders_only(execute: Callable[..., Any], sql: str, *context: Any) -> Any:
    """Let an order be put in or given up, and refuse everything else as everywhere on the public side."""
    return execute(sql, *context) if ORDERING.match(sql.lstrip()) else refuse(execute, sql, *context)


DOORS = {LETTERBOX: letters_only, ORDERS: orders_only}


def walled(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same chunks, made behind the same wall: a streamed answer is written after the view has returned."""
    iterator = iter(chunks)
    while True:
        with connections["default"].execute_wrapper(refuse):
            chunk = next(iterator, None)
        if chunk is None:
            return
        yield chunk
