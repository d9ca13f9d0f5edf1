"""Key facts: each value followed by who says so; what nobody says is said to be unknown."""

from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from incidents.choices import (
    AssertionRole,
    AttributionKind,
    AttributionState,
    Polarity,
    ResolutionPolicy,
    Verification,
)
from incidents.presenting.citing import Evidence, Said
from incidents.presenting.definitions import STATES
from incidents.presenting.words import joined, lower_first, place_words
from incidents.rules.quantities import say_quantity

SHOWN: Final = 3
"""Voices named beside a fact; the claims below have them all."""


@dataclass(frozen=True, kw_only=True)
class FactValue:
    """One value of a fact: its words, what explains them, who says so, and in a word how sure we are."""

    text: str
    detail: str = ""
    native: str = ""
    said: tuple[Said, ...] = ()
    more: int = 0
    why: str = ""
    sure: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A question and its values; ``unknown`` is the sentence that stands where there is none."""

    term: str
    unknown: str
    more_url: str
    key: str = ""
    values: list[FactValue] = field(default_factory=list)


def key_facts(content: dict[str, Any], evidence: Evidence) -> list[Fact]:
    """What the page says first."""
    claims = [claim for claim in content["claims"] if claim["kind"] == "attribution"]
    denials = [claim for claim in claims if is_denial(claim)]
    accusations = [claim for claim in claims if is_accusation(claim)]
    return [
        _when(content["occurred"], evidence),
        _where(content["place"], evidence),
        _persons("killed", _("Killed"), content["killed"], evidence),
        _persons("wounded", _("Wounded"), content["wounded"], evidence),
        _state(content),
        _named(_("Attributed to"), [one for one in claims if names_somebody(one)], evidence),
        *([_named(_("Accused"), accusations, evidence)] if accusations else []),
        *([_named(_("Denied"), denials, evidence)] if denials else []),
        _coded("attack_types", _("Attack type"), content, evidence),
        _coded("weapon_types", _("Weapon"), content, evidence),
        _coded("target_types", _("Target"), content, evidence),
        *([_coded("tactics", _("How it was done"), content, evidence)] if content["tactics"] else []),
    ]


def _value(text: str, claims: list[str], evidence: Evidence, **words: str) -> FactValue:
    said = evidence.behind(claims)
    more = max(0, len(said) - SHOWN)
    return FactValue(text=text, said=tuple(said[:SHOWN]), more=more, sure=evidence.verdict(claims), **words)


def _when(occurred: dict[str, Any] | None, evidence: Evidence) -> Fact:
    fact = Fact(key="occurred", term=_("When"), unknown=_("No source gives a date."), more_url="#when")
    if occurred:
        detail = _("Time zone: %(zone)s") % {"zone": occurred["timezone"]} if occurred["timezone"] != "UTC" else ""
        fact.values.append(_value(occurred["text"], occurred["why"]["claims"], evidence, detail=detail))
    return fact


def _where(place: dict[str, Any] | None, evidence: Evidence) -> Fact:
    fact = Fact(key="place", term=_("Where"), unknown=_("No source gives a place."), more_url="#where")
    if place:
        words = {"detail": place["precision_text"], "native": place["native_name"]}
        text = place_words(place["name"], place["province_name"], place["country_name"] or place["country_code"])
        fact.values.append(_value(text, place["why"]["claims"], evidence, **words))
    return fact


def _persons(key: str, term: str, persons: dict[str, Any] | None, evidence: Evidence) -> Fact:
    fact = Fact(key=key, term=term, unknown=_("No source gives a figure."), more_url="#how-many")
    if persons:
        bounds = say_quantity(persons["low"], persons["best"], persons["high"])
        detail = "" if bounds == persons["text"] else _("Read as: %(bounds)s") % {"bounds": bounds}
        claims = persons["why"]["claims"]
        chosen = persons["why"]["policy"] == ResolutionPolicy.EDITORS_CHOICE
        why = persons["why"]["reason"] if chosen or len(claims) > 1 else ""
        fact.values.append(_value(persons["text"], claims, evidence, detail=detail, why=why))
    return fact


def _state(content: dict[str, Any]) -> Fact:
    """Where the question stands, with the public definition of that."""
    fact = Fact(key="attribution", term=_("Who did it"), unknown=_("Not decided."), more_url="#who-did-it")
    code = content["attribution"]["state"]
    if code in AttributionState.values:
        state = AttributionState(code)
        fact.values.append(FactValue(text=str(state.label), why=str(STATES[state])))
    return fact


def _named(term: str, claims: list[dict[str, Any]], evidence: Evidence) -> Fact:
    """Everybody named, always with the ground on which; a name never stands alone."""
    unknown = _("No claim of responsibility, assessment or finding names anybody.")
    fact = Fact(term=term, unknown=unknown, more_url="#who-did-it")
    grounds: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        grounds.setdefault((claim["value"]["actor_name"], ground_words(claim)), []).append(claim["id"])
    for (actor, ground), ids in grounds.items():
        fact.values.append(_value(actor, ids, evidence, detail=ground))
    return fact


def is_denial(claim: dict[str, Any]) -> bool:
    """Whether an attribution says that somebody did not do it: their own denial, or somebody else's word for it."""
    return claim["value"]["ground"] == AttributionKind.DENIAL or claim["polarity"] == Polarity.DENIED


def is_accusation(claim: dict[str, Any]) -> bool:
    """Whether somebody merely accuses somebody else: that is shown apart, never as an attribution."""
    return claim["value"]["ground"] == AttributionKind.ACCUSATION and not is_denial(claim)


def names_somebody(claim: dict[str, Any]) -> bool:
    """Whether an attribution is a claim of responsibility, an assessment or a finding that names somebody."""
    return not is_denial(claim) and not is_accusation(claim)


def stands(claim: dict[str, Any]) -> bool:
    """Whether a claim of any kind is neither taken back, nor replaced, nor refuted."""
    fallen = claim["verification"] in {Verification.WITHDRAWN, Verification.REFUTED}
    return not fallen and claim["role"] != AssertionRole.SUPERSEDED


def ground_words(claim: dict[str, Any]) -> str:
    """The ground on which an actor is named: "Responsibility claim", "Denial", "Court finding, denied"."""
    value = claim["value"]
    words = [value["ground_text"]]
    if value["role"] != "carried_out":
        words.append(lower_first(value["role_text"]))
    if claim["polarity"] == Polarity.DENIED and value["ground"] != AttributionKind.DENIAL:
        words.append(_("denied"))
    return ", ".join(words)


def _coded(key: str, term: str, content: dict[str, Any], evidence: Evidence) -> Fact:
    fact = Fact(key=key, term=term, unknown=_("No source says."), more_url="#how")
    codes = content[key]
    if codes:
        claims = sorted({claim for code in codes for claim in code["claims"]})
        fact.values.append(_value(_labels(codes), claims, evidence))
    return fact


def _labels(codes: list[dict[str, Any]]) -> str:
    """The labels as "Coordinated attacks and suicide attack"."""
    first, *others = [code["label"] for code in codes]
    return joined([first, *(lower_first(label) for label in others)])
