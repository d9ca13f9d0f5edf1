"""That a warning had been given before the attack, or that somebody says it was not.

Parts of the value: ``polarity`` (as ``Polarity``), ``warner`` and ``recipient`` in the report's words, "" where it does
not say. A warning of what may come after the attack, of its toll or to keep away, is none.
"""

import re
from collections.abc import Iterator
from typing import Final

from incidents.choices import Polarity, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.folding import fold
from incidents.rules.proposals.events import ATTACK_NOUN, speaks_of_another
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence

_WHO: Final = r"(?P<warner>(?:[\w’'-]+ ){1,6}?)"
_WHOM: Final = r"(?P<recipient>(?:(?!(?:of|about|that|on|not|in|over|to)\b)[\w’'-]+ ?){1,6}?)"
_DANGER: Final = (
    rf"(?:{ATTACK_NOUN}|threats?|plots?|danger|suspects?|man|men|extremists?|bombers?|cell|impending|imminent|planned)"
)
_BEFORE: Final = (
    r"(?:before|ahead of|prior to|earlier|in advance|last (?:week|month|year|\w+day)|the (?:day|week|"
    r"month) before|beforehand|"
    r"in the (?:days|weeks|months) before|days before|in (?:January|February|March|April|May|June|July|August|"
    r"September|October|"
    r"November|December|\d{4})|on \w+day|"
    r"on (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December))"
)
_GIVEN: Final = tuple(
    (rule, re.compile(form, re.IGNORECASE))
    for rule, form in (
        (
            "had-warned",
            (
                rf"{_WHO}(?:had|has|have) (?:(?!been)\w+ )?(?:warned|alerted|tipped off|cautioned|"
                rf"advised) (?:{_WHOM})?(?=\b|$)"
            ),
        ),
        (
            "told-of-attack",
            (
                rf"{_WHO}(?:had |has |)(?:told|informed|notified) {_WHOM}[^.;]{{0,40}}? (?:that|of|about) (?:an?|"
                rf"the) (?:\w+ ){{0,2}}?(?:attack|threat|plot|bombing)\b[^.;]{{0,60}}?(?:being (?:prepared|planned)|"
                rf"planned|imminent|prepared|possible|likely)"
            ),
        ),
        (
            "warnings-ignored",
            (
                rf"{_WHO}(?:had |has |)(?:ignored|missed|overlooked|dismissed|disregarded|failed to (?:act on|heed)|"
                r"did not (?:act on|heed)) (?:[\w-]+ ){0,3}?(?:warnings?|alerts?|tip-offs?|threats?)\b"
            ),
        ),
        (
            "no-intelligence",
            r"\bno (?:prior|advance|specific|credible|earlier) (?:intelligence|information|indications?|tip-offs?)\b",
        ),
        ("tipped-off", rf"{_WHO}(?:had|was|were) (?:been )?tipped off"),
        (
            "never-warned",
            (
                r"(?P<recipient>(?:[\w’'-]+ ){1,4}?)(?:was|were|had|have|has)(?: been)? (?:never|"
                r"not)(?: been)? (?:warned|alerted|tipped off|informed)"
            ),
        ),
        (
            "had-been-warned",
            (
                rf"{_WHO}(?:had |has |have |was |were |)(?:been )?(?:warned|alerted|tipped off|told|"
                rf"informed) (?:by (?:[\w’'-]+ ){{1,5}}?)?(?:in \w+ )?(?:of|about|that|\w+ days)[^.;]{{0,80}}?"
            ),
        ),
        ("warned-before", rf"{_WHO}(?:\w+ly )?(?:warned|alerted|tipped off|advised|cautioned) {_WHOM}[^.;]{{0,120}}?"),
        (
            "warning-shared",
            (
                rf"{_WHO}(?:had |has |)(?:shared|passed on|passed|issued|sent|circulated|conveyed|relayed|"
                rf"received|given|"
                rf"gave|provided) (?:\w+ ){{0,3}}?(?:warnings?|alerts?|tip-offs?|intelligence (?:about|on|of|"
                rf"that))[^.;]{{0,80}}?"
            ),
        ),
        ("threat-passed-on", rf"{_WHO}(?:had |has |)(?:passed on|passed|reported|relayed) (?:\w+ ){{0,3}}?threats?\b"),
        (
            "warning-given",
            (
                r"(?P<warner>(?:an? |the )?(?:\w+ ){0,2}(?:warnings?|alerts?|tip-offs?|tip|"
                r"advisory))[^.;]{0,60}? (?:had been|has been|was|were|had) (?:\w+ )?(?:shared|issued|"
                r"circulated|passed|"
                r"sent|given|received|ignored|led|relayed|conveyed)"
            ),
        ),
        (
            "tip-from",
            (
                r"(?P<warner>(?:an? |the )(?:\w+ ){0,2}(?:tip-offs?|warning|"
                r"alert)) from (?:\w+ ){0,6}[^.;]{0,60}? (?:had )?(?:led|helped|allowed|prompted)"
            ),
        ),
    )
)
_SPECIFIC: Final = re.compile(rf"\b{_DANGER}\b", re.IGNORECASE)
_EARLIER: Final = re.compile(rf"\b(?:had|{_BEFORE}|the warning|ignored|missed|heed|act on)\b", re.IGNORECASE)
_OF_LATER: Final = re.compile(
    r"\b(?:warned|alerted|cautioned|advised) (?:that )?(?:the )?(?:\w+ )?(?:toll|number|death|more|against|"
    r"motorists|people to (?:avoid|stay)|residents to (?:stay|avoid|remain)|"
    r"it (?:would|will)|there (?:would|will|could))|\bearly-warning|retaliat|reveng|further (?:attacks|"
    r"violence)|could rise|may rise|likely to rise|"
    r"\b(?:would|will) (?:respond|punish|hunt)|\bwithout warning\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:denied|denies|denying|rejected|dismissed (?:reports|claims|"
    r"suggestions))\b[^.;]{0,60}?(?:warn|alert|tip)|\b(?:no|not|never|"
    r"without any)\b[^.;]{0,30}?(?:warn|alert|tip-off)|"
    r"\b(?:had|was|were|has|have)(?: been)? (?:not|never)(?: been)? (?:warned|alerted|told|tipped off|informed)\b|"
    r"\bno (?:prior|advance|specific|credible|earlier) (?:intelligence|information|indications?)\b",
    re.IGNORECASE,
)


def propose_warnings(report: Report, sentences: list[Sentence]) -> Iterator[Proposal]:
    """Every sentence that says of a warning before the attack that it was, or was not, given."""
    for sentence in sentences:
        text = sentence.text
        if _OF_LATER.search(text) or not (_EARLIER.search(text) or _DENIED.search(text)):
            continue
        match, rule = next(((found, rule) for rule, form in _GIVEN if (found := form.search(text))), (None, ""))
        if match is None or not _of_danger(text, match, rule):
            continue
        denied = _DENIED.search(text) is not None
        parts = match.groupdict()
        value = {
            "polarity": (Polarity.DENIED if denied else Polarity.AFFIRMED).value,
            "warner": _plain(parts.get("warner")),
            "recipient": _plain(parts.get("recipient")),
        }
        yield Proposal(
            kind=ProposalKind.WARNING,
            value=value,
            identity={"polarity": value["polarity"], "warner": fold(value["warner"])},
            anchor=anchored(report.text, *_span(sentence, match)),
            sentence=text,
            rule=rule,
            background=speaks_of_another(text),
        )


def _of_danger(text: str, match: re.Match[str], rule: str) -> bool:
    """Whether what was warned of is an attack or a threat, in the words after the verb."""
    if rule in {
        "had-warned",
        "told-of-attack",
        "never-warned",
        "threat-passed-on",
        "warnings-ignored",
        "tipped-off",
        "warning-shared",
        "warning-given",
        "tip-from",
        "no-intelligence",
        "had-been-warned",
    }:
        return True
    return _SPECIFIC.search(text[match.start() :]) is not None


def _span(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """Where the words of a match stand, from whoever warned on, without the white space around them."""
    start = match.start() + (match[0].rfind(" that ", 0, match[0].find("warn")) + 1 if " that " in match[0] else 0)
    words = sentence.text[start : match.end()]
    return sentence.at(start + len(words) - len(words.lstrip())), sentence.at(start + len(words.rstrip()))


def _plain(words: str | None) -> str:
    """A name in the report's words, without what leads to it ("told reporters that the")."""
    name = (words or "").strip().rpartition(" that ")[2]
    return re.sub(r"^(?:that|and|the|an?) ", "", name)[:200]
