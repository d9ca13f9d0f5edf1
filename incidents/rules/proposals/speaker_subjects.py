# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Those who speak without a verb of speech that ``speaker_forms`` knows: whoever is the subject of a sentence, has an
office, an age or a role, and takes a stand, is quoted in the same sentence, or goes on to speak in the next.
"""

import re
from typing import Final

from incidents.rules.proposals.naming import BODY, NAME, OFFICE, SPEECH, TITLES

STANCE: Final = (
    r"(?:(?:would|could|will|can) (?:only |not )?(?:say|confirm|comment|be drawn|speculate|rule out)(?: only)?|"
    r"(?:regrett|tweet|dubb|label|brand|voic|express|appeal|identif|hop|fear|rul|determin|question|blam|accus|"
    r"disagre|attribut|condemn|reckon|consider|"
    r"deplor|lament|scoff|shrugg|ventur|volunteer|demurr|muse|wonder|concur|demand|dismiss|deni|reject|refut|contest|"
    r"disput|credit|prais|thank|mourn|applaud|"
    r"grumbl|mutter|murmur|groan|weep|wept|shout|cri|sobb|nodd|exclaim|boast|bristl|fum|ridicul|mock|minimi[sz]|"
    r"downplay|signal)(?:e?d|e?s|ies|ied)|regrets|sees|"
    r"regards|treats|limit(?:ed|s) (?:him|her|it|them)sel(?:f|ves)|(?:laid|lays|"
    r"put) (?:[\w’'-]+ ){1,5}?(?:at the (?:door|feet)|on)|did not mince|"
    r"(?:was|were|is|are) (?:more |less |equally |quite |very )?(?:blunt\w*|cautious|dismissive|adamant|unequivocal|"
    r"categorical|scathing|sceptical|skeptical|"
    r"certain|sure|convinced|unimpressed|unmoved|furious|adamant)|spoke (?:to|with|by|from|on|through)|speaks (?:to|"
    r"with)|talked (?:to|with|about)|hit back|hits back|"
    r"(?:has|have|had) (?:no|little) doubt|begs? to differ|went further|takes? issue|took issue|(?:had|has|"
    r"have) (?:at first|initially|earlier|originally|"
    r"previously|already|since|also|repeatedly) (?:\w+ )?\w+(?:ed|n|t|d)|gave (?:a|the|no|"
    r"another) (?:\w+ )?(?:figure|toll|number|account|version|count)|"
    r"(?:put|puts) (?:it|the \w+|them)|holds? that|held that|point(?:s|ed) out|made (?:it )?(?:plain|clear)|"
    r"offered (?:his|her|their|its|condolences)|"
    r"(?:paid|pays) tribute|tells|confides|confided|describes|thinks|sums? (?:it )?up|summed (?:it )?up|refers|"
    r"referred|alludes|alluded|cites|cited|traces?|"
    r"(?:contradict|correct|updat|revis|downgrad|rais|lower)(?:ed|es|s) (?:this|that|it|the|him|her|them))"
)
_AGE: Final = r"(?:, (?:aged )?\d{1,3})?"
_ACRONYM: Final = r"(?:[A-Z]{2,6} |(?:[Tt]he )?(?:Rt\.?|Right|Most|Very) (?:Rev(?:erend|d)?\.?|Hon(?:ourable)?\.?) )?"
_WHO: Final = rf"(?P<title>{_ACRONYM}(?:(?:{TITLES})\.? )*)(?P<name>{NAME})"
_ROLE: Final = (
    rf"(?P<role>(?:\d{{1,3}}, )?(?:an?|the|who|whose|its|his|her|their|one of|of|from|at|with|[a-z]+ing|head|"
    rf"chair\w*|director|"
    rf"(?:[a-z-]+ ){{0,3}}{OFFICE})\b[^.;:\"“”]{{2,110}}?)"
)
_BEFORE: Final = (
    rf"(?P<before>(?:[\w’'-]+ ){{0,5}}?(?i:{OFFICE}|guide|owner|ombudsman|warden|marshal|abbot|sheikh|chaplain|"
    rf"author)(?: (?:of|for) [\w’' -]+?)?,? )"
)

WITH_OFFICE: Final = re.compile(
    rf"{_BEFORE}{_WHO}{_AGE}(?:, (?:in|on|at|through|via|speaking|writing) [^.;,\"“”]{{3,60}})?,? (?:(?:also|then|"
    rf"later|himself|herself|however),? )?(?={STANCE}\b|{SPEECH}\b)"
)
WITH_ROLE: Final = re.compile(rf"\b{_WHO}{_AGE}, {_ROLE},? (?={STANCE}\b)")
SAYS_ROLE_NAME: Final = re.compile(
    rf"\b{SPEECH} (?P<before>(?:the |its |his |her |their |an? |"
    rf"[A-Z]\w+[’']s )(?:[\w’'-]+ ){{0,5}}?[a-z][\w’'-]*,? ){_WHO}(?=[.,;]|$)"
)
"""Words of speech, a role, and then the name: "says the guide, A. Name"."""

BEFORE_QUOTE: Final = tuple(
    re.compile(form)
    for form in (
        (
            rf"^(?:[\"“‘']?)(?:[A-Z][\w’'-]*[’']s? (?:\w+ ){{0,2}}?|The |His |Her |Their |"
            rf"Its )?{_BEFORE}{_WHO}{_AGE},? (?!(?:was|were|had been|has been) (?:\w+ )?(?:killed|shot|wounded|"
            r"injured|abducted|kidnapped|arrested|stabbed|murdered))(?=[a-z])"
        ),
        (
            rf"^{_WHO}{_AGE}, {_ROLE}, (?!(?:was|were|had been) (?:\w+ )?(?:killed|shot|wounded|injured|abducted|"
            rf"kidnapped|arrested))(?=[a-z])"
        ),
        (
            rf"^(?:The |[A-Z][\w’'-]+[’']s? )?{_BEFORE}{_WHO}, (?:on|about|asked about|of|"
            rf"to) [^.;:\"“”]{{2,60}}: (?=[\"“])"
        ),
        (
            rf"^(?P<before>[A-Z][\w’'-]+[’']s? (?:father|mother|brother|sister|son|daughter|wife|husband|widow|uncle|"
            rf"aunt|cousin|friend|lawyer|neighbour|"
            rf"colleague)),? {_WHO}{_AGE},? (?=[a-z])"
        ),
    )
)
"""Somebody with an office or a role, subject of a sentence before their words: "Manti's father, A. Name, left. …"."""

QUOTED: Final = re.compile(r"[\"“][^\"”]{3,}[\"”]")
GOES_ON: Final = re.compile(
    r"^[\"“]|^(?:[Ss]?[Hh]e|It|They) (?:\w+ )?(?:said|says|added|spoke|called|told|insisted|wrote|put|described|"
    r"recalled|noted|denied|warned)\b"
)
BODY_STANDS: Final = re.compile(
    rf"(?:\b[Tt]he |\b[A-Z]\w+[’']s |^)(?<![\w’'-])(?<!her )(?<!his )(?<!their )(?<!that ){BODY}(?: in [A-Z][\w-]+|"
    rf" of [A-Z][\w-]+)?"
    rf"(?:, (?:for its part|meanwhile|however|too|in turn|by contrast),?)? (?={STANCE}\b)"
)
BODY_BEFORE: Final = re.compile(
    rf"^(?:The |[A-Z]\w+[’']s ){BODY} (?:would|could|did|has|had|will|declined|refused|\w+ed)\b"
)
"""A body, the subject of a sentence before its words: "The ministry would not discuss that. It said …"."""

APPOSED: Final = re.compile(
    rf"\b{SPEECH} (?:the|this|that|our) (?:source|official|officer|person|man|woman|witness|employee|"
    rf"diplomat)s?, (?=an? |one of )"
)
"""Before what somebody without a name is: "said the source, a member of …"."""

ANY_ONE: Final = re.compile(
    r"(?P<described>(?:(?<=[\"”,] )an?|\b(?:An?|[Aa]nother)|\b(?:One|Two|Three|Several)) (?:(?!(?:who|said|of|the|"
    r"and|statement|report|letter|group|court|video|message|post|note|text)\b)[\w’'-]+ ){0,4}?"
    r"(?!(?:statement|report|letter|group|court|video|message|post|note|text|memo|audit|document|website|newspaper|"
    r"agency|daily|leaflet|source close|communique|"
    r"recording|broadcaster|station|bulletin|survey|tribunal|panel|committee|commission|ministry|judge|verdict|"
    r"indictment|spokes\w+|cell|faction|site|channel)s?\b)[a-z]+"
    r"(?:,? (?:who|whose) [^.;,\"“”]{2,60}?|,? (?:at|in|from|on|with|near|living|working|sheltering|standing|reached|"
    r"contacted|speaking) "
    r"(?:(?!(?:are|is|was|were|had|has|have)\b)[^.;,\"“” ]+ ?){1,7}?)?),? "
    r"(?=(?:said|says|told|tells|recalled|recounted|remembered|remembers|recalls|whispered|sobbed|insisted|added|"
    r"estimated|confirmed|described)\b)"
)
WITHIN_SPEECH: Final = re.compile(rf"\b(?:{SPEECH}|say|that) (?:that )?$")
DOCUMENT_SHOWS: Final = re.compile(
    r"(?<!after the )(?<!before the )(?<!since the )\b(?P<described>(?:[Aa]n?|[Tt]he|[Ii]ts|"
    r"[Tt]heir) (?:[\w-]+ ){0,2}?(?:internal|leaked|confidential|classified|unpublished|official|parliamentary|"
    r"preliminary|forensic|interim|police|judicial|court)? ?(?:audit|memo(?:randum)?|log(?:book)?|dossier|inquest|"
    r"review|filing|transcript|affidavit|case file)"
    r"(?: (?!said|shows|showed|found)[^.;,\"“”]{2,40}?)?),? (?:showed|shows|found|finds|said|says|reveal(?:s|ed)|"
    r"concluded|concludes|lists?|listed|record(?:s|ed)|notes|noted|states?|stated|describes|blamed|faulted)\b"
)
