"""Public answers go compressed to whoever takes them so."""

import re
from typing import Final

import brotli  # type: ignore[import-untyped]
from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from config.middleware import is_public

TAKES_BROTLI: Final = re.compile(r"\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
QUALITY: Final = 5
"""As quick as gzip at its usual level, and a sixth smaller."""

LEAST: Final = 200


class CompressedReading(GZipMiddleware):
    """Compress what is public, which holds nobody's secret; a strong ETag becomes a weak one (RFC 9110).

    Pages of people who are signed in hold tokens, which compression would let others feel out (the BREACH attack), and
    stay as they are. So do files that lie ready, and say how long they are: of them one may ask for a part.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress a public answer, with Brotli for who takes that."""
        if not is_public(request.path_info) or (response.streaming and not is_text_in_the_making(response)):
            return response
        takes = request.headers.get("Accept-Encoding", "")
        if (
            isinstance(response, HttpResponse)
            and TAKES_BROTLI.search(takes)
            and not response.has_header("Content-Encoding")
        ):
            return with_brotli(response)
        return super().process_response(request, response)


def is_text_in_the_making(response: HttpResponseBase) -> bool:
    """Whether an answer is text that is written while it is sent, so that nobody knows how long it will be."""
    media_type = response.headers.get("Content-Type", "")
    return "Content-Length" not in response.headers and (media_type.startswith("text/") or "json" in media_type)


def with_brotli(response: HttpResponse) -> HttpResponse:
    """The same answer compressed with Brotli (RFC 7932); a short one as it is."""
    if len(response.content) < LEAST:
        return response
    patch_vary_headers(response, ("Accept-Encoding",))
    response.content = brotli.compress(response.content, quality=QUALITY)
    response.headers["Content-Length"] = str(len(response.content))
    response.headers["Content-Encoding"] = "br"
    tag = response.headers.get("ETag", "")
    if tag.startswith('"'):
        response.headers["ETag"] = f"W/{tag}"
    return response
