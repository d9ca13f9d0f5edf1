"""The typed values of claims, one form a kind."""

from typing import Final

from incidents.choices import AssertionKind
from incidents.desk.forms.claims.attribution import AttributionForm
from incidents.desk.forms.claims.casualty import CasualtyForm
from incidents.desk.forms.claims.characteristic import CharacteristicForm, OneCharacteristicForm
from incidents.desk.forms.claims.location import LocationForm
from incidents.desk.forms.claims.time import TimeForm
from incidents.desk.forms.claims.value_form import ValueForm
from incidents.desk.forms.claims.warning import WarningForm

FORMS: Final[dict[AssertionKind, type[ValueForm]]] = {
    form.kind: form for form in (CasualtyForm, AttributionForm, LocationForm, TimeForm, CharacteristicForm, WarningForm)
}
"""The form for a new claim of each kind."""

__all__ = [
    "FORMS",
    "AttributionForm",
    "CasualtyForm",
    "CharacteristicForm",
    "LocationForm",
    "OneCharacteristicForm",
    "TimeForm",
    "ValueForm",
    "WarningForm",
]
