"""The pages for what is not there and for what went wrong, as people and as programs read them."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views import defaults

from incidents.api.problems import problem_response

PROGRAMS = ("/api/",)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is hidden and what never was get this same answer."""
    if request.path_info.startswith(PROGRAMS):
        return problem_response(HTTPStatus.NOT_FOUND)
    return defaults.page_not_found(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    if request.path_info.startswith(PROGRAMS):
        return problem_response(HTTPStatus.INTERNAL_SERVER_ERROR)
    return defaults.server_error(request)
