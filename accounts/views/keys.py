"""One's own API keys."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import PersonRequest, confirmed, requires
from accounts.forms import KeyForm, RotateForm
from accounts.models import ApiKey, Role
from accounts.services.keys import create_key, revoke_key, rotate_key
from accounts.usage import usage_of, with_usage


@require_http_methods(["GET", "POST"])
@requires(Role.CONTRIBUTOR)
@confirmed
def list_keys(request: PersonRequest) -> HttpResponseBase:
    """The keys one has made, and the form for another; a new key is in this one answer and never again."""
    form = KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            key, secret = create_key(
                actor=request.user,
                name=form.cleaned_data["name"],
                scopes=form.cleaned_data["scopes"],
                expires_at=form.expires_at(),
                addresses=form.cleaned_data["addresses"],
            )
        except ValidationError as error:
            form.blame(error)
        else:
            return render(request, "accounts/key_created.html", {"key": key, "secret": secret})
    keys = with_usage(ApiKey.objects.filter(owner=request.user))
    return render(request, "accounts/keys.html", {"form": form, "keys": keys})


@require_http_methods(["GET", "POST"])
@requires(Role.CONTRIBUTOR)
@confirmed
def show_key(request: PersonRequest, pk: int) -> HttpResponseBase:
    """One of one's own keys and how it was used. A new secret for it is in this one answer and never again."""
    key = get_object_or_404(ApiKey, pk=pk, owner=request.user)
    form = RotateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            key, secret = rotate_key(
                actor=request.user, key=key, expires_at=form.expires_at(), overlap=form.old_one_lasts()
            )
        except ValidationError as error:
            form.blame(error)
        else:
            return render(request, "accounts/key_created.html", {"key": key, "secret": secret})
    return render(request, "accounts/key.html", {"key": key, "form": form, "usage": usage_of(key)})


@require_POST
@requires(Role.CONTRIBUTOR)
def revoke(request: PersonRequest, pk: int) -> HttpResponseBase:
    """Close one of one's own keys. Somebody else's is answered as if it did not exist."""
    revoke_key(actor=request.user, key=get_object_or_404(ApiKey, pk=pk, owner=request.user))
    messages.success(request, _("The key was revoked."))
    return redirect("accounts_keys")
