"""For administrators: who is here, and what each may do."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import PersonRequest, confirmed, requires
from accounts.forms import InviteForm, RoleForm
from accounts.models import Invitation, Role, User
from accounts.selectors import changes_of
from accounts.services import people as services
from accounts.services.invitations import invite, withdraw


@require_safe
@requires(Role.ADMINISTRATOR)
def list_people(request: PersonRequest) -> HttpResponseBase:
    context = {
        "people": User.objects.order_by("-is_active", "display_name", "pk"),
        "invitations": Invitation.objects.unanswered().select_related("invited_by"),
    }
    return render(request, "accounts/people.html", context)


@require_http_methods(["GET", "POST"])
@requires(Role.ADMINISTRATOR)
@confirmed
def invite_person(request: PersonRequest) -> HttpResponseBase:
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            invitation = invite(actor=request.user, email=form.cleaned_data["email"], role=form.cleaned_data["role"])
        except ValidationError as error:
            form.blame(error)
        else:
            messages.success(request, _("An invitation was sent to %(email)s.") % {"email": invitation.email})
            return redirect("accounts_people")
    return render(request, "accounts/invite.html", {"form": form})


@require_POST
@requires(Role.ADMINISTRATOR)
def withdraw_invitation(request: PersonRequest, pk: int) -> HttpResponseBase:
    withdraw(actor=request.user, invitation=get_object_or_404(Invitation, pk=pk))
    messages.success(request, _("The invitation was withdrawn."))
    return redirect("accounts_people")


@require_http_methods(["GET", "POST"])
@requires(Role.ADMINISTRATOR)
@confirmed
def change_person(request: PersonRequest, pk: int) -> HttpResponseBase:
    """One person, and the form that changes their role."""
    person = get_object_or_404(User, pk=pk)
    form = RoleForm(request.POST or None, initial={"role": person.role})
    if request.method == "POST" and form.is_valid():
        try:
            services.change_role(actor=request.user, person=person, role=form.cleaned_data["role"])
        except ValidationError as error:
            form.blame(error)
        else:
            messages.success(request, _("The role of %(name)s was changed.") % {"name": person.display_name})
            return redirect("accounts_people")
    return render(request, "accounts/person.html", {"form": form, "person": person, "changes": changes_of(person)})


@require_POST
@requires(Role.ADMINISTRATOR)
@confirmed
def deactivate_person(request: PersonRequest, pk: int) -> HttpResponseBase:
    person = get_object_or_404(User, pk=pk)
    try:
        services.deactivate(actor=request.user, person=person)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("%(name)s can no longer sign in.") % {"name": person.display_name})
    return redirect("accounts_people")


@require_POST
@requires(Role.ADMINISTRATOR)
@confirmed
def reactivate_person(request: PersonRequest, pk: int) -> HttpResponseBase:
    person = services.reactivate(actor=request.user, person=get_object_or_404(User, pk=pk))
    messages.success(request, _("%(name)s can sign in again.") % {"name": person.display_name})
    return redirect("accounts_people")
