# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""How reports write figures of people: clauses around a number, as patterns. ``casualties`` reads them."""

import re
from typing import Final

from incidents.rules.proposals.counting import IN_HOSPITAL, NUMBER, PARTICIPLE, QUANTITY, SINGULAR

_STOPS: Final = (
    r"and|were|was|who|when|that|which|in|on|at|as|after|before|during|from|by|near|outside|with|while|"
    r"including|dead|died|to|had|has|have"
)
_WHO: Final = rf"(?P<who>(?: (?!(?:{_STOPS})\b)[\w'’-]+){{0,5}}?)"
_ONE: Final = (
    r"(?P<one>\b(?:an?|another|the|one|his|her|its|their) (?:(?!(?:and|of|said|says|told|that|who|reported|confirmed|"
    rf"one)\b)[\w'’-]+ ){{0,4}}?{SINGULAR}\b)"
)
_NOT_OF: Final = r"(?! of the (?:dead|victims|killed|wounded|injured)\b)"
_MANY: Final = rf"(?P<many>{QUANTITY}){_NOT_OF}{_WHO}"
_MANY_LAST: Final = rf"(?P<many>{QUANTITY})(?P<who>(?: (?!(?:{_STOPS})\b)[\w'’-]+){{0,5}})"
_ASIDE: Final = (
    r"(?:, \d{1,3},|,? (?:including|among them|most of them|all of them|mostly|some of them|an?\b|the|both|"
    r"his|her|aged)[^.;:]{0,80}?,)?"
)
_BE: Final = r"(?:(?:who )?(?:were|was|are|is|have been|has been|had been|be|remain|remained)(?: \w+ly)?)"
_BE_ONE: Final = r"(?:(?:who )?(?:was|is|has been|had been|remains|remained)(?: \w+ly)?)"
_ADVERB: Final = r"(?: (?:also|later|either|since|still|now|confirmed|feared|reported|being|been|all))*"

_FORMS: Final[tuple[tuple[str, str], ...]] = (
    (
        "passive",
        (
            rf"{_MANY}(?: and (?:(?:an?|one|his|her|its|their) (?:[\w-]+ ){{0,3}}?{SINGULAR}|"
            rf"(?!{NUMBER}\b)[a-z'’-]+))?{_ASIDE}(?: (?:who|"
            rf"that))?(?: {_BE})?{_ADVERB} (?P<what>{PARTICIPLE})(?! (?:{QUANTITY}|an?|the|people)\b)"
        ),
    ),
    ("passive-one", rf"{_ONE}(?:, who [^,.;]{{3,60}},)?(?: {_BE_ONE}){_ADVERB} (?P<what>{PARTICIPLE})"),
    (
        "active",
        (
            r"\b(?P<what>kill(?:ed|ing|s)?|wound(?:ed|ing|s)?|injur(?:ed|ing|es)|murder(?:ed|ing)|"
            r"shot dead|shooting dead|"
            r"claim(?:ed|ing|s) the lives of|abduct(?:ed|ing|s)|kidnapp?(?:ed|ing|s)|seiz(?:ed|ing|es)|"
            r"t(?:ook|aking|akes) hostage|h(?:eld|olding)(?: hostage)?|martyr(?:ed|ing)|behead(?:ed|ing)|execut(?:ed|"
            r"ing)|"
            r"slaughter(?:ed|ing)|massacr(?:ed|ing)|gunn(?:ed|ing) down|slay(?:ing)?|slew|butcher(?:ed|ing)|"
            r"maim(?:ed|ing)|"
            r"decapitat(?:ed|ing)|hack(?:ed|ing) to death|lynch(?:ed|ing)|hospitali[sz]ing|sicken(?:ed|ing)|"
            r"scald(?:ed|ing)|treat(?:ed|ing)|"
            r"hurt(?:ing)?|snatch(?:ed|ing))(?: (?:and|or) \w+ing)? "
            rf"(?:another |an? (?:further|additional) |[\"“‘'])?(?:{_MANY_LAST}|{_ONE})"
        ),
    ),
    (
        "lives",
        (
            rf"\b(?:took|taken|cost|costing|taking|claim(?:ed|ing|"
            rf"s))(?: the lives of)? (?P<many>{QUANTITY})(?P<who>) (?P<what>lives)"
        ),
    ),
    ("left", rf"\b(?:left|leaving|leaves) (?:{_MANY}|{_ONE}) (?P<what>dead|wounded|injured|hurt|missing)"),
    ("passive-and-one", rf"(?<=and ){_ONE} {_BE}{_ADVERB} (?P<what>{PARTICIPLE})"),
    (
        "passive-one-short",
        (
            rf"(?:(?<=and )|(?<=while )|(?<=, )){_ONE} (?P<what>killed|wounded|injured|hurt|abducted|kidnapped|"
            rf"shot dead|missing)(?=[.,;]| (?:in|when|as|by|on|at)\b|$)"
        ),
    ),
    ("remains-of", rf"\b(?P<what>bodies|remains|corpses) of {_MANY_LAST}"),
    (
        "taken-along",
        (
            rf"\b(?:took|taking|taken|takes|led|leading|carried|marched|marching|drove|"
            rf"dragged) {_MANY} (?P<what>with them|away|hostage|captive|prisoner|into (?:the|a)\b)"
        ),
    ),
    ("cost-lives", rf"\b(?:cost|costing|costs) {_MANY} (?P<what>their lives)"),
    (
        "freed",
        (
            rf"\b(?P<what>freed|freeing|rescued|rescuing|released|releasing) {_MANY} (?:on board|aboard|hostages|"
            rf"captives|inside)\b"
        ),
    ),
    (
        "one-of",
        (
            rf"\b(?P<what>kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|shot dead) (?P<many>{QUANTITY}) of (?:the |"
            rf"its |their |his )?(?:{QUANTITY} )?"
            r"(?P<who>[\w-]+s|gunmen|policemen|men|women|children)\b"
        ),
    ),
    (
        "identified-as",
        (
            rf"\b(?P<what>dead|victims|killed|wounded|injured) (?:have been|were|was|are) (?:identified as |"
            rf"named as )?(?:{_MANY_LAST}|{_ONE})"
        ),
    ),
    ("buried", rf"\b(?P<what>bury|buried|burying) {_MANY_LAST}"),
    (
        "intransitive",
        (
            rf"(?:{_MANY}|{_ONE}){_ASIDE}(?: (?:who|have|has|had|also|later|now|since|already|all))* "
            r"(?P<what>died|dies|perished|(?:embraced|attained) martyrdom|fell victim|laid down (?:their|his|her) "
            r"li(?:ves|fe)|lost (?:their|his|her) li(?:ves|fe)|succumbed|bled to death|drowned|"
            r"(?:was|were) pronounced dead|"
            r"(?:suffered|sustained|received|had|escaped with) (?:[\w-]+ ){0,3}?(?:burns|injuries|wounds|shock|"
            r"cuts|fractures|smoke inhalation)|(?:needed|required|received|were given) (?:\w+ ){0,2}?treatment)"
        ),
    ),
    (
        "noun",
        (
            rf"(?P<many>{QUANTITY})(?P<who>(?: (?:other|more|people|civilian))?) (?P<what>dead|martyrs|deaths|"
            rf"fatalities|"
            rf"bodies|corpses|graves|"
            r"wounded|injured|injuries|missing|hostages)\b"
        ),
    ),
    (
        "toll",
        (
            r"\b(?P<what>(?:death )?toll|number (?:of )?(?:the )?(?P<whose>[a-z]+ )?(?:the )?(?:dead|deaths|killed|"
            r"victims|wounded|injured|"
            r"missing|hostages|casualties)|(?:dead|death|fatality|injury) count)\b[^.;\d]{0,140}?"
            rf"(?:\bto|\bat|\bas|\breached|\bwas|\bis|\bhits|\bof|:) (?P<many>{QUANTITY})(?P<who>)"
        ),
    ),
    (
        "labelled",
        (
            r"(?:^|[;,*•-] ?)(?P<what>fatalities|deaths|dead|killed|injur(?:ies|ed)|wounded|missing|abducted|kidnapped|"
            rf"hostages|hospitali[sz]ed) ?[:=] ?(?P<many>{QUANTITY})(?P<who>)"
        ),
    ),
    (
        "lost",
        (
            r"\b(?:have|has|had) (?P<what>lost) "
            rf"(?P<many>{QUANTITY})(?P<who> (?:people|lives|men|women|children|soldiers|officers|colleagues|comrades))"
        ),
    ),
    (
        "crime-of",
        (
            r"\b(?P<what>murders?|killings?|deaths?|kidnapping|abduction) of "
            rf"(?P<many>{QUANTITY})(?P<who> (?:(?!(?:{_STOPS})\b)[\w'’-]+ ?){{1,3}}?)(?=[.,;]| (?:{_STOPS})\b|$)"
        ),
    ),
    (
        "kept",
        (
            rf"\b(?P<what>kept|keeping|held|holding) (?P<many>{QUANTITY})(?P<who> [\w'’-]+(?: [\w'’-]+)?) "
            r"(?:on board|aboard|inside|hostage|captive)"
        ),
    ),
    (
        "spent-the-night",
        (
            rf"{_MANY} (?:spent the night|remain|remained|stayed|are still|were still|is still|was still) "
            rf"(?P<what>in (?:[\w’'-]+ ){{0,2}}?(?:hospital|intensive care))"
        ),
    ),
    (
        "believed-held",
        (
            rf"{_MANY} (?:are|were|was|is) (?:\w+ )?(?:believed|thought|feared|understood|reported|said) to (?:be|"
            rf"have been) (?:still )?(?P<what>held|missing|dead|captive|inside|killed|wounded|injured|taken|abducted)"
        ),
    ),
    (
        "active-and",
        (
            r"\b(?P<what>kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing)|murder(?:ed|ing)|shot dead|abduct(?:ed|ing)|"
            r"kidnapp?(?:ed|ing)|"
            r"behead(?:ed|ing)|execut(?:ed|ing)) "
            rf"(?:(?!(?:by|in|on|at|when|after|who|while)\b)[\w’'.-]+,? ){{1,7}}?and {_MANY_LAST}"
        ),
    ),
    ("number-held", rf"{_MANY} (?:they|he|it|who) (?:were|was|are|is) (?P<what>holding)"),
)
PATTERNS: Final = tuple((rule, re.compile(form, re.IGNORECASE)) for rule, form in _FORMS)
FROM: Final = re.compile(
    rf"(?: on \w+day| by \w+| overnight)?,? (?:up |down |compared with |not )?(?:from|against) (?:an earlier |"
    rf"a previous )?(?P<many>{QUANTITY})",
    re.IGNORECASE,
)
PART: Final = re.compile(
    rf"(?P<of>\bincluding(?: (?:those|the bodies) of)?|\b(?:not (?:counting|including)|excluding|as well as|"
    rf"besides)(?: the)?|"
    rf"\bamong (?:them|those (?:killed|wounded|injured)|the (?:dead|killed|victims|wounded|injured))(?: (?:was|"
    rf"were|is|are))?|"
    rf"\b(?:dead|victims|wounded|injured) (?:also )?includ(?:ed?|es)|(?<=,) (?:\w+ )?of them)"
    rf" (?:{_MANY}(?=[.,;]| (?:and|who|was|were|posted|from|in|at|on|aged|with|as|near|outside|guarding|whose|"
    rf"stationed)\b|$)|{_ONE})",
    re.IGNORECASE,
)
AMONG: Final = re.compile(
    rf"(?:{_MANY}|{_ONE})(?: who [^.,;]{{3,60}}?|, (?:who|all|both|each) [^.,;]{{3,60}},)? (?:was|were|is|are) "
    rf"(?:also )?among (?P<of>those who (?:died|"
    rf"were killed|were wounded|were injured)|the (?:dead|killed|victims|wounded|injured|captives|hostages|"
    rf"abducted|kidnapped|missing|casualties))",
    re.IGNORECASE,
)
OF_THEM: Final = re.compile(
    rf"(?P<many>{QUANTITY}) of (?P<of>them|whom)(?: were| are)?(?P<who>(?: (?!(?:in|on|at|to|and|with|"
    rf"still)\b)[a-z-]+){{1,3}})(?=[.,;)]|\.| and\b|$)|"
    rf"(?P<many2>{QUANTITY})(?P<who2> [a-z-]+) among (?P<of2>them|the (?:dead|killed|wounded|injured|victims))\b",
    re.IGNORECASE,
)
OF_THE_HURT: Final = re.compile(
    rf"(?P<many>{QUANTITY}) of the (?:wounded|injured)(?P<who>(?: [a-z-]+)?) (?:(?:has|have) (?:since |later |"
    rf"also )?(?P<died>died)|(?:was|were|are|had been|have been|has been|are being|remain|remained) "
    rf"(?P<ward>{IN_HOSPITAL}))",
    re.IGNORECASE,
)
OF_THE: Final = re.compile(
    rf"(?P<many>{QUANTITY}) of (?P<of>the (?:dead|victims|killed|wounded|injured|slain|hostages|captives|abducted)|"
    rf"those (?:who (?:died|perished|"
    rf"lost their lives|were (?:killed|wounded|injured|abducted|kidnapped))|killed|wounded|injured|abducted)) (?:was|"
    rf"were|are)(?P<who> [\w -]+)",
    re.IGNORECASE,
)
ALSO: Final = re.compile(
    rf"(?:,| and) (?P<many>{QUANTITY})(?P<who>) (?:of them )?(?P<what>(?:remain )?in (?:hospital|intensive care)|"
    rf"(?:still )?(?:being )?treated in (?:an? |the )?hospital|with (?:\w+ ){{0,2}}?(?:injuries|wounds|burns))",
    re.IGNORECASE,
)
AND: Final = re.compile(rf" and (?:{_MANY_LAST}|{_ONE})", re.IGNORECASE)
NONE: Final = re.compile(
    r"\b(?:no (?:immediate )?(?:reports? of )?(?P<thing>casualties|deaths|injuries|fatalities)|(?P<body>nobody|"
    r"no one|no-one) (?:was|were|had been|is) "
    r"(?P<how>killed|hurt|injured|wounded|harmed))\b",
    re.IGNORECASE,
)
NONE_OF: Final = re.compile(
    r"\b(?:(?P<how>killed|injured|hurt|wounded|harmed) (?:nobody|no one|no-one)|none of (?:the|those|its|his|"
    r"her) [^.;,]{1,40}? (?:was|were|is) "
    r"(?:\w+ly )?(?P<how2>hurt|injured|harmed|killed|wounded)|(?:nobody|no one|no-one) (?P<died>died)|"
    r"(?P<lives>no lives were lost|without loss of life))\b",
    re.IGNORECASE,
)
REVISED: Final = re.compile(
    r"\b(?P<what>(?:death )?toll|number of (?:[a-z]+ )?(?:dead|deaths|killed|victims|wounded|injured|missing|"
    r"hostages|casualties)|figure|count)\b"
    rf"[^.;\d]{{0,60}}? from (?P<first>{QUANTITY}) to (?P<many>{QUANTITY})(?P<who>)",
    re.IGNORECASE,
)
BOTH: Final = re.compile(
    rf"\b(?P<both>both (?:[\w-]+ ){{0,3}}?[\w-]+s|both) {_BE}{_ADVERB} (?P<what>{PARTICIPLE})", re.IGNORECASE
)
NEVER_COUNTED: Final = re.compile(r"^(?:19|20)\d\d$")
THEM: Final = re.compile(r"\s+of (?:them|whom|which|these|those)\b", re.IGNORECASE)
