"""The pages for what is not there and for what went wrong, as people and as programs read them."""

import sys
from http import HTTPStatus

import structlog
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views import defaults

from incidents.api.problems import problem_response

log = structlog.get_logger("attest.errors")
RETRY_AFTER = 10  # seconds
A_MEGABYTE = 1_000_000
PROGRAMS = ("/api/", "/ogc/", "/tiles/")


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be read; of a form that is longer than is taken, that it is, and what to do."""
    if not isinstance(exception, RequestDataTooBig):
        return defaults.bad_request(request, exception)
    sentence = _(
        "What was sent is longer than %(most)s MB, and nothing was saved. Go back: what you typed is still there. "
        "Keep a long text as a file."
    )
    most = number_format(settings.DATA_UPLOAD_MAX_MEMORY_SIZE / A_MEGABYTE, 1)
    page = render_to_string("400.html", {"reason": sentence % {"most": most}})
    return HttpResponse(page, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is hidden and what never was get this same answer."""
    if request.path_info.startswith(PROGRAMS):
        return problem_response(HTTPStatus.NOT_FOUND)
    return defaults.page_not_found(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    """Whatever was raised and nobody handled; Django calls this while the exception is at hand."""
    log.error("failed", exc_info=True)  # noqa: LOG014 - Django calls this from its handler
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return unavailable(request)
    if request.path_info.startswith(PROGRAMS):
        return problem_response(HTTPStatus.INTERNAL_SERVER_ERROR)
    return defaults.server_error(request)


def unavailable(request: HttpRequest) -> HttpResponse:
    """The database gives no answer: no connection, none free in time, or a query that took too long."""
    if request.path_info.startswith(PROGRAMS):
        response = problem_response(HTTPStatus.SERVICE_UNAVAILABLE)
    else:
        response = HttpResponse(render_to_string("503.html"), status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
