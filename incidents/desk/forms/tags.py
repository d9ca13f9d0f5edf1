"""Tags: what each is called and put on, and which an incident has."""

from collections.abc import Iterable
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import lines, names, words
from incidents.models import Tag


class TagForm(DeskForm):
    """A tag itself."""

    name = forms.CharField(
        label=_("Name"), max_length=60, help_text=_("A word or two, without a comma."), widget=words()
    )
    note = forms.CharField(
        label=_("What it is put on"),
        required=False,
        max_length=300,
        help_text=_("So that colleagues put it on the same things."),
        widget=lines(2),
    )

    @classmethod
    def of(cls, data: QueryDict | None, tag: Tag) -> Self:
        """The form of a tag on record."""
        return cls(data, initial={"name": tag.name, "note": tag.note})


class Picked(forms.MultipleChoiceField):
    """Any number of tags, by their keys; one that was merged since leads on."""

    def valid_value(self, value: Any) -> bool:
        return str(value).isdecimal()


class IncidentTagsForm(DeskForm):
    """Which tags an incident has. ``had`` is what the page showed: only what differs from it is changed."""

    tags = Picked(label=_("Tags"), required=False, widget=forms.CheckboxSelectMultiple)
    had = Picked(required=False, widget=forms.MultipleHiddenInput)
    fresh = forms.CharField(
        label=_("Other tags"),
        required=False,
        max_length=300,
        help_text=_("By name, with commas between them. What is no tag yet becomes one."),
        widget=names("tags"),
    )

    def __init__(self, data: QueryDict | None, *, offered: Iterable[Tag], on_it: Iterable[Tag]) -> None:
        keys = [str(tag.pk) for tag in on_it]
        super().__init__(data, initial={"tags": keys, "had": keys})
        self.fields["tags"].choices = [(str(tag.pk), tag.name) for tag in offered]  # type: ignore[attr-defined]

    def changes(self) -> tuple[set[int], set[int]]:
        """The keys of the tags to put on, and of those to take off."""
        wanted, had = ({int(key) for key in self.cleaned_data[name]} for name in ("tags", "had"))
        return wanted - had, had - wanted

    @property
    def named(self) -> list[str]:
        """The other tags, by name."""
        return [name for name in map(str.strip, self.text("fresh").split(",")) if name]
