"""What every request of a signed-in person passes. Requests without a session cookie pass untouched and unread."""

from collections.abc import Callable
from typing import Any

import pghistory
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.second_factor import lacks_second_factor
from accounts.services.sessions import is_over, note_activity

GetResponse = Callable[[HttpRequest], HttpResponseBase]
REACHABLE_WITHOUT_SECOND_FACTOR = frozenset(
    {"account_logout", "account_reauthenticate", "account_confirm_email", "account_email", "account_inactive"}
)


class SessionLimits:
    """
    Ends a sign-in after twelve hours, or after half an hour without a request.

    allauth keeps a row for each session with the times of sign-in and last use; it is read here and nowhere else.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _may_be_signed_in(request) and request.user.is_authenticated:
            self.limit(request)
        return self.get_response(request)

    def limit(self, request: HttpRequest) -> None:
        """Sign the person out when the session is over; the view then answers as it does to anybody."""
        now = timezone.now()
        session = UserSession.objects.filter(session_key=request.session.session_key, user=request.user.pk).first()
        if session is None:
            UserSession.objects.create_from_request(request)
        elif is_over(session, now):
            session.delete()
            logout(request)
            messages.info(request, _("You were signed out because your session had ended. Sign in to go on."))
        else:
            note_activity(session, now)


class SecondFactorRequired:
    """Sends people whose role asks for a second factor to the page where they set one up, until they have."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: list[Any], _kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if not _may_be_signed_in(request) or not request.user.is_authenticated:
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        if name and (name.startswith("mfa_") or name in REACHABLE_WITHOUT_SECOND_FACTOR):
            return None
        return redirect("mfa_index") if lacks_second_factor(request.user) else None


class ActorInHistory:
    """Names the signed-in person in the history of every row that their request changes, by whatever way."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _may_be_signed_in(request) or not request.user.is_authenticated:
            return self.get_response(request)
        with pghistory.context(actor=request.user.pk):
            return self.get_response(request)


def _may_be_signed_in(request: HttpRequest) -> bool:
    """Whether there is a session to look at; asking the session itself would mark public answers as personal."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES
