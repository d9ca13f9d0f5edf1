"""Fields that read what people write: days in words, names with suggestions, choices with an empty first one."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from incidents.choices import DatePrecision
from incidents.rules.dates import DateNotUnderstoodError, Span, read_date

Choice = tuple[str, Any]


class WhenField(forms.CharField):
    """A date in words or ISO 8601, as finely as it is known; cleaned to a span, None when empty.

    ``kept`` are words that say here what is on record; where they still stand they are not read again, and cleaned to
    None: whoever saves keeps what they say.
    """

    kept = ""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 100)
        super().__init__(**{"required": False, "widget": words(), **options})

    def clean(self, value: Any) -> Span | None:
        text = super().clean(value)
        if not text or text == self.kept:
            return None
        try:
            return read_date(text, timezone="UTC")
        except DateNotUnderstoodError as error:
            raise ValidationError(str(error)) from error


class DayField(WhenField):
    """A day in words or ISO 8601; cleaned to a date, None when empty."""

    def clean(self, value: Any) -> date | None:  # type: ignore[override]  # a date, where the parent gives a span
        span = super().clean(value)
        if span is None:
            return None
        if span.first_day != span.last_day:
            raise ValidationError(_("Give the day too, as in 26 January 2024, or leave it empty."))
        return span.first_day


class MomentField(WhenField):
    """A moment to the minute, in words or ISO 8601, in UTC; cleaned to a datetime, None when empty."""

    def clean(self, value: Any) -> datetime | None:  # type: ignore[override]  # a moment, where the parent gives a span
        span = super().clean(value)
        if span is None:
            return None
        if span.precision != DatePrecision.MINUTE:
            raise ValidationError(_("Give the day and the time, as in 5 December 2026, 09:00."))
        return span.earliest


def say_day(day: date | None) -> str:
    """A day as a ``DayField`` reads it again, whatever the language of the page."""
    return day.isoformat() if day else ""


def words(**attributes: Any) -> forms.TextInput:
    """An input for words; the browser keeps no list of what was typed there."""
    return forms.TextInput({"autocomplete": "off", **attributes})


def names(datalist: str) -> forms.TextInput:
    """An input that suggests the names of a ``<datalist>``."""
    return words(list=datalist, spellcheck="false")


def lines(rows: int = 3, **attributes: Any) -> forms.Textarea:
    """An input for more than a line."""
    return forms.Textarea({"rows": rows, **attributes})


def or_none(choices: type[TextChoices], empty: Any = "") -> list[Choice]:
    """The choices behind an empty first one."""
    return [("", empty), *choices.choices]


class JudgedByForm:
    """Asked for like a required field; what its absence means is said by the form, in a sentence of its own."""

    def validate(self, value: Any) -> None:
        if value not in EMPTY_VALUES:
            super().validate(value)  # type: ignore[misc]  # a field comes next in the order of resolution


class AskedFor(JudgedByForm, forms.CharField):
    """Words that the form judges."""


class Select(forms.ChoiceField):
    """One of a vocabulary, from a list."""

    def __init__(self, choices: type[TextChoices] | Sequence[Choice], **options: Any) -> None:
        super().__init__(choices=getattr(choices, "choices", choices), **options)


class KeyedRadios(forms.RadioSelect):
    """Radio buttons of which some are reached and chosen by a single key; sending them takes another."""

    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__()
        self.keys = keys

    def create_option(self, name: str, value: Any, *positional: Any, **options: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *positional, **options)
        key = self.keys.get(str(value))
        if key:
            option["attrs"] |= {"data-key": key, "aria-keyshortcuts": key}
        return option


class Radio(forms.ChoiceField):
    """One of a few, all of them in view."""

    def __init__(self, choices: type[TextChoices] | Sequence[Choice] = (), **options: Any) -> None:
        options.setdefault("widget", forms.RadioSelect)
        super().__init__(choices=getattr(choices, "choices", choices), **options)


class Pick(JudgedByForm, Radio):
    """One of a few, all of them in view, that the form judges."""


class YesNo(forms.TypedChoiceField):
    """Yes, no, or not decided yet: an open question is neither."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=[("", _("Not decided")), ("yes", _("Yes")), ("no", _("No"))],
            coerce=lambda answer: answer == "yes",
            empty_value=None,
            required=False,
            widget=forms.RadioSelect,
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)
