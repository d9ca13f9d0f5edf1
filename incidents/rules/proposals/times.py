"""When the attack happened: dates in the words of the report, resolved against its day by ``rules.dates``.

Parts of the value: ``when`` (as ``read_date`` understands it, with the report's day), ``verbatim``, ``edtf``,
``first_day`` and ``last_day`` (ISO 8601).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import Final

from incidents.choices import ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.dates import Span
from incidents.rules.proposals.dated import BY_ITSELF, LONGEST_RUN, Dated, dates_in, run
from incidents.rules.proposals.events import AFTERWARDS, Tie, speaks_of_another
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence

_OF_SPEAKING: Final = re.compile(
    r"[’']s? (?:[\w-]+ ){0,2}?(?:briefing|(?:news|press) conference|statement|session|edition|hearing|vote)\b"
)
_SPOKEN: Final = re.compile(rf"\b{AFTERWARDS}\b[^.;]{{0,40}}$", re.IGNORECASE)
_BEGAN: Final = re.compile(r"\b(?:beg[au]n|started|erupted|broke out|unfolding from)\b[^.;]{0,40}$")
_ENDED: Final = re.compile(
    r"\b(?:end(?:ed|s|ing)|retook|retaken|retaking|recaptured|over(?= after\b|[.,;]|$)|freed|stormed|lasted|"
    r"brought to an end|put an end|"
    r"gave (?:himself|themselves) up|surrendered|was cleared)\b",
    re.IGNORECASE,
)
_HELD_OUT: Final = re.compile(r"\b(?:siege|stand-?off|hostage drama)\b", re.IGNORECASE)
_HIJACKED: Final = re.compile(r"\bhijack", re.IGNORECASE)
_MONTH_LONG: Final = timedelta(days=27)
_OTHER_EVENT: Final = timedelta(days=31)
"""Two days of attacks that lie farther apart belong to two events."""


def propose_times(report: Report, sentences: list[Sentence]) -> Iterator[Proposal]:
    """The days on which attacks happened, the report's own event apart from others."""
    every = [(one, dated) for one in sentences for dated in dates_in(one, report)]
    of_attacks = [(one, dated) for one, dated in every if dated.of_attack]
    day = day_of_event(of_attacks)
    own = [(one, dated) for one, dated in of_attacks if not _of_another(one, dated, day)]
    rest = [(one, dated) for one, dated in of_attacks if _of_another(one, dated, day)]
    told = _surest(_with_end(report, _finer(own))) or _first_told(report, every)
    for sentence, dated in [*told, *rest]:
        yield _proposal(report, sentence, dated, background=_of_another(sentence, dated, day))


def _finer(own: list[tuple[Sentence, Dated]]) -> list[tuple[Sentence, Dated]]:
    """Without years and months, where days are told."""
    days = [(one, dated) for one, dated in own if dated.span.last_day - dated.span.first_day < _MONTH_LONG]
    return days or own


def _with_end(report: Report, own: list[tuple[Sentence, Dated]]) -> list[tuple[Sentence, Dated]]:
    """The days of attacks; of one that began on a day and ended on another, all between."""
    for sentence, first in own:
        held_out = _HELD_OUT.search(report.text) and not _HIJACKED.search(report.text)
        if held_out and first.span.first_day == first.span.last_day and _BEGAN.search(sentence.text[: first.start]):
            ends = [
                last
                for other, last in own
                if _ENDED.search(other.text) and timedelta() < last.span.last_day - first.span.first_day <= LONGEST_RUN
            ]
            if ends:
                return [(sentence, replace(run(first, ends[0], report, first.words), end=first.end))]
    return own


def _of_another(sentence: Sentence, dated: Dated, day: date | None) -> bool:
    return is_other_day(dated.span, day) or speaks_of_another(sentence.text)


def _surest(own: list[tuple[Sentence, Dated]]) -> list[tuple[Sentence, Dated]]:
    """The days that are tied to the attack most surely, of the first sentence that has any."""
    surest = max((dated.of_attack for _one, dated in own), default=Tie.NONE)
    found = [(one, dated) for one, dated in own if dated.of_attack == surest]
    return [(one, dated) for one, dated in found if one is found[0][0] or dated.span == found[0][1].span]


def _first_told(report: Report, every: list[tuple[Sentence, Dated]]) -> list[tuple[Sentence, Dated]]:
    """Where no date is tied to an attack, the first that is not of what somebody said, and not after the report."""
    found = (
        (one, dated)
        for one, dated in every
        if not _SPOKEN.search(one.text[: dated.start])
        and not BY_ITSELF.match(one.text[dated.end :])
        and not _OF_SPEAKING.match(one.text[dated.end :])
        and not speaks_of_another(one.text)
        and (report.published_on is None or dated.span.last_day <= report.published_on)
    )
    return list(islice(found, 1))


def _proposal(report: Report, sentence: Sentence, dated: Dated, *, background: bool) -> Proposal:
    return Proposal(
        kind=ProposalKind.TIME,
        value={
            "when": dated.when,
            "verbatim": dated.words,
            "edtf": dated.span.edtf,
            "first_day": dated.span.first_day.isoformat(),
            "last_day": dated.span.last_day.isoformat(),
        },
        identity={"first": dated.span.first_day.isoformat(), "last": dated.span.last_day.isoformat()},
        anchor=anchored(report.text, sentence.at(dated.start), sentence.at(dated.end)),
        sentence=sentence.text,
        rule="time-of-attack",
        background=background,
    )


def day_of_event(of_attacks: list[tuple[Sentence, Dated]]) -> date | None:
    """The day that the report is about: the latest on which it says that an attack happened."""
    days = [dated.span.last_day for one, dated in of_attacks if not speaks_of_another(one.text)]
    return max(days, default=None)


def is_other_day(span: Span, day: date | None) -> bool:
    """Whether a span lies so far from the day of the event that it is of another one."""
    return day is not None and day - span.last_day > _OTHER_EVENT
