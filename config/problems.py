"""Errors of the API as problem details (RFC 9457): one shape, and nothing in it about the inside."""

from http import HTTPStatus
from typing import Any

from rest_framework.response import Response
from rest_framework.views import exception_handler

CONTENT_TYPE = "application/problem+json"


def problem(status: int, detail: str = "", **more: Any) -> dict[str, Any]:
    """The members of a problem: ``title`` is the status in words, ``detail`` a sentence for this occurrence."""
    members: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    if detail:
        members["detail"] = detail
    return {**members, **more}


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """Django REST framework's exception handler: its answer, said as a problem.

    A validation error keeps its fields under ``errors``. An error that the framework does not know stays an error.
    """
    response = exception_handler(error, context)
    if response is None:
        return None
    data = response.data
    if isinstance(data, dict) and set(data) == {"detail"}:
        response.data = problem(response.status_code, str(data["detail"]))
    else:
        response.data = problem(response.status_code, errors=data)
    response.content_type = CONTENT_TYPE
    return response
