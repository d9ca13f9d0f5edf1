"""The words by which reports say that an attack had been warned of, or had not. How they are read is in ``warned``."""

import re
from typing import Final

from incidents.rules.proposals.events import ATTACK_NOUN

WHO: Final = r"(?P<warner>(?:[\w’'-]+ ){1,6}?)"
WHOM: Final = r"(?P<recipient>(?:(?!(?:of|about|that|on|not|in|over|to)\b)[\w’'-]++ ?){1,6}?)"
HAVE: Final = (
    r"(?:had |has |have |having |)(?:also |already |repeatedly |earlier |since |long |twice |previously |"
    r"separately |been )*"
)
RISK: Final = (
    rf"(?:{ATTACK_NOUN}|threats?|threatened|plots?|plans?|planned|planning|blown up|be (?:attacked|killed|bombed|"
    rf"next|hit)|targeted|danger|risks?|impending|imminent|preparing|infiltrat\w+|bombers?)"
)
DANGER: Final = re.compile(
    rf"\b(?:{ATTACK_NOUN}|threats?|plots?|plans?|danger|risks?|suspects?|m[ae]n|extremists?|militants|bombers?|"
    rf"cell|impending|imminent|"
    rf"planned|strangers?|suspicious|gathering|massing|armed|targets?)\b",
    re.IGNORECASE,
)
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_AGO: Final = (
    r"(?:(?:[\w-]+ )?(?:minutes?|hours?|days?|weeks?|months?|years?|fortnight)(?: or (?:two|more))? (?:before|"
    r"earlier|ago|in advance|previously))"
)
BEFORE: Final = (
    rf"(?:before|ahead of|prior to|earlier|in advance|beforehand|previously|{_AGO}|last (?:week|month|year|spring|"
    rf"summer|autumn|winter|\w+day)|"
    rf"the (?:day|week|month|night|morning|evening) before|the previous (?:day|week|month|night|year)|"
    rf"in the (?:days|weeks|months|hours) (?:before|leading)|"
    rf"in (?:early |late |mid-)?{_MONTH}|in \d{{4}}|on \w+day|on (?:\d{{1,2}} )?{_MONTH}|for (?:weeks|months|days)|"
    rf"since {_MONTH}|"
    rf"that (?:very |same )?(?:morning|week|afternoon|day))"
)
NOTE: Final = (
    r"(?:(?:written |verbal |anonymous |specific |credible |advance |prior |detailed |foreign |urgent |"
    r"telephone )*(?:warnings?|alerts?|tip-offs?|tips?|advisor(?:y|ies)|"
    r"(?:bomb |specific |credible |concrete )threats?|threatening (?:letters?|calls?|messages?|notes?|phone calls?|"
    r"leaflets?))|"
    rf"(?:intelligence|information|bulletins?|memos?|cables?|notes?|reports?|leaflets?|letters?|circulars?|"
    rf"notices?|messages?|complaints?|calls?|intercepts?)"
    rf"(?: [\w’'-]+){{0,4}}? (?:about|of|on|that|pointing to|suggesting|indicating|announcing|warning|threatening|"
    rf"describing)[^.;]{{0,60}}?\b{RISK})"
)
SENT: Final = (
    r"(?:shared|passed on|passed along|passed|issued|sent|circulated|conveyed|relayed|received|receiving|given|"
    r"gave|provided|handed(?: over)?|delivered|"
    r"forwarded|distributed|got|put out|raised|filed|logged|made|posted|published|obtained|intercepted|picked up|"
    r"reported|submitted|seen|written)"
)
UNHEEDED: Final = (
    r"(?:ignor(?:ed|ing)|missed|missing|overlook(?:ed|ing)|disregard(?:ed|ing)|fail(?:ed|ing|ure) to (?:act on|"
    r"heed|pass on|share|respond to|follow up)|"
    r"did (?:not|nothing about|nothing with) ?(?:act on|heed|pass on|share|respond to|follow up(?: on)?)?|"
    r"brush(?:ed|ing) (?:aside|off)|dismiss(?:ed|ing)|"
    r"(?:was|were) slow to act on|took no notice of|played down|sat on|acted on)"
)
NOTED: Final = (
    r"(?:warnings?|alerts?|tip-offs?|tips|threats?|calls|reports|information|intelligence|signs|complaints|signals|"
    r"red flags)"
)
DENIALS: Final = frozenset(
    {"none-given", "nobody-told", "unaware", "never-warned", "no-intelligence", "denies-having-been-warned"}
)
"""Rules that say themselves that nobody had been warned."""

EARLIER: Final = re.compile(
    rf"\b(?:had|having|knew|aware|{BEFORE}|the warning|ignored|missed|heed(?:ed)?|act(?:ed)? on|unheeded|dismissed)\b",
    re.IGNORECASE,
)
OF_LATER: Final = re.compile(
    r"\b(?:warn(?:ed|ing|s)?|alerted|cautioned|advised|told) (?:that )?(?:the )?(?:\w+ )?(?:toll|number|death|more|"
    r"against(?! (?:all |any |non-essential )*travel)|"
    r"motorists|people (?:to|not to|against)|(?:residents|citizens|drivers|the public|nationals) (?:to|"
    r"not to) (?:stay|avoid|remain|keep|leave|touch|be)|"
    r"it (?:would|will)|there (?:would|will|could)|such|those|anyone|others)\b|\bearly-warning|retaliat|reveng|"
    r"(?:further|more|new|future) (?:attacks|"
    r"violence|bloodshed)|(?:could|may|might|was likely to|likely to) (?:still )?rise|"
    r"\b(?:would|will) (?:respond|punish|hunt|continue|follow)|\bwithout warning\b|\bafter the (?:attack|blast|"
    r"bombing|shooting|explosion),? "
    r"(?:the |an? )?(?:[\w-]+ ){0,3}?(?:issued|warned|raised|put)\b|(?:issued|"
    r"raised)[^.;]{0,40} after the (?:attack|blast|bombing|shooting|explosion)|"
    r"\b(?:claimed|claim(?:ing|s)?) responsibility|threat(?:en(?:ed|s|ing))? (?:to (?:kill|execute|blow|"
    r"shoot) (?:the )?(?:hostages|captives|passengers|them|one)|more|further)",
    re.IGNORECASE,
)
HEEDED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:ed|es)?) [^.;]{0,40}?\b(?:ignor\w+|sat on|sitting on|"
    r"mishandl\w+|"
    r"brush\w+|overlook\w+|disregard\w+)\b",
    re.IGNORECASE,
)
"""Somebody says that no warning was ignored, which says neither that there was one nor that there was none."""

_WARNED: Final = r"(?:warn|alert|tip-off|tipped|threat|intelligence|information|inform|forewarn|prior knowledge|told)"
DENIED: Final = re.compile(
    rf"\b(?:denied|denies|denying|reject(?:ed|s)|dismissed (?:reports?|claims?|suggestions?|"
    rf"accusations?))\b[^.;]{{0,80}}?{_WARNED}|"
    r"\b(?:no|without any|nobody|no one)\b[^.;]{0,40}?(?:warn|alert|tip-off|tipped)|\bnot been aware of any|"
    r"\b(?:not|never|nor|neither)\b(?![^.;]{0,14}?\b(?:act|heed|respond|follow|pass|taken?|react|share|reach|"
    r"address|investigat|forward|been passed|passed|enough))"
    r"[^.;]{0,40}?(?:warn|alert|tip-off|tipped)|"
    r"\b(?:had|was|were|has|have)(?: been)? (?:not|never)(?: been)? (?:warned|alerted|told|tipped off|informed|"
    r"notified|threatened)\b|"
    r"\b(?:not|never) (?:received|been given|given|been told|informed|had)\b[^.;]{0,40}?(?:threat|warning|"
    r"intelligence|information|alert)|"
    r"\b(?:that|it|this|which) (?:is|was) (?:false|untrue|a lie|not true|wrong)\b|\bno such (?:notice|warning|"
    r"message|alert|tip)|"
    r"\bno (?:(?:prior|advance|specific|credible|earlier|concrete|such) )*(?:intelligence|information|indications?|"
    r"threats?|knowledge)\b",
    re.IGNORECASE,
)
