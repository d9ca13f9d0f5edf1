"""allauth's forms in our words: labels instead of placeholders, and a hint that is a sentence instead of a list."""

from typing import TYPE_CHECKING, Any

from allauth.account.forms import (
    AddEmailForm,
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateBySecondFactorForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LABELS: dict[str, "StrOrPromise"] = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Current password"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
    "code": _("Code"),
    "name": _("Name of the key"),
    "passwordless": _("Sign in with this key alone, as a passkey"),
}
HINTS: dict[str, "StrOrPromise"] = {
    "password1": _("At least 15 characters. A few words that do not belong together are good."),
    "name": _("So that you can tell your keys apart, such as “blue key” or “telephone”."),
    "passwordless": _("The key then asks for your finger, face or PIN."),
}
ATTRIBUTES = {
    "login": {"autocomplete": "username"},
    "code": {"inputmode": "numeric", "autocapitalize": "off", "spellcheck": "false"},
    "name": {"autocomplete": "off"},
}


class InOurWords(forms.Form):
    """Goes before one of allauth's forms and changes what its fields say, never what they check."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name in LABELS:
                field.label = LABELS[name]
            field.help_text = HINTS.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs.update(ATTRIBUTES.get(name, {}))


class SignIn(InOurWords, LoginForm):
    """E-mail address and password."""


class ChangeEmail(InOurWords, AddEmailForm):
    """The address one wants to change to."""


class ChangePassword(InOurWords, ChangePasswordForm):
    """The current password and the new one, twice."""


class SetPassword(InOurWords, SetPasswordForm):
    """A first password, for somebody who has none."""


class RequestReset(InOurWords, ResetPasswordForm):
    """The address to which a link is sent."""


class ResetPassword(InOurWords, ResetPasswordKeyForm):
    """A new password, twice."""


class ConfirmByPassword(InOurWords, ReauthenticateForm):
    """The password once more, before something that matters."""


class SignInByCode(InOurWords, AuthenticateForm):
    """A code of the authenticator app or a recovery code, after the password."""


class ConfirmByCode(InOurWords, ReauthenticateBySecondFactorForm):
    """A code once more, before something that matters."""


class ActivateApp(InOurWords, ActivateTOTPForm):
    """The first code of a new authenticator app."""


class AddKey(InOurWords, AddWebAuthnForm):
    """A new security key."""


class RenameKey(InOurWords, EditWebAuthnForm):
    """Another name for a security key."""
