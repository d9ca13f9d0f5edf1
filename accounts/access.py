"""Who may open a page."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, User
from accounts.refusals import Denied

P = ParamSpec("P")


class PersonRequest(HttpRequest):
    """A request of somebody signed in."""

    user: User


View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
PersonView = Callable[Concatenate[PersonRequest, P], HttpResponseBase]


def requires(role: Role) -> Callable[[PersonView[P]], View[P]]:
    """
    Open a view to people of ``role`` and above, and let nobody keep its answers.

    Others are asked to sign in, or told which role it takes.
    """

    def decorate(view: PersonView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_role_of(role):
                sentence = _("This page is for people with the role %(role)s or above.")
                raise Denied(sentence % {"role": role.label})
            response = view(request, *args, **kwargs)  # type: ignore[arg-type]
            add_never_cache_headers(response)
            return response

        return guarded  # type: ignore[return-value]  # a wrapper is called as what it wraps

    return decorate


def confirmed(view: PersonView[P]) -> PersonView[P]:
    """Ask for the password or a second factor before a view changes something, unless given in the last 5 minutes."""
    return cast("PersonView[P]", reauthentication_required(view, allow_get=True))
