"""The claims of an incident, as an editor enters them."""

from collections.abc import Iterator
from typing import Final

from incidents.choices import (
    AttributionKind,
    CharacteristicKind,
    LocationMethod,
    Modality,
    Naming,
    Polarity,
    Population,
)
from incidents.management.demonstration.entries import Entry, citations
from incidents.management.demonstration.shelf import Shelf, point_of
from incidents.management.demonstration.words import day, figure
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    CharacteristicValue,
    Claim,
    LocationValue,
    Quote,
    TimeValue,
    Value,
)

CODED: Final = {
    "attack_types": CharacteristicKind.ATTACK_TYPE,
    "weapon_types": CharacteristicKind.WEAPON_TYPE,
    "target_types": CharacteristicKind.TARGET_TYPE,
    "tactics": CharacteristicKind.TACTIC,
}

VOICE: Final = {
    AttributionKind.RESPONSIBILITY_CLAIM: Modality.ALLEGED,
    AttributionKind.DENIAL: Modality.ALLEGED,
    AttributionKind.ACCUSATION: Modality.ALLEGED,
    AttributionKind.COURT_FINDING: Modality.FACT,
    AttributionKind.INTELLIGENCE_ASSESSMENT: Modality.ASSESSED,
    AttributionKind.INVESTIGATIVE_ASSESSMENT: Modality.ASSESSED,
    AttributionKind.ANALYST_INFERENCE: Modality.ASSESSED,
}
"""In which voice each kind of attribution is recorded: nobody is named as a fact but by a court."""

LONGEST_WORDS: Final = 200


def claims(entry: Entry, shelf: Shelf) -> Iterator[Claim]:
    """Every claim that an entry makes but those about warnings, in the order of the form."""
    yield from _times(entry, shelf)
    yield from _places(entry, shelf)
    yield from _codes(entry, shelf)
    yield from (_casualty(one, shelf) for one in entry.get("casualties", []))
    yield from (_attribution(one, shelf) for one in entry.get("attributions", []))


def modality_of(quotes: tuple[Quote, ...]) -> Modality:
    """What only unnamed people say is alleged."""
    speakers = [quote.speaker for quote in quotes if quote.speaker]
    unnamed = bool(speakers) and all(speaker.naming == Naming.ANONYMOUS for speaker in speakers)
    return Modality.ALLEGED if unnamed else Modality.FACT


def _claim(value: Value, entry: Entry, shelf: Shelf, **changes: str) -> Claim:
    quotes = tuple(shelf.quote(one) for one in citations(entry))
    fields = {"modality": modality_of(quotes), "role": entry.get("standing", "recommended"), **changes}
    return Claim(value=value, citations=quotes, **fields)


def _times(entry: Entry, shelf: Shelf) -> Iterator[Claim]:
    for one in [entry["date"], *entry.get("also_dated", [])]:
        words = one["citation"].get("quote", "")[:LONGEST_WORDS]
        yield _claim(TimeValue(when=one["when"], timezone=one["timezone"], verbatim=words), one, shelf)


def _places(entry: Entry, shelf: Shelf) -> Iterator[Claim]:
    for number, one in enumerate([entry["place"], *entry.get("also_placed", [])]):
        value = LocationValue(
            place=shelf.place(one),
            precision=one["precision"],
            point=point_of(one["point"]) if "point" in one else None,
            method=one.get("method", LocationMethod.STATED),
            detail=one.get("neighbourhood", ""),
        )
        yield _claim(value, one, shelf, role="supporting" if number else "recommended")


def _codes(entry: Entry, shelf: Shelf) -> Iterator[Claim]:
    coded = {"citation": entry["coded_citation"]}
    for name, kind in CODED.items():
        for code in entry[name]:
            yield _claim(CharacteristicValue(characteristic=kind, code=code), coded, shelf)


def _casualty(one: Entry, shelf: Shelf) -> Claim:
    value = CasualtyValue(
        measure=one["measure"],
        verbatim=figure(one),
        population=one.get("population", Population.ALL),
        attackers_included=one.get("attackers_included", "unknown"),
        as_of=day(one.get("as_of")),
        scope=one.get("scope", ""),
    )
    return _claim(value, one, shelf)


def _attribution(one: Entry, shelf: Shelf) -> Claim:
    ground = AttributionKind(one["kind"])
    value = AttributionValue(
        actor=shelf.named(one["actor"]),
        ground=ground,
        role=one["role"],
        claim_channel=one.get("channel", ""),
        confidence_words=one.get("confidence_words", ""),
    )
    polarity = Polarity.DENIED if ground == AttributionKind.DENIAL else Polarity.AFFIRMED
    return _claim(value, one, shelf, modality=VOICE[ground], polarity=polarity)
