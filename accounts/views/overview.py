"""One's own account."""

from allauth.mfa.base.views import IndexView
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import PersonRequest, requires
from accounts.forms import NameForm, SingleKeysForm
from accounts.models import Role
from accounts.second_factor import lacks_second_factor
from accounts.services.people import choose_keys, rename


@require_http_methods(["GET", "POST"])
@requires(Role.CONTRIBUTOR)
def overview(request: PersonRequest) -> HttpResponseBase:
    """Where everything about one's account starts; the name is changed here."""
    form = NameForm(request.POST or None, initial={"display_name": request.user.display_name})
    if request.method == "POST" and form.is_valid():
        try:
            rename(actor=request.user, display_name=form.cleaned_data["display_name"])
        except ValidationError as error:
            form.blame(error)
        else:
            messages.success(request, _("Your name was changed."))
            return redirect("accounts_overview")
    return render(
        request,
        "accounts/overview.html",
        {
            "form": form,
            "keys": SingleKeysForm(initial={"single_keys": request.user.single_keys}),
            "person": request.user,
            "lacks_second_factor": lacks_second_factor(request.user),
            "administers": request.user.has_role_of(Role.ADMINISTRATOR),
        },
    )


@require_POST
@requires(Role.CONTRIBUTOR)
def single_keys(request: PersonRequest) -> HttpResponseBase:
    """How one wants the keys of the desk that do something by themselves."""
    form = SingleKeysForm(request.POST)
    if form.is_valid():
        choose_keys(actor=request.user, single_keys=form.cleaned_data["single_keys"])
        messages.success(request, _("Saved. The pages of the desk answer so from now on."))
    else:
        messages.error(request, _("Choose how you want single keys from the list."))
    return redirect("accounts_overview")


class SecondFactorView(IndexView):
    """allauth's page of second factors, which also says to whom they are not a choice."""

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return {
            **super().get_context_data(**kwargs),
            "lacks_second_factor": lacks_second_factor(self.request.user),
            "role": Role(self.request.user.role).label,
        }
