"""The content security policy, which allows the page's import map by what it says.

A nonce would do so too, and would make every answer a different one: a public page must be the same bytes for
everybody, so that a cache may keep it and a reader may compare it.
"""

import base64
import functools
import hashlib
from typing import TYPE_CHECKING

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase


def import_map_source() -> str:
    """The source expression of the import map: 'sha256-…' over the bytes between its tags (CSP 3, section 2.3.1)."""
    element = render_to_string("components/importmap.html")
    words = element[element.index(">", element.index("<script")) + 1 : element.index("</script>")]
    return f"'sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode('ascii')}'"


class ContentPolicy(CSPMiddleware):
    """The policy of the settings and, for scripts, the import map's hash: computed once, at start."""

    @functools.cached_property
    def known_source(self) -> str:
        return import_map_source()

    def process_response(self, request: "HttpRequest", response: "HttpResponseBase") -> "HttpResponseBase":
        """Set the header with its directives in order: django-csp's order differs from process to process."""
        response = super().process_response(request, response)
        if HEADER in response.headers:
            response.headers[HEADER] = "; ".join(sorted(response.headers[HEADER].split("; ")))
        return response

    def get_policy_parts(
        self,
        request: "HttpRequest",
        response: "HttpResponseBase",
        report_only: bool = False,  # noqa: FBT001, FBT002 (the signature is django-csp's)
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only:
            source = import_map_source() if settings.DEBUG else self.known_source
            scripts = (parts.update or {}).get("script-src", [])
            parts.update = {**(parts.update or {}), "script-src": [*scripts, source]}
        return parts
