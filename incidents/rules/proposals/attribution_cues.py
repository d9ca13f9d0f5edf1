# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Who is named for the attack, by what stands around a name in any order: what they say of themselves, what ties the
attack to them, and who says so. Read where no pattern of ``grounds`` does.
"""

import re
from typing import Final

from incidents.choices import AttributionKind
from incidents.rules.proposals import grounds, own_words

BESIDE: Final = re.compile(
    r"\b(?:linked to|allied (?:to|with)|affiliated (?:to|with)|(?:affiliate|branch|offshoot|wing|ally|rival|splinter "
    r"group|faction|"
    r"franchise) of|loyal to|aligned with|close to|(?:pledged|sworn) (?:\w+ )?(?:allegiance|loyalty) to)(?: the)? $"
)
"""Before a name: that of whom another one is a part or an ally, who is the one that did it."""

OFFICIAL: Final = re.compile(
    r"\b(?:General|Gen\.|Colonel|Col\.|Lieutenant|Major|Captain|Brigadier|Minister|[Gg]overnor|[Mm]ayor|President|"
    r"[Cc]ommander of|"
    r"[Pp]olice chief|[Ss]pokes\w+ for the (?:army|ministry|government|police))\b"
)
"""Whoever speaks for the state, who accuses where an analyst infers."""

_ASIDE: Final = re.compile(
    r"^(?: \([^)]{2,20}\))?(?:,(?! (?:which|who)\b) [^;.]{3,120}?,(?= (?:\w+ )?(?:said|says|saying|claim|told|has|"
    r"have|had|den|in|on|took|boast|announc|declar|insist)))?"
)
_SAYS: Final = (
    r"(?:said|says|saying|announced?|announces|boast(?:ed|s)?|declare[ds]?|wrote|writes|posted|stated|states|"
    r"asserted|asserts|told \w+|insist(?:ed|s)|maintain(?:ed|s)|repl(?:ied|ies)|"
    r"answered|added|adds|bragged|vaunted|proclaim(?:ed|s)|tweeted|messaged|confirmed|confirms|reported|claim(?:ed|s)?)"
)
_SELF: Final = (
    r"(?:it|they|we|he|(?:its|their|our|the group[’']s) (?:own )?[\"“‘]?[\w-]+[\"”’]?(?: \w+)?|(?:one|two|three|"
    r"some|a (?:unit|cell|squad|team)) of (?:its|their|our)(?: own)? \w+|members)"
)
_NOT: Final = r"(?:not|never|no|none|neither|nothing|nobody|nor|n[’']t|without)"
_NO_DEED: Final = (
    r"(?:lost|released|freed|agreed|received|seen|been|suspended|ended|stopped|respected|warned|asked|offered|called|"
    r"learn\w*|heard|nothing|no|not|never|expressed|sent|invited|met|"
    r"withdrawn|appointed|signed|rejected|condemned|regretted|ordered an|opened an|begun an|treated|buried|mourned|"
    r"decided|wanted|hoped|reason|evidence|information)"
)
_CLAIM: Final = re.compile(
    rf"^(?: [\w’'-]+){{0,3}}? (?:claims?|claimed|claiming)(?:, [^,;.]{{3,60}},)? (?:to have|(?:that )?(?:it|its|they|"
    rf"their)\b|attack|assault|bombing|blast|raid|killing|responsibility|credit|both|all|both)|"
    rf"^(?: [\w’'-]+){{0,4}}? (?:owns?|owned) (?:up|to)\b|^(?: [\w’'-]+){{0,4}}? (?:brag|boast|exult|gloat|cheer|"
    rf"rejoic)\w*|"
    rf"^(?:[^;.\"“]{{0,60}}?)\b{_SAYS}\b(?![^;.]{{0,40}}?\b{_NOT}\b)[^;.]{{0,80}}?\b{_SELF} (?:(?:had|have|has|was|"
    rf"were) (?:\w+ly )?(?!{_NO_DEED}\b)[\"“‘]?\w+|{grounds.STRUCK})",
    re.IGNORECASE,
)
_DENIAL: Final = re.compile(
    rf"^(?:[^;.\"“]{{0,60}}?)\b(?:{_SAYS}|statement|message)\b[^;.]{{0,60}}?\b(?:none of (?:its|their|our)|"
    rf"no (?:\w+ )?(?:member|fighter|man|men|unit|cell|part|one|hand|role|link|connection|involvement|knowledge)|"
    r"(?:it|they|we|its \w+|their \w+|our \w+|the (?:group|movement|organi[sz]ation|faction)) (?:(?:had|has|have|was|"
    r"were|did|do|does|is|are|would|will|"
    r"could)(?: not|n[’']t| never| nothing| no)|never|knew nothing|know nothing)|"
    r"not (?:us|its|their|our|the work)|nothing to do)|"
    r"^(?: [\w’'-]+){0,4}? (?:den(?:y|ies|ied|ying)|disown\w*|disavow\w*|distanc\w+ (?:itself|themselves)|"
    r"disclaim\w*|repudiat\w+|"
    r"reject(?:s|ed|ing)? (?:the |any |this |that |all |it|such)|dismiss(?:es|ed|ing)? (?:the |any |this |that |all |"
    r"it|such)|brush(?:es|ed) (?:the |it |this |that )?(?:\w+ )?(?:aside|off)|"
    r"laugh(?:s|ed) off|scoff\w* at|wash\w* (?:its|their) hands|protest\w* (?:its|their) innocence|plead\w* (?:its|"
    r"their) innocence)",
    re.IGNORECASE,
)
_RELATIVE_DENIAL: Final = re.compile(
    r"^[^.;]{0,40}?, (?:which|who|whose \w+)(?: (?:has|have|had|in turn|swiftly|promptly|quickly|immediately|later|"
    r"itself|themselves|flatly|at once|also|since))* "
    r"(?:den(?:ies|ied|y)|reject(?:s|ed)|dismiss(?:es|ed)|disown(?:s|ed)|disavow(?:s|ed)|disput(?:es|ed)|call(?:s|"
    r"ed) (?:it|this|that|the)|said (?:it|they) (?:had|was|were|did|knew) (?:no|not|nothing))\b",
    re.IGNORECASE,
)
_TIES: Final = re.compile(
    r"(?:at the (?:door|doorstep|feet) of|(?:saw|see|sees|seen|seeing|detect\w*|recogni[sz]\w*) (?:in (?:it|this) |"
    r"here )?(?:the |a )?(?:hands?|fingerprints|handwriting|mark|work|signature) of|"
    r"(?:suspicions?|blame|fingers?|finger of blame|guilt|responsibility) (?:\w+ )?(?:fell|falls|fall|pointed|points|"
    r"point|rests?|lies|lay|was pinned)(?: \w+)? (?:on|at|to|with|upon|towards?)|"
    r"(?:suggest|indicat|point)\w*(?: (?:to|at|towards?|that))?(?: (?:an?|the))?(?: [\w-]+){0,5}?(?: (?:of|from|by))?|"
    r"(?:fits?|match(?:es|ed)|resembl\w+|recalls?|echo(?:es|ed)|mirror(?:s|ed)|typical of|consistent with|"
    r"in keeping with|reminiscent of|characteristic of|"
    r"bears? (?:all )?(?:the )?\w+ of|(?:trac|link|ti|connect|attribut|ascrib)\w*(?: [\w’'-]+){0,6}? to|belong\w* to|"
    r"(?:the )?(?:work|doing|handiwork|deed) of|"
    r"(?:carried out|ordered|planned|orchestrated|perpetrated|committed|staged|launched|directed|financed|prepared|"
    r"masterminded|recruited|trained|paid|sent|armed) by|"
    r"(?:sworn|loyal|allegiance) to|act(?:ed|ing) (?:for|on behalf of|on orders from)|(?:as|were|was|is|are|"
    r"be) (?:an? |the )?(?:\w+ )?(?:cell|members?|fighters?|unit|part|followers?|branch) of|"
    r"(?:came|come|originat\w+|suppli\w+|provided|made|built|bought) (?:from|in|with|by)|(?:terrorists|killers|"
    r"murderers|butchers|criminals|bandits|thugs|cowards|dogs) of|"
    r"(?:described|identified|named|called|presented|branded|denounced)(?: [\w’'-]+){1,5}? as|ha(?:s|ve|"
    r"d) (?:all )?the (?:\w+ )?(?:markings|makings|hallmarks|feel|look|trademarks|signature) of|only|"
    r"th(?:is|at) (?:is|was)|it (?:is|was|can only be|could only be|must be)|no ?(?:one|body) (?:else )?but|"
    r"none other than|led (?:\w+ )?to|leads? (?:\w+ )?to|blam\w+|accus\w+|"
    r"point(?:ed|s|ing) (?:an? |the )?(?:\w+ )?finger at|pinned (?:\w+ ){1,4}?on))\s*(?:those of |that of )?(?:the |"
    r"an? )?(?:(?:men|fighters|members|militants|gunmen|group|terrorist group) (?:of |from )?)?(?:the )?[\"“‘]?$",
    re.IGNORECASE,
)
_TIED: Final = re.compile(
    r"^[’']s? (?:\w+ )?(?:handwriting|signature|hallmarks?|trademark|work|doing|style|methods?|fingerprints|control|"
    r"hand|playbook|calling card|known)\b|"
    r"^ (?:was|were|is|are|had been|has been|stood|stands|lay|lies) (?:\w+ly )?(?:behind|responsible|to blame|"
    r"the (?:\w+ )?(?:culprits?|authors?|perpetrators?|only))|"
    r"^ (?:had |has |have )?(?:did (?:it|this)|done (?:it|this)|carried out|planned|ordered|staged|committed|mounted|"
    r"organi[sz]ed|planted|orchestrated|masterminded)\b|"
    r"^ (?:has|have|had) (?:the )?(?:means|motive|capability|capacity|know-how|skills?|reach|expertise)\b|"
    r"^ (?:store|cache|workshop|camp|safe house|hide-?out|stockpile|arsenal|bomb-?maker|cell|operatives?|suspects?|"
    r"terrorists|militants|members?|fighters)\b|"
    r"^ (?:as )?[\"“‘]?(?:the )?(?:\w+ )?(?:culprits?|perpetrators?|killers|murderers|responsible|guilty|"
    r"prime suspects?|chief suspects?)\b",
    re.IGNORECASE,
)
_ANALYST: Final = re.compile(
    r"\b(?:handwriting|fingerprints|calling card|everything (?:suggests|points)|"
    r"(?:of|at|for|with|from) (?:the )?(?:[A-ZÀ-Þ][\w’'-]+ (?:(?:of|for|on|and|the) )*){1,5}?(?:Risk|Institute|"
    r"Cent(?:re|er)|University|Observatory|Consult\w*|Research|Analytics|Advisory|Studies|Foundation|"
    r"College|School|Forum|Programme|Project|Rural|Strateg\w+|Intelligence Group|Watch|Monitor)\b)|\b(?i:analysts?|"
    r"researchers?|professor|scholar|lecturer|experts?|specialist|historian|consultants?|think[- ]tank|"
    r"who (?:studies|teaches|lectures|follows|tracks|monitors|researches|has (?:studied|written|followed)))\b"
)
_INTELLIGENCE: Final = re.compile(
    r"\b(?:intelligence|intercept\w*|signals|spy|spies|(?:US|U\.S\.|Western|American|British|French|European|allied|"
    r"foreign|regional|defen[cs]e|counter-?terror\w*) (?:\w+ )?(?:officials?|officers?|sources?|"
    r"services?|agenc(?:y|ies)))\b",
)
_SPOKEN: Final = re.compile(
    r"\b(?:said|says|say|told|tells|according to|believe[sd]?|argue[sd]?|wrote|insist(?:ed|s)|maintain(?:ed|s)|"
    r"blam\w+|accus\w+|suspicion\w*|pinned|attribut\w+|called|calls|laid|saw|sees|"
    r"point\w*|suggest\w*|conclu\w+|assess\w*|trac\w+|link\w*|found|held|holds)\b|[\"“”]",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(
    (
        r"\b(?:no (?:evidence|proof|link|indication|sign)|not|never|neither|rather than|instead of|ruled out|"
        r"unlikely|rival of|enem\w+ of|fight\w* against|war (?:on|against))\b[^.;]{0,40}$"
    ),
    re.IGNORECASE,
)


_NEITHER: Final = re.compile(r"^.{0,30}?\b(?:neither|nor|yet to|not yet|nobody|no one)\b")
"""That they have not said anything either way."""


_OWNS: Final = re.compile(
    r"^(?:[^;.\"“]{0,60}?)\b(?:said|says|announced|wrote|declared|stated|told|called|described|"
    r"hailed)\b[^;.]{0,60}?\b(?:the|this|that|these|its|their) (?:[\w-]+ ){0,3}?(?:attack|shooting|bombing|blast|"
    r"raid|"
    r"killings?|operation|strike|assault|ambush|kidnapping|fire|action|abduction|murder)s? (?:was|were|is|had been|"
    r"as) (?:only |just |merely |an? |in |the |its |their |our )*[\"“‘]?(?:an? |in |the )*(?:\w+ )?"
    r"(?:warning|response|answer|reply|revenge|punishment|message|lesson|retaliation|reprisal|beginning|start|first|"
    r"act|operation|success\w*|heroic|blessed|justice|vengeance|gift)\b|"
    r"^(?:[^;.\"“]{0,40}?)\b(?:put out|issued?|issues|released|published|posted|circulated|sent|distributed|uploaded|"
    r"broadcast) [^.;]{3,60}? (?:calling|describing|naming|praising|hailing|celebrating|mocking|"
    r"glorifying|taunting|showing|detailing|boasting|in which) [^.;]{0,60}?\b(?:targets?|traitors|spies|infidels|"
    r"collaborators|martyrs?|bombers?|attackers?|fighters|sacrifice|deed|attack|operation|victims?|dead|"
    r"enem(?:y|ies)|puppets?|crusaders?|apostates?)\b|"
    r"^(?: [\w’'-]+){0,3}? (?:named|identified|praised|eulogi[sz]ed|mourned|saluted|lauded|honoured) (?:the |its |"
    r"their )?(?:\w+ )?(?:bombers?|attackers?|martyrs?|gunm[ae]n|perpetrators?|sacrifice|dead fighters)\b|"
    r"^[’']s? (?:own )?(?:answer|response|reply|revenge|retaliation|reprisal|punishment|message|gift|vengeance)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR: Final = re.compile(
    (
        r"\b(?:(?:sp(?:oke|eaks?|eaking)|calling|called|acting|writing) (?:for|on behalf of|in the name of|as)|"
        r"spokes\w+ (?:for|of)|in the name of|on behalf of|message from|statement (?:from|by)|"
        r"under the banner of)(?: the)? $"
    ),
    re.IGNORECASE,
)
_GROUP_DID: Final = re.compile(
    (
        rf"\b(?:sa(?:y|id|ys|ying)|claim\w*|announc\w*|declar\w*)\b[^.;]{{0,40}}?\b(?:the (?:group|movement|"
        rf"organi[sz]ation|faction|brigade)|it|they|we|its \w+|their \w+|our \w+) (?:had |have |has |was |"
        rf"were )?(?:\w+ly )?{grounds.STRUCK}"
    ),
    re.IGNORECASE,
)
_OWN_VOICE: Final = re.compile(
    (
        r"\b(?:its|their|the (?:group|movement|organi[sz]ation|faction)[’']s) (?:\w+ )?(?:spokes\w+|commander|"
        r"channel|website|leader)\b|\bspokes\w+ (?:for|of) the (?:group|movement|organi[sz]ation|faction)\b"
    ),
    re.IGNORECASE,
)
_CLEAN: Final = re.compile(
    (
        r"[\"“‘][^\"”]{0,80}?\b(?:hands are clean|clean hands|innocent|nothing to (?:gain|do)|would never|"
        r"do(?:es)? not (?:attack|kill|target|harm|touch)|no (?:quarrel|interest|reason)|not (?:our|us|ours)\b|"
        r"a lie|slander)"
    ),
    re.IGNORECASE,
)


def denies_after(after: str) -> bool:
    """Whether a relative clause after a name says that they deny it: "accused A, which rejected the charge"."""
    return _RELATIVE_DENIAL.match(after) is not None


def further_ground(text: str, before: str, after: str) -> AttributionKind | None:
    """The ground on which a sentence names somebody, by the words around the name; None where it has none."""
    said = after[aside.end() :] if (aside := _ASIDE.match(after)) else after
    clean = _CLEAN.search(text) and own_words.SPEAKS.match(after)
    if clean or (_DENIAL.match(said) and not _NEITHER.match(said)):
        return AttributionKind.DENIAL
    if _claims(text, before, said) and not grounds.NO_CLAIM.search(before):
        return AttributionKind.RESPONSIBILITY_CLAIM
    tied = (_TIES.search(before) or _TIED.match(after)) and not _NEVER.search(before)
    return _by_whom(text, before) if tied and _SPOKEN.search(text) else None


def _claims(text: str, before: str, said: str) -> bool:
    """Whether a group says, in whatever words, that it did it."""
    spoken = _SPEAKS_FOR.search(before) is not None and _GROUP_DID.search(said) is not None
    own = _OWN_VOICE.search(text) is not None and grounds.HAD_DONE.match(said) is not None
    return spoken or own or bool(_CLAIM.match(said) or _OWNS.match(said))


def _by_whom(text: str, before: str) -> AttributionKind:
    """The ground of a sentence that ties an attack to somebody, by who says so."""
    found = (
        (_ANALYST.search(text), AttributionKind.ANALYST_INFERENCE),
        (grounds.COURT.search(before), AttributionKind.COURT_FINDING),
        (_INTELLIGENCE.search(text), AttributionKind.INTELLIGENCE_ASSESSMENT),
        (grounds.INVESTIGATION.search(before), AttributionKind.INVESTIGATIVE_ASSESSMENT),
    )
    return next((ground for says, ground in found if says), AttributionKind.ACCUSATION)
