"""How many were killed, wounded, taken or are missing, in the words of the report.

Parts of the value: ``measure``, ``population``, ``verbatim`` (which ``read_quantity`` reads), ``low``, ``best``,
``high`` and ``as_of`` (the report's day, ISO 8601). One person told of without a number is written "one (a guard)".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from incidents.choices import CasualtyMeasure, Population, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.proposals.counting import NUMBER, PARTICIPLE, QUANTITY, SINGULAR, measure_of, population_of
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence
from incidents.rules.quantities import read_quantity

_STOPS: Final = (
    r"and|were|was|who|when|that|which|in|on|at|as|after|before|during|from|by|near|outside|with|while|"
    r"including|dead|to"
)
_WHO: Final = rf"(?P<who>(?: (?!(?:{_STOPS})\b)[\w'’-]+){{0,5}}?)"
_ONE: Final = rf"(?P<one>\b(?:an?|another|the|one|his|her|its|their) (?:(?!and\b|of\b)[\w'’-]+ ){{0,4}}?{SINGULAR}\b)"
_NOT_OF: Final = r"(?! of the (?:dead|victims|killed|wounded|injured)\b)"
_MANY: Final = rf"(?P<many>{QUANTITY}){_NOT_OF}{_WHO}"
_MANY_LAST: Final = rf"(?P<many>{QUANTITY})(?P<who>(?: (?!(?:{_STOPS})\b)[\w'’-]+){{0,5}})"
_ASIDE: Final = r"(?:,? (?:including|among them|most of them|all of them|mostly|some of them)[^.;:]{0,80}?,)?"
_BE: Final = r"(?:(?:who )?(?:were|was|are|is|have been|has been|had been|be|remain|remained)(?: \w+ly)?)"
_BE_ONE: Final = r"(?:(?:who )?(?:was|is|has been|had been|remains|remained)(?: \w+ly)?)"
_ADVERB: Final = r"(?: (?:also|later|either|since|still|now|confirmed|feared|reported|being|been|all))*"

_FORMS: Final[tuple[tuple[str, str], ...]] = (
    (
        "passive",
        (
            rf"{_MANY}(?: and (?!{NUMBER}\b)[a-z'’-]+)?{_ASIDE}(?: (?:who|"
            rf"that))?(?: {_BE})?{_ADVERB} (?P<what>{PARTICIPLE})(?! (?:{QUANTITY}|an?|the|people)\b)"
        ),
    ),
    ("passive-one", rf"{_ONE}(?: {_BE_ONE}){_ADVERB} (?P<what>{PARTICIPLE})"),
    (
        "active",
        (
            r"\b(?P<what>kill(?:ed|ing|s)?|wound(?:ed|ing|s)?|injur(?:ed|ing|es)|murder(?:ed|ing)|"
            r"shot dead|shooting dead|"
            r"claim(?:ed|ing|s) the lives of|abduct(?:ed|ing|s)|kidnapp?(?:ed|ing|s)|seiz(?:ed|ing|es)|"
            r"t(?:ook|aking|akes) hostage|h(?:eld|olding)(?: hostage)?)(?: (?:and|or) \w+ing)? "
            rf"(?:another )?(?:{_MANY_LAST}|{_ONE})"
        ),
    ),
    (
        "lives",
        (
            rf"\b(?:took|taken|cost|costing|taking|claim(?:ed|ing|"
            rf"s))(?: the lives of)? (?P<many>{QUANTITY})(?P<who>) (?P<what>lives)"
        ),
    ),
    ("left", rf"\b(?:left|leaving|leaves) {_MANY} (?P<what>dead|wounded|injured|hurt|missing)"),
    (
        "intransitive",
        (
            rf"(?:{_MANY}|{_ONE}){_ASIDE}(?: (?:who|have|has|had|also|later))* "
            r"(?P<what>died|perished|lost their lives|(?:suffered|sustained) (?:\w+ ){0,2}?(?:burns|injuries|wounds))"
        ),
    ),
    (
        "noun",
        (
            rf"(?P<many>{QUANTITY})(?P<who>(?: (?:other|more|people|civilian))?) (?P<what>dead|deaths|fatalities|"
            rf"bodies|graves|"
            r"wounded|injured|injuries|missing|hostages)\b"
        ),
    ),
    (
        "toll",
        (
            r"\b(?P<what>(?:death )?toll|number (?:of )?(?:the )?(?P<whose>[a-z]+ )?(?:the )?(?:dead|deaths|killed|"
            r"victims|wounded|injured|"
            r"missing|hostages|casualties)|(?:dead|death|fatality|injury) count)\b[^.;\d]{0,140}?"
            rf"(?:\bto|\bat|\bas|\breached|\bwas|\bis|\bhits|\bof|:) (?P<many>{QUANTITY})(?P<who>)"
        ),
    ),
    (
        "labelled",
        (
            r"(?:^|[;,*•-] ?)(?P<what>fatalities|deaths|dead|killed|injur(?:ies|ed)|wounded|missing|abducted|kidnapped|"
            rf"hostages|hospitali[sz]ed) ?[:=] ?(?P<many>{QUANTITY})(?P<who>)"
        ),
    ),
    (
        "lost",
        (
            r"\b(?:have|has|had) (?P<what>lost) "
            rf"(?P<many>{QUANTITY})(?P<who> (?:people|lives|men|women|children|soldiers|officers|colleagues|comrades))"
        ),
    ),
    (
        "crime-of",
        (
            r"\b(?P<what>murders?|killings?|deaths?|kidnapping|abduction) of "
            rf"(?P<many>{QUANTITY})(?P<who> (?:(?!(?:{_STOPS})\b)[\w'’-]+ ?){{1,3}}?)(?=[.,;]| (?:{_STOPS})\b|$)"
        ),
    ),
    (
        "kept",
        (
            rf"\b(?P<what>kept|keeping|held|holding) (?P<many>{QUANTITY})(?P<who> [\w'’-]+(?: [\w'’-]+)?) "
            r"(?:on board|aboard|inside|hostage|captive)"
        ),
    ),
    ("number-held", rf"{_MANY} (?:they|he|it|who) (?:were|was|are|is) (?P<what>holding)"),
)
_PATTERNS: Final = tuple((rule, re.compile(form, re.IGNORECASE)) for rule, form in _FORMS)
_FROM: Final = re.compile(rf",? (?:up |down )?from (?:an earlier |a previous )?(?P<many>{QUANTITY})", re.IGNORECASE)
_PART: Final = re.compile(
    rf"(?P<of>\bincluding|\b(?:not (?:counting|including)|excluding|as well as|besides)(?: the)?|"
    rf"\bamong (?:them|the (?:dead|killed|victims|wounded|injured))(?: (?:was|were|is|are))?|"
    rf"\b(?:dead|victims|wounded|injured) (?:also )?includ(?:ed?|es)|(?<=,) (?:\w+ )?of them)"
    rf" (?:{_MANY}(?=[.,;]| and\b| who\b| (?:was|were)\b|$)|{_ONE})",
    re.IGNORECASE,
)
_AMONG: Final = re.compile(
    rf"(?:{_MANY}|{_ONE}) (?:was|were|is|are) (?:also )?among (?P<of>the (?:dead|killed|victims|wounded|injured))",
    re.IGNORECASE,
)
_OF_THE: Final = re.compile(
    rf"(?P<many>{QUANTITY}) of (?P<of>the (?:dead|victims|killed|wounded|injured)) (?:was|were|are)(?P<who> [\w -]+)",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(
    rf"(?:,| and) (?P<many>{QUANTITY})(?P<who>) (?:of them )?(?P<what>(?:remain )?in (?:hospital|intensive care))",
    re.IGNORECASE,
)
_AND: Final = re.compile(rf" and (?:{_MANY_LAST}|{_ONE})", re.IGNORECASE)
_NONE: Final = re.compile(
    r"\b(?:no (?P<thing>casualties|deaths|injuries|fatalities)|(?P<body>nobody|no one|no-one) (?:was|were|had been|is) "
    r"(?P<how>killed|hurt|injured|wounded|harmed))\b",
    re.IGNORECASE,
)
_NEVER_COUNTED: Final = re.compile(r"^(?:19|20)\d\d$")
_THEM: Final = re.compile(r"\s+of (?:them|whom|which|these|those)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in a sentence: where its words stand there, what it counts and of whom."""

    start: int
    end: int
    verbatim: str
    measure: CasualtyMeasure
    population: Population
    rule: str


def propose_casualties(report: Report, sentences: list[Sentence]) -> Iterator[Proposal]:
    """Every figure of people, each of them once a sentence."""
    for sentence in sentences:
        for one in figures_in(sentence.text):
            quantity = read_quantity(one.verbatim)
            if quantity is None:
                continue
            bounds = {"low": quantity.low, "best": quantity.best, "high": quantity.high}
            about = {"measure": one.measure.value, "population": one.population.value}
            words = {
                "verbatim": one.verbatim,
                "as_of": report.published_on.isoformat() if report.published_on else None,
            }
            yield Proposal(
                kind=ProposalKind.CASUALTY,
                value=about | bounds | words,
                identity=about | bounds | {"quantifier": quantity.rule},
                anchor=anchored(report.text, sentence.at(one.start), sentence.at(one.end)),
                sentence=sentence.text,
                rule=f"casualty-{one.rule}",
            )


def figures_in(text: str) -> list[Counted]:
    """The figures of a sentence, in order; where two patterns read one number, the first pattern has it."""
    found: list[Counted] = []
    for one in _whole_figures(text):
        _take(found, one)
    for match in _AND.finditer(text):
        before = next((one for one in found if one.end == match.start()), None)
        _take(found, _counted(match, "and", before.measure) if before and before.rule in {"active", "and"} else None)
    for rule, pattern in (("part", _PART), ("among", _AMONG), ("of-the", _OF_THE)):
        for match in pattern.finditer(text):
            _take(found, _part_of(match, rule, found))
    return sorted([*found, *_nones(text)], key=lambda one: one.start)


def _whole_figures(text: str) -> Iterator[Counted | None]:
    for rule, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield _counted(match, rule, _toll(match["what"]))
            more = _FROM.match(text, match.end())
            if more and rule == "toll":
                first = _counted(match, rule, _toll(match["what"]))
                other = _counted(more, rule, _toll(match["what"]))
                yield replace(other, population=first.population) if first and other else other
    for match in _ALSO.finditer(text):
        yield _counted(match, "also", measure_of(match["what"]))


def _take(found: list[Counted], one: Counted | None) -> None:
    if one and not any(_overlap(one, other) for other in found):
        found.append(one)


def _overlap(one: Counted, other: Counted) -> bool:
    return one.start < other.end and other.start < one.end


def _counted(match: re.Match[str], rule: str, measure: CasualtyMeasure | None) -> Counted | None:
    """The figure that a match holds, if it is one of people."""
    named = match.groupdict()
    if measure is None:
        return None
    if named.get("one"):
        start, end = match.span("one")
        words = match["one"].rpartition(" ")[2]
        return Counted(start, end, f"one ({words})", measure, population_of(words), rule)
    number, who = match["many"], named.get("who") or ""
    if _NEVER_COUNTED.match(number) or (rule != "also" and _THEM.match(match.string[match.end("many") :])):
        return None
    start, end = match.start("many"), match.end("who" if who else "many")
    verbatim = match.string[start:end]
    if read_quantity(verbatim) is None:
        verbatim = number
    counted = population_of(f"{who} {match['what']}") if rule == "toll" and "what" in named else population_of(who)
    return Counted(start, end, verbatim, measure, counted, rule)


def _toll(words: str) -> CasualtyMeasure:
    """A toll without another word is of the dead."""
    return measure_of(words) or CasualtyMeasure.KILLED


def _part_of(match: re.Match[str], rule: str, found: list[Counted]) -> Counted | None:
    """A part of a figure: of the dead or wounded as it says, else of the figure before it. Kept if it says who."""
    before = [one for one in found if one.start < match.start()]
    measure = measure_of(match["of"]) or (max(before, key=lambda one: one.start).measure if before else None)
    if measure is None and "victims" in match["of"]:
        measure = CasualtyMeasure.KILLED
    counted = _counted(match, rule, measure)
    return counted if counted and counted.population != Population.ALL else None


def _nones(text: str) -> Iterator[Counted]:
    for match in _NONE.finditer(text):
        words = (match["thing"] or match["how"]).lower()
        measures = (
            [measure_of(words)]
            if words not in {"casualties", "harmed"}
            else [CasualtyMeasure.KILLED, CasualtyMeasure.WOUNDED]
        )
        for measure in measures:
            if measure:
                yield Counted(*match.span(), match[0], measure, Population.ALL, "none")
