"""Which sentences tell of another event than the report's own: they say so, give another day, or stand under a heading.

A heading such as "BACKGROUND" or "ELSEWHERE:" sets apart whatever follows it, whoever is quoted there included.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from incidents.rules.proposals.dated import Dated, dates_in
from incidents.rules.proposals.events import speaks_of_another, speaks_of_attack, without_asides
from incidents.rules.proposals.proposal import Report
from incidents.rules.proposals.sentences import Sentence
from incidents.rules.proposals.times import day_of_event, is_other_day

_HEADING: Final = re.compile(
    r"^(?:[*#•-] ?)?(?:(?:BACKGROUND(?:ER)?|ELSEWHERE|CONTEXT|HISTORY|TIMELINE|CHRONOLOGY|RELATED|(?:RECENT|PREVIOUS|"
    r"PAST|"
    r"EARLIER|OTHER) (?:ATTACKS?|INCIDENTS?|VIOLENCE|DEVELOPMENTS?|EVENTS?)|IN OTHER (?:VIOLENCE|INCIDENTS|ATTACKS|"
    r"DEVELOPMENTS|NEWS)|ALSO (?:ON \w+DAY|TODAY|OVERNIGHT))\b|(?:Background|Elsewhere|Context|History|Timeline|"
    r"Chronology|"
    r"(?:Recent|Previous|Other|Past|Earlier) (?:attacks|incidents|violence)|In other (?:violence|incidents|"
    r"developments)) ?[-:–—])",
)
_OWN_STORY: Final = re.compile(r"^(?:CORRECTION|UPDATE|EDITOR|NOTE|REACTION|LATEST|INVESTIGATION|VICTIMS|CLAIM)\b")
"""A heading after which the report speaks of its own event again."""

_YEAR: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Oo]f|[Aa]n?|[Tt]he|[Bb]ack in|(?:early|mid|late)[- ])(?: \w+)? ?(?P<year>(?:19|"
    r"20)\d\d)\b"
)
_IN_A_YEAR: Final = re.compile(r"^\W{0,2}(?:Back )?In (?:\w+ )?(?P<year>(?:19|20)\d\d)\b")
_RELATIVE: Final = re.compile(r"(?<=\w) (?:who|which|that|whose|where)\b.*")
_HARM: Final = re.compile(
    r"\b(?:dead|deaths?|died|dies|lives|injur\w+|wounded|sicken\w+|abducted|victims|perished|casualties|affected)\b",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"(?<!^In \d{4})[,;:–—] ")
_HAD_THEN: Final = re.compile(
    r"^(?:\W*)(?:On|In|Last|Earlier|Early|Late|The (?:previous|week|day|month)|A (?:week|month|day|fortnight)|"
    r"\w+ (?:days|weeks))\b"
    r"[^.;]{0,160}?\bhad (?:also )?(?:been )?[a-z]+(?:ed|t|n|g|d|k)\b"
)
_GOES_ON: Final = re.compile(
    r"\bat the time\b|\bth(?:at|ose) (?:attacks?|time|year|occasion|case|raid|bombing|blast|killings?)\b|^(?:Nobody|"
    r"No one|No-one|None|No \w+) "
    r"(?:was|were|has|had|ever)\b|^(?:It|They|He|She|Its|Those) (?:killed|left|claimed|was never|were never|"
    r"has never|report)\b"
)
"""What goes on about the other event of the sentence before, in one paragraph."""
_APART: Final = 2
"""Days between an attack told of in the pluperfect and the report's own that make it another one."""


@dataclass(frozen=True, slots=True)
class Asides:
    """Texts of sentences on other events, and of those under a heading, whose speakers are of the other event too."""

    sentences: frozenset[str]
    sections: frozenset[str]


def asides_of(report: Report, sentences: Sequence[Sentence]) -> Asides:
    """The sentences that are not of the report's own event."""
    sections = _under_headings(sentences)
    dated = [
        (one, found)
        for one in sentences
        if one.text not in sections
        for found in dates_in(one, report)
        if found.of_attack
    ]
    day = day_of_event(dated)
    year = day.year if day else report.published_on.year if report.published_on else None
    apart = {
        one.text
        for one in sentences
        if speaks_of_another(one.text) or _is_of_other_day(one, dated, day) or _of_other_year(one.text, year)
    }
    apart |= {
        one.text
        for before, one in pairwise(sentences)
        if before.text in apart and _GOES_ON.search(one.text) and one.start - before.start - len(before.text) <= 1
    }
    return Asides(frozenset(apart), frozenset(sections))


def _under_headings(sentences: Sequence[Sentence]) -> set[str]:
    found: set[str] = set()
    within = False
    for one in sentences:
        if _HEADING.match(one.text):
            within = one.number > 0
        elif _OWN_STORY.match(one.text):
            within = False
        if within:
            found.add(one.text)
    return found


def _is_of_other_day(sentence: Sentence, dated: list[tuple[Sentence, Dated]], day: date | None) -> bool:
    """Whether every date of an attack in a sentence is of another event than the report's own."""
    own = [found for one, found in dated if one is sentence]
    if day is None or not own:
        return False
    had = _HAD_THEN.match(sentence.text) is not None
    return all(is_other_day(one.span, day) or (had and (day - one.span.last_day).days >= _APART) for one in own)


def _of_other_year(text: str, year: int | None) -> bool:
    """Whether a clause with an attack or its victims gives an earlier year."""
    begun = _IN_A_YEAR.match(text)
    if begun and year and int(begun["year"]) < year:
        return True
    clauses = (_RELATIVE.sub("", part) for part in _PARTS.split(without_asides(text)))
    parts = (part for part in clauses if year and (speaks_of_attack(part) or _HARM.search(part)))
    return any(int(match["year"]) < (year or 0) for part in parts for match in _YEAR.finditer(part))
