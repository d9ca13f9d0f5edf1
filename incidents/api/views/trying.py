"""The page on which the API is tried: a form for each operation, and where it leads without JavaScript."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from incidents.api.problems import Wrong
from incidents.api.reference.languages import LANGUAGES
from incidents.api.reference.samples import newest
from incidents.api.reference.trying import Operation, operations
from incidents.presenting.frame import frame
from incidents.selectors.record import log_head, shows_demonstration

FIRST: Final = "list_incidents"
CHOOSING: Final = "operation"


class SeeOther(HttpResponseRedirect):
    """A redirect to what answers (RFC 9110, 303)."""

    status_code = 303


@require_safe
@cache_control(public=True, max_age=60)
def choose(request: HttpRequest) -> HttpResponse:
    """Lead to the form of the operation that is chosen; without a choice, show that of the first."""
    if CHOOSING in request.GET:
        return redirect("api:try_operation", named(request.GET[CHOOSING]).name)
    return fill(request, FIRST)


@require_safe
@cache_control(public=True, max_age=60)
def fill(request: HttpRequest, operation: str) -> HttpResponse:
    """The form of an operation, filled in as the query string says or, without one, with what has an answer."""
    found = named(operation)
    path = {one["name"] for one in found.parameters if one["in"] == "path"}
    wrong = [one for one in found.wrong(request.GET) if one.parameter not in path]
    return form(request, found, wrong)


@require_safe
@cache_control(public=True, max_age=60)
def send(request: HttpRequest, operation: str) -> HttpResponse:
    """Lead to the address that the form asks for, without what was left empty."""
    found = named(operation)
    wrong = list(found.wrong(request.GET))
    return form(request, found, wrong) if wrong else SeeOther(found.address(found.filled(request.GET)))


def named(operation: str) -> Operation:
    """The operation of this name.

    Raises:
        Http404: there is none.
    """
    found = operations().get(operation)
    if found is None:
        raise Http404
    return found


def form(request: HttpRequest, found: Operation, wrong: Sequence[Wrong]) -> HttpResponse:
    """The page; 400 where something is ``wrong``."""
    shown = newest()
    filled = found.placed(shown) | found.filled(request.GET) if request.GET else found.usual(shown)
    fields, folded = found.fields(filled)
    context = {
        "operation": found,
        "operations": operations().values(),
        "fields": fields,
        "folded": folded,
        "origin": request.build_absolute_uri("/").rstrip("/"),
        "address": found.address(filled),
        "languages": LANGUAGES,
        "problems": [problem(one, found) for one in wrong],
        **frame(log_head(), demonstration=shows_demonstration(), section="api"),
    }
    return render(request, "api/try.html", context, status=HTTPStatus.BAD_REQUEST if wrong else HTTPStatus.OK)


def problem(one: Wrong, found: Operation) -> dict[str, str]:
    """A line of the summary of errors, which leads to the field where there is one."""
    named = any(each["name"] == one.parameter for each in found.parameters)
    return {"text": f"{one.parameter}: {one.detail}", "id": f"f-{one.parameter}" if named else ""}
