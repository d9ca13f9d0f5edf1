"""What every change carries: the revision it is based on and, once public, what it changes and why."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import words
from incidents.models import Incident


class ChangeForm(DeskForm):
    """``on_top`` comes from the button "save on top of the newest" after somebody else was first.

    ``public`` says that readers know what is changed, even where they do not know the incident from which it is.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    edit_summary = forms.CharField(
        label=_("What you change and why"),
        max_length=300,
        help_text=_("This incident is public: colleagues and reviewers read this."),
        widget=words(),
    )

    def __init__(self, data: QueryDict | None, *, incident: Incident, public: bool = False, **options: Any) -> None:
        super().__init__(data, initial={"revision": incident.revision}, **options)
        self.on_top = _number(data.get("on_top", "")) if data else None
        if not incident.published_number and not public:
            del self.fields["edit_summary"]

    @property
    def summarised(self) -> bool:
        """Whether an edit summary is asked for."""
        return "edit_summary" in self.fields

    @property
    def based_on(self) -> int:
        """The revision on which the change is made."""
        return self.on_top or int(self.cleaned_data["revision"])

    @property
    def opened_at(self) -> int:
        """The revision at which the page was opened, whatever has been typed since."""
        return _number(self.typed("revision")) or 0

    def terms(self) -> dict[str, Any]:
        """The keywords that every editing verb takes."""
        return {"based_on": self.based_on, "summary": self.text("edit_summary")}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
