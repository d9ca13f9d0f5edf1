# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Warnings by signs, several of which together say that one was given: a note, a verb of telling or noticing, a danger,
a time before the attack, and what became of it ("it lay in a drawer"); and words of denial before any of them.
"""

import re
from typing import Final

from incidents.rules.proposals.warning_cues import WHEN
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
    r"(?:on|since|from) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:twice|three times|repeatedly|again and again|"
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
    r"issued|drawn up|mentioned|named|listed|cited|rated|read|spoke|speaks|says|said|tells|pushed|slipped|pinned|"
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
    r"abduct|kidnap|die|pay|hit|come for)|you(?:[’']re| are) next|death list|hit list|would be (?:attacked|hit|next|"
    r"killed)|stay away|keep (?:away|off|clear)|"
    r"avoid (?:the|all|travel|crowded|large|public)|imminent|credible|specific|hostile|(?:likely|possible|"
    r"potential) targets?|(?:an?|the|some) (?:operation|action) (?:against|on|at|in)|radicali[sz]ed|dangerous|"
    r"extremis[mt]\w*|sabotage|the (?:crossing|presence|movements?) of|"
    r"(?:the |his |her )?(?:suspect|man|bomber|driver|attacker)[’']?s name)"
)
_IGNORED: Final = re.compile(
    r"\b(?:(?:in|into|at the bottom of|to) (?:an? |the |his |her |their |some(?:one|"
    r"body)[’']s )?(?:\w+ )?(?:in-?tray|tray|drawers?|in-?box|files?|wastebasket|bin|spam|shelf|pile)\b|"
    r"un(?:read|opened|heeded|answered|noticed)|(?:was|were|been|being) (?:\w+ )?(?:ignored|dismissed|shelved|"
    r"filed away|brushed (?:off|aside)|overlooked|laughed (?:at|off|away)|"
    r"lost|disregarded|discounted|sat on)|(?:nothing|little) (?:was|had been|happened|came of|ever came)|(?:nobody|"
    r"no one|no-one|none of them|they never) "
    r"(?:came|listened|acted|answered|reacted|read|believed|followed|rang back|called back|turned up|moved|"
    r"did anything)|took (?:it|this|them) (?:for|as) |took for (?:an? )?\w+|"
    r"(?:did not|didn[’']t|never) (?:act|respond|react|listen|answer|come|believe|take (?:it|them|this) serious\w*|"
    r"pass it on|follow)|not (?:taken|take) seriously|"
    r"laughed|shrugged|waved (?:them |it |him |her )?(?:off|away)|thought it was (?:a )?(?:joke|prank|hoax)|"
    r"too (?:vague|general|late))\b",
    re.IGNORECASE,
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
    r"management|council|headquarters)"
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
    rf"\b(?:told|informed|alerted|notified|called|rang|phoned|telephoned|contacted|reported|approached|(?:walked|"
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

_LACK: Final = (
    r"(?:warn(?:ed|ings?)|(?<!high )alerts?|alerted|tip-?offs?|tipped off|tips?\b|threats?|intelligence|forewarn\w*|"
    r"heads-?up|inkling|hints?|whispers?|notice\b|foreknowledge|"
    r"advance word|indications?|(?:specific|concrete|credible|prior|advance|such) (?:information|signs?|reports?|"
    r"calls?|letters?|messages?|data)|word of (?:an?|any|the)|"
    r"information (?:about|on|of|that|pointing|suggesting)[^.;]{0,30}?\b(?:attack|plot|threat|plan|raid|danger|"
    r"incident))"
)
_HAD: Final = (
    r"(?:had|has|have|having|was|were|been|did|received?|got|gets?|getting|reached|came|come|picked up|knew|know|"
    r"known|heard|seen|saw|sent|told|given|gave|passed|issued|"
    r"crossed|landed|arrived|on (?:file|record)|aware)"
)
_NONE: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            rf"\b(?:no|none of|neither|not (?:an?|one)(?: single)?|nobody|no-one|"
            rf"nothing) [^.;]{{0,70}}?\b{_HAD} [^.;]{{0,50}}?\b{_LACK}\b"
        ),
        (
            rf"\b{_HAD} (?:\w+ ){{0,3}}?(?:no|not (?:an?|one|any)(?: single)?|nothing|never|none|zero|"
            rf"n[’']t)\b[^.;]{{0,40}}?\b{_LACK}\b"
        ),
        (
            rf"\b(?:not|never|n[’']t|nor|without) (?:ever )?(?:had|have|having|receiv\w+|been|got(?:ten)?|get|"
            rf"seen?|see|heard?|hear|know\w*|passed|sent|given) [^.;]{{0,50}}?\b{_LACK}\b"
        ),
        rf"\bno {_LACK}[^.;]{{0,60}}?\b(?:was|were|had|has|came|reached|existed|received|on (?:file|record)|at all)\b",
        (
            rf"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|disput(?:es|ed|ing)|ruled out|contest(?:s|"
            rf"ed)) [^.;]{{0,50}}?\b(?:receiv\w+|been|had|having|knew|know\w*|got|seen|any|there (?:was|were|had))\b"
            rf"[^.;]{{0,40}}?\b{_LACK}\b"
        ),
        (
            r"\b(?:told|heard|knew|known|received|given|seen|got) (?:absolutely |us |them |me |"
            r"him )?nothing\b(?! (?:about|of|more|to do|further|else|new))"
        ),
        (
            r"\b(?:not|no|never)(?: so much as)?(?: an?| any| one| the slightest)? (?:whisper|word|hint|inkling|"
            r"sign|rumou?r|clue)\b[^.;]{0,30}?\b(?:of (?:it|this|any|what|an?)|beforehand|before|in advance|"
            r"coming)\b"
        ),
        (
            r"\bnothing (?:\w+ ){0,2}?(?:had |has )?(?:come|came|crossed|reached|landed|arrived|been (?:sent|"
            r"received|reported|passed|flagged)|was (?:sent|received|reported|passed|flagged|known))\b"
        ),
        (
            rf"\bif (?:there was|there had been|such|any)[^.;]{{0,40}}?{_LACK}[^.;]{{0,40}}?\b(?:not|never|"
            rf"n[’']t) (?:reach|come|get|arrive|see|receive)"
        ),
        (
            r"\b(?:complete|total|utter) surprise\b|\bout of the blue\b|\b(?:no|any) (?:idea|inkling|"
            r"reason to (?:expect|suspect|believe|fear))\b[^.;]{0,40}?\b(?:attack|coming|plan|happen|target|raid|"
            r"this)"
        ),
    )
)
_NO_DENIAL: Final = re.compile(
    r"\bno (?:further|ongoing|continuing|remaining|wider|immediate (?:threat|danger)|longer|known link|claim)\b|"
    r"\b(?:poses?|posed|is|are|there is|remains?) (?:\w+ )?no (?:\w+ )?(?:threat|danger|risk)|"
    r"\b(?:threat|danger|risk) to (?:the )?(?:public|others|residents)|\b(?:indications?|information|intelligence|"
    r"signs?) (?:of|on|about|that|as to) (?:[\w-]+ ){0,3}?(?:motives?|claim|who|casualt\w+|identit\w+|"
    r"suspects?|foreign|accomplices?|link\w*|foul|involve\w*|(?:was|were) behind|a wider|connect\w+|survivors?|"
    r"victims?)|\bneither confirm|\bclaim(?:ed|s)? (?:of )?(?:responsibility|credit)|"
    r"\b(?:go|going|went|pass(?:ed)?|left) (?:unheeded|unanswered|ignored)|\bnot (?:act|enough|heed)|"
    r"\bwithout (?:any )?warning\b|\bnot be (?:ignored|confirmed|verified)",
    re.IGNORECASE,
)


def lacks_other(text: str) -> bool:
    """Whether what a sentence says that there is not is no warning: a threat that goes on, a motive, a claim."""
    return _NO_DENIAL.search(text) is not None


def signs_of_none(text: str) -> re.Match[str] | None:
    """Where a sentence denies that there had been a warning; None where it does not."""
    if _IGNORED.search(text):
        return None
    return next((match for form in _NONE if (match := form.search(text))), None)


def signs_of_one(text: str, before: str) -> re.Match[str] | None:
    """Where a sentence says that there had been a warning, ``before`` being the sentence before it; else None."""
    if _CLAIM.search(text):
        return None
    if _EARLIER.search(text) and (found := _given_earlier(text)):
        return found
    note, passed = _NOTED.search(text), _PASSED.search(text)
    new = note is None or not _DEFINITE.search(text[: note.start()])
    if _IGNORED.search(text) and new and (passed or note):
        return passed or note
    return _INFORMER.search(text) or _threat_in_letter(text, before)


def _given_earlier(text: str) -> re.Match[str] | None:
    """The words of a warning in a sentence that speaks of a time before the attack."""
    note, told, passed = _NOTED.search(text), _TOLD.search(text), _PASSED.search(text)
    danger = _OF_DANGER.search(WHEN.sub("", text))
    if told and (danger or note or _IGNORED.search(text)):
        return told
    if note and _SENT.search(text) and (danger or _SAYS_IN.search(text, note.end())):
        return note
    came = _CAME_TO.search(text)
    reported = came if came and _BY_CIVILIAN.search(text[: came.start()]) else _ADVISED.search(text)
    if reported and not _ALREADY.search(text):
        return reported
    return passed if danger else None


def _threat_in_letter(text: str, before: str) -> re.Match[str] | None:
    """A threat that goes on from a letter or leaflet of which the sentence before tells."""
    threatens = _IN_IT.match(text) and _LETTER.search(before) and _THREAT.search(before) and not _CLAIM.search(before)
    return _WILL.search(text) if threatens else None
