# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Warnings by signs, several of which together say that one was given: a note, a verb of telling or noticing, a danger,
a time before the attack, and what became of it ("it lay in a drawer"); and words of denial before any of them.
"""

import re
from typing import Final

from incidents.rules.proposals.warning_cues import WHEN
from incidents.rules.proposals.warning_denials import IGNORED
from incidents.rules.proposals.warning_words import BEFORE, RISK

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_EARLIER: Final = re.compile(
    rf"\b(?:{BEFORE}|(?:hours?|days?|weeks?|months?|minutes?|nights?|years?|fortnight) (?:or (?:so|more|two) )?"
    r"(?:before|earlier|ago|beforehand|in advance|previously)|the (?:day|night|evening|morning|afternoon|week|month|"
    r"weekend|year|\w+day) before|"
    r"the eve of|(?:the )?previous (?:day|night|evening|week|month|\w+day)|last (?:night|week|month|year|\w+day|"
    r"spring|summer|autumn|fall|winter)|"
    rf"(?:on|of|dated|since|from|in|back in|as early as|as far back as) (?:(?:early|late|mid)[- ])?(?:\d{{1,2}}(?:st|"
    rf"nd|rd|th)? )?{_MONTH}(?: \d{{1,2}}(?!\d))?|"
    r"(?:on|since|from) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:twice|(?:two|three|four|five|several|"
    r"many) times|repeatedly|again and again|"
    r"for (?:days|weeks|months|some time|a (?:week|month)))|"
    r"(?:had|having) (?:\w+ly )?(?:(?:been|also|already|twice|once|long) )*\w+(?:ed|en|wn|t|d|k|g|w|e)|beforehand|"
    r"in (?:the )?(?:advance|good time|time|spring|summer|autumn|fall|winter|new year)|well ahead|earlier (?:this|"
    r"in the) (?:week|month|day|year))\b",
    re.IGNORECASE,
)
_NOTE: Final = (
    r"(?:(?:threat|security|terror|travel|intelligence|red|police|movement|anonymous|warning|night|threatening|"
    r"unsigned|internal|confidential|"
    r"classified|handwritten) )*(?:(?<!\bon )alerts?|warnings?|tip-?offs?|advisor(?:y|ies)|travel advice|circulars?|"
    r"memos?|memorand(?:um|a)|bulletins?|cables?|telegrams?|"
    r"dispatch(?:es)?|notices?|letters?|notes?|leaflets?|pamphlets?|posters?|graffiti|e-?mails?|messages?|texts?|"
    r"phone calls?|calls?|faxes|voicemails?|"
    r"intercepts?|intelligence(?! (?:official|agenc|service|officer|chief|unit|source|community))|"
    r"information(?= (?:was|had|about|on|that|of))|dossiers?|assessments?|briefing (?:note|paper)s?|complaints?)"
)
_TELLS: Final = (
    r"(?:(?:fore)?warn(?:ed|s|ing)?|alert(?:ed|ing)|caution(?:ed|ing)|tipped off|flagged|red-flagged|"
    r"sounded the alarm|raised (?:the |an )?(?:alarm|concerns?|red flags?)|"
    r"g(?:ave|iven) (?:\w+ ){0,2}?(?:notice|word|warning)|put on (?:notice|alert|guard)|foretold|predict(?:ed|s)|"
    r"foresaw|feared)"
)
_SENDS: Final = (
    r"(?:told|informed|notified|advised|instructed|urged|asked|begged|reported|phoned|telephoned|called|rang|rung|"
    r"e-?mailed|texted|messaged|faxed|wrote|written|"
    r"contacted|approached|complained|confided|briefed|shared|passed|relayed|conveyed|forwarded|handed|delivered|"
    r"brought|shown|showed|gave|given|sent|sending|"
    r"received|receiving|got|obtained|intercepted|overheard|picked up|heard|learn(?:ed|t)|noticed|spotted|seen|saw|"
    r"found|recorded|posted|published|circulat(?:ed|ing)|"
    r"issued|drawn up|mentioned|named|listed|cited|rated|ordered|scattered|dropped|distributed|carried|showed|"
    r"displayed|flashed|bore|read|spoke|speaks|says|said|tells|pushed|slipped|pinned|"
    r"nailed|scrawled|daubed|left|knew|known|aware|"
    r"supplied|submitted|filed|lodged|logged|raised|came in|come in|arrived|reached|went out|gone out)"
)
_DANGER: Final = (
    rf"(?:{RISK}|threat\w*|suspicious|suspect|unusual|unfamiliar|unknown|strange|strangers?|armed (?:men|group|"
    rf"strangers)|gunmen|fighters|militants|"
    r"preparations|what (?:was|is) (?:coming|planned|being (?:planned|prepared))|no[- ]go|(?:heavy|odd|leaking|"
    r"unmarked|abandoned|ticking) "
    r"(?:envelopes?|parcels?|packages?|bags?|cars?|vans?)|explosives|weapons|(?:men|people|cars?|vans?|motorcycles?|"
    r"drones?|boats?) (?:\w+ )?(?:watching|filming|"
    r"photographing|circling|digging|loitering|asking|gathering|massing|scouting|measuring)|(?:to|would|"
    r"will) (?:kill|attack|strike|blow up|burn|bomb|storm|seize|"
    r"abduct|kidnap|die|pay|hit|come for)|leave or|or (?:die|be killed|face death)|you(?:[’']re| are) next|"
    r"death list|hit list|would be (?:attacked|hit|next|"
    r"killed)|stay away|keep (?:away|off|clear)|"
    r"avoid (?:the|all|travel|crowded|large|public)|imminent|credible|specific|hostile|(?:likely|possible|"
    r"potential) targets?|(?:an?|the|some) (?:operation|action) (?:against|on|at|in)|radicali[sz]ed|dangerous|"
    r"extremis[mt]\w*|sabotage|the (?:crossing|presence|movements?) of|"
    r"(?:the |his |her )?(?:suspect|man|bomber|driver|attacker)[’']?s name)"
)
_TOLD: Final = re.compile(rf"\b{_TELLS}\b", re.IGNORECASE)
_NOTED: Final = re.compile(rf"\b{_NOTE}\b", re.IGNORECASE)
_SENT: Final = re.compile(rf"\b{_SENDS}\b", re.IGNORECASE)
_OF_DANGER: Final = re.compile(rf"\b{_DANGER}\b", re.IGNORECASE)
_IN_IT: Final = re.compile(
    (
        r"^(?:\W*)(?:It|They|The (?:letter|note|leaflet|message|text|caller|memo|alert|document|e-?mail|poster|"
        r"writer)|In it)\b"
    ),
    re.IGNORECASE,
)
_WILL: Final = re.compile(
    r"[\"“‘][^\"”]*\b(?:will|shall|must|going to|are next|your turn|last (?:chance|warning))\b", re.IGNORECASE
)
_LETTER: Final = re.compile(
    r"\b(?:letters?|leaflets?|notes?|messages?|posters?|graffiti|calls?|callers?|e-?mails?|memo|alert|pamphlets?)\b",
    re.IGNORECASE,
)
_THREAT: Final = re.compile(
    r"\b(?:threat|warn|prior|before|earlier|found|shown|pinned|pushed|night letter)", re.IGNORECASE
)
_CLAIM: Final = re.compile(
    r"\b(?:claim(?!ed that)|responsib|behind the|signed|credit|owned up|boast|avow|admitted|carried out)", re.IGNORECASE
)
_PASSED: Final = re.compile(
    r"\b(?:passed (?:on|along|it|them|to|word)|forwarded|handed|shared|relayed|conveyed|supplied|sent|informed|"
    r"notified|tipped|"
    r"(?:told|reported|complained|written|wrote|spoken|spoke)(?= (?:[\w’'-]+ ){0,6}?(?:to|the|our|their|his|her|"
    r"local|federal) (?:[\w’'-]+ ){0,3}?(?:police|army|authorities|garrison|post|embassy|"
    r"ministry|chief|governor|council|command\w*|officers?|gendarmes|security|service|hotline|station|management)))\b",
    re.IGNORECASE,
)
_AUTHORITY: Final = (
    r"(?:police|army|authorities|garrison|barracks|(?:police |guard |army )?(?:post|station)|embassy|ministry|"
    r"governor|council|command\w*|gendarmes?|gendarmerie|navy|"
    r"coastguard|security (?:service|forces)|hotline|helpline|tip ?line|checkpoint|soldiers|officers|chief|prefect|"
    r"management|council|headquarters|rangers|wardens?|headman|patrol|guards|administrat\w+|mayor|bishop|switchboard|"
    r"reception|newsroom|control room|front desk)"
)
_CIVILIAN: Final = (
    r"(?:villagers?|fishermen|fisherman|shepherds?|residents?|neighbours?|neighbors?|traders?|drivers?|teachers?|"
    r"pupils?|parents?|farmers?|herders?|relatives?|"
    r"sister|brother|mother|father|wife|husband|cousin|friend|hunters?|elders?|imam|priest|pastor|shopkeepers?|"
    r"worshippers|workers?|locals|informers?|informants?|"
    r"caller|tipster|defector|landlord|landlady|colleague|roommate|inhabitants|people|women|boys|children|nomads|"
    r"charcoal burners|wood ?cutters)"
)
_CAME_TO: Final = re.compile(
    rf"\b(?:told|informed|alerted|notified|wr(?:ote|itten) to|called|rang|phoned|telephoned|contacted|reported|"
    rf"approached|(?:walked|"
    rf"gone|went|come|came|travelled|ridden|driven|cycled|drove|"
    rf"rode|run|ran|rushed|hurried|been) to)\b(?: [\w’'-]+){{0,6}}? {_AUTHORITY}\b",
    re.IGNORECASE,
)
_BY_CIVILIAN: Final = re.compile(rf"\b{_CIVILIAN}\b", re.IGNORECASE)
_ALREADY: Final = re.compile(
    r"\b(?:after|when|as soon as|minutes after|once) (?:they |he |she |the |an? |hearing|seeing|we )", re.IGNORECASE
)
_INFORMER: Final = re.compile(
    (
        r"\b(?:informers?|informants?|tipster|defector|mole|double agent|captured \w+|detained \w+) (?:had |"
        r"has )?(?:\w+ly )?(?:named|given|gave|told|described|pointed|identified|disclosed|revealed)\b"
    ),
    re.IGNORECASE,
)
_ADVISED: Final = re.compile(
    r"\b(?:urged|advised|told|asked|instructed|counselled|ordered) (?:(?:its|their|all|his|her|foreign|non-essential|"
    r"the|tour|shipping|\w+) ){0,3}?(?:nationals|citizens|staff|personnel|"
    r"operators|companies|visitors|travellers|crews|families|expatriates|airlines|commanders|diplomats|"
    r"employees)\b[^.;]{0,60}? (?:avoid|stay away|keep (?:away|off|clear)|leave|not to (?:travel|go|use))",
    re.IGNORECASE,
)
_SAYS_IN: Final = re.compile(
    r"\b(?:speaks?|spoke|read|reads|said|says|listed|lists|mentioned|mentions|named|warned) [^.;\"“‘]{0,30}[\"“‘]",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hose|[Ss]uch an?|[Hh]is|[Hh]er|[Ii]ts) (?:[\w-]+ ){0,2}$"
)
"""Before a note of which the report has told already."""
_WATCHFUL: Final = re.compile(
    r"\b(?:told|warned|instructed|ordered|advised|asked) to (?:expect|be on|watch|look out|prepare for|brace|"
    r"stay alert|remain vigilant|be (?:alert|vigilant|careful|ready))\b|"
    r"\b(?:had |has |have )(?:\w+ )?(?:reported|complained of|spoken of) (?:being|having been) (?:followed|watched|"
    r"threatened|filmed|photographed)|"
    r"\b(?:had |has |have )(?:\w+ )?(?:received|been getting|been receiving|got) (?:[\w-]+ ){0,2}?threats\b|"
    r"\b(?:had |has |have )(?:\w+ )?been (?:threatened|followed)\b(?! by (?:a|the) (?:statement|claim))|"
    r"\b(?:was|were|had been|has been) (?:\w+ )?(?:reported|flagged|denounced) (?:to|by) (?:his|her|their|the|a)\b|"
    r"\b(?:closed|evacuated|cancelled|canceled|shut|suspended|withdrawn|withdrew|moved)\b[^.;]{0,60}?\b(?:caution|"
    r"precaution|threats?|credible|fears? of)",
    re.IGNORECASE,
)
"""That somebody was told to be careful, was threatened or shut a place, which is a warning where it was before."""
_KNEW: Final = re.compile(r"\b(?:knew|known|(?:was|were|been) aware)\b(?! (?:to|as)\b)", re.IGNORECASE)
_VOWED: Final = re.compile(
    (
        r"\b(?:had|has|have) (?:\w+ )?(?:announced|vowed|threatened|promised|sworn|"
        r"declared)\b[^.;]{0,50}?\b(?:would|to) [\"“‘]?(?:strike|attack|come|kill|hit|target|burn|blow|punish|"
        r"destroy|bomb|make)"
    ),
    re.IGNORECASE,
)
_EXPLICIT: Final = re.compile(
    r"\b(?:(?:hours?|days?|weeks?|months?|nights?) (?:before|earlier|ago|beforehand)|last (?:week|month|year|\w+day)|"
    r"(?:two|three|four|five|several|many) times|the (?:day|night|evening|week|month) before|"
    r"(?:on|in|of|dated|since) (?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|"
    r"since \w+day|beforehand|in advance)\b",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(
    (
        r"\b(?:tip-?offs?|tip|(?:security|threat|terror|travel) alerts?|(?:anonymous|threatening|unsigned|"
        r"warning) (?:letters?|notes?|calls?|messages?|e-?mails?)|intelligence (?:shared|passed|from|of|on)|"
        r"death threats?)\b"
    ),
    re.IGNORECASE,
)
_POINTS: Final = re.compile(
    (
        r"\b(?:named|listed|mentioned|specified|pinpointed|singled out|reached|arrived|came in|received|"
        r"acting on|strength of|basis of|following|in response to)\b"
    ),
    re.IGNORECASE,
)


def signs_of_one(text: str, before: str) -> re.Match[str] | None:
    """Where a sentence says that there had been a warning, ``before`` being the sentence before it; else None."""
    if _CLAIM.search(text):
        return None
    if _EARLIER.search(text) and (found := _given_earlier(text)):
        return found
    note, passed = _NOTED.search(text), _PASSED.search(text)
    new = note is None or not _DEFINITE.search(text[: note.start()])
    if IGNORED.search(text) and new and (passed or note):
        return passed or note
    watchful = _WATCHFUL.search(text) if re.search(r"\bhad\b", text) else None
    return watchful or _INFORMER.search(text) or _threat_in_letter(text, before)


def _given_earlier(text: str) -> re.Match[str] | None:
    """The words of a warning in a sentence that speaks of a time before the attack."""
    note, told, passed = _NOTED.search(text), _TOLD.search(text), _PASSED.search(text)
    danger = _OF_DANGER.search(WHEN.sub("", text))
    if told and (danger or note or IGNORED.search(text)):
        return told
    if note and _SENT.search(text) and (danger or _SAYS_IN.search(text, note.end())):
        return note
    came = _CAME_TO.search(text)
    reported = came if came and _BY_CIVILIAN.search(text[: came.start()]) else _ADVISED.search(text)
    if reported and not _ALREADY.search(text):
        return reported
    if (passed or _KNEW.search(text)) and danger:
        return passed or _KNEW.search(text)
    return _explicitly(text) if _EXPLICIT.search(text) else None


def _explicitly(text: str) -> re.Match[str] | None:
    """A threat, a tip or a call to be careful, which tells of a warning where a time before the attack is named."""
    strong = _STRONG.search(text)
    tip = strong if strong and _POINTS.search(text) and not _DEFINITE.search(text[: strong.start()]) else None
    return _WATCHFUL.search(text) or _VOWED.search(text) or tip


def _threat_in_letter(text: str, before: str) -> re.Match[str] | None:
    """A threat that goes on from a letter or leaflet of which the sentence before tells."""
    threatens = _IN_IT.match(text) and _LETTER.search(before) and _THREAT.search(before) and not _CLAIM.search(before)
    return _WILL.search(text) if threatens else None
