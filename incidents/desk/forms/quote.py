"""The words themselves and where they stand."""

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.choices import Stance
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import AskedFor, DayField, Select, lines, say_day, words
from incidents.models import Citation

LONGEST_QUOTE = 300


class QuoteForm(DeskForm):
    """A verbatim quote of at most 300 characters, its place in the source and its days. ``optional``: may be empty."""

    quote = AskedFor(
        label=_("Quote"),
        max_length=LONGEST_QUOTE,
        help_text=_("Word for word, at most 300 characters."),
        widget=lines(3, accesskey="q", **{"data-counter": "quote-count", "data-most": LONGEST_QUOTE}),
    )
    locator = forms.CharField(
        label=_("Where in the source"),
        max_length=100,
        required=False,
        help_text=_("Such as paragraph 2, page 14 or 03:20."),
        widget=words(accesskey="l"),
    )
    said_on = DayField(label=_("Said on"), help_text=_("As in 25 January 2024."))
    reported_on = DayField(label=_("Reported on"), help_text=_("Empty: the day the source was published."))
    stance = Select(Stance, label=_("What it does to the claim"), initial=Stance.SUPPORTS, required=False)
    translation = forms.CharField(label=_("Translation of the quote"), max_length=400, required=False, widget=lines(2))

    def __init__(self, data: QueryDict | None = None, *, optional: bool = False, **options: Any) -> None:
        super().__init__(data, **options)
        self.optional = optional
        self.fields["quote"].required = not optional

    @classmethod
    def of(cls, data: QueryDict | None, citation: Citation) -> Self:
        """The form for a citation on record."""
        kept = {name: getattr(citation, name) for name in ("quote", "locator", "stance", "translation")}
        days = {"said_on": say_day(citation.said_on), "reported_on": say_day(citation.reported_on)}
        return cls(data, initial=kept | days)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is quoted."""
        return not self.text("quote") and not self.text("locator")

    @property
    def more_opened(self) -> bool:
        """Whether the rarely used fields must stand open."""
        rare = ("said_on", "reported_on", "translation")
        return self.has_errors_in(*rare) or any(self.typed(name) for name in rare)

    def clean(self) -> None:
        super().clean()
        if self.is_empty and not self.optional and not {"quote", "locator"} & set(self.errors):
            self.add_error("quote", _("Give the quote, or say where in the source it stands."))

    def fields_of_quote(self) -> dict[str, Any]:
        """The keywords of a ``Quote``, but for its source and its speaker."""
        return {
            "quote": self.text("quote"),
            "locator": self.text("locator"),
            "stance": self.text("stance") or Stance.SUPPORTS,
            "said_on": self.cleaned_data["said_on"],
            "reported_on": self.cleaned_data["reported_on"],
            "translation": self.text("translation"),
        }
