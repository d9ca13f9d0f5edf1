"""What every reading address has in common: open to everybody, limited, and cheap to ask again."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from typing import Any, ClassVar, Final

from django.conf import settings
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import parse_etags
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import AllowAny
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from incidents.api.parameters import FORMAT, refuse_strangers
from incidents.api.renderers import FormatNegotiation
from incidents.api.throttling import AnonymousThrottle

SHORT: Final = 60
"""Seconds that a cache may keep what can change: a correction or a withdrawal shows after a minute."""

LONG: Final = 3600
"""Seconds for what never changes. Not for ever: a copy of a version may have to be purged."""


class ReadView(APIView):
    """A reading address. It knows no person, asks only the alias ``public``, and refuses unknown parameters."""

    http_method_names = ["get", "head"]
    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (AnonymousThrottle,)
    renderer_classes: Sequence[type[BaseRenderer]] = (JSONRenderer,)
    content_negotiation_class: type[BaseContentNegotiation] = FormatNegotiation
    parameters: ClassVar[frozenset[str]] = frozenset()

    @property
    def known(self) -> frozenset[str]:
        """Every parameter that this address takes."""
        return self.parameters | {FORMAT}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Do what every request needs before its own work."""
        super().initial(request, *args, **kwargs)
        refuse_strangers(request.query_params, self.known)

    def answer(
        self, request: Request, state: Iterable[object], build: Callable[[], Any], *, seconds: int = SHORT
    ) -> HttpResponseBase:
        """Answer with what ``build`` makes, or with 304 when the reader holds it: ``state`` is all it depends on.

        The first part of the state is shown in the ETag.
        """
        tag = entity_tag([*state, request.accepted_renderer.media_type])
        headers = {"ETag": tag, "Cache-Control": f"public, max-age={seconds}"}
        if holds(request, tag):
            return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
        return Response(build(), headers=headers)


def entity_tag(state: Iterable[object]) -> str:
    """A strong ETag (RFC 9110): the first part, then a digest of them all and of the API's own version."""
    first, *rest = map(str, state)
    digest = hashlib.sha256("\n".join([first, *rest, settings.ATTEST_API_VERSION]).encode()).hexdigest()
    return f'"{first}-{digest[:24]}"'


def holds(request: Request, tag: str) -> bool:
    """Whether the reader says that they hold the answer of this tag."""
    held = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in held or tag in {one.removeprefix("W/") for one in held}


def address(request: Request, name: str, **kwargs: Any) -> str:
    """The full address of a view of this API."""
    return request.build_absolute_uri(reverse(f"api:{name}", kwargs=kwargs))
