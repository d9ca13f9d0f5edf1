"""What every reading address has in common: open to everybody, limited, and cheap to ask again."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from http import HTTPStatus
from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import parse_etags
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import AllowAny
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from incidents.api.caching import SHORT, kept_for
from incidents.api.parameters import FORMAT, refuse_strangers, without_empty
from incidents.api.problems import QuotaExceededError
from incidents.api.renderers import FormatNegotiation
from incidents.api.throttling import AnonymousThrottle, ToldThrottle, limits


class ReadView(APIView):
    """A reading address. It knows no person, asks only the alias ``public``, and refuses unknown parameters.

    Where the form of the answer is in the address (``incidents.csv``), it is no parameter.
    """

    http_method_names = ["get", "head", "options"]  # OPTIONS is answered by ``middleware.OpenReading``
    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (AnonymousThrottle,)
    renderer_classes: Sequence[type[BaseRenderer]] = (JSONRenderer,)
    content_negotiation_class: type[BaseContentNegotiation] = FormatNegotiation
    parameters: ClassVar[frozenset[str]] = frozenset()
    takes_empty: ClassVar[bool] = True
    throttles: Sequence[BaseThrottle] = ()

    @property
    def known(self) -> frozenset[str]:
        """Every parameter that this address takes."""
        return self.parameters | ({FORMAT} - self.kwargs.keys())

    def get_format_suffix(self, **kwargs: Any) -> str | None:
        """The ending of the address.

        Raises:
            Http404: no form here is called so.
        """
        ending = super().get_format_suffix(**kwargs)
        if ending and ending not in {renderer.format for renderer in self.renderer_classes}:
            raise Http404
        return ending

    def get_throttles(self) -> list[BaseThrottle]:
        """Return the limits, and keep them: afterwards they know how much is left."""
        self.throttles = found = super().get_throttles()
        return found

    def throttled(self, request: Request, wait: float | None) -> NoReturn:  # noqa: ARG002 - the framework's signature
        """Refuse a request over the limit."""
        spent = [one.scope for one in self.throttles if isinstance(one, ToldThrottle) and not one.left]
        raise QuotaExceededError(wait or 1, spent)  # none is known where the limit was lowered meanwhile

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Do what every request needs before its own work."""
        super().initial(request, *args, **kwargs)
        refuse_strangers(request.query_params, self.known)
        if self.takes_empty:
            plain: Any = request._request  # noqa: SLF001 - of which query_params are the parameters
            plain.GET = without_empty(request.query_params)

    def handle_exception(self, exc: Exception) -> Response:
        """Answer with a problem document, whatever form was asked for."""
        response = super().handle_exception(exc)
        self.request.accepted_renderer = JSONRenderer()
        self.request.accepted_media_type = JSONRenderer.media_type
        return response

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        """Say what is left of the limits, on refusals too."""
        final = super().finalize_response(request, response, *args, **kwargs)
        for name, value in limits(self.throttles).items():
            final.headers[name] = value
        return final

    def answer(
        self, request: Request, state: Iterable[object], build: Callable[[], Any], *, seconds: int = SHORT
    ) -> HttpResponseBase:
        """Answer with what ``build`` makes, or with 304 when the reader holds it: ``state`` is all it depends on.

        The first part of the state is shown in the ETag. ``build`` may make a response with headers of its own.
        """
        tag = entity_tag([*state, request.accepted_renderer.media_type])
        headers = {"ETag": tag, "Cache-Control": kept_for(seconds)}
        if holds(request, tag):
            return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
        made = build()
        response = made if isinstance(made, Response) else Response(made)
        for name, value in headers.items():
            response.headers[name] = value
        return response


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
