"""Dates in the words of a report, resolved against its day by ``rules.dates``, and how surely they are of an attack."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from incidents.rules.dates import DateNotUnderstoodError, Span, read_date, span_of_days
from incidents.rules.proposals.events import ATTACK_NOUN, ATTACK_VERB, Tie, belongs_to_attack
from incidents.rules.proposals.proposal import Report
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
    r"(?:Christmas|New Year[’']s) (?:Eve|Day)|Boxing Day|May Day|Valentine[’']s Day|Halloween|"
    rf"(?i:{_COUNT}) (?:days?|nights?) (?:after|since)(?= [^.;]{{0,60}}?\b(?:{ATTACK_VERB}|{ATTACK_NOUN})\b)|"
    rf"[Tt]he day before yesterday|"
    rf"[Tt]he (?:previous|preceding) {_WEEKDAY}|(?:{_COUNT}|[Aa]) nights? (?:ago|earlier)|"
    rf"(?:{_COUNT}|[Aa]) days? (?:ago|earlier|before(?=[,.;:\"”]|$| (?:in|on|at)\b))|[Tt]he (?:previous day|day "
    rf"before)|(?:[Aa]|{_COUNT}) weeks? ago"
)
_PHRASE: Final = re.compile(
    rf"(?P<lead>\b[Ii]n the (?:early|small|late) hours of |\b[Oo]n the (?:morning|afternoon|evening|night) of |"
    rf"\b[Oo]n |\b[Ii]n )?"
    rf"\b(?:(?P<core>{_CORE})(?P<part>{_PART})?|(?P<relative>{_RELATIVE})|(?<=[Ii]n )(?P<bare>{_MONTH}|(?:19|"
    rf"20)\d\d))\b"
)
_SHIFT: Final = re.compile(
    (
        rf"(?P<count>{_COUNT}) (?:days?|nights?) (?:earlier|before|(?P<then>after|since))|"
        rf"(?P<yesterday>the day before yesterday)|the (?:previous day|day before)"
    ),
    re.IGNORECASE,
)
_NIGHTS_AGO: Final = re.compile(rf"(?P<count>{_COUNT}) nights? (?:ago|earlier)", re.IGNORECASE)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PREVIOUS: Final = re.compile(rf"the (?:previous|preceding) (?P<day>{_WEEKDAY})", re.IGNORECASE)
_FEASTS: Final = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "new year's day": (1, 1), "may day": (5, 1), "valentine's day": (2, 14), "halloween": (10, 31),
}  # fmt: skip
"""Days that have a name, by month and day."""
_WORDS: Final = ("a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
BY_ITSELF: Final = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—]")
_DATELINE: Final = re.compile(r"^[^a-z]*[A-Z][^.]{0,60}$")
_FOREWARNED: Final = re.compile(
    r"\b(?:had|has|was|were)\b[^.;]{0,60}\b(?:warn|alert|word of|plan to|plot to|threat|tip-off|tipped)[^.;]*$",
    re.IGNORECASE,
)
_NIGHT: Final = re.compile(rf"[Tt]he night \w+ ({_WEEKDAY}) \w+ ({_WEEKDAY})")
_LAST_YEAR: Final = re.compile(r" (?:of )?last year\b")
_OPENING: Final = " \"'“\u2018*-–—()"
_FROM: Final = re.compile(r"\b(?:[Bb]etween|[Ff]rom|beg[au]n|started|lasted|lasting)\b[^.;]{0,20}$")
_UNTIL: Final = re.compile(
    r",? (?:(?:and|but) )?(?:(?:was|had|only|finally|it|which) )*(?:(?:last|end|continu|drag)(?:ed|ing)? ?(?:on )?|"
    r"went on |over )?"
    r"(?:and|to|until|till|into|through|on|by|in)?(?: (?:the|early|late|dawn|noon|midday|nightfall|morning|evening|"
    r"hours|of|small|on)){0,4} ?"
)
"""What may stand between the first day of an attack and the last."""
LONGEST_RUN: Final = timedelta(days=14)
"""Days that one attack may last."""


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
        dateline = BY_ITSELF.match(sentence.text[end:]) and _DATELINE.match(sentence.text[:start])
        before = sentence.text[:start]
        of_attack = (
            Tie.NONE if dateline or _FOREWARNED.search(before) else belongs_to_attack(sentence, start, end, as_day=True)
        )
        found.append(Dated(start, end, match[0], when, span, of_attack))
    return _runs(sentence.text, found, report)


def _runs(text: str, found: list[Dated], report: Report) -> list[Dated]:
    """The dates of a sentence, those of a beginning and an end ("between Sunday and Monday") as one."""
    kept: list[Dated] = []
    for one in found:
        before = kept[-1] if kept else None
        if before and _FROM.search(text[: before.start]) and _UNTIL.fullmatch(text[before.end : one.start]):
            kept[-1] = run(before, one, report, text[before.start : one.end])
        else:
            kept.append(one)
    return kept


def run(first: Dated, last: Dated, report: Report, words: str) -> Dated:
    """All the days from one date to another; the first alone where the last is not after it."""
    start, end = first.span.first_day, last.span.last_day
    if not timedelta() < end - start <= LONGEST_RUN:
        return first
    span = span_of_days(start, end, timezone=report.timezone)
    return Dated(first.start, max(first.end, last.end), words, span.edtf, span, max(first.of_attack, last.of_attack))


def _read(match: re.Match[str], report: Report, before: list[Dated]) -> tuple[str, Span] | None:
    """What the words stand for, and how to write that so that ``read_date`` reads it the same."""
    if (days := _days(match["relative"] or "", report, before)) is not None:
        span = span_of_days(*days, timezone=report.timezone)
        return (days[0].isoformat() if days[0] == days[1] else span.edtf), span
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


def _days(relative: str, report: Report, before: list[Dated]) -> tuple[date, date] | None:
    """The first and last day of words that are read by the day of the report or by a date before them."""
    if night := _NIGHT.fullmatch(relative):
        first, last = (
            read_date(one, timezone=report.timezone, reported_on=report.published_on) for one in night.groups()
        )
        return first.first_day, last.last_day
    published = report.published_on
    if published is None:
        return None
    if relative.lower() in {"overnight", "last night"}:
        return published - timedelta(days=1), published
    day = _one_day(relative, published, before[-1].span.first_day if before else published)
    return (day, day) if day else None


def _one_day(relative: str, published: date, told: date) -> date | None:
    """The day that words name by their distance from the report's day, from one ``told`` before, or by its name."""
    if shift := _SHIFT.fullmatch(relative):
        start = published if shift["then"] or shift["yesterday"] else told
        return start - timedelta(days=2 if shift["yesterday"] else _count(shift["count"]))
    if ago := _NIGHTS_AGO.fullmatch(relative):
        return published - timedelta(days=_count(ago["count"]))
    if weekday := _PREVIOUS.fullmatch(relative):
        return told - timedelta(days=(told.weekday() - _WEEKDAYS.index(weekday["day"]) - 1) % 7 + 1)
    feast = _FEASTS.get(relative.lower().replace("’", "'"))
    return _latest(published, feast) if feast else None


def _latest(published: date, feast: tuple[int, int]) -> date:
    """The last such day of the year before a report's day."""
    return max(day for year in (published.year - 1, published.year) if (day := date(year, *feast)) <= published)


def _count(word: str | None) -> int:
    if word is None or word.lower() in {"a", "an"}:
        return 1
    return int(word) if word.isdecimal() else _WORDS.index(word.lower())
