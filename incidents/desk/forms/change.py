"""What every change carries: what it is based on and, once the incident is public, what it changes and why."""

import json
from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import words
from incidents.models import Incident

SUBJECT: Final = ""
"""Stands in the place of a field's name for what a page without fields is about."""


class ChangeForm(DeskForm):
    """``revision`` is the incident's and ``seen`` what the page's fields held when the page was opened.

    ``about`` says what a page without fields is about, such as a claim to be withdrawn. ``on_top`` comes from the
    button "save on top of the newest" after somebody else was first. ``public`` says that readers know what is changed,
    even where they do not know the incident from which it is.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    seen_then = forms.CharField(widget=forms.HiddenInput, required=False)
    edit_summary = forms.CharField(
        label=_("What you change and why"),
        max_length=300,
        help_text=_("This incident is public: colleagues and reviewers read this."),
        widget=words(),
    )

    def __init__(
        self, data: QueryDict | None, *, incident: Incident, public: bool = False, about: str = "", **options: Any
    ) -> None:
        super().__init__(data, initial={"revision": incident.revision}, **options)
        self.subject: dict[str, list[str]] = {SUBJECT: [about]} if about else {}
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

    @property
    def seen(self) -> dict[str, list[str]] | None:
        """What the fields held when the page was opened; None where the page did not say."""
        try:
            read = json.loads(self.typed("seen_then"))
        except ValueError:
            return None
        return read if _is_seen(read) else None

    def remember(self, held: Mapping[str, list[str]]) -> None:
        """Have the page carry what its fields hold on record."""
        said = json.dumps(held, ensure_ascii=False)
        self.initial["seen_then"] = said
        if self.is_bound:
            self.data = {**self.data.dict(), "seen_then": said}  # type: ignore[attr-defined]  # a QueryDict

    def terms(self) -> dict[str, Any]:
        """The keywords that every editing verb takes."""
        return {"based_on": self.based_on, "summary": self.text("edit_summary")}


def _is_seen(read: Any) -> bool:
    """Whether it is fields with lists of words, as ``remember`` writes them."""
    return isinstance(read, dict) and all(
        isinstance(values, list) and all(isinstance(one, str) for one in values) for values in read.values()
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
