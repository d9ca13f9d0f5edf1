"""What a proposal proposes, in the words that the claim will say it in, and what else is recorded with it."""

from collections.abc import Callable
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from incidents.choices import (
    CODES,
    AttributionKind,
    CasualtyMeasure,
    CharacteristicKind,
    DerivationKind,
    PlacePrecision,
    Polarity,
    Population,
    ProposalKind,
)
from incidents.rules.countries import country_name
from incidents.rules.dates import read_date, say_span
from incidents.rules.proposals import Proposal
from incidents.rules.quantities import read_quantity, say_quantity


def in_words(one: Proposal, zone: str) -> str:
    """The value as the claim will say it; days are read in ``zone``."""
    if one.kind == ProposalKind.TIME:
        return say_span(read_date(str(one.value["edtf"]), timezone=zone))
    return _WORDS[one.kind](one.value)


def notes_on(one: Proposal, zone: str) -> list[str]:
    """What else is recorded with the value, or has to be known before it is accepted."""
    if one.kind == ProposalKind.TIME:
        return [f"“{one.value['verbatim']}”", _("read in the time zone %(zone)s") % {"zone": zone}]
    notes = _NOTES.get(one.kind)
    return notes(one.value) if notes else []


def _place(given: Any) -> str:
    return f"{given['name']}, {PlacePrecision(given['precision']).label.lower()}"


def _casualty(given: Any) -> str:
    whom = "" if given["population"] == Population.ALL else f" ({Population(given['population']).label.lower()})"
    return f"{given['verbatim']} {CasualtyMeasure(given['measure']).label.lower()}{whom}"


def _fact(given: Any) -> str:
    code = CODES[given["characteristic"]](given["code"]).label
    return f"{CharacteristicKind(given['characteristic']).label}: {str(code).lower()}"


def _attribution(given: Any) -> str:
    return _denied(given, f"{given['name']}: {AttributionKind(given['ground']).label.lower()}")


def _warning(given: Any) -> str:
    return _denied(given, _("A warning"))


def _derivation(given: Any) -> str:
    return f"{DerivationKind(given['kind']).label}: {given['outlet']}"


def _denied(given: Any, words: str) -> str:
    return _("Denied: %(claim)s") % {"claim": words} if given.get("polarity") == Polarity.DENIED else words


def _place_notes(given: Any) -> list[str]:
    others = int(given.get("others") or 0)
    doubt = ngettext("%(count)s other place has this name.", "%(count)s other places have this name.", others)
    return [country_name(str(given["country_code"])), *([doubt % {"count": others}] if others else [])]


def _casualty_notes(given: Any) -> list[str]:
    read = read_quantity(given["verbatim"])
    if read is None:
        return []
    bounds = say_quantity(read.low, read.best, read.high)
    return [_("Read as %(bounds)s.") % {"bounds": bounds} + f" {read.explanation}"]


def _fact_notes(given: Any) -> list[str]:
    return [f"“{given['detail']}”"] if given["detail"] else []


def _attribution_notes(given: Any) -> list[str]:
    if given["actor"] is not None:
        return []
    return [_("Nobody of this name is on record: it is recorded as a new organisation.")]


_WORDS: Final[dict[ProposalKind, Callable[[Any], str]]] = {
    ProposalKind.PLACE: _place,
    ProposalKind.CASUALTY: _casualty,
    ProposalKind.CHARACTERISTIC: _fact,
    ProposalKind.ATTRIBUTION: _attribution,
    ProposalKind.WARNING: _warning,
    ProposalKind.DERIVATION: _derivation,
}
_NOTES: Final[dict[ProposalKind, Callable[[Any], list[str]]]] = {
    ProposalKind.PLACE: _place_notes,
    ProposalKind.CASUALTY: _casualty_notes,
    ProposalKind.CHARACTERISTIC: _fact_notes,
    ProposalKind.ATTRIBUTION: _attribution_notes,
}
