"""The page an invitation leads to."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.forms import AcceptInvitationForm
from accounts.services.invitations import accept, find_open


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters("password", "password_again")
@never_cache
def accept_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a name and a password. A token that opens nothing, ever or any more, gets one and the same answer."""
    invitation = find_open(token)
    if invitation is None:
        return render(request, "accounts/invitation_closed.html", status=404)
    form = AcceptInvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            accept(token=token, display_name=form.cleaned_data["display_name"], password=form.cleaned_data["password"])
        except ValidationError as error:
            form.blame(error)
        else:
            messages.success(request, _("You are registered. Sign in with your e-mail address and password."))
            return redirect("account_login")
    return render(request, "accounts/accept_invitation.html", {"form": form, "invitation": invitation})
