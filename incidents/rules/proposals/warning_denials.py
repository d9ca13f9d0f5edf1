"""Denials that there had been a warning: words of denial, then what would have been given or who would have told."""

import re
from typing import Final

IGNORED: Final = re.compile(
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
"""What became of a warning that nobody heeded; that is no denial of it."""

_LACK: Final = (
    r"(?:warn(?:ed|ings?)|signals?|(?<!high )alerts?|alerted|tip-?offs?|tipped off|tips?\b|threats?|intelligence|"
    r"forewarn\w*|"
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
            r"\b(?:nobody|no one|no-one|none of (?:us|them|our \w+)|not one of (?:our|its|their) \w+)(?: (?:had|has|"
            r"ever))* (?:passed|told|informed|sent|"
            r"mentioned|rang|shared|warned|alerted|came to)\b(?! (?:the )?(?:reporters|journalists|who|what))"
        ),
        (
            r"\b(?:call|describ|dismiss|brand|reject)(?:s|ed|es|ing)? [^.;]{0,30}?\b(?:reports?|claims?|suggestions?|"
            r"talk|stories|rumou?rs|allegations?) "
            rf"[^.;]{{0,40}}?{_LACK}[^.;]{{0,30}}?\b(?:invention|nonsense|false|untrue|fabricat\w+|lies?|rubbish|"
            rf"baseless|fiction|wrong|incorrect|unfounded|speculation)"
        ),
        (
            r"\bkept in the dark\b|\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)) [^.;]{0,40}?\b(?:knew|known|"
            r"knowledge|aware)\b[^.;]{0,30}?\b(?:plan|plot|attack|threat|danger)"
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
    r"signs?) (?:of|on|about|that|as to) (?:[\w-]+ ){0,3}?(?:motives?|claim|who|fate|whereabouts|condition|toll|"
    r"casualt\w+|identit\w+|"
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
    if IGNORED.search(text):
        return None
    return next((match for form in _NONE if (match := form.search(text))), None)
