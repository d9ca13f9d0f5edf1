"""How many, in the source's words."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from incidents.choices import AssertionKind, CasualtyMeasure, Population, YesNoUnknown
from incidents.desk.forms.claims.value_form import ValueForm
from incidents.desk.forms.fields import DayField, Select, say_day, words
from incidents.models import Assertion
from incidents.rules.quantities import read_quantity
from incidents.services.inputs import CasualtyValue


class CasualtyForm(ValueForm):
    """One figure: the words are kept, the bounds follow from them by a named rule."""

    kind = AssertionKind.CASUALTY

    verbatim = forms.CharField(
        label=_("How many, in the source's words"),
        max_length=200,
        help_text=_("Such as “nearly 100”, “scores”, “at least 84” or “91”."),
        widget=words(**{"data-echo": "verbatim-echo"}),
    )
    measure = Select(CasualtyMeasure, label=_("What was counted"), initial=CasualtyMeasure.KILLED)
    population = Select(Population, label=_("Who was counted"), initial=Population.ALL)
    attackers_included = Select(YesNoUnknown, label=_("Attackers included"), initial=YesNoUnknown.UNKNOWN)
    as_of = DayField(label=_("Figure as of"), help_text=_("As in 4 January 2024."))
    scope = forms.CharField(
        label=_("What it covers"),
        max_length=200,
        required=False,
        help_text=_("Where it is not the whole: “first blast only”."),
        widget=words(),
    )

    def clean_verbatim(self) -> str:
        """Words that say no number cannot stand for a figure."""
        text: str = self.cleaned_data["verbatim"]
        quantity = read_quantity(text)
        if quantity is None or quantity.quantifier is None:
            sentence = _now(
                "“%(words)s” has no figure that can be read. Give the source's words, such as “nearly 100” or “84”."
            )
            raise forms.ValidationError(sentence % {"words": text})
        return text

    @classmethod
    def initial_of(cls, assertion: Assertion) -> dict[str, Any]:
        estimate = assertion.casualty
        kept = {name: getattr(estimate, name) for name in cls.base_fields}
        return kept | {"as_of": say_day(estimate.as_of)}

    def value(self) -> CasualtyValue:
        """The figure as the service takes it."""
        return CasualtyValue(**self.cleaned_data)

    @property
    def echo(self) -> str:
        return echo_quantity(self.typed("verbatim"))

    @property
    def more_opened(self) -> bool:
        """Whether the rarely used fields must stand open."""
        return bool(self.typed("as_of") or self.typed("scope")) or self.has_errors_in("as_of", "scope")


def echo_quantity(text: str) -> str:
    """What the rules make of words about how many, in a sentence."""
    if not text:
        return ""
    quantity = read_quantity(text)
    if quantity is None or quantity.quantifier is None:
        return _now("Not read as a figure yet.")
    bounds = _now("Low %(low)s, best %(best)s, high %(high)s.") % {
        "low": _or_none(quantity.low),
        "best": _or_none(quantity.best),
        "high": _or_none(quantity.high),
    }
    return f"{bounds} {quantity.explanation}"


def _or_none(bound: int | None) -> str:
    return _now("not given") if bound is None else str(bound)
