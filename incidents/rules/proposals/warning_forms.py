"""Clauses in which reports say that an attack had been warned of, or had not, as patterns by rule."""

import re
from typing import Final

from incidents.rules.proposals.warning_words import HAVE, NOTE, NOTED, RISK, SENT, UNHEEDED, WHO, WHOM

GIVEN: Final = tuple(
    (rule, re.compile(form, re.IGNORECASE))
    for rule, form in (
        (
            "had-warned",
            (
                rf"{WHO}(?:had|has|have) (?:(?!been)\w+ )?(?:warned|alerted|tipped off|cautioned|"
                rf"advised) (?:{WHOM})?(?=\b|$)"
            ),
        ),
        (
            "told-of-attack",
            (
                rf"{WHO}(?:had |has |)(?:told|informed|notified) {WHOM}[^.;]{{0,40}}? (?:that|of|about) (?:an?|"
                rf"the) (?:\w+ ){{0,2}}?(?:attack|threat|plot|bombing)\b[^.;]{{0,60}}?(?:being (?:prepared|planned)|"
                rf"planned|imminent|prepared|possible|likely)"
            ),
        ),
        (
            "warnings-ignored",
            (
                rf"{WHO}(?:had |has |)(?:ignored|missed|overlooked|dismissed|disregarded|failed to (?:act on|heed)|"
                r"did not (?:act on|heed)) (?:[\w-]+ ){0,3}?(?:warnings?|alerts?|tip-offs?|threats?)\b"
            ),
        ),
        (
            "no-intelligence",
            r"\bno (?:prior|advance|specific|credible|earlier) (?:intelligence|information|indications?|tip-offs?)\b",
        ),
        ("tipped-off", rf"{WHO}(?:had|was|were) (?:been )?tipped off"),
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
                rf"{WHO}(?:had |has |have |was |were |)(?:been )?(?:warned|alerted|tipped off|told|"
                rf"informed) (?:by (?:[\w’'-]+ ){{1,5}}?)?(?:in \w+ )?(?:of|about|that|\w+ days)[^.;]{{0,80}}?"
            ),
        ),
        ("warned-before", rf"{WHO}(?:\w+ly )?(?:warned|alerted|tipped off|advised|cautioned) {WHOM}[^.;]{{0,120}}?"),
        (
            "warning-shared",
            (
                rf"{WHO}(?:had |has |)(?:shared|passed on|passed|issued|sent|circulated|conveyed|relayed|"
                rf"received|given|"
                rf"gave|provided) (?:\w+ ){{0,3}}?(?:warnings?|alerts?|tip-offs?|intelligence (?:about|on|of|"
                rf"that))[^.;]{{0,80}}?"
            ),
        ),
        ("threat-passed-on", rf"{WHO}(?:had |has |)(?:passed on|passed|reported|relayed) (?:\w+ ){{0,3}}?threats?\b"),
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
        ("received", rf"{WHO}{HAVE}{SENT} (?:[\w’'-]+ ){{0,5}}?{NOTE}"),
        (
            "note-was-sent",
            (
                rf"(?P<warner>(?:(?!the |this |that )[\w’'-]+ ){{0,3}}?(?<![Tt]he )(?<![Tt]hat )(?<![Tt]his "
                rf"){NOTE})[^.;]{{0,90}}? (?:was|were|had been|has been|have been|went|had gone|"
                rf"lay|had|reached|came|arrived)(?: \w+)?? ?(?:(?!reported){SENT}|unheeded|ignored|unanswered|"
                rf"dismissed|unread|reached|arrived|gone|"
                rf"acted on|heeded|followed up|filed|discarded|taken seriously|overlooked|led|helped)\b"
            ),
        ),
        (
            "knew",
            (
                rf"{WHO}(?:knew|had known|(?:were|was|had been) (?:made )?aware|had (?:\w+ )?(?:knowledge|information|"
                rf"intelligence|word|evidence)|"
                rf"had learn(?:ed|t)|had intercepted|had picked up)[^.;]{{0,30}}? (?:of|about|that|on|"
                rf"from)\b[^.;]{{0,60}}?\b{RISK}"
            ),
        ),
        (
            "asked-for-protection",
            (
                rf"{WHO}(?:had|has|have) (?:\w+ )?(?:asked|begged|appealed|called|requested|pleaded|pressed|applied|"
                rf"petitioned)\b[^.;]{{0,50}}?"
                r"\b(?:protection|guards?|escorts?|bodyguards?|patrols?|(?:more |better |extra |"
                r"police )security)\b(?=[^.;]*(?:threat|gunmen|strangers|militants|armed men|attack))"
            ),
        ),
        (
            "told-of-danger",
            (
                rf"{WHO}{HAVE}(?:told|informed|notified|telephoned|phoned|called|written to|wrote to|rung|"
                rf"reported to|briefed|telling|flagged) "
                rf"(?!reporters|journalists|a (?:news|press)|the (?:media|press)|parliament|viewers|state (?:media|"
                rf"television)){WHOM}[^.;]{{0,50}}?\b(?:that|of|about|to)\b[^.;]{{0,60}}?\b(?:{RISK}|strangers?|"
                rf"suspicious|gunmen|armed men|unknown men|gathering|massing)\b"
            ),
        ),
        (
            "was-told",
            (
                rf"(?P<recipient>(?:[\w’'-]+ ){{1,4}}?)(?:was|were|had been) (?:\w+ )?(?:told|informed|notified|"
                rf"briefed)\b(?:[^.;]|\.(?= \d)){{0,50}}? (?:that|of|about|to expect)\b"
                rf"[^.;]{{0,50}}?\b(?:{RISK}|strangers?|suspicious|gunmen|armed men|gathering|massing)\b"
            ),
        ),
        (
            "been-warned",
            (
                r"(?P<recipient>(?:[\w’'-]+ ){1,4}?)(?:had|has|have) been (?:\w+ )?(?:fore)?(?:warned|alerted|"
                r"tipped off)\b(?! (?:to|against|not)\b)"
            ),
        ),
        (
            "showed-threat",
            (
                rf"{WHO}(?:had|has|have) (?:\w+ )?(?:shown|handed|given|brought|sent|passed|read|played|"
                rf"forwarded) (?:[\w’'-]+ ){{1,5}}?(?:note|letter|message|recording|leaflet|threat|names?|video)s?\b"
            ),
        ),
        (
            "note-said",
            (
                rf"(?P<warner>(?:[\w’'-]+ ){{0,3}}?(?:memo|cable|bulletin|report|briefing|assessment|dossier|circular|"
                rf"notice|letter|travel advice|advisory|warning)s?)\b[^.;]{{0,60}}? "
                rf"(?:spoke of|mentioned|predicted|listed|described|put the (?:risk|odds)|noted|cited|referred to|"
                rf"updated|citing|pointed to|said)\b[^.;]{{0,60}}?\b{RISK}"
            ),
        ),
        (
            "foresaw",
            (
                rf"{WHO}(?:had|has|have) (?:\w+ )?(?:pointed to|predicted|foreseen|feared|expected|anticipated|"
                rf"been expecting|suspected|assessed|rated|judged|been advis(?:ed|ing)|advised|updated)\b"
                rf"[^.;]{{0,70}}?\b{RISK}"
            ),
        ),
        (
            "threat-rated",
            (
                r"(?P<warner>(?:[Tt]he |[Aa] )?threat) (?:had been|was) (?:\w+ )?(?:assessed|rated|judged|dismissed|"
                r"considered|passed|taken)|\b(?:rated|assessed|judged|dismissed|considered) (?:the|a) (?:\w+ )?threat\b"
            ),
        ),
        (
            "rang",
            (
                rf"{WHO}{HAVE}(?:rang|rung|called|telephoned|phoned|contacted|reported (?:him|her|them|it) to|"
                rf"gone to|went to) (?:[\w’'-]+ ){{0,4}}?"
                r"(?:hotline|tip line|helpline|police|authorities|army|garrison|security service|"
                r"gendarmes)\b(?![^.;]*\bafter\b)"
            ),
        ),
        (
            "leaflets-reported",
            (
                r"(?P<warner>(?:leaflets?|letters?|notes?|messages?|posters?|graffiti)\b)[^.;]{0,70}? (?:had|has|"
                r"have) been (?:reported|handed|shown|passed|sent|brought|given) to\b"
            ),
        ),
        (
            "flagged",
            (
                rf"{WHO}{HAVE}(?:flagged|reported) (?:the |an? |his |her |their |two |"
                rf"three )?(?:[\w-]+ ){{0,2}}?(?:m[ae]n|suspects?|vehicle|van|car|strangers?|device|threats?|"
                rf"attacker)\b"
            ),
        ),
        ("unheeded", rf"{WHO}{HAVE}{UNHEEDED} (?:[\w’'-]+ ){{0,4}}?{NOTED}\b"),
        (
            "warned-about",
            (
                rf"{WHO}{HAVE}(?:to |was |were |being )*(?:warn(?:ed|ing|s)?|alert(?:ed|ing|s)?|caution(?:ed|ing)|"
                rf"tipped off)\b[^.;]{{0,90}}?\b{RISK}"
            ),
        ),
        (
            "on-notice",
            (
                rf"{WHO}{HAVE}(?:put|placed|raised)\b[^.;]{{0,60}}?(?:on (?:notice|alert|high alert|its guard)|"
                rf"(?:threat|alert|security) level|threat warning)"
            ),
        ),
        (
            "none-given",
            (
                r"\b(?:no|any|without any) (?:(?:prior|advance|specific|concrete|credible|such|known|earlier|direct|"
                r"previous|particular|actionable|explicit|official|formal|clear) )*"
                r"(?:or \w+ )?(?:warnings?|threats?|intelligence|information|indications?|alerts?|tip-offs?|hint|"
                r"foreknowledge|knowledge|sign)\b"
            ),
        ),
        (
            "went-to-report",
            (
                rf"{WHO}(?:had |has |have )(?:[\w’'-]+ ){{1,6}}?to (?:report|warn|tell|complain|say|"
                rf"alert)\b[^.;]{{0,40}}?\b(?:that|of|about)\b[^.;]{{0,60}}?"
                rf"\b(?:{RISK}|strangers?|suspicious|gunmen|armed men|unknown men)\b"
            ),
        ),
        (
            "denies-having-been-warned",
            (
                r"\b(?:den(?:ied|ies|ying)|reject(?:ed|s)|dismiss(?:ed|es))\b[^.;]{0,60}?\b(?:been|was|were|"
                r"be) (?:\w+ )?(?:fore)?(?:warned|alerted|told|informed|tipped off|notified)\b"
            ),
        ),
        (
            "nobody-told",
            (
                r"\b(?:[Nn]obody|[Nn]o[- ]one|[Nn]one of us|[Nn]one of them)\b[^.;]{0,40}? (?:warning|alert|tip-off)\b|"
                r"\b(?:told|heard) nothing\b|\b(?:[Nn]obody|[Nn]o[- ]one|[Nn]one of \w+)\b(?: [\w’'-]+){0,3}? (?:told|"
                r"warned|informed|alerted|tipped)\b"
            ),
        ),
        (
            "unaware",
            (
                rf"{WHO}(?:was|were|had been) (?:un|not |not been )aware (?:of|that)[^.;]{{0,40}}?{RISK}|"
                rf"{WHO.replace('warner', 'unaware')}(?:had|has|have) "
                rf"(?:no (?:\w+ )?(?:knowledge|idea|inkling|reason to)|nothing to (?:suggest|"
                rf"indicate))[^.;]{{0,50}}?{RISK}"
            ),
        ),
    )
)
"""By rule, the likeliest first."""
