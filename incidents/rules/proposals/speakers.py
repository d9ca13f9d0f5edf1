"""Whose words the report carries: named people with their office, people without a name, bodies.

Parts of the value, as ``SpeakerPerson`` takes them: ``naming``, ``name``, ``role_title``, ``description`` (verbatim,
for whoever has no name), ``organisation`` (a body) and ``anonymity_reason`` (verbatim).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from incidents.choices import Naming, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.folding import fold
from incidents.rules.proposals.known import Known
from incidents.rules.proposals.naming import ANONYMITY, BARRED, BODY, CAPITAL, DESCRIBED, NAME, OFFICE, OUTLET, REASON, REASON_TOO, SPEECH, TITLES
from incidents.rules.proposals.proposal import Proposal, Report, Value
from incidents.rules.proposals.sentences import Sentence

_TITLED: Final = rf"(?P<title>(?:(?:{TITLES})\.? )*)"
_WHO: Final = rf"{_TITLED}(?P<name>{NAME})"
_AGE: Final = r"(?:, \d{1,3},?)?"
_OFFICE_BEFORE: Final = rf"(?:(?P<before>(?:[\w’'-]+ ){{0,5}}?{OFFICE}(?: of [\w’' -]+?)?,? ))?"

_NAMED: Final = tuple(
    (rule, re.compile(form))
    for rule, form in (
        (
            "said-name",
            (
                rf"\b{SPEECH} {_OFFICE_BEFORE}{_WHO}{_AGE}(?:, (?P<role>[^.;:\"“”]{{3,100}}?))?(?=[.;,\"“”]| (?:of|from|at|with|for)\b|"
                rf" who\b| in\b|"
                rf" on\b|$)"
            ),
        ),
        (
            "name-said",
            (
                rf"{_OFFICE_BEFORE}\b{_WHO}{_AGE}(?:, (?P<role>(?:an?|the|who|whose|its|his|her|their|one of|[a-z]+ing|reached|contacted|interviewed|quoted|asked|"
                rf"(?:[a-z-]+ ){{0,3}}{OFFICE})\b[^.;:\"“”]{{2,110}}?))?,? (?:also |then |later |yesterday |today |(?:on )?[A-Z]\w+day |has since )?{SPEECH}\b"
            ),
        ),
        (
            "name-colon",
            rf"(?:^|[.;] ){_OFFICE_BEFORE}{_WHO}(?:, (?P<role>[^.;:\"“”]{{3,80}}?))?: (?=[\"“‘'])",
        ),
        ("words-of-name", rf"\b(?:[Ii]n the words of|[Aa]s|[Qq]uoted) {_OFFICE_BEFORE}{_WHO}(?=,| (?:put|said|told|as)\b)"),
        ("according-to-name", rf"\b[Aa]ccording to {_OFFICE_BEFORE}{_WHO}(?:, (?P<role>[^.;:\"“”]{{3,100}}))?"),
    )
)
_TRANSCRIPT: Final = re.compile(r"^(?P<title>(?:[A-Z]{3,} )*?)(?P<name>[A-ZÀ-Þ’'-]{2,} [A-ZÀ-Þ’'-]{2,}):(?= )")
"""Who answers in a transcript, in capitals before a colon: "GOVERNOR A. NAME: …"."""
_DOCUMENT: Final = re.compile(
    r"\b[Aa]ccording to (?P<described>(?:the|an?) (?:\w+ ){0,2}?(?:indictment|charge sheet|verdict|ruling|affidavit|"
    r"arrest warrant|judgment|sentence|decree|(?:police|autopsy|forensic) report|court (?:documents?|papers|filings?)))\b"
)
_DOCUMENT_SAYS: Final = re.compile(
    r"\b(?P<described>[Tt]he (?:\w+ ){0,2}?(?:indictment|charge sheet|verdict|ruling|affidavit|judgment|memo|autopsy report)),? (?:said|says|states?|stated|found|adds|goes on)\b"
)
_UNNAMED: Final = tuple(
    (rule, re.compile(form))
    for rule, form in (
        ("described-anonymity", rf"{DESCRIBED}(?!,? {NAME})(?P<rest>[^.;]{{0,60}}?\b{ANONYMITY})"),
        (
            "described-said",
            rf"{DESCRIBED}(?:, (?:who|which|speaking|reached|contacted)[^.;\"“”]{{0,120}}?| who [^.,;\"“”]{{0,50}}?)?,? (?:also )?{SPEECH}\b",
        ),
        ("said-described", rf"\b(?:{SPEECH}|[Aa]ccording to) {DESCRIBED}(?=[.,;]| who\b| on\b|$)"),
    )
)
_BODIES: Final = tuple(
    (rule, re.compile(form))
    for rule, form in (
        (
            "body-said",
            (
                rf"(?:\b[Tt]he |\b[A-Z]\w+[’']s )?(?<![\w’'-])(?<!her )(?<!his )(?<!their )(?<!that ){BODY}(?: in [A-Z][\w-]+(?: [A-Z][\w-]+)?| of the [^.,;]{{3,30}}?)?(?:, (?!(?:(?:{TITLES})\.? )*{NAME},)[^.,;]{{3,60}}?,)?(?: based \w+,|"
                rf" also)? (?:{SPEECH}|say|report)\b"
            ),
        ),
        ("bodies-said", rf"(?:\b[Tt]he )?(?<![\w’'-]){BODY} and (?:the )?(?:\w+ ){{0,2}}\w+ (?:{SPEECH}|say)\b"),
        ("said-body", rf"\b(?:sa(?:id|ys?)|told|confirmed|according to) (?:the )?{BODY}(?=[.,;]|$)"),
        (
            "body-which",
            rf"(?<![\w’'-])(?<!d[ueo] )(?<!del )(?<!of )(?<!l[ae] )(?P<body>{CAPITAL}(?: {CAPITAL}){{0,3}}), (?:which (?!first|broke|was first|had first)(?:[^.;,]|,(?=\d)){{3,80}}|(?:an?|the) (?:[\w-]+ ){{0,4}}?(?:group|charity|company|firm|"
            rf"organi[sz]ation|union|monitor|association|operator)\b[^.;,]{{0,60}}), {SPEECH}\b",
        ),
        (
            "body-called",
            rf"\b(?:operator|company|firm|carrier|airline|utility|charity|insurer|rights group|aid group|union) (?P<body>{CAPITAL}(?: {CAPITAL}){{0,2}}),? {SPEECH}\b",
        ),
        ("statement-of-body", r"\b[Aa]ccording to an? (?P<body>police|army|military|government|navy|gendarmerie) (?:statement|report)\b"),
        ("initials-said", rf"\b[Tt]he (?P<body>[A-Z]{{3,6}}) {SPEECH}\b"),
        ("according-to-body", rf"\b[Aa]ccording to (?:the )?{BODY}\b"),
        ("ticker-body", rf" [-–—] (?:the )?{BODY}\.?$"),
    )
)
_HE_SAID: Final = re.compile(rf"\b[Ss]?[Hh]e (?:also )?{SPEECH}\b|\b{SPEECH.replace('|tells?', '|tells?')} s?he\b")
_BEGINS: Final = re.compile(
    rf"^[\"“‘']?(?:But |And )?(?:(?:At|In|On|Outside|After|From) [^,;]{{3,50}}, )?(?:[A-Z]?[a-z-]+ ){{0,4}}?{_OFFICE_BEFORE}{_WHO}{_AGE}(?:, (?P<role>[^.;:\"“”]{{3,100}}?),)?(?= [a-z]+\b)(?= (?:[a-z]+|was|were|had|has|is|saw|heard|ran|watched|helped|lost|lives|"
    rf"owns|runs|works|keeps|kept|hid|stood|spent|escaped|survived|remembers|[a-z]+ed)\b)"
)
"""A sentence about somebody whose words follow: "Ada Bekele, 19, was selling bread. 'It went dark,' she said." """

_OF_OUTLET: Final = re.compile(
    r"^(?:an?|the) (?:[\w-]+ ){0,4}?(?:newspaper|magazine|(?:radio|television) station|website|broadcaster|news agency|daily|weekly|portal|channel)\b(?! editor| reporter| owner)|"
    r"^which\b|^(?:an?|the) (?:[\w-]+ ){0,4}?(?:group|charity|company|firm|organi[sz]ation|party|union|monitor|association)\b(?![’'])"
)
"""What follows the name of an outlet or a body, not that of a person."""

_NO_NAME: Final = re.compile(
    r"(?:The|An?|Since|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|In|On|At|After|Before|When|While|Local|His|Her|Its|Their|But|And|If|Some|Many|Most|"
    r"Last|Early|Late|By|From|With|No|Not|This|That|These|Those|Both|All) "
)
"""Words with a capital at the beginning of a sentence that begin no name."""

_BACK: Final = 2
"""Sentences that such words may stand after it."""

_ANONYMITY: Final = re.compile(ANONYMITY)
_REASON, _REASON_TOO = (
    re.compile(
    rf"\b{cue} (?P<reason>[^.;\"“”]{{4,160}}?)(?=,? (?:said|says|told|confirmed|added)\b|[.,;\"“”]|$)"
    )
    for cue in (REASON, REASON_TOO)
)
_BARRED: Final = re.compile(rf"(?P<reason>{BARRED}[^.,;]{{0,80}}?)(?= and (?:spoke|asked|requested)|[.,;]|$)")
_OUTLET: Final = re.compile(OUTLET)
_NO_PERSON: Final = re.compile(
    r"(?:\b[Tt]he |[A-Z][\w’'-]+ (?:for|of|on|and) |\b(?:newspaper|daily|weekly|website|broadcaster|paper|portal|magazine|station|site|agency|channel) )$"
)
_CALLED_OUTLET: Final = re.compile(r"\b(?:newspaper|daily|weekly|website|broadcaster|paper|portal|magazine|station|site|tabloid) $")
_POINTS_BACK: Final = re.compile(r"^[Tt]he (?:two |three )?\w+$")
_BESIDE_NAME: Final = re.compile(
    rf"(?<![Ii]n )(?<![Aa]t )(?<![Nn]ear )(?<![Ff]rom )(?<![\w’'-]){NAME},? (?:\d{{1,3}}, |is |was |\(\d+\), )?$"
)
"""A description after a name says what its bearer is."""

_TITLE_WORD: Final = re.compile(rf"^(?:{TITLES})\.? ")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a sentence: where they stand there, and the value."""

    start: int
    end: int
    value: Value
    rule: str


def propose_speakers(report: Report, sentences: list[Sentence], known: Known) -> Iterator[Proposal]:
    """Everybody whose words the report carries; the second name of somebody already named points back to them."""
    for sentence, voices in zip(sentences, voices_of(report, sentences, known), strict=True):
        for voice in voices:
            yield Proposal(
                kind=ProposalKind.SPEAKER,
                value=voice.value,
                identity={"naming": voice.value["naming"], "who": fold(label(voice.value))},
                anchor=anchored(report.text, sentence.at(voice.start), sentence.at(voice.end)),
                sentence=sentence.text,
                rule=voice.rule,
            )


def voices_of(report: Report, sentences: list[Sentence], known: Known) -> list[list[Voice]]:
    """Who speaks in each sentence, a reason for anonymity that the next sentence gives included."""
    found = [_voices(sentence.text, report, known) for sentence in sentences]
    for number, sentence in enumerate(sentences):
        if not found[number] and _HE_SAID.search(sentence.text):
            _give_to_named(found, sentences, number, report, known)
    found = _without_references(found)
    for number, voices in enumerate(found[:-1]):
        reason = _reason(sentences[number + 1].text)
        if reason and voices and not found[number + 1] and voices[-1].value["naming"] == Naming.ANONYMOUS:
            voices[-1] = replace(voices[-1], value={**voices[-1].value, "anonymity_reason": reason})
    return found


def _give_to_named(
    found: list[list[Voice]], sentences: list[Sentence], number: int, report: Report, known: Known
) -> None:
    """Give what "he said" to whoever a sentence shortly before begins with by name, where nobody else spoke since."""
    for before in range(number, max(-1, number - _BACK - 1), -1):
        if found[before]:
            return
        match = _BEGINS.match(sentences[before].text)
        if match and (voice := _named(match, "name-before-quote", report, known)):
            found[before].append(voice)
            return


def _without_references(found: list[list[Voice]]) -> list[list[Voice]]:
    """Without "the official", where an official has been described before: it is the same one."""
    seen: set[str] = set()
    kept: list[list[Voice]] = []
    for voices in found:
        kept.append(
            [one for one in voices if not (_POINTS_BACK.match(str(one.value["description"])) and _nouns(one) & seen)]
        )
        seen |= {noun for one in voices for noun in _nouns(one)}
    return kept


def _nouns(one: Voice) -> set[str]:
    """The words of a description, each as if it were one of several."""
    return {
        word.rstrip("s")
        for word in fold(str(one.value["description"])).split()
        if word not in {"the", "a", "an", "two"}
    }


def label(value: Value) -> str:
    """Who speaks, in as few words as tell them apart."""
    return str(value["name"] or value["description"] or value["organisation"])


def _voices(text: str, report: Report, known: Known) -> list[Voice]:
    voices: list[Voice] = []
    for rule, form in _NAMED:
        for match in form.finditer(text):
            _add(voices, _named(match, rule, report, known))
    for rule, form in _UNNAMED:
        for match in form.finditer(text):
            _add(voices, _unnamed(match, rule))
    _add(voices, _in_transcript(text))
    _add(voices, _document(text))
    for rule, form in _BODIES:
        for match in form.finditer(text):
            start, end = match.span("body")
            if known.is_outlet(match["body"]) or _OUTLET.search(match["body"]) or _CALLED_OUTLET.search(match.string[:start]):
                continue
            if any(f" {fold(name)} " in f" {fold(match['body'])} " for name in known.actors):
                continue
            value = _value(Naming.COLLECTIVE, organisation=re.sub(r"^[Tt]he ", "", match["body"]))
            _add(voices, Voice(start, end, value, rule))
    return sorted(voices, key=lambda one: one.start)


def _add(voices: list[Voice], one: Voice | None) -> None:
    if one and all(one.end <= other.start or other.end <= one.start for other in voices):
        voices.append(one)


def _named(match: re.Match[str], rule: str, report: Report, known: Known) -> Voice | None:
    name = match["name"]
    start, end = match.span("name")
    while (title := _TITLE_WORD.match(name)) and " " in name[title.end() :]:
        name, start = name[title.end() :], start + title.end()
    if (
        _NO_PERSON.search(match.string[:start])
        or _OUTLET.search(name)
        or _NO_NAME.match(name)
        or name in known.actors
    ):
        return None
    if known.places([fold(name)]) or _OF_OUTLET.search(match.groupdict().get("role") or ""):
        return None
    if known.is_outlet(name) or fold(name) in fold(report.outlet):
        return None
    said = match.groupdict()
    role = said.get("role") or (said.get("before") or "") or match["title"]
    return Voice(start, end, _value(Naming.NAMED, name=name, role_title=_short(role)), rule)


def _in_transcript(text: str) -> Voice | None:
    """Somebody named in capitals before what they answer; the last name alone, later, points back."""
    match = _TRANSCRIPT.match(text)
    if match is None:
        return None
    value = _value(Naming.NAMED, name=match["name"].title(), role_title=match["title"].strip().capitalize())
    return Voice(*match.span("name"), value, "transcript")


def _document(text: str) -> Voice | None:
    """A document that the report goes by."""
    match = _DOCUMENT.search(text) or _DOCUMENT_SAYS.search(text)
    return match and Voice(
        *match.span("described"), _value(Naming.DOCUMENT, description=match["described"]), "according-to-document"
    )


def _unnamed(match: re.Match[str], rule: str) -> Voice | None:
    words = match["described"]
    start, end = match.span("described")
    if (_POINTS_BACK.match(words) and rule != "described-anonymity") or re.match(rf",? {NAME}", match.string[end:]):
        return None
    if match.string.startswith((",", "."), end) and _BESIDE_NAME.search(match.string[:start]):
        return None
    if rule != "described-anonymity" and re.match(r"(?:[Tt]he|[Ss]enior|[Ss]ome) ", words):
        return None
    value = _value(Naming.ANONYMOUS, description=words, anonymity_reason=_reason(match.string[end:]))
    return Voice(start, end, value, rule)


def _reason(text: str) -> str:
    """The reason that a sentence gives for keeping a name back; "" where it gives none."""
    cue = _ANONYMITY.search(text)
    if not cue:
        return ""
    found = _REASON.search(text) or _BARRED.search(text) or _REASON_TOO.search(text)
    return found["reason"].strip() if found else ""


def _value(naming: Naming, **parts: str) -> Value:
    empty = dict.fromkeys(("name", "role_title", "organisation", "description", "anonymity_reason"), "")
    return {"naming": naming.value, **empty, **parts}


def _short(role: str) -> str:
    return role.strip(" ,")[:200]
