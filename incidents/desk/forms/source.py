"""Where it was published: a source already in use, one found by search, or a new one."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from incidents.choices import Access, DatePrecision, DerivationKind, PublisherKind, SourceKind
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Choice, Pick, Select, WhenField, lines, names, or_none, words
from incidents.desk.forms.on_record import blame_if, publisher_refusal
from incidents.models import Source
from incidents.rules.dates import Span
from incidents.services.inputs import SourceItem

NEW = "new"


class SourceItemForm(DeskForm):
    """One published item, its publisher, and the item it rests on."""

    publisher = forms.CharField(label=_("Publisher"), max_length=200, widget=names("publishers"))
    publisher_kind = Select(
        or_none(PublisherKind, _("Choose if it is new")), label=_("Kind of publisher"), required=False
    )
    source_title = forms.CharField(
        label=_("Title"), max_length=400, help_text=_("In its own language, as published."), widget=words()
    )
    source_kind = Select(SourceKind, label=_("Kind of item"), initial=SourceKind.ARTICLE)
    published_on = WhenField(label=_("Published"), help_text=_("As in 26 January 2024, or January 2024."))
    url = forms.CharField(
        label=_("Address"), max_length=1000, required=False, widget=words(inputmode="url", spellcheck="false")
    )
    lang = forms.CharField(
        label=_("Language"),
        max_length=8,
        initial="en",
        help_text=_("Two letters, such as en, fa or ar."),
        widget=words(),
    )
    access = Select(Access, label=_("Access"), initial=Access.OPEN)
    confidential = forms.BooleanField(
        label=_("Confidential"), required=False, help_text=_("Never leaves the desk, nor what rests on it alone.")
    )
    credit = forms.CharField(label=_("Credit"), max_length=300, required=False, widget=words())
    derivation = Select(
        or_none(DerivationKind, _("Nothing else that we know of")), label=_("It rests on another item"), required=False
    )
    origin = Select((), label=_("Which item"), required=False)
    origin_publisher = forms.CharField(
        label=_("Publisher of that item"), max_length=200, required=False, widget=names("publishers")
    )
    origin_publisher_kind = Select(
        or_none(PublisherKind, _("Choose if it is new")), label=_("Kind of that publisher"), required=False
    )
    origin_title = forms.CharField(label=_("Title of that item"), max_length=400, required=False, widget=words())
    origin_published_on = WhenField(label=_("That item was published"))
    source_text = forms.CharField(
        label=_("Text of the item"),
        required=False,
        help_text=_("Paste it: it is kept at the desk as a snapshot, so that reviewers see the quote where it stands."),
        widget=lines(4),
    )

    renamed = {"text": "source_text"}

    def __init__(self, data: QueryDict | None = None, *, known: Sequence[Source] = (), **options: Any) -> None:
        super().__init__(data, **options)
        self.known = list(known)
        self.fields["origin"].choices = [("", _("A new one, described below")), *map(choice_of, self.known)]  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        blame_if(self, "publisher_kind", publisher_refusal(self.text("publisher"), self.text("publisher_kind")))
        if not self.text("derivation"):
            if self.text("origin_title") or self.text("origin"):
                self.add_error("derivation", _("Say how it rests on that item."))
        elif not self.text("origin"):
            self._require("origin_publisher", _("Say who published that item, or choose it above."))
            self._require("origin_title", _("Give the title of that item, or choose it above."))
            named, kind = self.text("origin_publisher"), self.text("origin_publisher_kind")
            blame_if(self, "origin_publisher_kind", publisher_refusal(named, kind))

    def item(self) -> SourceItem:
        """The item as the service takes it."""
        return SourceItem(
            publisher_name=self.text("publisher"),
            publisher_kind=self.text("publisher_kind"),
            title=self.text("source_title"),
            kind=self.text("source_kind"),
            lang=self.text("lang"),
            url=self.text("url"),
            access=self.text("access"),
            credit=self.text("credit"),
            confidential=bool(self.cleaned_data["confidential"]),
            **published(self.cleaned_data["published_on"]),
        )

    def origin_item(self) -> SourceItem:
        """The item on which it rests, where that is a new one."""
        return SourceItem(
            publisher_name=self.text("origin_publisher"),
            publisher_kind=self.text("origin_publisher_kind"),
            title=self.text("origin_title"),
            lang=self.text("lang"),
            **published(self.cleaned_data["origin_published_on"]),
        )

    @property
    def origin_opened(self) -> bool:
        """Whether the part about the other item must stand open."""
        names_of_it = ("derivation", "origin", "origin_publisher", "origin_publisher_kind", "origin_title")
        return any(self.typed(name) for name in names_of_it) or self.has_errors_in(*names_of_it)

    def _require(self, name: str, sentence: Any) -> None:
        if not self.text(name) and name not in self.errors:
            self.add_error(name, sentence)


class SourcePickForm(SourceItemForm):
    """A source for a citation: chosen, found, or described as a new one. ``optional``: there may be none."""

    source = Pick(label=_("Source"))
    source_query = forms.CharField(
        label=_("Find another source"), max_length=200, required=False, widget=words(type="search")
    )

    field_order = ["source", "source_query"]

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        found: Sequence[Source] = (),
        optional: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        offered = {str(source.uid): source for source in [*self.known, *found]}
        choices: list[Choice] = [choice_of(source) for source in offered.values()]
        if optional:
            choices.insert(0, ("", _("No source")))
        self.fields["source"].choices = [*choices, (NEW, _("A new source"))]  # type: ignore[attr-defined]
        self.fields["source"].initial = choices[0][0] if choices else NEW
        self.optional = optional
        self.offered = offered
        self.searched = self.is_bound and bool(self.typed("source_query"))
        self.nothing_found = self.searched and not found
        if self.is_bound and self.typed("source") != NEW:
            for name in ("publisher", "source_title", "source_kind", "lang", "access"):
                self.fields[name].required = False

    @property
    def new_opened(self) -> bool:
        """Whether the part for a new source must stand open."""
        return self.typed("source") == NEW or bool(self.typed("source_title"))

    @property
    def chosen(self) -> Source | None:
        """The source on record that was chosen; none when it is a new one or there is none."""
        return self.offered.get(self.text("source"))

    @property
    def is_new(self) -> bool:
        """Whether a new source is described."""
        return self.text("source") == NEW

    def clean(self) -> None:
        if self.is_new:
            super().clean()
        elif self.text("source_title"):
            self.add_error("source", _("You described a new source: choose “A new source”, or empty its title."))
        elif not self.chosen and not self.optional and "source" not in self.errors:
            self.add_error("source", _("Choose where this was published."))


def choice_of(source: Source) -> Choice:
    """A source as one of several to choose from."""
    return str(source.uid), describe_source(source)


def describe_source(source: Source) -> str:
    """A source in one line: publisher, title, date."""
    parts = [source.publisher.name, source.title]
    if source.published_on:
        parts.append(date_format(source.published_on, "j F Y"))
    line = " \u2013 ".join(parts)
    return _now("%(source)s (confidential)") % {"source": line} if source.confidential else line


def published(span: Span | None) -> dict[str, Any]:
    """When an item was published, as the service takes it."""
    if span is None:
        return {}
    whole = {DatePrecision.MONTH, DatePrecision.YEAR}
    precision = span.precision if span.precision in whole else DatePrecision.DAY
    return {"published_on": span.first_day, "published_precision": precision}
