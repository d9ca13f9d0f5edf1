"""Errors of the API as problem details (RFC 9457): one shape, and nothing in it about the inside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

import structlog
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from rest_framework.exceptions import APIException, NotFound, Throttled
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from rest_framework.views import exception_handler

from incidents.api.caching import SHORT, kept_for

CONTENT_TYPE: Final = "application/problem+json"
BUSY_SECONDS: Final = 5
"""When to ask again after the database gave no answer in time."""

REPEATABLE: Final = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.NOT_ACCEPTABLE,
        HTTPStatus.GONE,
    }
)
"""Refusals that everybody gets for the same request, so that a shared cache may keep them for a moment."""

QUOTA_EXCEEDED: Final = {
    "type": "https://iana.org/assignments/http-problem-types#quota-exceeded",
    "title": "Request cannot be satisfied as assigned quota has been exceeded",
}

log = structlog.get_logger("attest.api")


@dataclass(frozen=True)
class Wrong:
    """One parameter that cannot be answered: its name, a sentence, and the values that it takes, where they are few."""

    parameter: str
    detail: str
    allowed: tuple[str, ...] = ()

    def members(self) -> dict[str, Any]:
        found = {"parameter": self.parameter, "detail": self.detail}
        return found | {"allowed": list(self.allowed)} if self.allowed else found


class ProblemError(APIException):
    """An error with members of its own beside those that every problem has."""

    members: Mapping[str, Any] = {}


class ParametersRefusedError(ProblemError):
    """The query string names something unknown, or a value that cannot be read."""

    status_code = HTTPStatus.BAD_REQUEST

    def __init__(self, wrong: Iterable[Wrong], known: Iterable[str]) -> None:
        found = list(wrong)
        names = ", ".join(sorted({f"“{one.parameter}”" for one in found}))
        super().__init__(f"The query string cannot be answered because of {names}.")
        self.members = {"errors": [one.members() for one in found], "parameters": sorted(known)}


class WithdrawnError(ProblemError):
    """The incident was published and then taken back; ``members`` say when and why."""

    status_code = HTTPStatus.GONE

    def __init__(self, members: Mapping[str, Any]) -> None:
        super().__init__("This incident was withdrawn from the record.")
        self.members = members


class NotYetError(ProblemError):
    """The record holds the incident now and did not hold it at the moment asked for."""

    status_code = HTTPStatus.NOT_FOUND

    def __init__(self, first_published_at: str) -> None:
        super().__init__("The record did not hold this incident at that moment.")
        self.members = {"first_published_at": first_published_at}


class QuotaExceededError(Throttled):
    """More requests than the named limits allow: a problem type of draft-ietf-httpapi-ratelimit-headers."""

    def __init__(self, wait: float | None, policies: Iterable[str | None]) -> None:
        super().__init__(wait)
        self.members = {**QUOTA_EXCEEDED, "violated-policies": list(policies)}


def problem(status: int, detail: str = "", **more: Any) -> dict[str, Any]:
    """The members of a problem: ``title`` is the status in words, ``detail`` a sentence for this occurrence."""
    members: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": int(status)}
    if detail:
        members["detail"] = detail
    return {**members, **more}


def problem_response(status: HTTPStatus) -> HttpResponse:
    """A problem outside of any view of the API: an address that is none, a fault of ours."""
    return HttpResponse(JSONRenderer().render(problem(status)), status=status, content_type=CONTENT_TYPE)


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """Django REST framework's exception handler: its answer, said as a problem. An unknown error stays an error."""
    if isinstance(error, OperationalError | InterfaceError):
        log.warning("database gave no answer", error=type(error).__name__)
        return _busy()
    response = exception_handler(error, context)
    if response is None:
        return None
    response.data = _members(error, response)
    response.content_type = CONTENT_TYPE
    repeatable = response.status_code in REPEATABLE
    response.headers["Cache-Control"] = kept_for(SHORT) if repeatable else "no-store"
    return response


def _members(error: Exception, response: Response) -> dict[str, Any]:
    status = response.status_code
    if isinstance(error, Http404 | NotFound):
        return problem(status)  # what is hidden and what never was get this same answer, and so does a wrong address
    if isinstance(error, QuotaExceededError):
        wait = response.headers["Retry-After"]
        return problem(status, f"Too many requests. Ask again in {wait} seconds.", **error.members)
    if isinstance(error, ProblemError):
        return problem(status, str(error.detail), **error.members)
    if isinstance(error, APIException) and isinstance(error.detail, str):
        return problem(status, error.detail)
    return problem(status, errors=response.data)


def _busy() -> Response:
    status = HTTPStatus.SERVICE_UNAVAILABLE
    headers = {"Retry-After": str(BUSY_SECONDS), "Cache-Control": "no-store"}
    said = problem(status, f"The database is busy. Ask again in {BUSY_SECONDS} seconds.")
    return Response(said, status, headers=headers, content_type=CONTENT_TYPE)
