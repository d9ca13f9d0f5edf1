"""The definitions that the record works by, read from the very tables that the software works by."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from incidents.choices import (
    AttributionKind,
    AttributionState,
    Confidence,
    Credibility,
    PlacePrecision,
    Reliability,
    Verification,
)
from incidents.presenting.claims import SENTENCES
from incidents.presenting.definitions import STATES
from incidents.rules.precision import default_uncertainty_m, takes_a_point
from incidents.rules.quantities import RULES


@dataclass(frozen=True, kw_only=True)
class Definition:
    """A term and what it means."""

    term: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A rule that turns words into bounds."""

    rule: str
    quantifier: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class MethodsPage:
    """Everything on the page that comes from a table."""

    states: list[Definition]
    grounds: list[str]
    precision: list[Definition]
    verification: list[Definition]
    reliability: list[str]
    credibility: list[str]
    confidence: list[str]
    readings: list[Reading]


def methods() -> MethodsPage:
    """The page."""
    return MethodsPage(
        states=[Definition(term=str(state.label), meaning=str(STATES[state])) for state in AttributionState],
        grounds=[str(kind.label) for kind in AttributionKind],
        precision=[Definition(term=str(one.label), meaning=drawn_words(one)) for one in PlacePrecision],
        verification=[Definition(term=str(one.label), meaning=str(SENTENCES[one])) for one in Verification],
        reliability=[str(grade.label) for grade in Reliability],
        credibility=[str(grade.label) for grade in Credibility],
        confidence=[str(level.label) for level in Confidence],
        readings=[
            Reading(
                rule=rule.id,
                quantifier=str(rule.quantifier.label) if rule.quantifier else _("no number"),
                meaning=str(rule.explanation),
            )
            for rule in RULES
        ],
    )


def drawn_words(precision: PlacePrecision) -> str:
    """What the map shows of a place of this class."""
    metres = default_uncertainty_m(precision)
    if precision is PlacePrecision.EXACT:
        return _("A shape at the place, rounded to a city block: about %(metres)s metres.") % {"metres": metres}
    if takes_a_point(precision) and metres:
        return _("A shape in a ring of at least %(metres)s metres.") % {"metres": f"{metres:,}"}
    if metres:
        return _(
            "A shape at the centre of the settlement, in a ring of at least %(metres)s metres: never a street."
        ) % {"metres": f"{metres:,}"}
    if precision is PlacePrecision.COUNTRY:
        return _("Nothing on the map. It is counted beside the map and stands in the list.")
    return _("A hatched area with a count, never a dot.")
