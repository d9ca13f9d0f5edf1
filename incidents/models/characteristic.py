"""One coded fact about an incident."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.choices import AttackType, CharacteristicKind, Outcome, Tactic, TargetType, WeaponType
from incidents.models.assertion import Assertion
from incidents.models.history import tracked


@tracked
class CharacteristicAssertion(models.Model):
    """A coded fact as a source gave it: ``value`` is a code of the vocabulary that ``kind`` names."""

    assertion = models.OneToOneField(Assertion, models.CASCADE, primary_key=True, related_name="characteristic")
    kind = models.CharField(_("what"), max_length=16, choices=CharacteristicKind)
    value = models.CharField(_("value"), max_length=60)
    detail = models.CharField(_("in the source's words"), max_length=300, blank=True)

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                name="characteristic_value_in_vocabulary",
                condition=(
                    (~Q(kind=CharacteristicKind.ATTACK_TYPE) | Q(value__in=AttackType.values))
                    & (~Q(kind=CharacteristicKind.WEAPON_TYPE) | Q(value__in=WeaponType.values))
                    & (~Q(kind=CharacteristicKind.TARGET_TYPE) | Q(value__in=TargetType.values))
                    & (~Q(kind=CharacteristicKind.TACTIC) | Q(value__in=Tactic.values))
                    & (~Q(kind=CharacteristicKind.OUTCOME) | Q(value__in=Outcome.values))
                ),
                violation_error_message=_("This value is not in the vocabulary."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"
