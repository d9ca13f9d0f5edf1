"""Whether words speak of an attack, of what was said or done about one, or of another attack than this one.

The idea behind every rule here: in a news sentence a date or a place belongs to the nearest verb or noun of happening
before it, and where there is none before it, to the first one after it.
"""

import re
from enum import IntEnum
from typing import Final

from incidents.rules.proposals.sentences import Sentence

ATTACK_NOUN: Final = (
    r"(?:attacks?|assaults?|bomb(?:ing|er)?s?|blasts?|explosions?|explosives?|shootings?|stabbings?|raids?|"
    r"ambush(?:es)?|massacres?|"
    r"killings?|kidnappings?|abductions?|hijackings?|assassinations?|murders?|siege|rampage|arson|strikes?|"
    r"detonations?|fighting|violence|bloodshed|carnage|stand-?off|hostage-taking|beheadings?|mortar|rockets?|"
    r"grenades?|incident|atrocity|car bomb|clash(?:es)?|ramming)"
)
ATTACK_VERB: Final = (
    r"(?:attack(?:ed|ing|s)?|kill(?:ed|ing|s)|murdered|wound(?:ed|ing)|injur(?:ed|ing)|shot|shooting|gunned down|"
    r"stabb(?:ed|ing)|explod(?:ed|es|ing)|detonat(?:ed|es|ing)|went off|go(?:es)? off|blew|blown|bombed|"
    r"ambush(?:ed|ing)?|storm(?:ed|s|ing)|raid(?:ed|ing)|kidnapp?(?:ed|ing)|abduct(?:ed|ing)|hijack(?:ed|ing)|"
    r"seized|snatched|(?:was|were|been) (?:cut|sawn)|sever(?:ed|ing)|sabotaged?|sabotaging|breach(?:ed|ing)|"
    r"destroyed|wrecked|demolished|brought down|arsonists?|saboteurs?|"
    r"punctured|holed|vandali[sz]ed|toppl(?:ed|ing)|felled|"
    r"burst into|shook|slamm(?:ed|ing) into|crash(?:ed|ing) into|march(?:ed|ing)|driven into|drove into|"
    r"took hostage|taken hostage|assassinat(?:ed|ing)|massacred|beheaded|hacked|slashed|"
    r"opened fire|open(?:s|ing)? fire|fired (?:\w+ ){0,2}?(?:on|at|into)|firing|"
    r"came under (?:fire|attack)|ramm(?:ed|ing)|plough(?:ed|ing)|"
    r"plow(?:ed|ing)|tore through|ripp(?:ed|ing) through|rocked|torched|set (?:\w+ ){0,4}(?:on fire|ablaze|"
    r"alight)|overran|"
    r"setting (?:\w+ ){1,4}alight|were thrown|was thrown|hurled|lobbed|died|perished|struck|hit|hits|held up|"
    r"claimed the lives|left (?:\w+[ -]){1,5}dead|blow(?:s|ing)? up|was released in|descended|slaughtered|sprayed|"
    r"target(?:ed|ing)|commandeer(?:ed|ing)|swooped|butchered|mow(?:ed|n|ing) down|rained|pelted|round(?:ed|ing) up|"
    r"herded|flung|"
    r"tossed|threw|lobbing|derail(?:ed|ing)|erupted|ran over|gassed|poisoned|razed|gutted|executed|riddled|took over|"
    r"taken captive|"
    r"led away|marched off|carried off|cut down|burnt down|burned down|plant(?:ed|ing) (?:\w+ ){0,2}?(?:charges?|"
    r"bombs?|explosives|devices?|"
    r"mines?)|laid waste|crash(?:ed|ing) through|was driven (?:into|through|at)|strafed|shelled|looted|held hostage)"
)
_WEAK_VERB: Final = (
    r"(?:arrived|stopped|blocked|intercepted|surrounded|approached|grabbed|dragged|bundled|"
    r"marched|pulled up|carried off|boarded|entered|happened|occurred|took place|began|started|"
    r"carried out|unfolded|burst|"
    r"leave|left|saw|heard|came|burned|burning)"
)
_WHO_OR_WHAT: Final = re.compile(
    r"\b(?:gunm[ae]n|armed men|attackers?|assailants?|militants|bombers?|insurgents|fighters|raiders|convoy|bus|"
    r"it|siege|raid|incident|(?:two|three|four|several|masked) men)\b",
    re.IGNORECASE,
)
AFTERWARDS: Final = (
    r"(?:sa(?:id|ys?)|t(?:old|ells?)|announced|added|report(?:ed|s)?|confirmed|stated|declared|wrote|acknowledged|"
    r"describ(?:ed|es)|promised|quoted|arrest(?:ed|s)|detained|questioned|charged|released|gathered|suspended|expected|"
    r"accused|convicted|found|sentenced|circulated|denied|den(?:ies|ying)|claimed|claims|took responsibility|"
    r"commented|warn(?:ed|ing)?s?|advised|alert(?:ed)?|revised|emerged|buried|ended|visited|condemned|mourn(?:ed|ing)|"
    r"concluded|remember|foiled|rented|met|opened an|closed|resumed|appeared|pledged|vowed|"
    r"called|urged|fled|recovered|published|shared|received|treat(?:ing|ed)|asking|demanded|briefed|speaking|spoke|"
    r"search(?:ed|ing)|cautioned|took charge|taken charge|held a|staged a (?:protest|demonstration|rally)|protested|"
    r"strongly suspected|boasted|boasts|hailed|celebrated|posted|e-?mailed|uploaded|mailed|phoned|texted|threatened|"
    r"regretted|denounced|"
    r"deplored|"
    r"investigated|interviewed|"
    r"(?:(?:press|news) conference|briefings?|interview)|statement|issu(?:es|ed))"
)
HAPPENING: Final = re.compile(
    rf"\b(?:(?P<attack>{ATTACK_VERB}|{ATTACK_NOUN})|(?P<weak>{_WEAK_VERB})|{AFTERWARDS})\b", re.IGNORECASE
)
_ATTACK: Final = re.compile(rf"\b(?:{ATTACK_VERB}|{ATTACK_NOUN})\b", re.IGNORECASE)
_NOUN_AFTER: Final = re.compile(
    rf"(?:['’]s?)?,?\s+(?:(?!(?:said|told|that|by|in|on|after|when|and|at|to|of|who|the|an?|with|for|over|from|about|"
    rf"against|as|before|since)\b)"
    rf"[\w'’-]+\s+){{0,4}}?"
    rf"(?:{ATTACK_NOUN})\b",
    re.IGNORECASE,
)
_ANOTHER: Final = re.compile(
    r"\b(?:separate(?:ly)?|similar|previous|an earlier|unrelated|past)\s+(?:\w+\s+){0,2}?(?:attack|incident|"
    r"raid|bombing|"
    r"blast|assault|shooting|kidnapping|ambush|killing)s?\b|^(?:separately|elsewhere|in another|also on \w+day|"
    r"meanwhile,? in)\b|"
    r"\b(?:last year|(?:years?|months|decades?) ago|in recent (?:years|months)|since (?:19|20)\d\d)\b|"
    r"\b(?:has|have|had) (?:\w+ )?(?:been \w+|attacked|fought|waged|killed|battled|plagued|terrori[sz]ed|targeted|"
    r"raided|suffered|carried out)\b"
    r"[^.;]{0,60} for (?:\w+ )?(?:years|decades)\b|\boften (?:target|attack)|"
    r"\b(?:the year) before\b|\bin the past\b|\bsince the (?:\w+ )?(?:insurgency|conflict|war|uprising|rebellion|"
    r"truce|coup|fighting|violence)\b|"
    r"\b(?:killed|died|wounded|injured|abducted|attacks?|attacked|dead|cases?|"
    r"incidents?)\b[^.;]{0,80}? (?:(?:so far |already )?this "
    r"year|(?:so far|already) this (?:month|week)|in the (?:past|last) (?:\w+ )?(?:days|weeks|months|years?|decade)|"
    r"in all of (?:19|20)\d\d)\b|"
    r"\b(?:[\w-]+ )?(?:years?|months|decades?) (?:to the day )?(?:after|since) (?:\d|an?\b|the\b|\w+ (?:people|were|"
    r"was))|"
    r"\bthe (?:[\w-]+ )?(?:conflict|war|insurgency|violence|fighting|rebellion|unrest|crisis) (?:\w+ ){0,4}?(?:has|"
    r"have) (?:\w+ )?(?:killed|claimed|caused|cost|"
    r"left|driven|displaced)\b|\bsimilar (?:\w+ )?(?:cases?|episodes?|poisonings?|outbreaks?|explosions?|blazes?|"
    r"fires?|outages?)\b|"
    r"\b(?:claimed|carried out|staged|committed|behind|blamed for|linked to) (?:\w+ ){0,3}?(?:other|previous|earlier|"
    r"past|dozens of|several|"
    r"numerous|many) (?:\w+ )?(?:attacks?|bombings?|killings?|raids?|kidnappings?|blasts?)\b|\bnot the first (?:time|"
    r"attack|such)\b|"
    r"\bhas(?:ve)? (?:repeatedly|often)\b|\b(?:last|previously) (?:attacked|hit|targeted|bombed)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r", (?:where|which|who|whose|whom|when|(?:an?|the) [^,.;]{1,40}? (?:that|which|who))\b[^,.;]*(?:,|(?=[.;])|$)"
)
_ELSEWHERE: Final = re.compile(r"; [^;:]*\belsewhere\b", re.IGNORECASE)
_OF_LAST_YEAR: Final = re.compile(
    r"((?:January|February|March|April|May|June|July|August|September|October|November|December)) last year",
    re.IGNORECASE,
)
"""A day of last year is a date like others."""

_DIED: Final = re.compile(r"died|perished|dies", re.IGNORECASE)
"""People die on another day, too, than that of the attack."""

_OF_WOUNDS: Final = re.compile(
    r"\b(?:in (?:an? |the )?(?:\w+ )?hospital|of (?:his|her|their) (?:\w+ )?(?:wounds|injuries|burns)|"
    r"on life support|intensive care)\b"
)
_BY_FORCES: Final = re.compile(
    r"\b(?:special forces|security forces|commandos|police(?:m[ae]n)?|officers|troops|soldiers|the army|snipers|"
    r"marines)(?: (?:in|from|of|near) [^.,;]{2,40}?)?(?: (?:then|later|finally))? $",
    re.IGNORECASE,
)
_MAY_END_IT: Final = re.compile(r"storm|raid|kill|shot|open|fir|wound", re.IGNORECASE)
"""What police and soldiers do who end an attack."""

_WARNS: Final = re.compile(r"^(?:warn|alert|advis|shared|received)", re.IGNORECASE)
_LOOKS_BACK: Final = re.compile(
    r"^(?:ended|condemn|mourn|remember|revised|buried|foiled|boast|hail|celebrat|denounc|deplor|investigat|convict|"
    r"sentenc|"
    r"praised|claimed|claims|accus|den(?:ied|ies)|discuss|regret)",
    re.IGNORECASE,
)
_OF_CONTENT: Final = re.compile(
    (
        r"\b(?:had|have|has|was|were) |\b(?:an?|the|its|their) [\w -]*?(?:attackers?|gunm[ae]n|bombers?|"
        r"assailants?|fighters|members) [a-z]"
    ),
    re.IGNORECASE,
)
_SPEECH: Final = re.compile(
    r"^(?:sa(?:id|ys?)|t(?:old|ells?)|announced|added|confirmed|stated|declared|acknowledged|wrote)$", re.IGNORECASE
)
"""A verb of speech, and what shows that words after it are of what was said, not of when."""
_OPENING: Final = " \"'“\u2018*-"
"""What may stand before the first word of a sentence."""
_SHORT_WAY: Final = 45
"""Characters between a verb and the attack that is its object: "ended a 14-hour siege", "a warning of an attack"."""

_SUPPOSED: Final = re.compile(
    r"\b(?:could|would|might|may|should|if|planned to|plotted to|threaten(?:ed|ing|s)? to|vowed to|plot to)\b",
    re.IGNORECASE,
)


def speaks_of_attack(words: str) -> bool:
    """Whether the words hold a noun or verb of an attack."""
    return _ATTACK.search(words) is not None


def without_asides(words: str) -> str:
    """The main clause of a sentence."""
    return _ASIDE.sub(" ", words)


def speaks_of_another(words: str) -> bool:
    """Whether the main clause speaks of other attacks than the one reported, or of attacks in general."""
    return _ANOTHER.search(without_asides(_OF_LAST_YEAR.sub(r"\1", words))) is not None


def in_aside_on_another(text: str, place: int) -> bool:
    """Whether a character stands in a clause beside the main one that speaks of other attacks."""
    if any(one.start() <= place < one.end() for one in _ELSEWHERE.finditer(text)):
        return True
    asides = (one for one in _ASIDE.finditer(text) if one.start() <= place < one.end())
    return any(_ANOTHER.search(one[0]) for one in asides)


def is_supposed(words: str) -> bool:
    """Whether the words hold something that has not happened."""
    return _SUPPOSED.search(words) is not None


class Tie(IntEnum):
    """How surely words belong to an attack."""

    NONE = 0
    WEAK = 1
    STRONG = 2


def belongs_to_attack(sentence: Sentence, start: int, end: int, *, as_day: bool = False) -> Tie:
    """Whether the words at [start, end) of a sentence say where, or ``as_day`` when, an attack happened.

    Strongly where the nearest verb or noun before them is one of attack, weakly where it may be of anything or follows.
    """
    if _NOUN_AFTER.match(sentence.text[end:]):
        return Tie.STRONG
    before = [found for found in HAPPENING.finditer(sentence.text[:start]) if _counts(found, sentence.text)]
    if before and as_day and _DIED.fullmatch(before[-1][0]):
        late = _OF_WOUNDS.search(sentence.text[:start]) or _OF_WOUNDS.search(sentence.text[end:])
        return Tie.NONE if late else Tie.WEAK
    if before and not _is_object(before, as_day=as_day):
        went_on = len(before) > 1 and before[-2]["attack"] and before[-1].start() - before[-2].end() < _SHORT_WAY
        if before[-1]["attack"] or (before[-1]["weak"] and went_on):
            return Tie.STRONG
        return Tie(before[-1]["weak"] is not None)
    if before:
        said = as_day and _SPEECH.match(before[-1][0]) and _OF_CONTENT.search(sentence.text[before[-1].end() : start])
        return Tie.WEAK if said else Tie.NONE
    after = (found for found in HAPPENING.finditer(sentence.text, end) if _counts(found, sentence.text))
    first = next(after, None)
    return Tie(first is not None and (first["attack"] is not None or first["weak"] is not None))


def _is_object(before: list[re.Match[str]], *, as_day: bool) -> bool:
    """Whether the last attack is what a verb before it speaks of, so that the words belong to that verb."""
    if len(before) == 1 or before[-1].start() - before[-2].end() > _SHORT_WAY:
        return False
    verb = before[-2][0]
    return bool(_WARNS.match(verb) or (as_day and _LOOKS_BACK.match(verb)))


def _counts(found: re.Match[str], text: str) -> bool:
    """A verb that may be of anything ("began") counts where somebody or something of an attack is there to do it.

    What has a capital inside a sentence is part of a name: Tell Qasr, the Strike Force.
    """
    if found[0][0].isupper() and text[: found.start()].strip(_OPENING):
        return False
    if _MAY_END_IT.match(found[0]) and _BY_FORCES.search(text[: found.start()]):
        return False
    return found["weak"] is None or bool(_WHO_OR_WHAT.search(text)) or speaks_of_attack(text)
