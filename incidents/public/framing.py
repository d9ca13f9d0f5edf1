"""Pages that others may show inside theirs. All others may not be framed by anybody."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, Final, ParamSpec

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

P = ParamSpec("P")
FRAMEABLE: Final = {"Cross-Origin-Resource-Policy": "cross-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
"""Any site may load the page, also one that is isolated (COEP); the page itself loads nothing but ours."""


def embeddable(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Let any site frame what the view answers, also where it has nothing to show."""

    @csp_replace({"frame-ancestors": ["*"]})
    @xframe_options_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *positional: P.args, **named: P.kwargs) -> HttpResponse:
        try:
            response = view(request, *positional, **named)
        except Http404:
            response = notice(request, _("The record holds no such incident"), status=HTTPStatus.NOT_FOUND)
        for name, value in FRAMEABLE.items():
            response.headers[name] = value
        return response

    return wrapped


def notice(
    request: HttpRequest, heading: str, sentences: list[str] | None = None, *, status: HTTPStatus, url: str = "/"
) -> HttpResponse:
    """A small page that says why nothing else is shown; ``url`` is where the record says more."""
    more = _("Open in Attest")
    context = {"heading": heading, "sentences": sentences or [], "url": url, "theme": "auto", "more": more}
    return render(request, "embed/notice.html", context, status=status)
