# ruff: noqa: RUF001  quotation marks are a part of these patterns
"""Clauses in which reports say who speaks, as patterns. How they are put together is in ``speakers``."""

import re
from typing import Final

from incidents.rules.proposals.naming import (
    ANONYMITY,
    BARRED,
    BODY,
    CAPITAL,
    DESCRIBED,
    NAME,
    OFFICE,
    OUTLET,
    REASON,
    REASON_TOO,
    SPEECH,
    TITLES,
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
TRANSCRIPT: Final = re.compile(r"^(?P<title>(?:[A-Z]{3,} )*?)(?P<name>[A-ZÀ-Þ’'-]{2,} [A-ZÀ-Þ’'-]{2,}):(?= )")
"""Who answers in a transcript, in capitals before a colon: "GOVERNOR A. NAME: …"."""
DOCUMENT: Final = re.compile(
    r"\b[Aa]ccording to (?P<described>(?:the|an?) (?:\w+ ){0,2}?(?:indictment|charge sheet|verdict|ruling|affidavit|"
    r"arrest warrant|judgment|sentence|decree|(?:police|autopsy|forensic|preliminary|situation|confidential|internal|"
    r"initial) (?:\w+ )?report|report(?= (?:seen|obtained|reviewed|drawn up))|memo(?:randum)?|case file|court "
    r"(?:documents?|papers|"
    r"filings?)))\b"
)
DOCUMENT_SAYS: Final = re.compile(
    r"\b(?P<described>[Tt]he (?:\w+ ){0,2}?(?:indictment|charge sheet|verdict|ruling|affidavit|judgment|memo|"
    r"autopsy report)),? (?:said|says|states?|stated|found|adds|goes on)\b"
)
UNNAMED: Final = tuple(
    (rule, re.compile(form))
    for rule, form in (
        ("described-anonymity", rf"{DESCRIBED}(?!,? {NAME})(?P<rest>[^.;]{{0,60}}?\b{ANONYMITY})"),
        (
            "described-said",
            (
                rf"{DESCRIBED}(?:, (?:who|which|speaking|reached|contacted)[^.;\"“”]{{0,120}}?|"
                rf" who [^.,;\"“”]{{0,50}}?)?,? (?:also )?{SPEECH}\b"
            ),
        ),
        ("quoting-described", rf"\b(?:quot|cit)(?:ed|ing|es) {DESCRIBED}(?= |[.,;]|$)"),
        ("said-described", rf"\b(?:{SPEECH}|[Aa]ccording to) {DESCRIBED}(?=[.,;]| who\b| on\b|$)"),
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
                rf"\b(?:operator|company|firm|carrier|airline|utility|charity|insurer|rights group|aid group|"
                rf"union) (?P<body>{CAPITAL}(?: {CAPITAL}){{0,2}}),? {SPEECH}\b"
            ),
        ),
        (
            "statement-of-body",
            r"\b[Aa]ccording to an? (?P<body>police|army|military|government|navy|gendarmerie) (?:statement|report)\b",
        ),
        ("initials-said", rf"\b[Tt]he (?P<body>[A-Z]{{3,6}}) {SPEECH}\b"),
        ("according-to-body", rf"\b[Aa]ccording to (?:the )?{BODY}\b"),
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
    r"Last|Early|Late|By|From|With|No|Not|This|That|These|Those|Both|All) "
)
"""Words with a capital at the beginning of a sentence that begin no name."""

SAID_WITHOUT_NAME: Final = re.compile(ANONYMITY)
REASONS: Final = tuple(
    re.compile(rf"\b{cue} (?P<reason>[^.;\"“”]{{4,160}}?)(?=,? (?:said|says|told|confirmed|added)\b|[.,;:\"“”]|$)")
    for cue in (REASON, REASON_TOO)
)
NOT_ALLOWED: Final = re.compile(rf"(?P<reason>{BARRED}[^.,;]{{0,80}}?)(?= and (?:spoke|asked|requested)|[.,;]|$)")
OF_MEDIA: Final = re.compile(OUTLET)
NO_PERSON: Final = re.compile(
    r"(?:\b[Tt]he |[A-Z][\w’'-]+ (?:for|of|on|and) |\b(?:newspaper|daily|weekly|website|broadcaster|paper|portal|"
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
