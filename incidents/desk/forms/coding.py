"""Second coding: what is asked of whom, and what the second coder makes of the sources."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from incidents.choices import AttackType, AttributionState, CodedField, TargetType, WeaponType
from incidents.desk.forms.claims.characteristic import several
from incidents.desk.forms.claims.location import NOT_IN_GAZETTEER, describe_place
from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import AskedFor, Pick, Radio, Select, WhenField, words
from incidents.models import Place
from incidents.rules.quantities import read_quantity
from incidents.selectors.second_coding import figure


class AskCodingForm(DeskForm):
    """Who is to code which fields."""

    coder = Select(
        (), label=_("Who codes it"), help_text=_("Somebody who wrote none of it. They do not see its values.")
    )
    fields_ = forms.MultipleChoiceField(
        label=_("Which fields"),
        choices=CodedField.choices,
        initial=CodedField.values,
        widget=forms.CheckboxSelectMultiple,
    )

    renamed = {"fields": "fields_"}

    def __init__(self, data: QueryDict | None = None, *, people: Sequence[User], **options: Any) -> None:
        super().__init__(data, **options)
        self.offered = {str(person.pk): person for person in people}
        named = [(pk, person.display_name) for pk, person in self.offered.items()]
        self.fields["coder"].choices = [("", _("Choose")), *named]  # type: ignore[attr-defined]


class HowManyField(forms.CharField):
    """A number in words; cleaned to its low, best and high, None when empty."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        quantity = read_quantity(text)
        if quantity is None or quantity.quantifier is None:
            sentence = _now("“%(words)s” has no figure that can be read. Give words such as “about 30” or “17”.")
            raise forms.ValidationError(sentence % {"words": text})
        return figure(quantity.low, quantity.best, quantity.high)


def how_many(label: Any) -> HowManyField:
    """A figure in the source's words."""
    hint = _("As the sources say, such as “about 30” or “17”. Empty: they do not say.")
    return HowManyField(label=label, max_length=200, required=False, help_text=hint, widget=words())


class CodingForm(DeskForm):
    """What the sources say, field by field; what is left empty is unknown."""

    occurred = WhenField(label=_("When it happened"), help_text=_("As in 26 May 2021. Empty: they do not say."))
    place_query = AskedFor(
        label=_("Where it happened"),
        required=False,
        max_length=200,
        help_text=_("The name of a place, then choose below. Empty: they do not say."),
        widget=words(type="search"),
    )
    place = Pick(label=_("Places found"), required=False, help_text=_("Choose one."))
    attack_types = several(_("Attack types"), AttackType)
    weapon_types = several(_("Weapon types"), WeaponType)
    target_types = several(_("Target types"), TargetType)
    killed = how_many(_("Killed"))
    wounded = how_many(_("Wounded"))
    attribution = Radio(AttributionState, label=_("Who did it: where the question stands"))

    def __init__(self, data: QueryDict | None = None, *, asked: Sequence[str], **options: Any) -> None:
        super().__init__(data, **options)
        self.asked, self.offered = asked, dict[str, Place]()
        kept = {*asked, "place_query"} if CodedField.PLACE in asked else set(asked)
        for name in set(self.fields) - kept:
            del self.fields[name]

    def offer(self, found: Sequence[Place]) -> None:
        """Put the places to choose from in the list."""
        self.offered = {str(place.pk): place for place in found}
        self.fields["place"].choices = [(pk, describe_place(place)) for pk, place in self.offered.items()]  # type: ignore[attr-defined]

    def clean(self) -> None:
        super().clean()
        if self.text("place_query") and not self.text("place") and "place" not in self.errors:
            self.add_error(
                *(
                    ("place", _("Choose one of the places found."))
                    if self.offered
                    else ("place_query", NOT_IN_GAZETTEER)
                )
            )

    def answers(self) -> dict[str, Any]:
        """The answers as the service takes them."""
        return {name: READ.get(name, _plain)(self, name) for name in self.asked}


def _plain(form: CodingForm, name: str) -> Any:
    return form.cleaned_data[name] or None


def _span(form: CodingForm, name: str) -> str | None:
    span = form.cleaned_data[name]
    return span.edtf if span else None


def _codes(form: CodingForm, name: str) -> list[str] | None:
    return sorted(form.cleaned_data[name]) or None


def _place(form: CodingForm, name: str) -> dict[str, Any] | None:
    place = form.offered.get(form.text(name))
    return {"place": place.pk, "name": place.name} if place else None


READ: Final[dict[str, Callable[[CodingForm, str], Any]]] = {
    CodedField.OCCURRED: _span,
    CodedField.PLACE: _place,
    CodedField.ATTACK_TYPES: _codes,
    CodedField.WEAPON_TYPES: _codes,
    CodedField.TARGET_TYPES: _codes,
}
