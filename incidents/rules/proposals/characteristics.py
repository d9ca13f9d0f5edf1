"""What kind of attack: types, weapons, tactics, targets and the outcome, by the words of ``lexicon``.

Parts of the value: ``characteristic`` (as ``CharacteristicKind``), ``code`` and ``detail``, the words themselves.
"""

import re
from collections.abc import Iterator
from typing import Final

from incidents.choices import AttackType, CharacteristicKind, Outcome, ProposalKind, WeaponType
from incidents.rules.anchoring import anchored
from incidents.rules.proposals.events import (
    ATTACK_NOUN,
    ATTACK_VERB,
    in_aside_on_another,
    is_supposed,
    speaks_of_another,
    speaks_of_attack,
)
from incidents.rules.proposals.lexicon import ATTACKS, FAKED, OUTCOMES, TACTICS, TARGETS, WEAPONS, compiled
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence

_TABLES: Final = tuple(
    (kind, code.value, compiled(words))
    for kind, table in (
        (CharacteristicKind.ATTACK_TYPE, ATTACKS),
        (CharacteristicKind.WEAPON_TYPE, WEAPONS),
        (CharacteristicKind.TACTIC, TACTICS),
        (CharacteristicKind.OUTCOME, OUTCOMES),
    )
    for code, words in table
)
_FOILED: Final = compiled(dict(OUTCOMES)[Outcome.FOILED])
_ASSASSINATED: Final = compiled(dict(ATTACKS)[AttackType.ASSASSINATION])
_TARGETS: Final = tuple((code.value, compiled(words)) for code, words in TARGETS)
_NOT_SO: Final = re.compile(
    r"\b(?:no|not|never|without|denied|ruled out|neither|wasn[’']t|weren[’']t)(?: \w+){0,4}? ?$", re.IGNORECASE
)
_AIMED: Final = re.compile(
    rf"\b(?:{ATTACK_VERB}|{ATTACK_NOUN}|bombed|bomb|rammed|stopped|boarded|entered|(?:plot|planned|plotted) to \w+)\b"
    r"(?:(?! but | that | when | who | while )[^.;:,]){0,40}?(?:\b(?:on|at|against|in|inside|outside|of|into|"
    r"from|through|near|targeting|hit|hits|struck|"
    r"stormed|during)\b(?! \d))?(?: (?:an?|the|his|her|their|two|three|several))?(?: [\w’'-]+){0,3}? ?$",
    re.IGNORECASE,
)
_CLAIMED: Final = re.compile(
    r"\b(?:claim(?:ed|s)?|responsibility|in a (?:message|statement|recording|call))\b(?:(?!kill|wound|struck|"
    r"hit\b).){0,60}$",
    re.IGNORECASE,
)
_SUFFERED: Final = re.compile(
    r"^(?: [\w’'-]+){0,6}?,? (?:(?:(?:was|were|came|had been|has been|have been)(?: \w+ly)? (?:attacked|hit|"
    r"ambushed|struck|under fire|"
    r"under attack|bombed|targeted|stopped|torched|stormed|raided|overrun|blown up|hijacked|seized|"
    r"set (?:alight|ablaze|on fire))|"
    r"(?:attacked|ambushed|bombed|raided|hijacked|torched|targeted|stormed) (?:by|in|near|on|at|outside|as)\b))",
    re.IGNORECASE,
)
_SPEAKS: Final = re.compile(
    r"^(?:[’']s)?(?: (?:chief|spokes\w+|officials?|commander|commissioner|sources?|official|director|[A-Z][\w-]+))*,? "
    r"(?:sa(?:id|ys?)|t(?:old|ells?)|reported|confirmed|had|have|has|are|were (?:able|called))\b"
)
_WHO_ATTACKED: Final = re.compile(
    r"\b(?:attackers?|assailants?|suspects?|bombers?|s?he|they|both|them)(?: \w+)? (?:was|were|"
    r"being|before being) $",
    re.IGNORECASE,
)
_FAKED: Final = re.compile(rf"\b(?:{FAKED}) (?:\w+ )?$", re.IGNORECASE)
_SHOWN: Final = 2
"""Kinds of target at most: those that stand first. More than two are as a rule the surroundings of the attack."""


def propose_characteristics(report: Report, sentences: list[Sentence]) -> Iterator[Proposal]:
    """Every coded fact that the report's own event seems to have, and those of other events as background."""
    targets: list[str] = []
    for sentence in sentences:
        for kind, code, pattern in _TABLES:
            for match in pattern.finditer(sentence.text):
                if (
                    not _NOT_SO.search(sentence.text[: match.start()])
                    and not _said_finer(code, sentence.text)
                    and not _of_defence(code, sentence.text[: match.start()])
                    and not _FAKED.search(sentence.text[: match.start()])
                ):
                    yield _proposal(report, sentence, match, kind, code)
        background = speaks_of_another(sentence.text)
        for code, match in _aimed_at(sentence.text):
            if background or code in targets or len(targets) < _SHOWN:
                if not background and code not in targets:
                    targets.append(code)
                yield _proposal(report, sentence, match, CharacteristicKind.TARGET_TYPE, code)


def _said_finer(code: str, text: str) -> bool:
    """Whether the sentence calls an armed assault by its more exact name, an assassination."""
    return code == AttackType.ARMED_ASSAULT and _ASSASSINATED.search(text) is not None


def _of_defence(code: str, before: str) -> bool:
    """Whether a weapon is the one that ended the attack: "the attacker was shot dead"."""
    return code == WeaponType.FIREARMS and _WHO_ATTACKED.search(before) is not None


def _aimed_at(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Whom the attack in a sentence was aimed at: after the verb and a preposition, or before what was done to it."""
    if not speaks_of_attack(text):
        return
    taken: list[re.Match[str]] = []
    for code, pattern in _TARGETS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end() and other.start() < match.end() for other in taken):
                continue
            after = text[match.end() :]
            if _SPEAKS.match(after) or (is_supposed(text[: match.start()]) and not _FOILED.search(text)):
                continue
            if in_aside_on_another(text, match.start()) or _CLAIMED.search(text[: match.start()]):
                continue
            if _AIMED.search(text[: match.start()]) or _SUFFERED.match(after):
                taken.append(match)
                yield code, match


def _proposal(
    report: Report, sentence: Sentence, match: re.Match[str], kind: CharacteristicKind, code: str
) -> Proposal:
    return Proposal(
        kind=ProposalKind.CHARACTERISTIC,
        value={"characteristic": kind.value, "code": code, "detail": match[0]},
        identity={"characteristic": kind.value, "code": code},
        anchor=anchored(report.text, sentence.at(match.start()), sentence.at(match.end())),
        sentence=sentence.text,
        rule=f"words-of-{kind.value}",
        background=speaks_of_another(sentence.text),
    )
