"""How many were killed, wounded, taken or are missing, in the words of the report.

Parts of the value: ``measure``, ``population``, ``verbatim`` (which ``read_quantity`` reads), ``low``, ``best``,
``high`` and ``as_of`` (the report's day, ISO 8601). One person told of without a number is written "one (a guard)".
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from incidents.choices import CasualtyMeasure, Population, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.proposals import casualty_forms, casualty_others
from incidents.rules.proposals.casualty_clauses import Clause, clauses_in
from incidents.rules.proposals.counting import measure_of, population_of
from incidents.rules.proposals.events import speaks_of_another
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence
from incidents.rules.quantities import Quantity, read_quantity


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in a sentence: where its words stand there, what it counts and of whom."""

    start: int
    end: int
    verbatim: str
    measure: CasualtyMeasure
    population: Population
    rule: str


_ABROAD: Final = re.compile(
    r"\b(?:[A-Z][a-z]+(?:an|ian|ese|ish|ch|ss|i|eek)|foreign(?:ers)?|[A-Z][a-z]+ (?:nationals?|citizens?|tourists?|"
    r"visitors?))\b"
)
"""An adjective of people: a report that says of a part of the victims what people they are of speaks of foreigners."""

_OF_FORCE: Final = re.compile(r"\b(?:soldiers?|troops|marines?|peacekeepers?)\b")
_PARTS: Final = (("part", casualty_forms.PART), ("among", casualty_forms.AMONG), ("of-the", casualty_forms.OF_THE))
_MAY_BE_PART: Final = frozenset({"also", "of-the"})
"""Rules whose number may be one of those told of before: "three of them"."""
_GO_ON: Final = frozenset({"active", "and", "identified-as", "part"})
"""Rules after which "and …" counts more of the same."""


def propose_casualties(report: Report, sentences: list[Sentence]) -> Iterator[Proposal]:
    """Every figure of people, each of them once a sentence; one by name where the report has no number of the kind."""
    figures: list[tuple[Sentence, Counted]] = []
    for sentence in sentences:
        usual = Counter(one.measure for _sentence, one in figures).most_common(1)[0][0] if figures else None
        figures += [(sentence, one) for one in figures_in(sentence.text, usual)]
    counted = {one.measure for _sentence, one in figures}
    named = [
        (sentence, one) for sentence in sentences for one in _named_ones(sentence.text) if one.measure not in counted
    ]
    for sentence, one in [*figures, *named[:1]]:
        if (quantity := read_quantity(one.verbatim)) is not None:
            yield _proposal(report, sentence, one, quantity)


def _proposal(report: Report, sentence: Sentence, one: Counted, quantity: Quantity) -> Proposal:
    bounds = {"low": quantity.low, "best": quantity.best, "high": quantity.high}
    about = {"measure": one.measure.value, "population": one.population.value}
    words = {"verbatim": one.verbatim, "as_of": report.published_on.isoformat() if report.published_on else None}
    return Proposal(
        kind=ProposalKind.CASUALTY,
        value=about | bounds | words,
        identity=about | bounds | {"quantifier": quantity.rule},
        anchor=anchored(report.text, sentence.at(one.start), sentence.at(one.end)),
        sentence=sentence.text,
        rule=f"casualty-{one.rule}",
    )


def figures_in(text: str, usual: CasualtyMeasure | None = None) -> list[Counted]:
    """The figures of a sentence, in order; where two patterns read one number, the first pattern has it.

    ``usual`` is what the report counts as a rule, for a figure that does not say.
    """
    found: list[Counted] = []
    for one in (*_of_defence(text), *_whole_figures(text)):
        _take(found, one)
    for match in casualty_forms.AND.finditer(text):
        before = next((one for one in found if one.end == match.start()), None)
        _take(found, _counted(match, "and", before.measure) if before and before.rule in _GO_ON else None)
    for rule, pattern in _PARTS:
        for match in pattern.finditer(text):
            _take(found, _part_of(match, rule, found))
    for clause in clauses_in(text):
        _take(found, _of_clause(clause))
    _take_told_after(text, found, usual)
    return sorted([*found, *_nones(text)], key=lambda one: one.start)


def _take_told_after(text: str, found: list[Counted], usual: CasualtyMeasure | None) -> None:
    """Take the figures that say what they count only by one before them."""
    for match in casualty_forms.OF_THEM.finditer(text):
        _take(found, _of_them(match, found))
    for one in list(_again(text, found[-1].measure if found else usual)):
        _take(found, one)
    for match in casualty_others.ARE.finditer(text):
        _take(found, _are(match, found))
    for match in casualty_others.LIKEWISE.finditer(text):
        before = [one for one in found if one.end <= match.start()]
        if before:
            _take(found, replace(before[-1], start=match.start("many"), end=match.end("many"), verbatim=match["many"]))


def _are(match: re.Match[str], found: list[Counted]) -> Counted | None:
    """A part of whoever was counted before it, by who they are."""
    before = [one for one in found if one.end <= match.start()]
    population = population_of(match["who"])
    if not before or population == Population.ALL:
        return None
    return Counted(*match.span("many"), match["many"], before[-1].measure, population, "part")


def _again(text: str, usual: CasualtyMeasure | None) -> Iterator[Counted]:
    """A figure of what is counted as a rule: "the union gives the number as 73"."""
    for match in casualty_others.SAME_AGAIN.finditer(text):
        measure = measure_of(match["who"]) or usual
        if measure and not casualty_forms.NEVER_COUNTED.match(match["many"]):
            yield Counted(*match.span("many"), match["many"], measure, Population.ALL, "again")


def _of_clause(one: Clause) -> Counted | None:
    """A figure that a clause gives, with the words that can be read of it."""
    end, verbatim = one.end, one.verbatim
    if read_quantity(verbatim) is None:
        verbatim = verbatim.removesuffix(one.who)
        end = one.start + len(verbatim)
    if casualty_forms.NEVER_COUNTED.match(verbatim):
        return None
    return Counted(one.start, end, verbatim, one.measure, population_of(one.who), "clause")


def _whole_figures(text: str) -> Iterator[Counted | None]:
    for rule, pattern in casualty_forms.PATTERNS:
        for match in pattern.finditer(text):
            yield _counted(match, rule, _toll(match["what"]))
            more = casualty_forms.FROM.match(text, match.end())
            if more and rule == "toll":
                first = _counted(match, rule, _toll(match["what"]))
                other = _counted(more, rule, _toll(match["what"]))
                yield replace(other, population=first.population) if first and other else other
    yield from _further_figures(text)


def _further_figures(text: str) -> Iterator[Counted | None]:
    """Figures that say two things at once, or whose number stands for people told of before."""
    for match in casualty_forms.REVISED.finditer(text):
        last = _counted(match, "revised", _toll(match["what"]))
        if last:
            yield last
            yield replace(last, start=match.start("first"), end=match.end("first"), verbatim=match["first"])
    for match in casualty_forms.OF_THE_HURT.finditer(text):
        yield _counted(match, "of-the-hurt", measure_of(match["died"] or match["ward"]))
    for match in casualty_forms.BOTH.finditer(text):
        if measure := measure_of(match["what"]):
            yield Counted(*match.span("both"), f"two ({match['both']})", measure, population_of(match["both"]), "both")
    for match in casualty_forms.ALSO.finditer(text):
        yield _counted(match, "also", measure_of(match["what"]))


def _of_defence(text: str) -> Iterator[Counted]:
    """Whoever was killed by police or guards: one of the attackers."""
    for match in casualty_others.STOPPED.finditer(text):
        start, end = match.span("one" if match["one"] else "one2")
        words = f"one ({text[start:end]})"
        yield Counted(start, end, words, CasualtyMeasure.KILLED, Population.ATTACKERS, "defence")


def _named_ones(text: str) -> Iterator[Counted]:
    """People told of one by one, by name or by any noun."""
    for form in casualty_others.NAMED_ONE:
        for match in form.finditer(text):
            measure = measure_of(match["what"])
            if measure and not speaks_of_another(text):
                words = match["one"]
                yield Counted(*match.span("one"), f"one ({words})", measure, population_of(words), "named-one")


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
    them = rule not in _MAY_BE_PART and not (rule == "active" and match["what"].endswith("ing"))
    if casualty_forms.NEVER_COUNTED.match(number) or (
        them and casualty_forms.THEM.match(match.string[match.end("many") :])
    ):
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
    if counted and _ABROAD.search(counted.verbatim) and not _OF_FORCE.search(counted.verbatim):
        return replace(counted, population=Population.FOREIGNERS)
    return counted if counted and counted.population != Population.ALL else None


def _of_them(match: re.Match[str], found: list[Counted]) -> Counted | None:
    """A part told of after the number: "nine of them women", "a dozen children among them"."""
    second = match["many"] is None
    many, who = ("many2", "who2") if second else ("many", "who")
    before = [one for one in found if one.start < match.start()]
    measure = measure_of(match["of2"] or "") or (max(before, key=lambda one: one.start).measure if before else None)
    population = population_of(match[who])
    if measure is None or population == Population.ALL:
        return None
    verbatim = match[many] if not second else match.string[match.start(many) : match.end(who)]
    return Counted(match.start(many), match.end(who), verbatim, measure, population, "of-them")


def _nones(text: str) -> Iterator[Counted]:
    for match in casualty_forms.NONE.finditer(text):
        words = (match["thing"] or match["how"]).lower()
        measures = (
            [measure_of(words)]
            if words not in {"casualties", "harmed"}
            else [CasualtyMeasure.KILLED, CasualtyMeasure.WOUNDED]
        )
        for measure in measures:
            if measure:
                yield Counted(*match.span(), match[0], measure, Population.ALL, "none")
    for match in casualty_forms.NONE_OF.finditer(text):
        words = (match["how"] or match["how2"] or "died").lower()
        measure = CasualtyMeasure.WOUNDED if words == "harmed" else measure_of(words)
        if measure:
            yield Counted(*match.span(), "none", measure, Population.ALL, "none")
