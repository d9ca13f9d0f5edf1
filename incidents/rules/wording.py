"""Neutral wording, as a rule that a machine can check.

The record describes; it does not admire, rank or condemn. These words do one of the three in their usual news sense.
The check is for what *we* write: titles, summaries, labels, messages. Words inside “…” or «…» are somebody
else's and stay as they were said.
"""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»")

_VIOLENCE = (
    r"(?:attacks?|assaults?|assassinations?|bombings?|blasts?|explosions?|hijackings?|operations?|raids?|strikes?)"
)


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """One loaded word or phrase where it stands in the text, and what to write instead."""

    words: str
    start: int
    end: int
    advice: str | Promise


@dataclass(frozen=True, slots=True)
class WordingRule:
    """A pattern, matched as whole words in any case, and the advice to whoever wrote it."""

    pattern: re.Pattern[str]
    advice: str | Promise


def _rule(pattern: str, advice: str | Promise) -> WordingRule:
    return WordingRule(re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE), advice)


_ADMIRES = _("It admires a skill: say what the person is said to have done (planned, directed), and who says so.")
_SUCCEEDS = _("An attack is not a success: say what happened (it detonated, it was stopped).")
_RANKS = _("It ranks attacks by their dead: give the figures and let them stand.")
_COLOURS = _("It colours the event: give the figures and what happened.")
_JUDGES = _("It judges the people instead of naming the act: say what they are said to have done, and who says so.")
_SHOUTS = _("It belongs to a headline: say what happened, where and when.")
_EXCUSES = _("It hides the harm: say who was hurt and how.")
_PRAISES = _("It is the language of the attackers' own statements: use the plain word, or quote the speaker.")

RULES: tuple[WordingRule, ...] = (
    _rule(r"master-?minds?|master-?minded|master-?minding|(?:criminal|evil) genius(?:es)?", _ADMIRES),
    _rule(r"sophisticated|audacious(?:ly)?|daring(?:ly)?|spectacular(?:ly)?|surgical(?:ly)?", _ADMIRES),
    _rule(rf"(?:un)?successful(?:ly)? (?:\w+ ){{0,2}}{_VIOLENCE}|success of the {_VIOLENCE}", _SUCCEEDS),
    _rule(r"(?:un)?successfully (?:attack|bomb|assassinat|detonat|hijack|kill|target)\w*", _SUCCEEDS),
    _rule(rf"failed {_VIOLENCE}|botched|foiled|perfectly executed", _SUCCEEDS),
    _rule(r"(?:deadl|blood|grisl|bloodthirst)iest|(?:most|more) (?:deadly|bloody|lethal|brutal|devastating)", _RANKS),
    _rule(r"worst (?:ever )?(?:terror(?:ist)? )?(?:attack|bombing|massacre|atrocity)s?|record death toll", _RANKS),
    _rule(r"body counts?|kill counts?|scor(?:e|ed|ing) (?:a|another) hit", _RANKS),
    _rule(r"carnage|bloodbaths?|bloodshed|slaughter(?:s|ed|ing)?|butcher(?:s|ed|ing|y)?", _COLOURS),
    _rule(
        r"horrific(?:ally)?|horrifying(?:ly)?|gruesome(?:ly)?|grisly|heinous(?:ly)?|ghastly|shocking(?:ly)?", _COLOURS
    ),
    _rule(r"brutal(?:ly)?|savage(?:s|ly|ry)?|barbar(?:ic|ous|ity|ism)|senseless(?:ly)?|cowardly|despicable", _COLOURS),
    _rule(r"evil|fanatics?|fanatical(?:ly)?|madm[ae]n|maniacs?|monsters?|thugs?|vermin|scum|evil-?doers?", _JUDGES),
    _rule(r"terror (?:rampage|spree|blitz|hell|mastermind)|reign of terror|killing spree|rampages?|mayhem", _SHOUTS),
    _rule(r"tragic(?:ally)?|heart-?breaking|heart-?rending|unthinkable|unspeakable", _SHOUTS),
    _rule(
        r"neutrali[sz](?:e|ed|es|ing|ation)|collateral damage|liquidat(?:e|ed|es|ing)",
        _EXCUSES,
    ),
    _rule(r"(?-i:martyr(?:s|ed|dom)?|holy warriors?|infidels?|crusaders?|apostates?)", _PRAISES),
)
"""The list, one row a reason. A word that has a plain descriptive sense in the field is not on it.

The last row is matched in lower case only: “Martyrs” with a capital is part of the names of squares and organisations.
"""


def find_loaded_words(text: str) -> list[LoadedWord]:
    """Return every loaded word of our own in the text, in the order in which they stand; empty when it is neutral."""
    own = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    found = [
        LoadedWord(text[match.start() : match.end()], match.start(), match.end(), rule.advice)
        for rule in RULES
        for match in rule.pattern.finditer(own)
    ]
    return sorted(found, key=lambda word: (word.start, -word.end))
