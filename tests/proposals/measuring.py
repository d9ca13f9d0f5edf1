"""Precision and recall of what is proposed against what was annotated.

A proposal of another event than the report's own is not counted: what it takes from the report's own event is lost
recall. The same value is one proposal however often it is read. It is right where an annotation of its kind has its
value and, for speakers, outlets and warnings, whose words differ in length, where their words meet.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from incidents.choices import ProposalKind
from incidents.rules.folding import fold
from incidents.rules.proposals import Proposal, propose
from tests.proposals.gold import Annotated, Gold, known

KINDS = (
    "time", "place", "casualty", "attack_type", "weapon_type", "target_type", "tactic", "attribution", "warning",
    "speaker", "reason", "derivation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A proposal as it is compared: kind, value, where its words stand."""

    kind: str
    value: tuple[object, ...]
    start: int
    end: int
    sentence: tuple[int, int]
    words: str


@dataclass(frozen=True, slots=True)
class Score:
    """How much was right, proposed and there to be found."""

    right: int = 0
    proposed: int = 0
    found: int = 0
    there: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.there if self.there else 1.0


def said_of(one: Annotated) -> list[Said]:
    """What is proposed for a report's own event."""
    return [said for found in propose(one.report, known()) if not found.background for said in _said(found, one)]


def _said(found: Proposal, one: Annotated) -> Iterator[Said]:
    value: Any = found.value
    start = one.report.text.find(found.sentence)
    spans = (found.anchor.start, found.anchor.end, (start, start + len(found.sentence)), found.anchor.exact.lower())
    if found.kind == ProposalKind.CHARACTERISTIC:
        yield Said(value["characteristic"], (value["code"],), *spans)
        return
    yield Said(found.kind.value, _compared(found.kind, value), *spans)
    if found.kind == ProposalKind.SPEAKER and value["anonymity_reason"]:
        yield Said("reason", (fold(value["anonymity_reason"]),), *spans)


def _compared(kind: ProposalKind, value: Any) -> tuple[object, ...]:
    """The parts of a value by which it is compared."""
    who = fold(str(value.get("name") or value.get("description") or value.get("organisation") or ""))
    parts: dict[ProposalKind, tuple[str, ...]] = {
        ProposalKind.TIME: ("first_day", "last_day"),
        ProposalKind.CASUALTY: ("measure", "population", "low", "best", "high"),
        ProposalKind.WARNING: ("polarity",),
        ProposalKind.ATTRIBUTION: ("ground",),
        ProposalKind.SPEAKER: ("naming",),
        ProposalKind.DERIVATION: ("kind",),
    }
    compared = tuple(value[name] for name in parts.get(kind, ()))
    if kind == ProposalKind.DERIVATION:
        return (*compared, fold(value["outlet"]))
    return (
        (*compared, who) if kind in {ProposalKind.PLACE, ProposalKind.ATTRIBUTION, ProposalKind.SPEAKER} else compared
    )


def agrees(said: Said, gold: Gold) -> bool:
    """Whether a proposal is what was annotated."""
    if said.kind != gold.kind:
        return False
    if said.kind == "warning":
        return said.value == gold.value and said.sentence[0] < gold.end and gold.start < said.sentence[1]
    if said.kind in {"speaker", "derivation", "reason"}:
        words, others = set(str(said.value[-1]).split()), set(str(gold.value[-1]).split())
        return said.value[:-1] == gold.value[:-1] and (words <= others or others <= words)
    if said.kind == "time":
        return said.value == gold.value or _is_night_of(said, gold)
    return said.value == gold.value


def _is_night_of(said: Said, gold: Gold) -> bool:
    """Whether a night, which ends on the next day, was annotated by the day on which it begins."""
    first, last = (str(each) for each in said.value)
    next_day = date.fromisoformat(first) + timedelta(days=1)
    return gold.value == (first, first) and date.fromisoformat(last) == next_day and "night" in said.words


def scores(reports: Iterable[Annotated]) -> dict[str, Score]:
    """The score of every kind over some reports."""
    right: Counter[str] = Counter()
    proposed: Counter[str] = Counter()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for one in reports:
        said = said_of(one)
        gold = list({(each.kind, each.value): each for each in one.gold}.values())
        proposed.update(each.kind for each in said)
        right.update(each.kind for each in said if any(agrees(each, other) for other in one.gold))
        there.update(each.kind for each in gold)
        found.update(each.kind for each in gold if any(agrees(other, each) for other in said))
    return {kind: Score(right[kind], proposed[kind], found[kind], there[kind]) for kind in KINDS}


def misses(one: Annotated) -> Iterator[str]:
    """What was proposed and is not there, and what is there and was not proposed, a line each."""
    said = said_of(one)
    for each in said:
        if not any(agrees(each, other) for other in one.gold):
            yield f"{one.name}  +  {each.kind} {each.value} “{one.report.text[each.start : each.end]}”"
    for other in one.gold:
        if not any(agrees(each, other) for each in said):
            yield f"{one.name}  -  {other.kind} {other.value} “{one.report.text[other.start : other.end]}”"
