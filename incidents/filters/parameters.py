"""How one parameter of a query is read and what it keeps."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, ClassVar, Final

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters.fields import BaseCSVField, IsoDateTimeField

from incidents.models.record import Release
from incidents.querysets.record import PublishedIncidentQuerySet
from incidents.rules.dates import DateNotUnderstoodError, read_date
from incidents.rules.moments import DAY, end_of_day

LONGEST_DAY: Final = 60
"""Characters of a day in words."""

NOTHING_BETWEEN: Final = _("Put something before and after each comma.")

YES: Final = "true"
YES_OR_NO: Final = ((YES, _("Yes")), ("false", _("No")))


def values_in(texts: Iterable[str]) -> list[str]:
    """Every value between the commas of some texts, once each, in order. A text that is empty as a whole has none."""
    return sorted({part.strip() for text in texts if text.strip() for part in text.split(",")})


class ManyWidget(django_filters.widgets.BaseCSVWidget):
    """Several values with commas between them, in one parameter or, as a form sends them, in one for each."""

    def value_from_datadict(self, data: QueryDict, _files: object, name: str) -> list[str] | None:
        """Return every value given, once each, in order."""
        return values_in(data.getlist(name)) or None


class ManyField(BaseCSVField):
    """What stands between the commas: something, in each place."""

    def clean(self, value: Any) -> Any:
        """Return the values, each understood."""
        if value and "" in value:
            raise ValidationError(NOTHING_BETWEEN)
        return super().clean(value)


class WholeNumberFilter(django_filters.NumberFilter):
    """How many of something: there is no half of one."""

    field_class = forms.IntegerField


class Facet(django_filters.Filter):
    """A filter whose values can be counted: each is a value of a column, ``field_name``."""

    many = False
    """Whether the column is an array, so that a row can have several values."""

    def condition(self, value: Any) -> Q:
        """What a row meets that has one of the values, as a condition that can also be counted by."""
        lookup = "overlap" if self.many else "in"
        return Q(**{f"{self.field_name}__{lookup}": value})

    def filter(self, qs: PublishedIncidentQuerySet, value: Any) -> PublishedIncidentQuerySet:
        """Keep the rows that have one of the values."""
        return qs.filter(self.condition(value)) if value not in (None, "", []) else qs


class OneOfFilter(Facet, django_filters.BaseInFilter, django_filters.ChoiceFilter):
    """Codes, with commas between them: any of them is enough. ``field_name`` is a plain column."""

    base_field_class = ManyField

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, widget=ManyWidget, **options)


class CodesFilter(OneOfFilter):
    """The same of an array column."""

    many = True


class WordsFilter(Facet, django_filters.BaseInFilter, django_filters.CharFilter):
    """Free words, with commas between them: any of them is enough. ``field_name`` is a plain column."""

    base_field_class = ManyField

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, widget=ManyWidget, **options)


class TagsFilter(WordsFilter):
    """The same of an array column."""

    many = True


class YesNoFilter(Facet, django_filters.TypedChoiceFilter):
    """True or false. ``field_name`` is a boolean column."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, choices=YES_OR_NO, coerce=YES.__eq__, **options)

    def condition(self, value: Any) -> Q:
        """What a row meets whose value this is."""
        return Q(**{str(self.field_name): value})


class DayField(forms.Field):
    """A day in any spelling that the desk reads too: ISO 8601, "3 January 2024", "13 Dey 1402", a month or a year."""

    def __init__(self, *, last: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.last = last

    def to_python(self, value: Any) -> date | None:
        """The first day of what is written, or its last."""
        text = str(value or "").strip()
        if not text:
            return None
        if len(text) > LONGEST_DAY:
            raise ValidationError(_("Write a day, a month or a year, such as 3 January 2024."))
        try:
            span = read_date(text, timezone="UTC")
        except DateNotUnderstoodError as error:
            raise ValidationError(str(error)) from error
        return (span.latest if self.last else span.earliest).date()


class DayFilter(django_filters.Filter):
    """A day on the calendar of the place."""

    field_class = DayField


class MomentField(IsoDateTimeField):
    """A moment in ISO 8601; a day alone stands for its end, UTC."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Give a day such as 2024-01-05, or a moment such as 2024-01-05T12:00Z.")
    }

    def to_python(self, value: Any) -> datetime | None:
        """Read a day or a moment."""
        moment: datetime | None = super().to_python(value)
        return end_of_day(moment.date()) if moment and DAY.fullmatch(str(value).strip()) else moment


class MomentFilter(django_filters.IsoDateTimeFilter):
    """A moment of record time."""

    field_class = MomentField


class ReleaseField(forms.CharField):
    """The tag of a release, which stands for its cut-off."""

    def clean(self, value: Any) -> datetime | None:
        """The moment that a tag stands for.

        Raises:
            ValidationError: there is no such release; it names those that there are.
        """
        tag = super().clean(value)
        if not tag:
            return None
        known = dict(Release.objects.public().values_list("tag", "cut_off"))
        if tag not in known:
            words = {"tag": tag, "tags": ", ".join(known)}
            told = _("There is no release %(tag)s. There are: %(tags)s.") if known else _("Nothing was released yet.")
            raise ValidationError(told, params=words)
        return known[tag]


class ReleaseFilter(django_filters.CharFilter):
    """A state of the record that was released."""

    field_class = ReleaseField
