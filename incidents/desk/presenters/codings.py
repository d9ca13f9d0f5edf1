"""Second codings in words, and how far first and second coders agree."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from incidents.choices import AttackType, AttributionState, CodedField, TargetType, WeaponType
from incidents.models import SecondCoding
from incidents.rules.dates import read_date, say_span
from incidents.rules.quantities import say_quantity
from incidents.selectors.second_coding import CATEGORICAL, Agreement

CODES: Final[dict[str, type[TextChoices]]] = {
    CodedField.ATTACK_TYPES: AttackType,
    CodedField.WEAPON_TYPES: WeaponType,
    CodedField.TARGET_TYPES: TargetType,
}
HUNDRED: Final = 100


def coding_rows(codings: Iterable[SecondCoding], *, open_to: bool) -> list[dict[str, Any]]:
    """The second codings of an incident, each with its answers; without them for who may not see all its sources."""
    return [
        {
            "coder": one.coder.display_name,
            "asked_by": one.asked_by.display_name,
            "asked_at": one.asked_at,
            "done_at": one.done_at,
            "given_back_at": one.given_back_at,
            "withheld": not open_to,
            "answers": [
                {
                    "label": answer.get_field_display(),
                    "first": in_words(answer.field, answer.first),
                    "second": in_words(answer.field, answer.second),
                    "agrees": answer.agrees,
                }
                for answer in (one.answers.all() if open_to else ())
            ],
            "equal": sum(answer.agrees for answer in one.answers.all()),
            "number": len(one.fields),
        }
        for one in codings
    ]


def in_words(field: str, value: Any) -> str:
    """An answer as people read it, "" where it is unknown."""
    if value is None:
        return ""
    if field == CodedField.OCCURRED:
        return say_span(read_date(value, timezone="UTC"))
    if field == CodedField.PLACE:
        return str(value["name"])
    if field in CODES:
        return ", ".join(str(CODES[field](code).label) for code in value)
    if field == CodedField.ATTRIBUTION:
        return str(AttributionState(value).label)
    return say_quantity(*value)


def asked_rows(codings: Iterable[SecondCoding]) -> list[dict[str, Any]]:
    """What somebody is asked to code: nothing of the incident, its title neither."""
    return [
        {
            "url": reverse("desk:coding", kwargs={"uid": one.uid}),
            "fields": ", ".join(str(CodedField(name).label) for name in one.fields),
            "asked_by": one.asked_by.display_name,
            "asked_at": one.asked_at,
        }
        for one in codings
    ]


def agreement_rows(found: Iterable[Agreement]) -> list[dict[str, Any]]:
    """One line for each field that was coded twice."""
    return [
        {
            "label": one.field.label,
            "number": one.number,
            "equal": one.equal,
            "percent": _("%(number)s %%") % {"number": round(one.share * HUNDRED)} if one.share is not None else "",
            "kappa": _kappa(one),
        }
        for one in found
        if one.number
    ]


def _kappa(one: Agreement) -> str:
    if one.field not in CATEGORICAL:
        return _("no categories")
    return _("not defined") if one.kappa is None else str(number_format(one.kappa, decimal_pos=2))
