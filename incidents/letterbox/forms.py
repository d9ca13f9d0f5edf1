"""The form in which a reader says what is wrong."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from incidents.choices import ReportPart
from incidents.services.inputs import Reported

TRAP: Final = "website"


class ReportForm(forms.Form):
    """What is wrong, where, and what says so. The e-mail is for the desk only and may stay empty."""

    use_required_attribute = False

    public_id = forms.CharField(
        label=_("Incident"),
        required=False,
        help_text=_("Its permanent id, such as INC-2024-000001. Leave it empty if it is about the record as a whole."),
        validators=[RegexValidator(r"^INC-[0-9]{4}-[0-9]{6}$", _("A permanent id looks like INC-2024-000001."))],
    )
    field = forms.ChoiceField(
        label=_("Which part"), choices=[("", _("I am not sure")), *ReportPart.choices], required=False
    )
    text = forms.CharField(
        label=_("What is wrong"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say what is wrong.")},
    )
    source = forms.CharField(
        label=_("A source that says so"),
        required=False,
        max_length=1000,
        help_text=_("An address, or publisher, title and date."),
    )
    email = forms.EmailField(
        label=_("Your e-mail"),
        required=False,
        help_text=_("Only if we may ask you something. Editors see it and nobody else; it is not published."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": -1}),
    )

    def __init__(self, *positional: Any, **options: Any) -> None:
        super().__init__(*positional, **options)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)  # a browser cuts without a word; we say what is too long

    def clean_website(self) -> str:
        """Stop whoever fills in what no reader sees."""
        if self.cleaned_data[TRAP]:
            raise ValidationError(_("Leave this field empty: it is there to stop programs."))
        return ""

    def reported(self) -> Reported:
        """What was sent."""
        told = {
            name: str(self.cleaned_data[name]).strip() for name in ("text", "public_id", "field", "source", "email")
        }
        return Reported(**told)
