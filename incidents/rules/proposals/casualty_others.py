# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Figures that are told of by other means than a clause around a number: whoever stopped the attack, one person by
name, a part of the figure before, what a figure was before, the same figure by somebody else.
"""

import re
from typing import Final

from incidents.rules.proposals.counting import QUANTITY
from incidents.rules.proposals.naming import NAME, TITLES

_FORCES: Final = (
    r"(?:police(?:m[ae]n)?|officers?|soldiers?|troops|(?:body)?guards?|security forces|commandos|special forces|"
    r"gendarmes|marines|snipers?)"
)
STOPPED: Final = re.compile(
    rf"\b(?P<one>s?he|(?:the|a) (?:man|woman|driver|suspect|knifeman|gunman|attacker|assailant)|"
    rf"who) (?:\w+ )?was (?:\w+ )?(?P<what>shot dead|killed|shot and killed|gunned down)"
    rf" by (?:an? |the |\w+ ){{0,3}}?{_FORCES}\b|\b{_FORCES} (?:then |later )?(?P<what2>shot|killed) (?P<one2>him|"
    rf"her|the (?:man|woman|driver|attacker|gunman|assailant))(?: dead)?\b",
    re.IGNORECASE,
)
"""The attack ended by those who guard: whoever they killed had attacked."""

_SLAIN: Final = (
    r"(?:killed|shot dead|gunned down|murdered|assassinated|wounded|injured|abducted|kidnapped|snatched|"
    r"stabbed to death)"
)
_WHOEVER: Final = (
    rf"(?:(?:(?:{TITLES})\.? )*{NAME}|[Ss]he|[Hh]e|(?:[Aa]n?|[Tt]he) (?!\w+ly\b)(?:[a-z-]+ ){{0,4}}?[a-z-]+)"
)
NAMED_ONE: Final = tuple(
    re.compile(form)
    for form in (
        (
            rf"\b(?P<one>{_WHOEVER})(?:,? (?:aged )?\d{{1,3}})?(?:, [^.,;]{{3,80}},)? (?:was|has been|"
            rf"had been) (?:\w+ ){{0,2}}?(?P<what>{_SLAIN})\b"
        ),
        (
            rf"\b(?P<what>killed|shot dead|murdered|assassinated|wounded|injured|abducted|kidnapped|killing|wounding|"
            rf"injuring) (?P<one>(?:(?:{TITLES})\.? )*{NAME})"
        ),
        (
            rf"\b(?P<one>{_WHOEVER})(?:,? (?:aged )?\d{{1,3}})?(?:, [^.,;]{{3,80}},)? (?:later |also )?(?P<what>died|"
            rf"succumbed)\b"
        ),
    )
)
"""One person by name, pronoun or any noun: counted where a report has no number of the kind."""

ARE: Final = re.compile(
    (
        rf"(?:\band |, |\bthat )(?P<many>{QUANTITY}) (?:are|were|is|was)(?P<who>(?: (?!(?:in|on|at|to|still|"
        rf"being)\b)[a-z-]+){{1,3}})"
    ),
    re.IGNORECASE,
)
"""A part of the figure before it: "nine died, and two were children"."""

LIKEWISE: Final = re.compile(
    (
        rf"\b(?:down|up|revised|raised|lowered)(?: (?:down|up))? from (?:an? (?:earlier|previous|"
        rf"initial) (?:\w+ )?(?:of )?)?(?P<many>{QUANTITY})"
    ),
    re.IGNORECASE,
)
"""What a figure was before."""

SAME_AGAIN: Final = re.compile(
    rf"\b(?:(?:the|that|its|their|this|a different) (?:number|figure|count|total|tally)(?: (?:is|was|were|of|given|"
    rf"as|at|to|put|stood|had|risen|would|be|now|rather))+|"
    rf"(?:sp(?:oke|eaks?|oken) of|counts?|counted|puts? (?:it|that|the (?:figure|number)) at|tallied|recorded|"
    rf"registered))"
    rf" [\"“‘']?(?P<many>{QUANTITY})(?P<who>(?: (?:people|persons|victims|compatriots|civilians|villagers|citizens|"
    rf"dead|names))?)(?![\w’'-]| [a-z]*s\b)",
    re.IGNORECASE,
)
"""A figure of what was counted last."""
