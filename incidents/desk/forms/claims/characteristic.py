"""What kind of attack it was: coded facts, several at once under one citation."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.choices import (
    CODES,
    AssertionKind,
    AttackType,
    CharacteristicKind,
    Outcome,
    Tactic,
    TargetType,
    WeaponType,
)
from incidents.desk.forms.claims.value_form import ValueForm
from incidents.desk.forms.fields import Select, or_none, words
from incidents.models import Assertion
from incidents.services.inputs import CharacteristicValue

FREE_WORDS: Final = tuple(kind.value for kind in CharacteristicKind if kind.value not in CODES)


def several(label: Any, choices: Any) -> forms.MultipleChoiceField:
    """Any number of codes of a vocabulary."""
    return forms.MultipleChoiceField(
        label=label, choices=choices.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


def free(label: Any, hint: Any = "") -> forms.CharField:
    """A fact in free words, where there is no vocabulary."""
    return forms.CharField(label=label, max_length=60, required=False, help_text=hint, widget=words())


class CharacteristicForm(ValueForm):
    """Each code ticked becomes a claim of its own, all with the same citation."""

    kind = AssertionKind.CHARACTERISTIC

    attack_type = several(_("Attack type"), AttackType)
    weapon_type = several(_("Weapon type"), WeaponType)
    tactic = several(_("Tactic"), Tactic)
    target_type = several(_("Target type"), TargetType)
    outcome = Select(or_none(Outcome, _("Not said")), label=_("Outcome"), required=False)
    weapon_subtype = free(_("Weapon, more closely"), _("Such as “explosive vest”."))
    target_subtype = free(_("Target, more closely"), _("Such as “memorial ceremony”."))
    attacker_count = free(_("Number of attackers"))
    property_damage = free(_("Property damage"))
    ransom = free(_("Ransom"))
    detail = forms.CharField(
        label=_("In the source's words"),
        max_length=300,
        required=False,
        help_text=_("Such as “two suicide bombings”."),
        widget=words(),
    )

    renamed = {"value": "attack_type"}

    def stated(self) -> list[tuple[str, str]]:
        """Each fact that was given, as (kind, code)."""
        facts: list[tuple[str, str]] = []
        for kind in CharacteristicKind.values:
            given = self.cleaned_data.get(kind) or []
            facts += [(kind, code) for code in ([given] if isinstance(given, str) else given)]
        return facts

    def clean(self) -> None:
        super().clean()
        if not self.stated():
            self.add_error("attack_type", _("Tick at least one fact, or fill in one of the others."))

    def values(self) -> list[CharacteristicValue]:
        """The facts as the service takes them."""
        return [
            CharacteristicValue(characteristic=kind, code=code, detail=self.text("detail"))
            for kind, code in self.stated()
        ]

    @property
    def more_opened(self) -> bool:
        """Whether the rarely used fields must stand open."""
        return any(self.typed(name) for name in FREE_WORDS) or self.has_errors_in(*FREE_WORDS)


class OneCharacteristicForm(ValueForm):
    """One fact on record: another code of the same vocabulary, or other words."""

    kind = AssertionKind.CHARACTERISTIC

    code = forms.CharField(label=_("Value"), max_length=60, widget=words())
    detail = forms.CharField(label=_("In the source's words"), max_length=300, required=False, widget=words())

    renamed = {"value": "code"}

    def restrict(self, characteristic: str) -> None:
        """Ask for a value of this kind."""
        self.characteristic = characteristic
        self.fields["code"].label = CharacteristicKind(characteristic).label
        if vocabulary := CODES.get(characteristic):
            self.fields["code"] = Select(vocabulary, label=CharacteristicKind(characteristic).label)

    @classmethod
    def initial_of(cls, assertion: Assertion) -> dict[str, Any]:
        return {"code": assertion.characteristic.value, "detail": assertion.characteristic.detail}

    def value(self) -> CharacteristicValue:
        """The fact as the service takes it."""
        return CharacteristicValue(
            characteristic=self.characteristic, code=self.text("code"), detail=self.text("detail")
        )
