"""The words by which reports say that an attack had been warned of, or had not. How they are read is in ``warned``."""

import re
from typing import Final

from incidents.rules.proposals.events import ATTACK_NOUN

_WHO: Final = r"(?P<warner>(?:[\w’'-]+ ){1,6}?)"
_WHOM: Final = r"(?P<recipient>(?:(?!(?:of|about|that|on|not|in|over|to)\b)[\w’'-]+ ?){1,6}?)"
_HAVE: Final = r"(?:had |has |have |having |)(?:also |already |repeatedly |earlier |since |long |twice |previously |separately |been )*"
_RISK: Final = rf"(?:{ATTACK_NOUN}|threats?|threatened|plots?|plans?|planned|planning|blown up|be (?:attacked|killed|bombed|next|hit)|targeted|danger|risks?|impending|imminent|preparing|infiltrat\w+|bombers?)"
DANGER: Final = re.compile(
    rf"\b(?:{ATTACK_NOUN}|threats?|plots?|plans?|danger|risks?|suspects?|m[ae]n|extremists?|militants|bombers?|cell|impending|imminent|"
    rf"planned|strangers?|suspicious|gathering|massing|armed|targets?)\b",
    re.IGNORECASE,
)
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_AGO: Final = r"(?:(?:[\w-]+ )?(?:minutes?|hours?|days?|weeks?|months?|years?|fortnight)(?: or (?:two|more))? (?:before|earlier|ago|in advance|previously))"
BEFORE: Final = (
    rf"(?:before|ahead of|prior to|earlier|in advance|beforehand|previously|{_AGO}|last (?:week|month|year|spring|summer|autumn|winter|\w+day)|"
    rf"the (?:day|week|month|night|morning|evening) before|the previous (?:day|week|month|night|year)|in the (?:days|weeks|months|hours) (?:before|leading)|"
    rf"in (?:early |late |mid-)?{_MONTH}|in \d{{4}}|on \w+day|on (?:\d{{1,2}} )?{_MONTH}|for (?:weeks|months|days)|since {_MONTH}|"
    rf"that (?:very |same )?(?:morning|week|afternoon|day))"
)
_NOTE: Final = (
    r"(?:(?:written |verbal |anonymous |specific |credible |advance |prior |detailed |foreign |urgent |telephone )*(?:warnings?|alerts?|tip-offs?|tips?|advisor(?:y|ies)|"
    r"(?:bomb |specific |credible |concrete )threats?|threatening (?:letters?|calls?|messages?|notes?|phone calls?|leaflets?))|"
    rf"(?:intelligence|information|bulletins?|memos?|cables?|notes?|reports?|leaflets?|letters?|circulars?|notices?|messages?|complaints?|calls?|intercepts?)"
    rf"(?: [\w’'-]+){{0,4}}? (?:about|of|on|that|pointing to|suggesting|indicating|announcing|warning|threatening|describing)[^.;]{{0,60}}?\b{_RISK})"
)
_SENT: Final = (
    r"(?:shared|passed on|passed along|passed|issued|sent|circulated|conveyed|relayed|received|receiving|given|gave|provided|handed(?: over)?|delivered|"
    r"forwarded|distributed|got|put out|raised|filed|logged|made|posted|published|obtained|intercepted|picked up|reported|submitted|seen|written)"
)
_UNHEEDED: Final = (
    r"(?:ignor(?:ed|ing)|missed|missing|overlook(?:ed|ing)|disregard(?:ed|ing)|fail(?:ed|ing|ure) to (?:act on|heed|pass on|share|respond to|follow up)|"
    r"did (?:not|nothing about|nothing with) ?(?:act on|heed|pass on|share|respond to|follow up(?: on)?)?|brush(?:ed|ing) (?:aside|off)|dismiss(?:ed|ing)|"
    r"(?:was|were) slow to act on|took no notice of|played down|sat on|acted on)"
)
_NOTED: Final = r"(?:warnings?|alerts?|tip-offs?|tips|threats?|calls|reports|information|intelligence|signs|complaints|signals|red flags)"
GIVEN: Final = tuple(
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
        ("received", rf"{_WHO}{_HAVE}{_SENT} (?:[\w’'-]+ ){{0,5}}?{_NOTE}"),
        (
            "note-was-sent",
            rf"(?P<warner>(?:(?!the |this |that )[\w’'-]+ ){{0,3}}?(?<![Tt]he )(?<![Tt]hat )(?<![Tt]his ){_NOTE})[^.;]{{0,90}}? (?:was|were|had been|has been|have been|went|had gone|"
            rf"lay|had|reached|came|arrived)(?: \w+)?? ?(?:(?!reported){_SENT}|unheeded|ignored|unanswered|dismissed|unread|reached|arrived|gone|"
            rf"acted on|heeded|followed up|filed|discarded|taken seriously|overlooked|led|helped)\b",
        ),
        (
            "knew",
            rf"{_WHO}(?:knew|had known|(?:were|was|had been) (?:made )?aware|had (?:\w+ )?(?:knowledge|information|intelligence|word|evidence)|"
            rf"had learn(?:ed|t)|had intercepted|had picked up)[^.;]{{0,30}}? (?:of|about|that|on|from)\b[^.;]{{0,60}}?\b{_RISK}",
        ),
        (
            "asked-for-protection",
            rf"{_WHO}(?:had|has|have) (?:\w+ )?(?:asked|begged|appealed|called|requested|pleaded|pressed|applied|petitioned)\b[^.;]{{0,50}}?"
            r"\b(?:protection|guards?|escorts?|bodyguards?|patrols?|(?:more |better |extra |police )security)\b(?=[^.;]*(?:threat|gunmen|strangers|militants|armed men|attack))",
        ),
        (
            "told-of-danger",
            rf"{_WHO}{_HAVE}(?:told|informed|notified|telephoned|phoned|called|written to|wrote to|rung|reported to|briefed|telling|flagged) "
            rf"(?!reporters|journalists|a (?:news|press)|the (?:media|press)|parliament|viewers|state (?:media|television)){_WHOM}[^.;]{{0,50}}?\b(?:that|of|about|to)\b[^.;]{{0,60}}?\b(?:{_RISK}|strangers?|suspicious|gunmen|armed men|unknown men|gathering|massing)\b",
        ),
        (
            "was-told",
            rf"(?P<recipient>(?:[\w’'-]+ ){{1,4}}?)(?:was|were|had been) (?:\w+ )?(?:told|informed|notified|briefed)\b(?:[^.;]|\.(?= \d)){{0,50}}? (?:that|of|about|to expect)\b"
            rf"[^.;]{{0,50}}?\b(?:{_RISK}|strangers?|suspicious|gunmen|armed men|gathering|massing)\b",
        ),
        ("been-warned", r"(?P<recipient>(?:[\w’'-]+ ){1,4}?)(?:had|has|have) been (?:\w+ )?(?:fore)?(?:warned|alerted|tipped off)\b(?! (?:to|against|not)\b)"),
        (
            "showed-threat",
            rf"{_WHO}(?:had|has|have) (?:\w+ )?(?:shown|handed|given|brought|sent|passed|read|played|forwarded) (?:[\w’'-]+ ){{1,5}}?(?:note|letter|message|recording|leaflet|threat|names?|video)s?\b",
        ),
        (
            "note-said",
            rf"(?P<warner>(?:[\w’'-]+ ){{0,3}}?(?:memo|cable|bulletin|report|briefing|assessment|dossier|circular|notice|letter|travel advice|advisory|warning)s?)\b[^.;]{{0,60}}? "
            rf"(?:spoke of|mentioned|predicted|listed|described|put the (?:risk|odds)|noted|cited|referred to|updated|citing|pointed to|said)\b[^.;]{{0,60}}?\b{_RISK}",
        ),
        (
            "foresaw",
            rf"{_WHO}(?:had|has|have) (?:\w+ )?(?:pointed to|predicted|foreseen|feared|expected|anticipated|been expecting|suspected|assessed|rated|judged|been advis(?:ed|ing)|advised|updated)\b"
            rf"[^.;]{{0,70}}?\b{_RISK}",
        ),
        ("threat-rated", r"(?P<warner>(?:[Tt]he |[Aa] )?threat) (?:had been|was) (?:\w+ )?(?:assessed|rated|judged|dismissed|considered|passed|taken)|\b(?:rated|assessed|judged|dismissed|considered) (?:the|a) (?:\w+ )?threat\b"),
        (
            "rang",
            rf"{_WHO}{_HAVE}(?:rang|rung|called|telephoned|phoned|contacted|reported (?:him|her|them|it) to|gone to|went to) (?:[\w’'-]+ ){{0,4}}?"
            r"(?:hotline|tip line|helpline|police|authorities|army|garrison|security service|gendarmes)\b(?![^.;]*\bafter\b)",
        ),
        (
            "leaflets-reported",
            r"(?P<warner>(?:leaflets?|letters?|notes?|messages?|posters?|graffiti)\b)[^.;]{0,70}? (?:had|has|have) been (?:reported|handed|shown|passed|sent|brought|given) to\b",
        ),
        ("flagged", rf"{_WHO}{_HAVE}(?:flagged|reported) (?:the |an? |his |her |their |two |three )?(?:[\w-]+ ){{0,2}}?(?:m[ae]n|suspects?|vehicle|van|car|strangers?|device|threats?|attacker)\b"),
        ("unheeded", rf"{_WHO}{_HAVE}{_UNHEEDED} (?:[\w’'-]+ ){{0,4}}?{_NOTED}\b"),
        ("warned-about", rf"{_WHO}{_HAVE}(?:to |was |were |being )*(?:warn(?:ed|ing|s)?|alert(?:ed|ing|s)?|caution(?:ed|ing)|tipped off)\b[^.;]{{0,90}}?\b{_RISK}"),
        ("on-notice", rf"{_WHO}{_HAVE}(?:put|placed|raised)\b[^.;]{{0,60}}?(?:on (?:notice|alert|high alert|its guard)|(?:threat|alert|security) level|threat warning)"),
        (
            "none-given",
            r"\b(?:no|any|without any) (?:(?:prior|advance|specific|concrete|credible|such|known|earlier|direct|previous|particular|actionable|explicit|official|formal|clear) )*"
            r"(?:or \w+ )?(?:warnings?|threats?|intelligence|information|indications?|alerts?|tip-offs?|hint|foreknowledge|knowledge|sign)\b",
        ),
        (
            "went-to-report",
            rf"{_WHO}(?:had |has |have )(?:[\w’'-]+ ){{1,6}}?to (?:report|warn|tell|complain|say|alert)\b[^.;]{{0,40}}?\b(?:that|of|about)\b[^.;]{{0,60}}?"
            rf"\b(?:{_RISK}|strangers?|suspicious|gunmen|armed men|unknown men)\b",
        ),
        (
            "denies-having-been-warned",
            r"\b(?:den(?:ied|ies|ying)|reject(?:ed|s)|dismiss(?:ed|es))\b[^.;]{0,60}?\b(?:been|was|were|be) (?:\w+ )?(?:fore)?(?:warned|alerted|told|informed|tipped off|notified)\b",
        ),
        ("nobody-told", r"\b(?:[Nn]obody|[Nn]o[- ]one|[Nn]one of us|[Nn]one of them)\b[^.;]{0,40}? (?:warning|alert|tip-off)\b|\b(?:told|heard) nothing\b|\b(?:[Nn]obody|[Nn]o[- ]one|[Nn]one of \w+)\b(?: [\w’'-]+){0,3}? (?:told|warned|informed|alerted|tipped)\b"),
        (
            "unaware",
            rf"{_WHO}(?:was|were|had been) (?:un|not |not been )aware (?:of|that)[^.;]{{0,40}}?{_RISK}|{_WHO.replace('warner', 'unaware')}(?:had|has|have) "
            rf"(?:no (?:\w+ )?(?:knowledge|idea|inkling|reason to)|nothing to (?:suggest|indicate))[^.;]{{0,50}}?{_RISK}",
        ),
    )
)
"""By rule, the likeliest first."""

CERTAIN: Final = frozenset(
    {
        "had-warned", "told-of-attack", "never-warned", "threat-passed-on", "warnings-ignored", "tipped-off", "warning-shared",
        "warning-given", "tip-from", "no-intelligence", "had-been-warned", "received", "note-was-sent", "knew",
        "asked-for-protection", "told-of-danger", "was-told", "been-warned", "flagged", "unheeded", "warned-about", "on-notice", "none-given", "nobody-told", "unaware",
        "went-to-report", "showed-threat", "note-said", "foresaw", "threat-rated", "rang", "leaflets-reported", "denies-having-been-warned",
    }
)  # fmt: skip
"""Rules whose own words say that the danger was an attack."""

DENIALS: Final = frozenset({"none-given", "nobody-told", "unaware", "never-warned", "no-intelligence", "denies-having-been-warned"})
"""Rules that say themselves that nobody had been warned."""

EARLIER: Final = re.compile(
    rf"\b(?:had|having|knew|aware|{BEFORE}|the warning|ignored|missed|heed(?:ed)?|act(?:ed)? on|unheeded|dismissed)\b", re.IGNORECASE
)
OF_LATER: Final = re.compile(
    r"\b(?:warn(?:ed|ing|s)?|alerted|cautioned|advised|told) (?:that )?(?:the )?(?:\w+ )?(?:toll|number|death|more|against(?! (?:all |any |non-essential )*travel)|"
    r"motorists|people (?:to|not to|against)|(?:residents|citizens|drivers|the public|nationals) (?:to|not to) (?:stay|avoid|remain|keep|leave|touch|be)|"
    r"it (?:would|will)|there (?:would|will|could)|such|those|anyone|others)\b|\bearly-warning|retaliat|reveng|(?:further|more|new|future) (?:attacks|"
    r"violence|bloodshed)|(?:could|may|might|was likely to|likely to) (?:still )?rise|"
    r"\b(?:would|will) (?:respond|punish|hunt|continue|follow)|\bwithout warning\b|\bafter the (?:attack|blast|bombing|shooting|explosion),? "
    r"(?:the |an? )?(?:[\w-]+ ){0,3}?(?:issued|warned|raised|put)\b|(?:issued|raised)[^.;]{0,40} after the (?:attack|blast|bombing|shooting|explosion)|"
    r"\b(?:claimed|claim(?:ing|s)?) responsibility|threat(?:en(?:ed|s|ing))? (?:to (?:kill|execute|blow|shoot) (?:the )?(?:hostages|captives|passengers|them|one)|more|further)",
    re.IGNORECASE,
)
_WARNED: Final = r"(?:warn|alert|tip-off|tipped|threat|intelligence|information|inform|forewarn|prior knowledge|told)"
DENIED: Final = re.compile(
    rf"\b(?:denied|denies|denying|reject(?:ed|s)|dismissed (?:reports?|claims?|suggestions?|accusations?))\b[^.;]{{0,80}}?{_WARNED}|"
    r"\b(?:no|without any|nobody|no one)\b[^.;]{0,40}?(?:warn|alert|tip-off|tipped)|\bnot been aware of any|"
    r"\b(?:not|never|nor|neither)\b(?![^.;]{0,14}?\b(?:act|heed|respond|follow|pass|taken?|react|share|reach|address|investigat|forward|been passed|passed|enough))"
    r"[^.;]{0,40}?(?:warn|alert|tip-off|tipped)|"
    r"\b(?:had|was|were|has|have)(?: been)? (?:not|never)(?: been)? (?:warned|alerted|told|tipped off|informed|notified|threatened)\b|"
    r"\b(?:not|never) (?:received|been given|given|been told|informed|had)\b[^.;]{0,40}?(?:threat|warning|intelligence|information|alert)|"
    r"\b(?:that|it|this|which) (?:is|was) (?:false|untrue|a lie|not true|wrong)\b|\bno such (?:notice|warning|message|alert|tip)|"
    r"\bno (?:(?:prior|advance|specific|credible|earlier|concrete|such) )*(?:intelligence|information|indications?|threats?|knowledge)\b",
    re.IGNORECASE,
)
