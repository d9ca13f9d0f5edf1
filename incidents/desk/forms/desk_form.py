"""The form that every form of the desk is: it keeps what was typed and says what a service refused."""

from collections.abc import Iterable
from typing import Any, ClassVar, TypedDict

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

FILL_IN = _("Fill this in.")
CHOOSE = _("Choose one.")


class Problem(TypedDict):
    """One line of the error summary: the sentence, and the id of the field it is about."""

    text: str
    id: str


class DeskForm(forms.Form):
    """A form whose last word belongs to a service.

    ``renamed`` says which field of the form stands for a field of the model or service, where the names differ.
    """

    use_required_attribute = False
    renamed: ClassVar[dict[str, str]] = {}

    def __init__(self, *positional: Any, **options: Any) -> None:
        super().__init__(*positional, **options)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)  # a browser cuts without a word; we say what is too long
            field.error_messages["required"] = CHOOSE if isinstance(field, forms.ChoiceField) else FILL_IN

    def as_typed(self) -> None:
        """Show what was typed without judging it yet: a search inside the form is no try to save it."""
        self._errors = ErrorDict()
        self.cleaned_data = {}

    def point_at(self, name: str) -> None:
        """Open the page at this field."""
        self.fields[name].widget.attrs["autofocus"] = True

    @property
    def opening(self) -> str:
        """The field at which a page for something new opens, where this form is its first."""
        return next(iter(self.fields))

    def text(self, name: str) -> str:
        """A field's words, "" when nothing was typed."""
        return str(self.cleaned_data.get(name) or "").strip()

    def typed(self, name: str) -> str:
        """A field's words as they stand on the page, read or not."""
        value = self[name].value()
        return "" if value is None else str(value).strip()

    def knows(self, name: str) -> bool:
        """Whether a service's name for a field is one of this form's."""
        return self.renamed.get(name, name) in self.fields

    def blame(self, name: str, messages: Iterable[Any]) -> None:
        """Put a service's refusal beside the field it is about."""
        self.add_error(self.renamed.get(name, name), ValidationError(list(messages)))

    def has_errors_in(self, *names: str) -> bool:
        """Whether one of these fields has an error: a folded part of the page must then stand open."""
        return self.is_bound and any(name in self.errors for name in names)

    def problems(self) -> list[Problem]:
        """Every error, in the order of the page."""
        if not self.is_bound:
            return []
        found: list[Problem] = [{"text": str(error), "id": ""} for error in self.non_field_errors()]
        for field in self:
            target = field.id_for_label or field.auto_id
            found += [{"text": f"{field.label}: {error}", "id": target} for error in field.errors]
        return found


def messages_by_field(error: ValidationError) -> dict[str, list[str]]:
    """A model's refusal: sentences by field, "" for those about none."""
    if hasattr(error, "error_dict"):
        return {"" if name == NON_FIELD_ERRORS else name: told for name, told in error.message_dict.items()}
    return {"": error.messages}
