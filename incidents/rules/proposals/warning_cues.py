# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Warnings in words that no pattern of ``warning_forms`` foresees, by what such a sentence has to hold, in any order.

That one was given: somebody had it told, sent or heard; earlier than the attack; and of danger. That none was: a word
of denial, and after it what would have been given or who would have told.
"""

import re
from typing import Final

from incidents.rules.proposals.warning_words import BEFORE, RISK

_TOLD: Final = re.compile(
    r"\b(?:told|informed|notified|advised|instructed|reported(?= (?:[\w’'-]+ ){1,6}?to (?:the|his|her|their|a)\b)|"
    r"telephoned|"
    r"phoned|rang|rung|called(?= (?:[\w’'-]+ ){0,4}?(?:police|line|hotline|helpline|number|authorities|army|post|"
    r"station|"
    r"barracks|checkpoint|embassy|office|commander|emergency|management|headquarters)\b)|e-?mailed|texted|messaged|"
    r"wrote|written|contacted|approached|complained|denounced|confided|briefed|shared|passed|relayed|conveyed|"
    r"forwarded|"
    r"handed|sent(?! to (?:prison|jail|hospital))|received|intercepted|overheard|picked up|heard|learn(?:ed|t)|"
    r"noticed|spotted|recorded|posted|published|"
    r"circulat(?:ed|ing)|warn(?:ed|ing)|alerted|cautioned|flagged|raised|in possession of|in (?:his|her|its|their) "
    r"hands|"
    r"(?:making|made|doing|did) the rounds|going round|known|knew|aware|caller|informants?|chatter)\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    r"\b(?:(?<!early )(?<!without )(?:fore)?warn(?:ed|ings?)|tip-?offs?|(?:a|the|this|that|his|her|their) tips?\b|"
    r"threatening|"
    r"(?:death|bomb|explicit|written|anonymous|specific|credible|direct|repeated|earlier) threats?|threats? against|"
    r"(?:live )?bullets? (?:wrapped|in an envelope|in a letter|through)|chatter|intercept(?:s|ed))\b",
    re.IGNORECASE,
)
_DANGER: Final = re.compile(
    rf"\b(?:{RISK}|threat\w*|suspicious|strangers?|strange (?:men|faces|cars?|vans?)|gunmen|armed (?:men|group)|"
    rf"unknown men|"
    r"massing|gathering|digging|scouting|casing|filming|photographing|loitering|circling|unfamiliar|asking about|"
    r"following (?:him|her|them)|watching (?:the|his|her|their)|camping|lurking|"
    r"(?:would|were|was|are|is) (?:coming|going to (?:strike|hit|die|kill|pay|attack|happen)|next)|"
    r"credible information|something (?:big|bad|terrible)|bad (?:news|air)|a plan to|to (?:grab|seize|blow up|storm|"
    r"strike|"
    r"kill|kidnap|abduct|hijack)|explosives|weapons|bombs?|bullets?)\b",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    rf"\b(?:{BEFORE}|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|since (?:\w+day|last \w+|early|late)|"
    r"(?:hours?|days?|weeks?|months?|minutes?|moments) (?:or (?:so|more) )?(?:before|earlier|ago|beforehand|in "
    r"advance)|"
    r"the (?:eve|morning|night|day|week) (?:of|before)|at dawn|at \d{1,2}[:.]\d\d|had (?:\w+ )?(?:been )?\w+(?:ed|"
    r"en|wn|t|d))\b",
    re.IGNORECASE,
)
_BEFORE_IT: Final = re.compile(
    r"\bbefore (?:[\w’'-]+ ){1,8}?(?:kill|attack|blew|blast|bomb|shot|struck|storm|raid)\w*[^.;]*"
)
WHEN: Final = re.compile(
    (
        r"\b(?:before|prior to|ahead of) (?:the|this|that|an?) (?:[\w’'-]+ ){0,2}?(?:attack|blast|explosion|"
        r"bombing|raid|shooting|siege|assault)\b"
    ),
    re.IGNORECASE,
)
_NARRATES: Final = re.compile(
    r"\b(?:killing|wounding|injuring|leaving|killed|wounded|shot dead|blew (?:up|himself|herself)|ploughed|plowed|"
    r"rammed|opened fire|"
    r"marched|stormed|triggered|detonated|gunned down|set off|exploded|ripped through|tore through|burst into|overran|"
    r"(?:was|were) first (?:reported|carried|disclosed|published))\b"
)
"""What tells of the attack itself: such a sentence speaks of a warning only where a word for one is in it."""

_QUOTED: Final = re.compile(r"(?:that|about|of|to|:) [\"“‘][^\"”’]{3,80}[\"”’]")
_PUBLIC: Final = re.compile(
    r"\b(?:told|informed|briefed|advised|warned|telling) (?:this (?:agency|newspaper|website|station|channel|"
    r"reporter)\b|(?:[\w’'.-]+ ){0,2}?(?:reporters?|journalists?|the (?:media|press|court|"
    r"nation|crowd|jury|judges?|BBC|daily|newspaper|weekly|channel|station|agency)|a (?:news|press|radio|television|"
    r"briefing|rally|local)|news conference|parliament|lawmakers|viewers|state (?:media|television)|mourners|"
    r"families)\b)",
    re.IGNORECASE,
)
_AFTERWARDS: Final = re.compile(
    r"\b(?:claim(?:ed|ing|s)? (?:responsibility|credit)|condemn|condolence|ransom|captors|hostage-takers|in custody|"
    r"arrest(?:ed|s)|"
    r"after (?:threats|the (?:attack|blast|bombing|shooting|explosion|raid))|injured|wounded|survivors?|death toll|"
    r"toll|"
    r"investigat\w+ (?:the|whether|how)|further|more attacks|trial|sentenced|charged with|retaliat\w+|reveng\w+)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:no such (?:warning|tip|tip-off|alert|notice|message|call|report|letter|information|intelligence|threat|"
    r"thing was)|"
    r"(?:at no (?:time|point|stage)|never|nobody|no one|no-one|no country|none of \w+|neither \w+|nothing|not|"
    r"n[’']t)\b[^.;]{0,50}?"
    r"\b(?:(?:any|a|an|such|prior|advance|specific|concrete|of) )*(?:warn(?:ed|ing|ings)?|tip-?offs?|tipped off|"
    r"alerted|"
    r"forewarned|advised us|advised them|intelligence (?:of|about|on|that|pointing)|notice of (?:any|a|the)|"
    r"information (?:of|about|on|that|pointing)[^.;]{0,25}?(?:attack|incident|plot|plan|threat|raid|this)|"
    r"inkling|heads-up|word of (?:any|a|the) (?:attack|plot|threat|plan|danger))|"
    r"(?:given|had|received|got|getting|have|was) no (?:\w+ )?(?:warnings?|notice|alert|word|tip-?off|inkling|"
    r"intelligence|"
    r"intimation|advance \w+|prior \w+|information (?:of|about|that|on) (?:any|an?|the|this|such|what))\b(?! on the "
    r"identit)|"
    r"without (?:any|a|the slightest|prior|advance) (?:\w+ )?(?:notice|alert|tip-?off))",
    re.IGNORECASE,
)
_OF_HEEDING: Final = re.compile(
    r"\b(?:not|never|n[’']t|nobody|no one|nothing)\b[^.;]{0,20}?\b(?:act(?:ed)?|heed(?:ed)?|respond(?:ed)?|"
    r"follow(?:ed)?|taken|react(?:ed)?|listen(?:ed)?|"
    r"done|reach(?:ed)?|pass(?:ed)?|came|answer(?:ed)?)\b|\bden(?:y|ies|ied|ying) (?:having )?(?:ignor|sat|sit|"
    r"mishandl|brush)",
    re.IGNORECASE,
)
"""That nobody acted is no denial of the warning."""


def says_none(text: str) -> re.Match[str] | None:
    """Where a sentence says that there had been no warning; None where it does not."""
    return None if _OF_HEEDING.search(text) else _DENIED.search(text)


def says_given(text: str) -> re.Match[str] | None:
    """Where a sentence says that there had been one: the words that told of it; None where it does not."""
    public = _PUBLIC.search(text)
    start = public.end() if public else 0
    words = text[start:]
    if _AFTERWARDS.search(words) or not _EARLIER.search(words):
        return None
    note = _NOTE.search(text, start)
    told = note or (None if _NARRATES.search(_BEFORE_IT.sub("", words)) else _TOLD.search(text, start))
    return told if _DANGER.search(WHEN.sub("", words)) or _QUOTED.search(words) else None


def tells_of_attack(text: str) -> bool:
    """Whether a sentence tells of the attack itself, of what came after it, or of what was told to the public."""
    return any(words.search(text) for words in (_AFTERWARDS, _PUBLIC)) or bool(
        _NARRATES.search(_BEFORE_IT.sub("", text))
    )
