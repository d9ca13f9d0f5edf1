"""Which item a report rests on, as its text says."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import PublisherKind
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Pick, Select, WhenField, names, or_none, words
from incidents.desk.forms.source import NEW, choice_of, published
from incidents.models import Source
from incidents.services.inputs import SourceItem


class OriginForm(DeskForm):
    """An item of the outlet that is on record, or a new one."""

    origin = Pick(label=_("Which item"))
    origin_publisher = forms.CharField(
        label=_("Publisher of that item"), max_length=200, required=False, widget=names("publishers")
    )
    origin_publisher_kind = Select(
        or_none(PublisherKind, _("Choose if it is new")), label=_("Kind of that publisher"), required=False
    )
    origin_title = forms.CharField(label=_("Title of that item"), max_length=400, required=False, widget=words())
    origin_published_on = WhenField(label=_("That item was published"))

    renamed = {"name": "origin_publisher", "title": "origin_title", "published_on": "origin_published_on"}

    def __init__(self, data: QueryDict | None, *, known: Sequence[Source], outlet: str) -> None:
        super().__init__(data, initial={"origin_publisher": outlet, "origin": str(known[0].uid) if known else NEW})
        self.offered = {str(source.uid): source for source in known}
        self.fields["origin"].choices = [*map(choice_of, known), (NEW, _("A new one, described below"))]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Source | None:
        """The item on record that was chosen."""
        return self.offered.get(self.text("origin"))

    def clean(self) -> None:
        super().clean()
        if self.chosen or "origin" in self.errors:
            return
        for name, sentence in (
            ("origin_publisher", _("Say who published that item, or choose it above.")),
            ("origin_title", _("Give the title of that item, or choose it above.")),
        ):
            if not self.text(name) and name not in self.errors:
                self.add_error(name, sentence)

    def item(self, lang: str) -> SourceItem:
        """The new item as the service takes it, in the language of the report that rests on it."""
        day: dict[str, Any] = published(self.cleaned_data["origin_published_on"])
        kind = self.text("origin_publisher_kind")
        name, title = self.text("origin_publisher"), self.text("origin_title")
        return SourceItem(publisher_name=name, publisher_kind=kind, title=title, lang=lang, **day)
