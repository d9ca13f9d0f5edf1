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

from incidents.api.middleware import DRAFTS

GetResponse = Callable[[HttpRequest], HttpResponseBase]
Guard = Callable[..., Any]
LETTERS = re.compile(
    r'INSERT INTO "(?:incidents_errorreport|record_report_outcome)" '
    r"|SELECT\s+unnest\(\s*procrastinate_defer_jobs_v1\(|(?:RELEASE |ROLLBACK TO )?SAVEPOINT "
)
"""All that a reader's report may do to the application's tables: add itself and its public answer, and owe the worker
that the desk is told."""

ORDERS = "/downloads/order/"
ORDERING = re.compile(
    r'INSERT INTO "record_download(?:_order)?" |UPDATE "record_download_order" SET "given_up_at" = '
    r"|SELECT\s+unnest\(\s*procrastinate_defer_jobs_v1\(|(?:RELEASE |ROLLBACK TO )?SAVEPOINT "
)
"""All that an order may do: add itself and the file it is for, owe the worker that work, and give itself up."""

LINKS = re.compile(r'INSERT INTO "record_permalink" |(?:RELEASE |ROLLBACK TO )?SAVEPOINT ')
"""All that a reader who wants a short link may do to them: add it."""

KNOWING = re.compile(
    r'SELECT "accounts_apikey"\.|SELECT %s AS "a" FROM "mfa_authenticator" |INSERT INTO accounts_keyuse '
    r'|UPDATE "accounts_apikey" SET "last_used_at" = '
)
"""All that is asked where programs write drafts, before it is known whose key it is."""

DOORS = {"/report/": LETTERS, "/share/": LINKS, ORDERS: ORDERING}
"""The public addresses that write, each with the statements that it may send."""

PRIVATE_PREFIXES = ("/desk/", "/accounts/", "/admin/", "/readyz", DRAFTS)
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
    ``.using("public")`` fails its first test instead of leaking. The ``DOORS`` alone may add rows there, each to its
    own tables. The session cookie is dropped on the same addresses: everybody gets the same bytes there, signed in or
    not.

    Where programs write drafts, nothing is asked of the desk's tables until the request has a key, and a person's
    cookie is none. No answer from there is kept anywhere.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(DRAFTS):
            return self.behind_a_key(request)
        if not is_public(request.path_info):
            return self.get_response(request)
        request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        guard = guard_of(request.path_info)
        if guard is not refuse and request.method == "POST":
            connections["default"].ensure_connection()  # a new one asks what types there are, which no door may
        with connections["default"].execute_wrapper(guard):
            response = self.get_response(request)
        if isinstance(response, StreamingHttpResponse) and not response.is_async:
            response.streaming_content = walled(cast("Iterator[bytes]", response.streaming_content))
        return response

    def behind_a_key(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a program."""
        request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)

        def guard(execute: Callable[..., Any], sql: str, *context: Any) -> Any:
            return execute(sql, *context) if hasattr(request, "api_key") else before(execute, sql, *context)

        before = only(KNOWING)
        connections["default"].ensure_connection()
        with connections["default"].execute_wrapper(guard):
            response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        return response


def refuse(_execute: Callable[..., Any], sql: str, *_context: Any) -> Any:
    """Raise in place of a query. The statement is named without its parameters."""
    message = f"A public address may read only through the alias 'public', and asked 'default': {sql[:120]}"
    raise DeskReadFromPublicAddressError(message)


def guard_of(path: str) -> Guard:
    """What watches the questions of a public address."""
    allowed = next((statements for door, statements in DOORS.items() if path.startswith(door)), None)
    return only(allowed) if allowed else refuse


def only(allowed: re.Pattern[str]) -> Guard:
    """Let these statements through, and refuse everything else as everywhere on the public side."""

    def guard(execute: Callable[..., Any], sql: str, *context: Any) -> Any:
        return execute(sql, *context) if allowed.match(sql.lstrip()) else refuse(execute, sql, *context)

    return guard


def walled(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same chunks, made behind the same wall: a streamed answer is written after the view has returned."""
    iterator = iter(chunks)
    while True:
        with connections["default"].execute_wrapper(refuse):
            chunk = next(iterator, None)
        if chunk is None:
            return
        yield chunk
