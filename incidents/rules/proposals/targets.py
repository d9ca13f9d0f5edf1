"""Whom or what an attack was aimed at: the words of ``lexicon.targets`` where the clause leads to them.

A report has one target as a rule, and names its surroundings too: what the attack is said to have been aimed at comes
first, in the order of the text; a second is proposed only where the same sentence names both. Streets and crowds count
where nothing else does, and where no clause leads to a target, the first one that a sentence on the attack names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from incidents.choices import Outcome, TargetType
from incidents.rules.proposals.events import (
    ATTACK_NOUN,
    ATTACK_VERB,
    in_aside_on_another,
    is_supposed,
    speaks_of_another,
    speaks_of_attack,
)
from incidents.rules.proposals.lexicon import OUTCOMES, SURROUNDINGS, TARGETS, compiled
from incidents.rules.proposals.sentences import Sentence

_FOILED: Final = compiled(dict(OUTCOMES)[Outcome.FOILED])
_TARGETS: Final = tuple((code.value, compiled(words)) for code, words in TARGETS)
_SURROUNDINGS: Final = (TargetType.PRIVATE_CITIZENS.value, compiled(SURROUNDINGS))
_AIMED: Final = re.compile(
    rf"\b(?:{ATTACK_VERB}|{ATTACK_NOUN}|bombed|bomb|rammed|stopped|boarded|entered|broke into|burst into|planted|"
    rf"left|addressed to|"
    rf"hidden|placed|attached|strapped|fixed|set fire to|poisoned|cut|severed|toppled|felled|brought down|damaged|"
    rf"destroyed|threw|thrown|drove|driven|ploughed|(?:plot|planned|plotted) to \w+)\b"
    r"(?:(?! but | that | when | who | while )[^.;:,]){0,40}?(?:\b(?:on|at|against|in|inside|outside|of|into|over|"
    r"under|beneath|beside|by|from|through|near|targeting|hit|hits|struck|aboard|"
    r"stormed|during|to)\b(?! \d))?(?: (?:an?|the|his|her|their|its|two|three|several))?(?: [\w’'-]+){0,3}? ?$",
    re.IGNORECASE,
)
_CLAIMED: Final = re.compile(
    r"\b(?:claim(?:ed|s)?(?! (?:the lives|[\w-]+ lives))|responsibility|in a (?:message|statement|recording|"
    r"call))\b(?:(?!kill|wound|struck|"
    r"hit\b|attack|bomb|sabot|raid|assault|blast|shoot|arson|murder|explosion).){0,60}$",
    re.IGNORECASE,
)
_DONE: Final = (
    r"attacked|hit|ambushed|struck|under fire|under attack|bombed|targeted|stopped|torched|stormed|raided|overrun|"
    r"blown up|hijacked|seized|set (?:alight|ablaze|on fire)|burned|burnt|destroyed|damaged|shot(?: dead)?|killed|"
    r"abducted|kidnapped|taken hostage|toppled|felled|brought down|cut|severed|sabotaged|poisoned|gunned down|"
    r"murdered|assassinated|stabbed|besieged|shelled|firebombed|snatched|led away|rammed"
)
_SUFFERED: Final = re.compile(
    rf"^(?: [\w’'-]+){{0,6}}?,? (?:(?:was|were|came|had been|has been|have been|being)(?: \w+ly)? (?:{_DONE})|"
    rf"(?:{_DONE}) (?:by|in|near|on|at|outside|as|after|when)\b)",
    re.IGNORECASE,
)
_SPEAKS: Final = re.compile(
    r"^(?:[’']s)?(?: (?:chief|spokes\w+|officials?|commander|commissioner|sources?|official|director|service|"
    r"department|ministry|[A-Z][\w-]+))*,? "
    r"(?:sa(?:id|ys?)|t(?:old|ells?)|reported|confirmed|(?:had|have|has|are)(?! (?:been|dead|missing|among))|"
    r"were (?:able|called)|arrested|arrived|believe|suspect|blamed|opened|puts?|added|gives?|gave)\b"
)
_OF_THE_DEAD: Final = re.compile(
    r"\b(?:including|includ(?:ed?|es)|among (?:them|the dead)|as well as)(?: [\w-]+){0,2} $", re.IGNORECASE
)
_RESPONDED: Final = re.compile(
    r"\b(?:according to|by|told|to (?:an? |the )?(?:nearby |local |main )?|said|taken to|spokes\w+ for|"
    r"for)(?: (?:the|an?|local|nearby))?"
    r"(?: [\w-]+)? ?$",
    re.IGNORECASE,
)


_OF_NAME: Final = re.compile(
    r"(?:Port|Bridge|Fort|Market|Mine|Church|Temple|Bank|Camp|Bar|Station|Court|Farm|Hamlet) [A-Z][a-z]"
)
"""A word with a capital before another: a part of a place's name."""
_HOSPITAL: Final = re.compile(r"hospitals?$", re.IGNORECASE)
_STRUCK: Final = re.compile(
    r"\b(?:stormed|bombed|shelled|attacked|raided|hit|struck|torched|burst into|attacks? on|raids? on|outside|"
    r"gates? of|opened fire (?:in|at|on)|rammed) "
    r"(?:an? |the )?(?:[\w’-]+ ){0,2}$",
    re.IGNORECASE,
)
"""Before a hospital that is attacked; the wounded are taken to others."""
_LEAD: Final = 5
"""Sentences at the beginning of a report, headline included, that say what was attacked."""
_AT: Final = re.compile(
    (
        r"\b(?:in|inside|at|outside|on|into|of|near|aboard|through|to|against|supplies|supplying|"
        r"along)(?: (?:an?|the|his|her|their|its|two|three|several))?(?: [\w’'-]+){0,2}? ?$"
    ),
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"^(?: [A-ZÀ-Þ][\w’'-]+){1,4},? (?!was |were |had been |has been |died)[a-z]")
_OFFICE: Final = re.compile(
    (
        r"\b(?:mayor|governor|minister|judge|magistrate|prosecutor|senator|councillor|politician|prefect|deputy|"
        r"candidate|imam|bishop|priest|rabbi|teacher|editor|reporter)$"
    ),
    re.IGNORECASE,
)
"""An office before a name that does something: somebody who speaks."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A word for a target in a sentence, and whether the clause says that the attack was aimed at it."""

    sentence: Sentence
    code: str
    match: re.Match[str]
    aimed: bool


def targets_in(sentences: list[Sentence]) -> Iterator[tuple[Sentence, str, re.Match[str]]]:
    """The targets of the report's own event and, where a sentence speaks of another, those of that."""
    own: list[_Candidate] = []
    for sentence in sentences:
        found = _candidates(sentence, _TARGETS)
        if speaks_of_another(sentence.text):
            yield from ((sentence, one.code, one.match) for one in found if one.aimed)
        else:
            own += found
    aimed = _without_shorter([one for one in own if one.aimed])
    rest = [one for sentence in sentences for one in _candidates(sentence, (_SURROUNDINGS,)) if one.aimed]
    for one in _first(aimed) or _first(rest) or _first(own) or _first(_led_to(sentences)):
        yield one.sentence, one.code, one.match


def _without_shorter(aimed: list[_Candidate]) -> list[_Candidate]:
    """Without what a later sentence calls by more words: a school that is a police training school."""
    return [
        one
        for one in aimed
        if not any(
            other.code != one.code
            and other.sentence.number > one.sentence.number
            and f" {one.match[0].lower()} " in f" {other.match[0].lower()} "
            for other in aimed
        )
    ]


def _led_to(sentences: list[Sentence]) -> list[_Candidate]:
    """What the first sentences say that something happened at, in or to, whatever the verb."""
    lead = [one for one in sentences[:_LEAD] if not speaks_of_another(one.text)]
    return [
        one
        for sentence in lead
        for one in _candidates(sentence, _TARGETS, any_verb=True)
        if _AT.search(sentence.text[: one.match.start()])
    ]


def _first(found: list[_Candidate]) -> list[_Candidate]:
    """The first, every other mention of its kind, and one of another kind that its sentence names beside it."""
    if not found:
        return []
    first = found[0]
    beside = [one for one in found if one.sentence is first.sentence and one.code != first.code and _joined(first, one)]
    return [one for one in found if one.code in {first.code, *(each.code for each in beside[:1])}]


def _joined(first: _Candidate, other: _Candidate) -> bool:
    between = first.sentence.text[first.match.end() : other.match.start()]
    return re.fullmatch(r"(?:[^.;]*,)?(?: [\w’'-]+){0,4}? and (?:on |in |at )?(?:[\w’'-]+ ){0,3}", between) is not None


def _candidates(
    sentence: Sentence, tables: tuple[tuple[str, re.Pattern[str]], ...], *, any_verb: bool = False
) -> list[_Candidate]:
    """What a sentence on an attack names that may be its target, in the order of the text."""
    text = sentence.text
    if not any_verb and not speaks_of_attack(text):
        return []
    taken: list[_Candidate] = []
    for code, pattern in tables:
        for match in pattern.finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            if (
                match[0].isupper()
                or _OF_NAME.match(text[match.start() :])
                or any(match.start() < one.match.end() and one.match.start() < match.end() for one in taken)
            ):
                continue
            aimed = _AIMED.search(before.replace("St. ", "St ")) is not None or _SUFFERED.match(after) is not None
            if _HOSPITAL.search(match[0]) and not (_SUFFERED.match(after) or _STRUCK.search(before)):
                continue
            if not _set_apart(text, match) and (aimed or not _RESPONDED.search(before)):
                taken.append(_Candidate(sentence, code, match, aimed))
    return sorted(taken, key=lambda one: one.match.start())


def _set_apart(text: str, match: re.Match[str]) -> bool:
    """Whether a word is of whoever speaks or died, of what may come, of a claim, or of another attack."""
    before, after = text[: match.start()], text[match.end() :]
    return bool(
        _SPEAKS.match(after)
        or (_OFFICE.search(match[0]) and _NAMED.match(after))
        or (is_supposed(before) and not _FOILED.search(text))
        or in_aside_on_another(text, match.start())
        or _CLAIMED.search(before)
        or _OF_THE_DEAD.search(before)
    )
