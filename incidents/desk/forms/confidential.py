"""Who may see a confidential source, and names that nobody here may read."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Radio, Select


class Unechoed(forms.TextInput):
    """An input that never shows again what was typed: it would stand in a page that a browser keeps."""

    def format_value(self, value: Any) -> None:  # noqa: ARG002  (Django's signature)
        return None


class SealForm(DeskForm):
    """The true name of an anonymous speaker."""

    true_name = forms.CharField(
        label=_("True name"),
        max_length=200,
        help_text=_("It is encrypted at once. Nobody at the desk can read or change it afterwards."),
        widget=Unechoed({"autocomplete": "off", "spellcheck": "false"}),
    )


class AccessForm(DeskForm):
    """Somebody to let in, or to shut out."""

    LET_IN, SHUT_OUT = "let_in", "shut_out"

    person = Select((), label=_("Person"))
    what = Radio([(LET_IN, _("May see it")), (SHUT_OUT, _("May no longer see it"))], label=_("What"), initial=LET_IN)

    def __init__(self, data: QueryDict | None = None, *, people: Sequence[User]) -> None:
        super().__init__(data)
        self.offered = {str(person.pk): person for person in people}
        names = [(key, person.display_name) for key, person in self.offered.items()]
        self.fields["person"].choices = [("", _("Choose")), *names]  # type: ignore[attr-defined]
