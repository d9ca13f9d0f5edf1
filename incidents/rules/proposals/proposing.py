"""Ask every proposer, and put together what says the same."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from incidents.choices import ProposalKind
from incidents.rules.proposals.asides import asides_of
from incidents.rules.proposals.attributions import propose_attributions
from incidents.rules.proposals.casualties import propose_casualties
from incidents.rules.proposals.characteristics import propose_characteristics
from incidents.rules.proposals.derivations import propose_derivations
from incidents.rules.proposals.known import Known
from incidents.rules.proposals.places import propose_places
from incidents.rules.proposals.proposal import Proposal, Proposer, Report
from incidents.rules.proposals.sentences import Sentence, sentences_of
from incidents.rules.proposals.shouting import calmed
from incidents.rules.proposals.speakers import label, propose_speakers, voices_of
from incidents.rules.proposals.times import propose_times
from incidents.rules.proposals.warned import propose_warnings

METHOD: Final = "rules-en"
VERSION: Final = "4"
"""Counted up whenever a rule changes what it proposes: it is stored with whatever is accepted or cleared."""

_SLUG: Final = re.compile(r"^\((?:Corrects|Adds|Updates|Recasts|Refiles|Repeats|Writes through|Fixes)\b")
"""What an agency says of its own story before it: what it took back among it."""
_LANGUAGE: Final = "en"
_NEVER_ASIDE: Final = frozenset({ProposalKind.TIME, ProposalKind.DERIVATION})
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
        written = [one for one in sentences_of(report.text) if " " in one.text and not _SLUG.match(one.text)]
        sentences = calmed(written, known)
        verbatim = {one.text: other.text for one, other in zip(sentences, written, strict=True)}
        aside = asides_of(report, sentences)
        found = voices_of(report, sentences, known)
        voices = dict(zip((one.text for one in sentences), found, strict=True))
        read = self._read(report, sentences, known, aside.sections)
        for one in chain(read, propose_speakers(report, sentences, found)):
            said = voices.get(one.sentence, [])
            voice = said[0].value if said and one.kind not in {ProposalKind.SPEAKER, ProposalKind.DERIVATION} else None
            another = one.sentence in aside.sentences and one.kind not in _NEVER_ASIDE
            background = one.background or another or one.sentence in aside.sections
            yield replace(one, voice=voice, background=background, sentence=verbatim.get(one.sentence, one.sentence))

    def _read(
        self, report: Report, sentences: list[Sentence], known: Known, sections: Collection[str]
    ) -> Iterator[Proposal]:
        yield from propose_times(report, [one for one in sentences if one.text not in sections])
        yield from propose_places(report, sentences, known)
        yield from propose_casualties(report, sentences)
        yield from propose_characteristics(report, sentences)
        yield from propose_attributions(report, sentences, known)
        yield from propose_warnings(report, sentences)
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
