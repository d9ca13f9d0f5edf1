# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Clauses in which reports say who speaks, as patterns. How they are put together is in ``speakers``."""

import re
from typing import Final

from incidents.rules.proposals.naming import (
    ANONYMITY,
    BODY,
    CAPITAL,
    DESCRIBED,
    NAME,
    OFFICE,
    OUTLET,
    SPEECH,
    TITLES,
    UNNAMED_ONE,
)

_TITLED: Final = rf"(?P<title>(?:(?:{TITLES})\.? )*)"
_WHO: Final = rf"{_TITLED}(?P<name>{NAME})"
_AGE: Final = r"(?:, \d{1,3},?)?"
_OFFICE_BEFORE: Final = rf"(?:(?P<before>(?:[\w’'-]+ ){{0,5}}?(?i:{OFFICE})(?: of [\w’' -]+?)?,? ))?"

NAMED: Final = tuple(
    (rule, re.compile(form))
    for rule, form in (
        (
            "said-name",
            (
                rf"\b{SPEECH} {_OFFICE_BEFORE}{_WHO}{_AGE}(?:, (?P<role>[^.;:\"“”]{{3,100}}?))?(?=[.;,\"“”]| (?:of|"
                rf"from|at|with|for)\b|"
                rf" who\b| in\b|"
                rf" on\b|$)"
            ),
        ),
        (
            "name-said",
            (
                rf"{_OFFICE_BEFORE}\b{_WHO}{_AGE}(?:, (?P<role>(?:an?|the|who|whose|its|his|her|their|one of|"
                rf"of|from|at|with|[a-z]+ing|reached|contacted|interviewed|quoted|asked|"
                rf"(?:[a-z-]+ ){{0,3}}{OFFICE})\b[^.;:\"“”]{{2,110}}?))?,? (?:also |then |later |yesterday |today |"
                rf"(?:on )?[A-Z]\w+day |has since |went (?:further|on) and )?{SPEECH}\b"
            ),
        ),
        (
            "name-of-said",
            (
                rf"{_OFFICE_BEFORE}\b{_WHO},? (?P<role>(?:of|from|at|with|for) (?:the )?[A-Z][^.,;:\"“”]{{2,50}}?),? "
                rf"{SPEECH}\b"
            ),
        ),
        (
            "quote-verb-name",
            (rf"[,!?][\"”] [a-z]+ {_OFFICE_BEFORE}{_WHO}(?=[.;,]| (?:of|from|at|with|for|in|on|who|after|as)\b|$)"),
        ),
        ("quote-name-verb", rf"[,!?][\"”] {_OFFICE_BEFORE}{_WHO}{_AGE}(?:, (?P<role>[^.;:\"“”]{{3,110}}?),)? [a-z]+\b"),
        (
            "name-colon",
            rf"(?:^|[.;] ){_OFFICE_BEFORE}{_WHO}(?:, (?P<role>[^.;:\"“”]{{3,80}}?))?: (?=[\"“‘'])",
        ),
        (
            "words-of-name",
            rf"\b(?:[Ii]n the words of|[Aa]s|[Qq]uoted) {_OFFICE_BEFORE}{_WHO}(?=,| (?:put|said|told|as)\b)",
        ),
        ("according-to-name", rf"\b[Aa]ccording to {_OFFICE_BEFORE}{_WHO}(?:, (?P<role>[^.;:\"“”]{{3,100}}))?"),
    )
)
TRANSCRIPT: Final = re.compile(
    r"^(?!(?:LIVE|BREAKING|UPDATE|FLASH|URGENT|ANALYSIS|EXPLAINER|FACTBOX|TIMELINE|WHAT|HOW|WHO|WHY|LATEST|NEWS|TOP|"
    r"BACKGROUND|MORE)\b)(?P<title>(?:[A-Z]{3,} )*?)(?P<name>[A-ZÀ-Þ’'-]{2,} [A-ZÀ-Þ’'-]{2,}):(?= )"
)
"""Who answers in a transcript, in capitals before a colon: "GOVERNOR A. NAME: …"."""
DOCUMENT: Final = re.compile(
    r"\b[Aa]ccording to (?P<described>(?:the|an?) (?:\w+ ){0,2}?(?:indictment|charge sheet|verdict|ruling|affidavit|"
    r"arrest warrant|judgment|sentence|decree|(?:police|autopsy|forensic|preliminary|situation|confidential|internal|"
    r"initial) (?:\w+ )?report|report(?= (?:seen|obtained|reviewed|drawn up))|memo(?:randum)?|case file|court "
    r"(?:documents?|papers|"
    r"filings?)))\b"
)
DOCUMENT_SAYS: Final = re.compile(
    r"(?<!after )(?<!before )(?<!since )(?<!following )\b(?P<described>[Tt]he (?:\w+ ){0,2}?(?:indictment|"
    r"charge sheet|verdict|ruling|affidavit|judgment|memo|"
    r"autopsy report)),? (?:said|says|states?|stated|found|adds|goes on)\b"
)
UNNAMED: Final = tuple(
    (rule, re.compile(form))
    for rule, form in (
        (
            "described-anonymity",
            (
                rf"{DESCRIBED[:-1]}(?: who (?!(?:ask|declin|sp[eo]|request|did|do|was not|is not|were not|insist|refus|"
                rf"wish|want|beg|plead|would|could|may|fear|cannot|can|prefer|demand)\w*\b)"
                rf"[^.,;\"“”]{{2,60}}?(?=,| (?:told|said|says)\b))?)(?!,? {NAME})(?P<rest>[^.;]{{0,60}}?\b{ANONYMITY})"
            ),
        ),
        (
            "described-said",
            (
                rf"{DESCRIBED[:-1]}(?: who (?:[^.,;\"“”]|,(?=\d)){{2,60}}?)?)(?:, (?:who|which|speaking|reached|"
                rf"contacted)"
                rf"[^.;\"“”]{{0,120}}?)?,? (?:also )?{SPEECH}\b"
            ),
        ),
        ("quoting-described", rf"\b(?:quot|cit)(?:ed|ing|es) {DESCRIBED}(?= |[.,;]|$)"),
        (
            "said-described",
            (
                rf"(?:(?<=[,\"”’'?!] ){SPEECH}|\b[Aa]ccording to) {DESCRIBED}(?=[.,;]| who\b| on\b|$)"
                r"(?!, \d|(?:, [^.,;]{1,60},)? (?:had|has|was|were|is|are|died|would)\b)"
            ),
        ),
        (
            "ticker-described",
            (
                rf"(?:: | [-–—] )(?P<described>(?:[Aa]n? )?(?:[a-z-]+ ){{0,3}}?{UNNAMED_ONE}(?: (?:at|in|of|"
                rf"from) [^.;:]{{2,50}})?)\.?$"
            ),
        ),
    )
)
BODIES: Final = tuple(
    (rule, re.compile(form))
    for rule, form in (
        (
            "body-said",
            (
                rf"(?:\b[Tt]he |\b[A-Z]\w+[’']s )?(?<![\w’'-])(?<!her )(?<!his )(?<!their )(?<!that ){BODY}(?: in "
                rf"[A-Z][\w-]+(?: [A-Z][\w-]+)?| of the [^.,;]{{3,30}}?| \([A-Z]{{2,8}}\))?(?:, (?!(?:(?:{TITLES})\.? "
                rf")*{NAME},)[^.,;]{{3,60}}?,)?(?: based \w+,|"
                rf" also)? (?:{SPEECH}|say|report|had put|has put|put)\b"
            ),
        ),
        ("bodies-said", rf"(?:\b[Tt]he )?(?<![\w’'-]){BODY} and (?:the )?(?:\w+ ){{0,2}}\w+ (?:{SPEECH}|say)\b"),
        ("said-body", rf"\b(?:sa(?:id|ys?)|told|confirmed|according to) (?:the )?{BODY}(?=[.,;]|$)"),
        (
            "body-which",
            (
                rf"(?<![\w’'-])(?<!d[ueo] )(?<!del )(?<!of )(?<!l[ae] )(?P<body>{CAPITAL}(?: {CAPITAL}){{0,3}}), "
                rf"(?:which (?!first|broke|was first|had first)(?:[^.;,]|,(?=\d)){{3,80}}|(?:an?|"
                rf"the) (?:[\w-]+ ){{0,4}}?(?:group|charity|company|firm|"
                rf"organi[sz]ation|union|monitor|association|operator)\b[^.;,]{{0,60}}), {SPEECH}\b"
            ),
        ),
        (
            "body-called",
            (
                rf"\b(?i:operator|owner|shipowner|manager|company|firm|carrier|airline|utility|charity|insurer|"
                rf"rights group|aid group|"
                rf"relief organi[sz]ation|NGO|union) (?P<body>{CAPITAL}(?: {CAPITAL}){{0,2}}),? {SPEECH}\b"
            ),
        ),
        (
            "statement-of-body",
            r"\b[Aa]ccording to an? (?P<body>police|army|military|government|navy|gendarmerie) (?:statement|report)\b",
        ),
        ("initials-said", rf"\b[Tt]he (?P<body>[A-Z]{{3,6}}) {SPEECH}\b"),
        ("according-to-body", rf"\b[Aa]ccording to (?:the )?{BODY}\b"),
        ("body-colon", rf"^(?:The )?{BODY}: (?=\w)"),
        ("ticker-body", rf" [-–—] (?:the )?{BODY}\.?$"),
    )
)
HE_SAID: Final = re.compile(rf"\b[Ss]?[Hh]e (?:also )?{SPEECH}\b|\b{SPEECH} s?he\b")
BEGINS: Final = re.compile(
    rf"^[\"“‘']?(?:But |And )?(?:(?:At|In|On|Outside|After|From) [^,;]{{3,50}}, )?(?:[A-Z]?[a-z-]+ "
    rf"){{0,4}}?{_OFFICE_BEFORE}{_WHO}{_AGE}(?:, (?P<role>[^.;:\"“”]{{3,100}}?),)?(?= [a-z]+\b)(?= (?:[a-z]+|was|"
    rf"were|had|has|is|saw|heard|ran|watched|helped|lost|lives|"
    rf"owns|runs|works|keeps|kept|hid|stood|spent|escaped|survived|remembers|[a-z]+ed)\b)"
)
"""A sentence about somebody whose words follow: "Ada Bekele, 19, was selling bread. 'It went dark,' she said." """

OF_ANOTHER: Final = re.compile(
    r"\b(?:at|of|from|in|for|with|by|near|to|against|outside|inside|into) (?:the |an? |his |her |its |"
    r"their )?(?:(?!what|which|whom)[a-z-]+ )?$"
)
"""Before a body that is where somebody works or what something happened to."""
GANG: Final = re.compile(
    (
        r"\b(?:criminal|terror\w*|militant|armed|extremist|jihadist|banned|outlawed|insurgent|rebel|separatist|"
        r"paramilitary) (?:\w+ )?$"
    ),
    re.IGNORECASE,
)
SAME_AS: Final = re.compile(
    r"^, (?:the )?(?P<name>[A-Z][\w’'-]+(?: (?:(?:of|for|the|de|des|du|and|on|against|in) ){0,2}[A-Z][\w’'-]+){1,6}),"
)
INTRODUCED: Final = re.compile(
    r"\b(?P<kind>charity|NGO|(?:aid|relief|rights|medical|humanitarian) (?:group|organi[sz]ation|agency)|company|"
    r"operator|firm|airline|owner|utility|carrier) "
    r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:of|for|the|de|des|du|sans|and|on|in) )?[A-Z][\w’'-]+| (?:of|for|on|"
    r"in) [A-Z][\w’'-]+){0,4})"
)
"""A body by what it is and by its name, to which "the charity" points back."""
KINDS: Final = (
    re.compile(r"^(?:(?:aid|relief|rights|medical|humanitarian) )?(?:charity|NGO|group|organi[sz]ation|agency)$"),
    re.compile(r"^(?:company|operator|firm|airline|owner|utility|carrier)$"),
)
OF_OUTLET: Final = re.compile(
    r"^(?:an?|the) (?:[\w-]+ ){0,4}?(?:newspaper|magazine|(?:radio|television) station|website|broadcaster|"
    r"news agency|daily|weekly|portal|channel)\b(?! editor| reporter| owner)|"
    r"^which\b|^(?:an?|the) (?:[\w-]+ ){0,4}?(?:group|charity|company|firm|organi[sz]ation|party|union|monitor|"
    r"association)\b(?![’'])"
)
"""What follows the name of an outlet or a body, not that of a person."""

NO_NAME: Final = re.compile(
    r"(?:The|An?|Since|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|In|On|At|After|Before|When|While|Local|His|"
    r"Her|Its|Their|But|And|If|Some|Many|Most|"
    r"Owner|Operator|Shipowner|Insurer|Carrier|Company|Charity|Police|Witnesses|Residents|Last|Early|Late|By|From|"
    r"With|No|Not|This|That|These|Those|Both|All) "
)
"""Words with a capital at the beginning of a sentence that begin no name."""

DESCRIBED_ONE: Final = re.compile(DESCRIBED)
NO_ONE: Final = re.compile(r"^[’']s? [a-z]+ (?:was|were)\b")
OF_MEDIA: Final = re.compile(OUTLET)
NO_PERSON: Final = re.compile(
    r"(?:\b[Tt]he |[A-Z][\w’'-]+ (?:for|of|on|and) |\b(?:NGO|charity|organi[sz]ation|group|company|firm|union|"
    r"think[- ]tank|institute|monitor|newspaper|daily|weekly|website|broadcaster|paper|portal|"
    r"magazine|station|site|agency|channel) )$"
)
CALLED_OUTLET: Final = re.compile(
    r"\b(?:newspaper|daily|weekly|website|broadcaster|paper|portal|magazine|station|site|tabloid) $"
)
OF_BODY: Final = re.compile(
    r"(?:Command|Police|Ministry|Office|Department|Council|Authority|Agency|Service|Commission|Committee|Forum|"
    r"Cent(?:er|re)|"
    r"Association|Union|Federation|Army|Forces?|Guard|Board|Bureau|Institute|University|Hospital|Group|Party|Company|"
    r"Movement|"
    r"Front|Brigades?|Court|Government|Administration|Directorate|Corps|Airport|Airlines?|Street|Road|Network)$"
)
"""What a name ends with that is a body's or a place's, not a person's."""

POINTS_BACK: Final = re.compile(r"^[Tt]he (?:two |three )?\w+$")
BESIDE_NAME: Final = re.compile(
    rf"(?<![Ii]n )(?<![Aa]t )(?<![Nn]ear )(?<![Ff]rom )(?<![\w’'-]){NAME},? (?:\d{{1,3}}, |is |was |\(\d+\), )?$"
)
"""A description after a name says what its bearer is."""

TITLE_WITHIN: Final = re.compile(rf"(?:^|(?<= ))(?:{TITLES})\.? ")
"""An office within a name that was read too far: "Information Barrister A. Name"."""
