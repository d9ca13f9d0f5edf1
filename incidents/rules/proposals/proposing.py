"""Ask every proposer, and put together what says the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from incidents.choices import ProposalKind
from incidents.rules.proposals.attributions import propose_attributions
from incidents.rules.proposals.casualties import propose_casualties
from incidents.rules.proposals.characteristics import propose_characteristics
from incidents.rules.proposals.derivations import propose_derivations
from incidents.rules.proposals.events import speaks_of_another
from incidents.rules.proposals.known import Known
from incidents.rules.proposals.places import propose_places
from incidents.rules.proposals.proposal import Proposal, Proposer, Report
from incidents.rules.proposals.sentences import Sentence, sentences_of
from incidents.rules.proposals.speakers import label, propose_speakers, voices_of
from incidents.rules.proposals.times import Dated, dates_in, day_of_event, is_other_day, propose_times
from incidents.rules.proposals.warned import propose_warnings

METHOD: Final = "rules-en"
VERSION: Final = "4"
"""Counted up whenever a rule changes what it proposes: it is stored with whatever is accepted or cleared."""

_SLUG: Final = re.compile(r"^\((?:Corrects|Adds|Updates|Recasts|Refiles|Repeats|Writes through|Fixes)\b")
"""What an agency says of its own story before it: what it took back among it."""
_LANGUAGE: Final = "en"
_NEVER_ASIDE: Final = frozenset({ProposalKind.TIME, ProposalKind.SPEAKER, ProposalKind.DERIVATION})
_ORDER: Final = tuple(ProposalKind)


@dataclass(frozen=True, slots=True)
class EnglishRules:
    """The rules of this package. A report in another language has no proposals of theirs."""

    method: str = METHOD
    version: str = VERSION

    def propose(self, report: Report, known: Known) -> Iterator[Proposal]:
        """What the rules read, sentence by sentence, each with its speaker where it has one. One word says nothing."""
        if report.lang[:2] != _LANGUAGE:
            return
        sentences = [one for one in sentences_of(report.text) if " " in one.text and not _SLUG.match(one.text)]
        aside = _sentences_aside(report, sentences)
        voices = dict(zip((one.text for one in sentences), voices_of(report, sentences, known), strict=True))
        for one in self._read(report, sentences, known):
            said = voices.get(one.sentence, [])
            voice = said[0].value if said and one.kind not in {ProposalKind.SPEAKER, ProposalKind.DERIVATION} else None
            another = one.background or (one.sentence in aside and one.kind not in _NEVER_ASIDE)
            yield replace(one, voice=voice, background=another)

    def _read(self, report: Report, sentences: list[Sentence], known: Known) -> Iterator[Proposal]:
        yield from propose_times(report, sentences)
        yield from propose_places(report, sentences, known)
        yield from propose_casualties(report, sentences)
        yield from propose_characteristics(report, sentences)
        yield from propose_attributions(report, sentences, known)
        yield from propose_warnings(report, sentences)
        yield from propose_speakers(report, sentences, known)
        yield from propose_derivations(report, sentences, known)


def propose(report: Report, known: Known, proposers: Iterable[Proposer] = (EnglishRules(),)) -> list[Proposal]:
    """What every proposer reads in a report, the same value once, in the order of kinds and of the text.

    The mention that is kept is the first one of the report's own event; method and version are its proposer's.
    """
    read = [
        replace(one, method=proposer.method, version=proposer.version)
        for proposer in proposers
        for one in proposer.propose(report, known)
    ]
    kept: dict[str, Proposal] = {}
    for one in _without_short_names(read):
        other = kept.get(one.key)
        if other is None:
            kept[one.key] = one
        else:
            first = one if other.background and not one.background else other
            kept[one.key] = replace(first, mentions=other.mentions + 1)
    return sorted(kept.values(), key=lambda one: (one.background, _ORDER.index(one.kind), one.anchor.start))


def _sentences_aside(report: Report, sentences: Sequence[Sentence]) -> set[str]:
    """The sentences that speak of another event than the report's own: they say so, or give another date."""
    dated = [(one, found) for one in sentences for found in dates_in(one, report) if found.of_attack]
    day = day_of_event(dated)
    return {one.text for one in sentences if speaks_of_another(one.text) or _is_of_other_day(one, dated, day)}


def _is_of_other_day(sentence: Sentence, dated: list[tuple[Sentence, Dated]], day: date | None) -> bool:
    """Whether every date of an attack in a sentence is of another event than the report's own."""
    own = [is_other_day(found.span, day) for one, found in dated if one is sentence]
    return bool(own) and all(own)


def _without_short_names(read: list[Proposal]) -> list[Proposal]:
    """Without speakers whose name or description is a part of another's: the second mention of the same one."""
    speakers = [one for one in read if one.kind == ProposalKind.SPEAKER]
    labels = {(one.value["naming"], label(one.value)) for one in speakers}
    return [
        one
        for one in read
        if one.kind != ProposalKind.SPEAKER
        or not any(
            naming == one.value["naming"] and label(one.value) != other and f" {label(one.value)} " in f" {other} "
            for naming, other in labels
        )
    ]
