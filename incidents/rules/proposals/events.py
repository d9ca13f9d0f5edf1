"""Whether words speak of an attack, of what was said or done about one, or of another attack than this one.

The idea behind every rule here: in a news sentence a date or a place belongs to the nearest verb or noun of happening
before it, and where there is none before it, to the first one after it.
"""

import re
from dataclasses import dataclass
from typing import Final

from incidents.rules.proposals.sentences import Sentence

ATTACK_NOUN: Final = (
    r"(?:attacks?|assaults?|bomb(?:ing|er)?s?|blasts?|explosions?|explosives?|shootings?|stabbings?|raids?|ambush(?:es)?|massacres?|"
    r"killings?|kidnappings?|abductions?|hijackings?|assassinations?|murders?|siege|rampage|arson|strikes?|"
    r"detonations?|beheadings?|mortar|rockets?|grenades?|incident|atrocity|car bomb|clash(?:es)?|ramming)"
)
ATTACK_VERB: Final = (
    r"(?:attack(?:ed|ing|s)?|kill(?:ed|ing|s)|murdered|wound(?:ed|ing)|injur(?:ed|ing)|shot|shooting|gunned down|"
    r"stabb(?:ed|ing)|explod(?:ed|es|ing)|detonat(?:ed|es|ing)|went off|go(?:es)? off|blew|blown|bombed|"
    r"ambush(?:ed|ing)?|storm(?:ed|s|ing)|raid(?:ed|ing)|kidnapp?(?:ed|ing)|abduct(?:ed|ing)|hijack(?:ed|ing)|"
    r"seized|snatched|took hostage|taken hostage|assassinat(?:ed|ing)|massacred|beheaded|hacked|slashed|"
    r"opened fire|open(?:s|ing)? fire|fired on|firing|came under (?:fire|attack)|ramm(?:ed|ing)|plough(?:ed|ing)|"
    r"plow(?:ed|ing)|tore through|ripp(?:ed|ing) through|rocked|torched|set (?:\w+ ){1,4}(?:on fire|ablaze|alight)|"
    r"setting (?:\w+ ){1,4}alight|were thrown|was thrown|hurled|lobbed|died|perished|struck|hit|hits|held up|"
    r"claimed the lives|left (?:\w+[ -]){1,5}dead|blow(?:s|ing)? up|was released in|target(?:ed|ing))"
)
_WEAK_VERB: Final = (
    r"(?:arrived|stopped|boarded|entered|happened|occurred|took place|began|started|carried out|unfolded|burst|"
    r"leave|left|saw|heard|came|burned|burning)"
)
_WHO_OR_WHAT: Final = re.compile(
    r"\b(?:gunm[ae]n|armed men|attackers?|assailants?|militants|bombers?|insurgents|fighters|raiders|convoy|bus|"
    r"it|siege|raid|incident|(?:two|three|four|several|masked) men)\b",
    re.IGNORECASE,
)
AFTERWARDS: Final = (
    r"(?:sa(?:id|ys?)|t(?:old|ells?)|announced|added|reported|confirmed|stated|declared|wrote|acknowledged|"
    r"describ(?:ed|es)|promised|quoted|arrest(?:ed|s)|detained|questioned|charged|released|gathered|suspended|expected|"
    r"accused|convicted|found|sentenced|circulated|denied|den(?:ies|ying)|claimed|claims|took responsibility|"
    r"commented|warn(?:ed|ing)?s?|advised|alert(?:ed)?|revised|emerged|buried|ended|visited|condemned|mourn(?:ed|ing)|"
    r"concluded|remember|foiled|rented|met|opened an|closed|resumed|appeared|pledged|vowed|"
    r"called|urged|fled|recovered|published|shared|received|treating|asking|demanded|briefed|speaking|spoke|"
    r"(?:press|news) (?:conference|briefing)|statement)"
)
HAPPENING: Final = re.compile(rf"\b(?:(?P<attack>{ATTACK_VERB}|{ATTACK_NOUN})|(?P<weak>{_WEAK_VERB})|{AFTERWARDS})\b", re.I)
_ATTACK: Final = re.compile(rf"\b(?:{ATTACK_VERB}|{ATTACK_NOUN})\b", re.I)
_NOUN_AFTER: Final = re.compile(
    rf"(?:['’]s?)?,?\s+(?:(?!(?:said|told|that|by|in|on|after|when|and|at|to|of|who|the|an?)\b)[\w'’-]+\s+){{0,4}}?"
    rf"(?:{ATTACK_NOUN})\b",
    re.I,
)
_ANOTHER: Final = re.compile(
    r"\b(?:separate(?:ly)?|similar|previous|an earlier|unrelated|past)\s+(?:\w+\s+){0,2}?(?:attack|incident|raid|bombing|"
    r"blast|assault|shooting|kidnapping|ambush|killing)s?\b|^(?:separately|elsewhere|in another)\b|"
    r"\b(?:last year|(?:years?|months|decades?) ago|in recent (?:years|months)|since (?:19|20)\d\d)\b|"
    r"\bfor (?:years|months|decades)\b|\boften (?:target|attack)|\b(?:first|second|third|fourth|fifth|sixth|latest) such\b|"
    r"\b(?:the year|months?) before\b|\bhas(?:ve)? (?:repeatedly|often)\b",
    re.I,
)
_SUPPOSED: Final = re.compile(
    r"\b(?:could|would|might|may|should|if|planned to|plotted to|threaten(?:ed|ing|s)? to|vowed to|plot to)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a date or a place belongs to: an attack, or anything else."""

    attack: bool


def speaks_of_attack(words: str) -> bool:
    """Whether the words hold a noun or verb of an attack."""
    return _ATTACK.search(words) is not None


def speaks_of_another(words: str) -> bool:
    """Whether the words speak of other attacks than the one reported, or of attacks in general."""
    return _ANOTHER.search(words) is not None


def is_supposed(words: str) -> bool:
    """Whether the words hold something that has not happened."""
    return _SUPPOSED.search(words) is not None


def belongs_to_attack(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words at [start, end) of a sentence say when or where an attack happened."""
    if _NOUN_AFTER.match(sentence.text[end:]):
        return True
    before = [found for found in HAPPENING.finditer(sentence.text[:start]) if _counts(found, sentence.text)]
    if before:
        return before[-1]["attack"] is not None or before[-1]["weak"] is not None
    after = (found for found in HAPPENING.finditer(sentence.text, end) if _counts(found, sentence.text))
    first = next(after, None)
    return first is not None and (first["attack"] is not None or first["weak"] is not None)


def _counts(found: re.Match[str], text: str) -> bool:
    """A verb that may be of anything ("began") counts where somebody or something of an attack is there to do it."""
    return found["weak"] is None or bool(_WHO_OR_WHAT.search(text)) or speaks_of_attack(text)
