"""Where one is signed in."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.access import PersonRequest, requires
from accounts.models import Role
from accounts.services.sessions import end_session


@require_POST
@requires(Role.CONTRIBUTOR)
def end(request: PersonRequest, pk: int) -> HttpResponseBase:
    """End one of one's own sessions. Somebody else's is answered as if it did not exist."""
    end_session(actor=request.user, session=get_object_or_404(UserSession, pk=pk, user=request.user))
    messages.success(request, _("That session has ended."))
    return redirect("usersessions_list")
