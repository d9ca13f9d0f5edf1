"""Public answers go compressed to whoever takes them so."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from config.middleware import is_public


class CompressedReading(GZipMiddleware):
    """Compress what is public, which holds nobody's secret; a strong ETag becomes a weak one (RFC 9110).

    Pages of people who are signed in hold tokens, which compression would let others feel out (the BREACH attack), and
    stay as they are. So do files, most of which are compressed already and say how long they are.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress a public answer."""
        if response.streaming or not is_public(request.path_info):
            return response
        return super().process_response(request, response)
