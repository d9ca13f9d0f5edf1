"""Refusals as problem details (RFC 9457): which field, what is wrong, what to do."""

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

import structlog
from django.core.exceptions import NON_FIELD_ERRORS, RequestDataTooBig
from django.core.exceptions import ValidationError as RefusedByModel
from django.db import IntegrityError
from rest_framework.exceptions import ValidationError as RefusedByShape
from rest_framework.response import Response

from incidents.api.problems import CONTENT_TYPE, ProblemError, problem
from incidents.api.problems import answer as answer_as_reading
from incidents.rules.refusals import (
    GatesClosedError,
    NotAllowedError,
    RefusedError,
    StaleRevisionError,
    StateConflictError,
)

WRONG: Final = "What was sent cannot be recorded. Nothing was written."
UNREAD: Final[dict[type[Exception], tuple[HTTPStatus, str]]] = {
    RequestDataTooBig: (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "This is more than one request may hold. Send it in parts.",
    ),
    RecursionError: (HTTPStatus.BAD_REQUEST, "What was sent is nested too deeply."),
}
SAME: Final = "Somebody else has just recorded the same. Read it, and send what is still to be changed."

log = structlog.get_logger("attest.drafting")


class HeaderError(ProblemError):
    """A header that every such request has is missing, or cannot be read."""

    def __init__(self, status: HTTPStatus, header: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status_code = status
        self.members = {"errors": [{"field": header, "detail": sentence}]}


class StaleError(ProblemError):
    """The draft is not what the program saw; ``changes`` are the edits since."""

    status_code = HTTPStatus.PRECONDITION_FAILED

    def __init__(self, sentence: str, *, revision: int, changes: list[dict[str, Any]]) -> None:
        super().__init__(sentence)
        self.members = {"revision": revision, "changes": changes}


def answer(error: Exception, context: dict[str, Any]) -> Response | None:
    """Django REST framework's exception handler for these addresses. An unknown error stays one."""
    said = members_of(error)
    if said is None:
        return answer_as_reading(error, context)
    return Response(said, said["status"], content_type=CONTENT_TYPE)


def members_of(error: Exception) -> dict[str, Any] | None:
    """What is said of a refusal of ours; None of any other error."""
    match error:
        case RefusedError():
            return _refused(error)
        case RefusedByModel():
            return problem(HTTPStatus.UNPROCESSABLE_ENTITY, WRONG, errors=list(_of_model(error)))
        case RefusedByShape():
            return problem(HTTPStatus.UNPROCESSABLE_ENTITY, WRONG, errors=list(_of_shape(error.detail)))
        case RequestDataTooBig() | RecursionError():
            return problem(*UNREAD[type(error)])
        case IntegrityError():
            log.warning("refused by the database", error=type(error.__cause__).__name__)
            return problem(HTTPStatus.CONFLICT, SAME)
    return None


def _refused(error: RefusedError) -> dict[str, Any]:
    match error:
        case NotAllowedError():
            return problem(HTTPStatus.FORBIDDEN, error.sentence)
        case GatesClosedError():
            return problem(HTTPStatus.CONFLICT, error.sentence, missing=error.missing)
        case StateConflictError():
            return problem(HTTPStatus.CONFLICT, error.sentence)
        case StaleRevisionError():
            return problem(HTTPStatus.PRECONDITION_FAILED, error.sentence, revision=error.current, changes=[])
    said = {"field": error.field, "detail": error.sentence}
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, WRONG, errors=[said])


def _of_model(error: RefusedByModel) -> Iterator[dict[str, str]]:
    told = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    for name, sentences in told.items():
        yield {"field": "" if name == NON_FIELD_ERRORS else name, "detail": " ".join(sentences)}


def _of_shape(detail: Any, path: str = "") -> Iterator[dict[str, str]]:
    """Every sentence of a tree of errors, with the way to the field: ``claims.0.value.verbatim``."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            yield from _of_shape(inner, path if name == "non_field_errors" else f"{path}.{name}".removeprefix("."))
    elif isinstance(detail, Sequence) and not isinstance(detail, str):
        for number, inner in enumerate(detail):
            yield from _of_shape(inner, path if isinstance(inner, str) else f"{path}.{number}".removeprefix("."))
    else:
        yield {"field": path, "detail": str(detail)}
