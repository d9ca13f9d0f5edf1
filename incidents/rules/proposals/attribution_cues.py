# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Who is named for the attack, by what stands around a name in any order: what they say of themselves, what ties the
attack to them, and who says so. Read where no pattern of ``grounds`` does.
"""

import re
from typing import Final

from incidents.choices import AttributionKind
from incidents.rules.proposals import grounds

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
    r"(?:it|they|we|its \w+|their \w+|our \w+) (?:(?:had|has|have|was|were|did|do|does|is|are|would|will|"
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
    r"who (?:studies|follows|tracks|monitors|researches|has (?:studied|written|followed)))\b"
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


def denies_after(after: str) -> bool:
    """Whether a relative clause after a name says that they deny it: "accused A, which rejected the charge"."""
    return _RELATIVE_DENIAL.match(after) is not None


def further_ground(text: str, before: str, after: str) -> AttributionKind | None:
    """The ground on which a sentence names somebody, by the words around the name; None where it has none."""
    said = after[aside.end() :] if (aside := _ASIDE.match(after)) else after
    if _DENIAL.match(said) and not _NEITHER.match(said):
        return AttributionKind.DENIAL
    if _CLAIM.match(said) and not grounds.NO_CLAIM.search(before):
        return AttributionKind.RESPONSIBILITY_CLAIM
    tied = (_TIES.search(before) or _TIED.match(after)) and not _NEVER.search(before)
    return _by_whom(text, before) if tied and _SPOKEN.search(text) else None


def _by_whom(text: str, before: str) -> AttributionKind:
    """The ground of a sentence that ties an attack to somebody, by who says so."""
    found = (
        (_ANALYST.search(text), AttributionKind.ANALYST_INFERENCE),
        (grounds.COURT.search(before), AttributionKind.COURT_FINDING),
        (_INTELLIGENCE.search(text), AttributionKind.INTELLIGENCE_ASSESSMENT),
        (grounds.INVESTIGATION.search(before), AttributionKind.INVESTIGATIVE_ASSESSMENT),
    )
    return next((ground for says, ground in found if says), AttributionKind.ACCUSATION)
