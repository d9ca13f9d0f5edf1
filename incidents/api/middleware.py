"""What holds for every answer under ``/api/``, ``/ogc/`` and ``/tiles/``, at wrong addresses and in faults too."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

GetResponse = Callable[[HttpRequest], HttpResponseBase]

PREFIXES: Final = ("/api/", "/ogc/", "/tiles/")
DRAFTS: Final = "/api/v1/drafts/"
"""Where programs write, each with somebody's key: not for pages of other sites, and no answer is everybody's."""
READING: Final = "GET, HEAD, OPTIONS"
OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Attest-As-Of, Attest-Count, Attest-Count-Is, Content-Crs, ETag, Link, RateLimit, RateLimit-Policy, Retry-After"
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": READING,
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class OpenReading:
    """Let pages of any origin read, and let one answer serve everybody.

    OPTIONS is answered here and alike for every address, so that it says nothing of what is behind one. The language
    of the reader is dropped: the API speaks English, as the record does, and a cache need not keep a copy a language.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIXES) or request.path_info.startswith(DRAFTS):
            return self.get_response(request)
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": READING, **PREFLIGHT, **OPEN})
        request.META.pop("HTTP_ACCEPT_LANGUAGE", None)
        request.COOKIES.pop(settings.LANGUAGE_COOKIE_NAME, None)
        response = self.get_response(request)
        for name, value in {**OPEN, "Vary": "Accept, Accept-Encoding"}.items():
            response.headers[name] = value
        return response
