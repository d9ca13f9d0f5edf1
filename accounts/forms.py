"""What people type about people."""

from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, Scope, SingleKeys


class ServiceForm(forms.Form):
    """A form whose last word belongs to a service."""

    def blame(self, error: ValidationError) -> None:
        """Show a service's refusal beside the field it is about, or above the form when it is about none."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for field, errors in error.error_dict.items():
            known = field in self.fields and field != NON_FIELD_ERRORS
            self.add_error(field if known else None, ValidationError(errors))


class NameForm(ServiceForm):
    display_name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        help_text=_("How colleagues see you. The public sees a role, never a name."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )


class SingleKeysForm(ServiceForm):
    single_keys = forms.ChoiceField(
        label=_("Single keys at the desk"),
        choices=SingleKeys,
        widget=forms.RadioSelect,
        help_text=_(
            "Letters, digits and signs that do something while you type in no field, such as j for the next row. Who "
            "speaks to the computer, or often hits a key by chance, is better off without. Enter, Escape and the "
            "arrows stay, and letters still lead through a list of boxes."
        ),
    )


class InviteForm(ServiceForm):
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, widget=forms.EmailInput({"autocomplete": "off"})
    )
    role = forms.TypedChoiceField(label=_("Role"), choices=Role, coerce=Role, initial=Role.CONTRIBUTOR)


class RoleForm(ServiceForm):
    role = forms.TypedChoiceField(label=_("Role"), choices=Role, coerce=Role)


class AcceptInvitationForm(ServiceForm):
    display_name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        help_text=_("How colleagues see you. The public sees a role, never a name."),
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("At least 15 characters. A few words that do not belong together are good."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label=_("Password, once more"), strip=False, widget=forms.PasswordInput({"autocomplete": "new-password"})
    )

    def clean(self) -> None:
        super().clean()
        password, again = self.cleaned_data.get("password"), self.cleaned_data.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", _("The two passwords differ."))


def lasting() -> forms.TypedChoiceField:
    """For how many days a key works."""
    return forms.TypedChoiceField(
        label=_("Valid for"),
        coerce=int,
        choices=[(30, _("30 days")), (90, _("90 days")), (365, _("a year"))],
        initial=90,
    )


def in_days(number: int) -> datetime:
    """So many days from now."""
    return timezone.now() + timedelta(days=number)


class KeyForm(ServiceForm):
    name = forms.CharField(
        label=_("Name"), max_length=80, help_text=_("The program that will use the key, such as “nightly export”.")
    )
    scopes = forms.TypedMultipleChoiceField(
        label=_("What it may do"),
        choices=Scope,
        coerce=Scope,
        widget=forms.CheckboxSelectMultiple,
        initial=[Scope.READ],
    )
    days = lasting()
    addresses = forms.CharField(
        label=_("Addresses it may come from"),
        required=False,
        help_text=_("One IP address or network a line, such as 192.0.2.0/24. Empty means anywhere."),
        widget=forms.Textarea({"rows": 3, "spellcheck": "false"}),
    )

    def expires_at(self) -> datetime:
        return in_days(self.cleaned_data["days"])

    def clean_addresses(self) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in self.cleaned_data["addresses"].splitlines() if line.strip()]


class RotateForm(ServiceForm):
    overlap = forms.TypedChoiceField(
        label=_("The old secret works on for"),
        coerce=int,
        choices=[(0, _("no longer: it ends now")), (1, _("1 day")), (3, _("3 days")), (7, _("7 days"))],
        initial=1,
        help_text=_("Time to give the program the new one. Choose none if somebody else may have the old one."),
    )
    days = lasting()

    def expires_at(self) -> datetime:
        return in_days(self.cleaned_data["days"])

    def old_one_lasts(self) -> timedelta:
        """How long the secret that is replaced goes on working."""
        return timedelta(days=self.cleaned_data["overlap"])
