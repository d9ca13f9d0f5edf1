"""Why somebody's name is kept back, in the words of the report: a word for that, and what gives the reason."""

import re
from typing import Final

from incidents.rules.proposals.naming import ANONYMITY, BARRED, REASON, REASON_TOO

_NAME: Final = r"(?:names?|identit(?:y|ies)|surnames?|full names?)"
_KEPT: Final = re.compile(
    rf"{ANONYMITY}|\banonym(?:ous(?:ly)?|ity)\b|\b(?:not|without|nor|never|refus\w+|unwilling|reluctant|"
    rf"afraid)(?: to)?(?: be| being| having been)? "
    rf"(?:named|identified|quoted|cited)\b|\b{_NAME}\b[^.;]{{0,40}}?\b(?:withheld|concealed|hidden|protected|"
    rf"left out|omitted|undisclosed|changed|"
    rf"(?:not|never) (?:be |to be |being )?(?:used|printed|published|given|mentioned|disclosed|revealed|appear))|"
    rf"\b(?:withh[eo]ld\w*|conceal\w*|hid\w*|omit\w*|suppress\w*|protect\w*|chang\w+|leav\w+ out|"
    rf"keep\w* (?:back )?)(?: \w+){{0,2}}? {_NAME}\b|"
    r"\b(?:gave|give|giving|gives|leave|left|offer(?:ed)?) no name\b|\boff the record\b|\b(?:won[’']t|would not|"
    r"wouldn[’']t|will not|did not|does not) "
    rf"(?:\w+ )?(?:give|be|have|see|allow|let|want|tell|state)[^.;,]{{0,20}}?(?:{_NAME}|named|identified|quoted)\b|"
    rf"\bunder (?:an? )?(?:assumed|another|false|pseudo\w*)",
    re.IGNORECASE,
)
_SPOKEN: Final = r"(?<! been)(?<! was)(?<! were)(?<! had)(?<! is)(?<! are)"
"""Before a word of speech that goes on with the sentence; "had been told" is of the reason."""
_PARENTHESIS: Final = re.compile(
    r",? (?:as|in) (?:he|she|they) (?:put it|said|says|explained|told \w+)(?=,),?", re.IGNORECASE
)
_FORMER: Final = tuple(
    re.compile(
        rf"\b{cue} (?P<reason>[^.;\"“”]{{4,160}}?){_SPOKEN}(?=,? (?:said|says|told|confirmed|added)\b|[.,;:\"“”]|$)"
    )
    for cue in (REASON, REASON_TOO)
)
_NOT_ALLOWED: Final = re.compile(rf"(?P<reason>{BARRED}[^.,;]{{0,80}}?)(?= and (?:spoke|asked|requested)|[.,;]|$)")
_LEADS: Final = (
    r"(?:because(?: of)?|since|as|for(?: (?:fear|reasons) (?:of|that))?|out of|due to|owing to|on account of|given|"
    r"citing|fearing|lest|in view of|in (?:order|a bid) (?:not )?to|"
    r"so (?:as|that)|on the grounds? (?:that|of)|(?:saying|explaining|arguing|adding|noting|pleading|insisting|"
    r"stressing)(?: that)?|being|having|under|in line with|pending|"
    r"until|while|amid|or|to (?:avoid|protect|spare|shield|keep|preserve|prevent|be able to|speak|discuss|talk)|"
    r"afraid(?: (?:of|that))?|worried(?: (?:about|that))?|"
    r"wary of|mindful of|concerned (?:for|about|that)|in case|the (?:reason|grounds) being(?: that)?)"
)
_AFTER: Final = re.compile(
    (
        rf"(?:,? \b{_LEADS}|:|,? [-–—])(?: (?:[\"“](?P<quoted>[^\"”]{{4,160}})|"
        rf"(?P<reason>[^.;:,\"“”]{{4,160}}?){_SPOKEN}(?=,? (?:said|says|told|confirmed|added)\b|[.,;:\"“”]|$)))"
    ),
)
_BEFORE: Final = re.compile(
    r"^(?:[^.;,]{0,60}, )?(?:[Ff]earing|[Aa]fraid (?:of|that)|[Cc]iting|[Bb]ecause(?: of)?|[Ww]orried (?:about|that)|"
    r"[Ff]or fear (?:of|that)|[Oo]ut of|[Ss]ince|[Aa]s) "
    r"(?P<reason>[^.;\"“”,]{4,120}), "
)


def speaks_of_anonymity(text: str) -> bool:
    """Whether a sentence says that a name is kept back."""
    return _KEPT.search(text) is not None


def reason_in(text: str) -> str:
    """The reason that a sentence gives for keeping a name back; "" where it gives none."""
    words = _PARENTHESIS.sub("", text)
    kept = _KEPT.search(words)
    if not kept:
        return ""
    former = next(
        (
            match
            for form in (_FORMER[0], _NOT_ALLOWED, _FORMER[1])
            for match in form.finditer(words)
            if _apart(match, kept)
        ),
        None,
    )
    if former:
        return former["reason"].strip()
    after = _AFTER.search(words, kept.end())
    if after:
        return (after["quoted"] or after["reason"]).strip()
    before = _BEFORE.match(words[: kept.start()])
    return before["reason"].strip() if before else ""


def reason_before(text: str) -> str:
    """The reason that the words before somebody without a name give: "Fearing reprisals, a teacher …"."""
    before = _BEFORE.match(text)
    return before["reason"].strip() if before else ""


def _apart(match: re.Match[str], kept: re.Match[str]) -> bool:
    """Whether a reason is none of the words that say that a name is kept back; not to be allowed to speak is both."""
    return match.re is _NOT_ALLOWED or match.start("reason") >= kept.end() or match.end("reason") <= kept.start()
