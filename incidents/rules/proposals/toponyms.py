"""Names in a report that the gazetteer knows, and which of the entries of one name is meant.

A name is taken whole: of "Tal Marwan" neither word is looked for alone. Among entries of one name, that in a province
or country that the report speaks of comes first, then one that bears it as its main name, then a country, then the most
populous. An entry that bears it only as another name, in a country that the report does not speak of, is not meant.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from incidents.choices import PlaceKind
from incidents.rules.folding import fold
from incidents.rules.proposals.known import Known, PlaceName
from incidents.rules.proposals.sentences import Sentence

CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*"
_RUN: Final = re.compile(rf"{CAPITAL}(?: (?:(?:al|el|de|del|la|le|of|the|and|da|do|sur|an|bin)[ -]){{0,2}}{CAPITAL})*")
_PARTED: Final = re.compile(r"[’']s? | (?:of the|of|the|and) ")
_LED_TO: Final = re.compile(
    r"(?:In|At|Near|Outside|Inside|Off|Around|Across|From|To|Through|When|As|After|Before|But|And|While|Central|"
    r"Downtown) "
)
"""Words at the beginning of a sentence that lead to a name."""

_WIDER: Final = re.compile(
    r"\b(?:Gulf|Bay|Straits?|Sea|Cape|Lake|Republic|University|Bank|Battle|Treaty) of(?: the)? $"
)
"""What is named after a place and is another."""

_POSSESSIVE: Final = re.compile(r"[’']s?$")
_GENERIC: Final = re.compile(r" (?:Province|City|District|Region|County|State|Governorate|Department)$")
_AREA_AFTER: Final = re.compile(r"^(?:[’']s?)?,? (?:province|region|state|governorate|department|county)\b")
_NO_NAME: Final = re.compile(
    r"an?|and|at|but|by|east|for|from|gulf|he|her|his|in|its?|many|march|may|most|new|nice|north|no|of|old|one?|police|"
    r"port|roman|said|she|south|that|the|there|they|this|three|to|two|west|what|when|who|with"
)
"""Words that are as a rule no place where they stand alone with a capital."""

_PEOPLE_OF: Final[Mapping[str, str]] = {
    "british": "GB", "english": "GB", "french": "FR", "dutch": "NL", "spanish": "ES", "swiss": "CH", "greek": "GR",
    "danish": "DK", "polish": "PL", "swedish": "SE", "welsh": "GB", "scottish": "GB", "american": "US", "emirati": "AE",
    "filipino": "PH", "congolese": "CD", "burmese": "MM", "nigerien": "NE", "malian": "ML",
}  # fmt: skip
"""Adjectives that do not begin as their country's name does."""

_ADJECTIVE: Final = re.compile(r"\b[A-Z][a-z]+(?:an|ian|ish|ese|i|er|ch)\b")
_STEM: Final = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a sentence that the gazetteer knows, and every entry that may be meant, the likeliest first."""

    sentence: Sentence
    start: int
    end: int
    entries: Sequence[PlaceName]

    @property
    def best(self) -> PlaceName:
        """The likeliest of the entries."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What the report speaks of: codes of countries, folded names."""

    countries: frozenset[str]
    names: frozenset[str]


def mentions_in(sentences: Sequence[Sentence], known: Known) -> list[Mention]:
    """Every name of a place in a report."""
    runs = [(one, run.start(), run[0]) for one in sentences for run in _RUN.finditer(one.text)]
    wanted = {fold(name) for _one, _start, words in runs for _at, name in _names_in(words)} - {""}
    held = known.places(wanted)
    spoken = _Spoken(_countries(sentences, wanted, known), frozenset(wanted))
    found = []
    for one, start, words in runs:
        for at, name in _longest(words, held):
            end = start + at + len(name)
            area = _AREA_AFTER.match(one.text[end:]) is not None
            entries = _meant(held[fold(name)], fold(name), spoken, area=area)
            if entries:
                found.append(Mention(one, start + at, end, entries))
    return found


def _names_in(words: str) -> Iterator[tuple[int, str]]:
    """What of a run of capitalised words may be one name, with its offset, the longest first."""
    yield from _named(0, words)
    if led := _LED_TO.match(words):
        yield from _named(led.end(), words[led.end() :])
    parts = [0, *(gap.end() for gap in _PARTED.finditer(words))]
    ends = [*(gap.start() for gap in _PARTED.finditer(words)), len(words)]
    if len(parts) > 1:
        for start, end in zip(parts, ends, strict=True):
            if _WIDER.search(words[:start]):
                continue
            yield from _named(start, words[start:end])


def _named(start: int, words: str) -> Iterator[tuple[int, str]]:
    plain = _POSSESSIVE.sub("", words)
    yield start, plain
    if generic := _GENERIC.search(plain):
        yield start, plain[: generic.start()]


def _longest(words: str, held: Mapping[str, Sequence[PlaceName]]) -> Iterator[tuple[int, str]]:
    taken: list[tuple[int, int]] = []
    for start, name in _names_in(words):
        end = start + len(name)
        fits = not _NO_NAME.fullmatch(fold(name)) and all(end <= first or last <= start for first, last in taken)
        if fits and held.get(fold(name)):
            taken.append((start, end))
            yield start, name


def _countries(sentences: Sequence[Sentence], wanted: set[str], known: Known) -> frozenset[str]:
    """The countries that a report names, or whose adjective it uses."""
    by_name = {fold(name): code for name, code in known.countries.items()}
    found = {code for name, code in by_name.items() if name in wanted}
    for word in {fold(match[0]) for one in sentences for match in _ADJECTIVE.finditer(one.text)}:
        if word in _PEOPLE_OF:
            found.add(_PEOPLE_OF[word])
        else:
            found |= {code for name, code in by_name.items() if _is_adjective(word, name)}
    return frozenset(found)


def _is_adjective(word: str, country: str) -> bool:
    """Whether a word ("Syrian") is made of a country's name: nearly all of the name is its beginning."""
    stem = country[: max(_STEM, len(country) - 2)]
    return " " not in country and len(country) > _STEM and word.startswith(stem) and word != country


def _meant(entries: Sequence[PlaceName], name: str, spoken: _Spoken, *, area: bool) -> list[PlaceName]:
    """The entries that may be meant, the likeliest first."""

    def own(one: PlaceName) -> bool:
        return fold(one.name) == name

    def nearby(one: PlaceName) -> bool:
        in_province = one.kind != PlaceKind.PROVINCE and fold(one.province) in spoken.names - {name}
        return one.country_code in spoken.countries or in_province

    def rank(one: PlaceName) -> tuple[bool, bool, bool, bool, bool, int]:
        return (
            area == (one.kind in {PlaceKind.PROVINCE, PlaceKind.DISTRICT}) if area else True,
            one.kind != PlaceKind.PROVINCE and fold(one.province) in spoken.names - {name},
            one.kind == PlaceKind.COUNTRY and own(one),
            one.country_code in spoken.countries,
            own(one),
            one.population,
        )

    return sorted((one for one in entries if own(one) or nearby(one)), key=rank, reverse=True)
