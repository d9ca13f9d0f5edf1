"""When the attack happened: dates in the words of the report, resolved against its day by ``rules.dates``.

Parts of the value: ``when`` (as ``read_date`` understands it, with the report's day), ``verbatim``, ``edtf``,
``first_day`` and ``last_day`` (ISO 8601).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Final

from incidents.choices import ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.dates import DateNotUnderstoodError, Span, read_date, span_of_days
from incidents.rules.proposals.events import AFTERWARDS, Tie, belongs_to_attack, speaks_of_another
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence

_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_COUNT: Final = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_PART: Final = r"(?: (?:morning|afternoon|evening|night))"
_CORE: Final = (
    rf"(?:{_WEEKDAY},? )?(?:{_DAY} (?:of )?{_MONTH}|{_MONTH} {_DAY}(?!\d))(?:,? (?:19|20)\d\d)?|"
    rf"(?:last )?{_WEEKDAY}|(?:early|mid|late)[- ]{_MONTH}(?: (?:19|20)\d\d)?|{_MONTH} (?:19|20)\d\d"
)
_RELATIVE: Final = (
    r"[Tt]his (?:morning|afternoon|evening)|[Tt]oday|[Yy]esterday|[Ll]ast night|[Oo]vernight|[Tt]onight|"
    rf"[Tt]he night (?:from|of|between) {_WEEKDAY} (?:to|and|into) {_WEEKDAY}|"
    r"(?:[Oo]ver|[Aa]t|[Dd]uring) the weekend|[Ll]ast weekend|[Ee]arlier this week|[Ll]ast week|[Ee]arlier this month|"
    rf"(?:{_COUNT}|[Aa]) days? (?:ago|earlier|before(?! (?:an?|the|he|she|they|it|his|her|their|\w+ (?:was|were|"
    rf"had)))\b)|[Tt]he (?:previous day|day before)|(?:[Aa]|{_COUNT}) weeks? ago"
)
_PHRASE: Final = re.compile(
    rf"(?P<lead>\b[Ii]n the early hours of |\b[Oo]n the (?:morning|afternoon|evening|night) of |\b[Oo]n |\b[Ii]n )?"
    rf"\b(?:(?P<core>{_CORE})(?P<part>{_PART})?|(?P<relative>{_RELATIVE})|(?<=[Ii]n )(?P<bare>{_MONTH}|(?:19|"
    rf"20)\d\d))\b"
)
_SHIFT: Final = re.compile(
    rf"(?P<count>{_COUNT}) days? (?:earlier|before)|the (?:previous day|day before)", re.IGNORECASE
)
_WORDS: Final = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_BY_ITSELF: Final = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—]")
_DATELINE: Final = re.compile(r"^[^a-z]*[A-Z][^.]{0,60}$")
_FOREWARNED: Final = re.compile(
    r"\b(?:had|has|was|were)\b[^.;]{0,60}\b(?:warn|alert|word of|plan to|plot to|threat|tip-off|tipped)[^.;]*$",
    re.IGNORECASE,
)
_NIGHT: Final = re.compile(rf"[Tt]he night \w+ ({_WEEKDAY}) \w+ ({_WEEKDAY})")
_LAST_YEAR: Final = re.compile(r" (?:of )?last year\b")
_SPOKEN: Final = re.compile(rf"\b{AFTERWARDS}\b[^.;]{{0,40}}$", re.IGNORECASE)
_OPENING: Final = " \"'“\u2018*-–—()"
_OTHER_EVENT: Final = timedelta(days=31)
"""Two days of attacks that lie farther apart belong to two events."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence: where it stands there, what it stands for, and how surely an attack happened then."""

    start: int
    end: int
    words: str
    when: str
    span: Span
    of_attack: Tie


def dates_in(sentence: Sentence, report: Report) -> list[Dated]:
    """Every date of a sentence that can be resolved, in order."""
    found: list[Dated] = []
    for match in _PHRASE.finditer(sentence.text):
        within_name = match[0][0].isupper() and match["relative"] and sentence.text[: match.start()].strip(_OPENING)
        read = None if within_name else _read(match, report, found)
        if read is None:
            continue
        when, span = read
        start, end = match.span()
        dateline = _BY_ITSELF.match(sentence.text[end:]) and _DATELINE.match(sentence.text[:start])
        before = sentence.text[:start]
        of_attack = (
            Tie.NONE if dateline or _FOREWARNED.search(before) else belongs_to_attack(sentence, start, end, as_day=True)
        )
        found.append(Dated(start, end, match[0], when, span, of_attack))
    return found


def propose_times(report: Report, sentences: list[Sentence]) -> Iterator[Proposal]:
    """The days on which attacks happened, the report's own event apart from others."""
    every = [(one, dated) for one in sentences for dated in dates_in(one, report)]
    of_attacks = [(one, dated) for one, dated in every if dated.of_attack]
    day = day_of_event(of_attacks)
    own = [(one, dated) for one, dated in of_attacks if not _of_another(one, dated, day)]
    rest = [(one, dated) for one, dated in of_attacks if _of_another(one, dated, day)]
    for sentence, dated in [*(_surest(own) or _first_told(report, every)), *rest]:
        yield _proposal(report, sentence, dated, background=_of_another(sentence, dated, day))


def _of_another(sentence: Sentence, dated: Dated, day: date | None) -> bool:
    return is_other_day(dated.span, day) or speaks_of_another(sentence.text)


def _surest(own: list[tuple[Sentence, Dated]]) -> list[tuple[Sentence, Dated]]:
    """Without the days that only a verb of anything ties to the attack, where another is tied to it surely."""
    surest = max((dated.of_attack for _one, dated in own), default=Tie.NONE)
    return [(one, dated) for one, dated in own if dated.of_attack == surest]


def _first_told(report: Report, every: list[tuple[Sentence, Dated]]) -> list[tuple[Sentence, Dated]]:
    """Where no date is tied to an attack, the first that is not of what somebody said, and not after the report."""
    found = (
        (one, dated)
        for one, dated in every
        if not _SPOKEN.search(one.text[: dated.start])
        and not _BY_ITSELF.match(one.text[dated.end :])
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


def _read(match: re.Match[str], report: Report, before: list[Dated]) -> tuple[str, Span] | None:
    """What the words stand for, and how to write that so that ``read_date`` reads it the same."""
    shift = _SHIFT.fullmatch(match["relative"] or "")
    if shift and report.published_on:
        start = before[-1].span.first_day if before else report.published_on
        day = start - timedelta(days=_count(shift["count"]))
        return day.isoformat(), span_of_days(day, day, timezone=report.timezone)
    if (match["relative"] or "").lower() in {"overnight", "last night"} and report.published_on:
        eve = report.published_on - timedelta(days=1)
        span = span_of_days(eve, report.published_on, timezone=report.timezone)
        return span.edtf, span
    if night := _NIGHT.fullmatch(match["relative"] or ""):
        first, last = (
            read_date(day, timezone=report.timezone, reported_on=report.published_on) for day in night.groups()
        )
        span = span_of_days(first.first_day, last.last_day, timezone=report.timezone)
        return span.edtf, span
    if match["core"] and report.published_on and _LAST_YEAR.match(match.string, match.end()):
        core = f"{match['core']} {report.published_on.year - 1}"
        return core, read_date(core, timezone=report.timezone, reported_on=report.published_on)
    core = match["core"] or match["relative"] or match["bare"]
    for words in (core + (match["part"] or ""), core):
        try:
            span = read_date(words, timezone=report.timezone, reported_on=report.published_on)
        except DateNotUnderstoodError:
            continue
        return words, replace(span)
    return None


def _count(word: str | None) -> int:
    if word is None or word.lower() in {"a", "an"}:
        return 1
    return int(word) if word.isdecimal() else _WORDS.index(word.lower())
