"""Whose key it is. A person's session is none here: without a key nobody is answered."""

from http import HTTPStatus
from typing import Any, Final

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import APIException
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from accounts.models import ApiKey, Scope, User
from accounts.services.keys import KeyRefusedError, Reason, verify_key

CHALLENGE: Final = 'Bearer realm="Attest"'
OUTSIDE: Final = {
    Reason.ADDRESS: CHALLENGE,
    Reason.SCOPE: f'{CHALLENGE}, error="insufficient_scope", scope="{Scope.DRAFT.value}"',
}
"""Of a key that is good, but not for this: 403 with this challenge. Any other is 401."""


class NoKeyError(APIException):
    """The request has no key that opens this; what its answer challenges for is RFC 6750's."""

    def __init__(self, sentence: str, status: HTTPStatus, challenge: str) -> None:
        super().__init__(sentence)
        self.status_code = status
        self.auth_header = challenge


class KeyAuthentication(BaseAuthentication):
    """``Authorization: Bearer attest_…``, with the scope ``draft`` for what writes, and any scope for what reads."""

    def authenticate(self, request: Request) -> tuple[User, ApiKey]:
        """The owner of the key and the key.

        Raises:
            NoKeyError: there is none, or not one for this.
        """
        scheme, _space, presented = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            sentence = "Send a key in the header Authorization, as in: Bearer attest_…. Who is signed in makes one."
            raise NoKeyError(sentence, HTTPStatus.UNAUTHORIZED, CHALLENGE)
        try:
            key = verify_key(presented=presented.strip(), address=address_of(request), scope=scope_of(request))
        except KeyRefusedError as refusal:
            raise _refused(refusal.reason) from refusal
        request._request.api_key = key  # type: ignore[attr-defined]  # noqa: SLF001 - the wall looks for it there
        return key.owner, key


class HoldsKey(BasePermission):
    """Whoever came with a key."""

    def has_permission(self, request: Request, view: APIView) -> bool:  # noqa: ARG002 - the framework's signature
        """Whether there is one."""
        return isinstance(request.auth, ApiKey)


class KeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The same for the OpenAPI document."""

    target_class = KeyAuthentication
    name = "key"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:  # noqa: ARG002 - the framework's signature
        """A bearer token."""
        about = "A key with the scope `draft` writes, one with `draft` or `read` reads. Its owner makes it at the desk."
        return {"type": "http", "scheme": "bearer", "bearerFormat": "attest_…", "description": about}


def scope_of(request: Request) -> Scope:
    """What a key must be made for."""
    return Scope.READ if request.method in SAFE_METHODS else Scope.DRAFT


def address_of(request: Request) -> str:
    """Where a request comes from, behind the proxies that we count."""
    return BaseThrottle().get_ident(request)


def _refused(reason: Reason) -> NoKeyError:
    if reason in OUTSIDE:
        return NoKeyError(str(reason.value), HTTPStatus.FORBIDDEN, OUTSIDE[reason])
    return NoKeyError(str(reason.value), HTTPStatus.UNAUTHORIZED, f'{CHALLENGE}, error="invalid_token"')
