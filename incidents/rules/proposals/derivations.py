"""What the report rests on: an outlet that reported first, one that it quotes, the agency that it carries.

Parts of the value: ``kind`` (as ``DerivationKind``) and ``outlet``, as the report calls it.
"""

import re
from collections.abc import Iterator
from typing import Final

from incidents.choices import DerivationKind, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.folding import fold
from incidents.rules.proposals.known import Known
from incidents.rules.proposals.naming import OUTLET
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import READ_AT_MOST, Sentence

_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
_NAME: Final = (
    rf"(?P<outlet>(?:[Tt]he )?{_CAPITAL}(?: (?:(?:of|de|du|do|del|der|la|le|the|and|al) ){{0,2}}(?:(?:al|"
    rf"el)-)?{_CAPITAL}){{0,4}}(?: \d\w{{0,3}}\b)?)"
)
_CALLED: Final = (
    r"(?:the |an? )?(?:(?:private|local|state-run|state-owned|pro-government|government|trade|investigative|online|"
    r"opposition|popular|liberal|conservative|evening|business|state|semi-official|official|independent|regional|"
    r"public|weekly|daily|"
    r"digital|community|campus|student|satirical|Catholic|tribal|Arabic-language|English-language|UN-backed|exiled|"
    r"left-leaning|right-wing|"
    r"U\.?S\.?|British|German|French|national) )*"
)
_A: Final = (
    rf"(?:{_CALLED}(?:newspaper|daily|weekly|broadcaster|website|magazine|news (?:agency|site|website|outlet|portal)|"
    rf"(?:radio |television )?station|channel|paper|tabloid|portal|site|blog|agency) |{_CALLED})"
)
_NOUN: Final = r"(?:newspaper|magazine|station|website|broadcaster|agency|daily|weekly|portal|channel|tabloid)"
_IS_OUTLET: Final = re.compile(OUTLET)
_STATE_MEDIA: Final = (
    r"(?P<outlet>(?:[Tt]he )?(?:(?:[A-Z]\w+|state|official|local|semi-official|public|government)(?:-run)? )+"
    r"(?:media|television|TV|radio|news agency|broadcaster|newspapers?)(?: [A-Z]{2,}\w*)?)"
)
_SUFFIX: Final = r"(?: (?:news )?(?:agency|newspaper|website|television|channel|radio|daily))?"
_REPORTED: Final = (
    r"(?:has |have |had |also |later |earlier |previously |already |is |are |was )*(?:quoting|citing|reporting|"
    r"reported|said|says|say|reports?|quoted|quotes?|cited|cites|carried|aired|"
    r"published|broadcast|showed|shows|"
    r"wrote|writes|named|put|gave)"
)

_FORMS: Final[tuple[tuple[DerivationKind, str, re.Pattern[str]], ...]] = tuple(
    (kind, rule, re.compile(form))
    for kind, rule, form in (
        (
            DerivationKind.FIRST_REPORTED_BY,
            "broke-the-story",
            (
                rf"\b{_A}{_NAME}(?:, [^,.;]{{3,40}},)?,? (?:which |that |who )?(?:had )?(?:broke|broken) the (?:story|"
                rf"news)\b"
            ),
        ),
        (
            DerivationKind.FIRST_REPORTED_BY,
            "first-reported-by",
            rf"\bfirst (?:reported|disclosed|revealed|published) (?:\w+ )?by {_A}{_NAME}",
        ),
        (
            DerivationKind.FIRST_REPORTED_BY,
            "reported-first",
            (
                rf"\b{_A}{_NAME}(?:, which)?(?: that)?(?: was| were| had| has)?(?: the)? first (?:with\b|"
                rf"to (?:report|disclose|reveal|speak|tell|name|carry|break|"
                rf"publish)|reported|disclosed|revealed|published|wrote|gave|named|carried|aired|spoke|spread|"
                rf"brought)\b"
            ),
        ),
        (
            DerivationKind.FIRST_REPORTED_BY,
            "had-it-first",
            (
                rf"\b{_A}{_NAME} (?:had|carried|published|ran|got|aired|broke) (?:the |that |this )?(?:story|news|"
                rf"report|account|warning|details|it)?,? ?(?:was )?first\b|"
                rf"\bfirst\b[^.;]{{0,30}}? (?:made known|shown|given|written|posted|carried|aired|broadcast|made "
                rf"public|appeared|"
                rf"published|told|seen|obtained) (?:\w+ )?(?:by|in|on) {_A}{_NAME.replace('outlet', 'second')}|"
                rf"\b(?:broken|revealed|disclosed) (?:\w+ )?by {_A}{_NAME.replace('outlet', 'third')}"
            ),
        ),
        (
            DerivationKind.QUOTES,
            "outlet-reported",
            (
                rf"\b{_A}(?<![\w-]){_NAME}{_SUFFIX}(?:, (?:(?:quoting|citing|which)|(?:an?|"
                rf"the) (?:[\w-]+ ){{0,4}}?{_NOUN}\b)[^,]{{0,60}},)? {_REPORTED}\b"
            ),
        ),
        (DerivationKind.QUOTES, "state-media", rf"(?<![\w-]){_STATE_MEDIA} {_REPORTED}\b"),
        (
            DerivationKind.QUOTES,
            "according-to-outlet",
            (
                rf"\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Qq]uoted (?:by|in)|[Ii]n an interview (?:with|for)|"
                rf"in (?:comments|remarks|an interview) to|in a report (?:by|in|on)|"
                rf"(?:reported|aired|broadcast|carried|published|shown|obtained|seen|interviewed) (?:by|on|in)|"
                rf"(?:[Tt]old|[Rr]eports?,? (?:by|in|on|from)|quoted (?:by|in)|(?:said|wrote) in|(?:remarks|comments|"
                rf"account|interview) (?:carried|published|aired|broadcast) (?:by|in|on)|interview with)|[Aa]s|"
                rf"(?:[Rr]elying|[Dd]rawing|[Bb]ased|[Bb]asing) (?:\w+ )?(?:\w+ )?(?:on|upon) (?:an? )?(?:reports?|"
                rf"information|accounts?|"
                r"footage)?(?: (?:by|from|in|of) )?|[Oo]n the (?:basis|strength|authority) of (?:an? |"
                r"the )?(?:reports?|information|accounts?)?(?: (?:by|from|in|of))?|(?:picked up|taken|lifted) from|"
                r"(?:spoke|speaking|talking|remarks|comments|statement|interview|told|wrote) (?:to|with|for|in)|"
                r"(?:posted|appeared|printed|seen|heard) (?:by|in|on)) "
                rf"{_A}{_NAME}"
            ),
        ),
        (
            DerivationKind.QUOTES,
            "according-to-state-media",
            rf"\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoted by) {_STATE_MEDIA}",
        ),
    )
)
_BYLINE: Final = re.compile(
    r"^[^a-z.\n]{2,60}[^.\n]{0,40}?\((?P<outlet>[^)]{2,40})\)\s*[-–—]|^(?:Source|"
    r"Credit): (?P<credit>[A-Z][^\n.]{1,40})$",
    re.MULTILINE,
)
_NEWSPAPER: Final = re.compile(
    rf"{_CALLED}(?:newspaper|daily|weekly|broadcaster|website|magazine|news \w+|(?:radio |television )?station|"
    rf"channel|paper|tabloid|portal|site|blog|agency) $"
)


_CALLED_SO: Final = re.compile(rf"(?: news)? {_NOUN}\b|, (?:an?|the) (?:[\w-]+ ){{0,4}}?{_NOUN}\b")
"""What follows a name that is an outlet's: "Al-Watan newspaper", "Costa Abierta, an online magazine"."""

_FIRST: Final = re.compile(
    r"\b(?:was|were|had been|been|is|being) (?:also )?(?:the )?(?:very )?first (?:to|with|news|outlet|paper|"
    r"newspaper|broadcaster)\b|\bfirst (?:reported|disclosed|revealed|published|wrote|carried|broke|"
    r"made (?:it |the news )?(?:known|public)|brought|spread|aired|told|named|described|put out)\b|\b(?:broke|"
    r"broken) (?:the )?(?:news|story)\b|\b(?:scoop|an exclusive)\b|\bahead of (?:all )?(?:others|other|any)\b",
    re.IGNORECASE,
)
"""That whoever is named beside it had the news first."""
_RUN: Final = re.compile(
    rf"{_CAPITAL}(?: (?:(?:of|de|du|do|del|der|la|le|the|al) )?{_CAPITAL}){{0,4}}(?: \d\w{{0,3}}\b)?"
)
_CALLED_ONE: Final = re.compile(
    r"\b(?:newspaper|daily|weekly|broadcaster|website|magazine|news (?:agency|site|website|outlet|portal|channel|"
    r"service)|(?:radio|television|TV) (?:station|channel)|tabloid|portal|"
    r"paper|blog) $"
)
_REPORTS: Final = re.compile(
    r"\b(?:report(?:ed|s|ing)?|quot(?:ed|es|ing)|cit(?:ed|es|ing)|according to|told|tells|rely(?:ing)? on|relies on|"
    r"based on|basis of|carried|published|publishes|broadcast|aired|airs|posted|printed|ran|runs|"
    r"interview(?:ed)?|remarks|accounts?|footage|article|editorial|information|obtained|seen by|shown (?:to|on|by)|"
    r"said|says|saying|wrote|writes|spoke|speaking|revealed|disclosed|learned|put the|gave the)\b",
    re.IGNORECASE,
)
_OF_STAFF: Final = re.compile(
    r"\b(?:journalists?|reporters?|editors?|correspondents?|photographers?|cameram[ae]n|presenters?|employees?|staff|"
    r"driver|owner|founder|offices?|newsroom|building|studios?|headquarters|"
    r"works? (?:for|at)|worked (?:for|at)|employed by|attack on|raid on|bomb\w* (?:at|of)|shut down|closed)(?: (?:of|"
    r"at|for|with|from|in))?(?: (?:the|its|his|her|a))?(?: [\w-]+){0,2} $",
    re.IGNORECASE,
)
"""Before the name of an outlet that is a victim or somebody's employer, not a source."""
_NEAR: Final = 90
"""Characters on either side of an outlet's name within which a word of reporting is of it."""
_FIRST_OF_OTHER: Final = re.compile(
    r"\bfirst (?:time|responders?|aid|lady|minister|floor|victims?|explosion|blast|attack|shots?|bomb)\b", re.IGNORECASE
)

_LED_TO: Final = re.compile(r"(?:As|In|On|But|And|When|While|Citing|Quoting|It|After|According|Yet|Still|Then) ")
"""Words with a capital at the beginning of a sentence that are no part of a name."""


def propose_derivations(report: Report, sentences: list[Sentence], known: Known) -> Iterator[Proposal]:
    """The outlets that the report says it rests on; its own name is none of them unless it was first."""
    for match in _BYLINE.finditer(report.text[:READ_AT_MOST]):
        name = match["outlet"] or match["credit"]
        if (
            report.outlet
            and not _initials_of(name, report.outlet)
            and fold(name) not in fold(report.outlet)
            and fold(report.outlet) not in fold(name)
        ):
            group = "outlet" if match["outlet"] else "credit"
            yield _proposal(report, match.span(group), match[0], DerivationKind.SYNDICATES, "byline")
    for sentence in sentences:
        found = list(_in_sentence(report, sentence, known))
        yield from found
        yield from _beside_report(report, sentence, known, {str(one.identity["outlet"]) for one in found})


def _beside_report(report: Report, sentence: Sentence, known: Known, told: set[str]) -> Iterator[Proposal]:
    """Outlets that no form reads, beside any word of reporting in the sentence."""
    text = sentence.text
    for match in _RUN.finditer(text):
        for start, name in _outlets_in(match, known):
            end = start + len(name)
            around = text[max(0, start - _NEAR) : start] + " " + text[end : end + _NEAR]
            new = fold(re.sub(r"^[Tt]he ", "", name))
            if (
                any(new in one or one in new for one in told)
                or _OF_STAFF.search(text[:start])
                or new in fold(report.outlet)
            ):
                continue
            first = _FIRST.search(around) and not _FIRST_OF_OTHER.search(around)
            if first or _REPORTS.search(around):
                kind = DerivationKind.FIRST_REPORTED_BY if first else DerivationKind.QUOTES
                told.add(new)
                yield _proposal(report, (sentence.at(start), sentence.at(end)), text, kind, "beside-report")


def _outlets_in(run: re.Match[str], known: Known) -> Iterator[tuple[int, str]]:
    """The outlet that a run of capitalised words names, on record or called one before it."""
    words = run[0]
    for led in (0, *(gap.end() for gap in re.finditer(" ", words))):
        name = words[led:]
        if known.is_outlet(name) or (led == 0 and _CALLED_ONE.search(run.string[: run.start()])):
            yield run.start() + led, name
            return


def _initials_of(name: str, outlet: str) -> bool:
    """Whether a name in capitals is made of letters of the outlet's own: "NPB" of Noordzee Persbureau."""
    letters = iter(fold(outlet))
    return name.isupper() and fold(outlet)[:1] == fold(name)[:1] and all(one in letters for one in fold(name))


def _in_sentence(report: Report, sentence: Sentence, known: Known) -> Iterator[Proposal]:
    firsts: set[str] = set()
    for usual, rule, form in _FORMS:
        for match in form.finditer(sentence.text):
            group = next(name for name in ("outlet", "second", "third") if match.groupdict().get(name))
            start, end = match.span(group)
            if led := _LED_TO.match(match[group]):
                start += led.end()
            name = sentence.text[start:end]
            kind, quoting = usual, usual == DerivationKind.QUOTES
            if quoting and (
                fold(name) in firsts or not _names_outlet(match, rule, known) or fold(name) in fold(report.outlet)
            ):
                continue
            if group != "outlet" and not _is_outlet(name, match.string[:start], known):
                continue
            if quoting and _FIRST.search(sentence.text) and not _FIRST_OF_OTHER.search(sentence.text):
                kind, quoting = DerivationKind.FIRST_REPORTED_BY, False
            if not quoting:
                firsts.add(fold(name))
            yield _proposal(report, (sentence.at(start), sentence.at(end)), sentence.text, kind, rule)


def _names_outlet(match: re.Match[str], rule: str, known: Known) -> bool:
    """Whether a form that quotes names an outlet."""
    before = match.string[: match.start("outlet")]
    if _CALLED_SO.match(match.string, match.end("outlet")):
        return True
    return "state-media" in rule or _is_outlet(match["outlet"], before, known)


def _is_outlet(name: str, before: str, known: Known) -> bool:
    """Whether a capitalised name is one of an outlet: on record, called one, or made as such names are."""
    return known.is_outlet(name) or bool(_IS_OUTLET.search(name) or _NEWSPAPER.search(before))


def _proposal(report: Report, span: tuple[int, int], sentence: str, kind: DerivationKind, rule: str) -> Proposal:
    outlet = re.sub(r"^[Tt]he ", "", report.text[slice(*span)]).rstrip(".")
    return Proposal(
        kind=ProposalKind.DERIVATION,
        value={"kind": kind.value, "outlet": outlet},
        identity={"kind": kind.value, "outlet": fold(outlet)},
        anchor=anchored(report.text, *span),
        sentence=sentence,
        rule=rule,
    )
