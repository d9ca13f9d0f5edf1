"""The public definitions of the states in which the question "who did it" can stand."""

from typing import Final

from django.utils.translation import gettext_lazy

from incidents.choices import AttributionState

STATES: Final = {
    AttributionState.UNCLAIMED: gettext_lazy(
        "Nobody has claimed it and no assessment names anybody. An accusation or an inference alone changes nothing."
    ),
    AttributionState.CLAIMED: gettext_lazy("Somebody says that it was they; no assessment names anybody."),
    AttributionState.ATTRIBUTED: gettext_lazy("An investigation or an intelligence service names somebody."),
    AttributionState.CONTESTED: gettext_lazy(
        "Those named are not one organisation with its branches, or one of them denies it."
    ),
    AttributionState.ADJUDICATED: gettext_lazy("A court has found who did it."),
}
