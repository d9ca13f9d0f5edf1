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
from incidents.rules.proposals import speaker_forms as forms
from incidents.rules.proposals import speaker_subjects as subjects
from incidents.rules.proposals.anonymity import reason_before, reason_in, speaks_of_anonymity
from incidents.rules.proposals.known import Known
from incidents.rules.proposals.naming import NAME
from incidents.rules.proposals.proposal import Proposal, Report, Value
from incidents.rules.proposals.sentences import Sentence

_BACK: Final = 2
"""Sentences that words of somebody may stand after the one that names them."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a sentence: where they stand there, and the value."""

    start: int
    end: int
    value: Value
    rule: str


def propose_speakers(report: Report, sentences: list[Sentence], found: list[list[Voice]]) -> Iterator[Proposal]:
    """Everybody whose words the report carries, ``found`` being the voices of each sentence."""
    for sentence, voices in zip(sentences, found, strict=True):
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
        if not found[number] and forms.HE_SAID.search(sentence.text):
            _give_to_named(found, sentences, number, report, known)
        if not found[number] and number + 1 < len(sentences):
            _add_before_words(found[number], sentence.text, sentences[number + 1].text, report, known)
    found = _without_references(found)
    for number, sentence in enumerate(sentences):
        if not found[number] and (reason := reason_in(sentence.text)):
            _give_reason(found, number, reason)
    return found


def _give_reason(found: list[list[Voice]], number: int, reason: str) -> None:
    """Give a reason for anonymity to whoever spoke last without a name, shortly before."""
    for before in range(number - 1, max(-1, number - _BACK - 1), -1):
        if voices := found[before]:
            if voices[-1].value["naming"] == Naming.ANONYMOUS:
                voices[-1] = _with_reason(voices[-1], reason)
            return


def _give_to_named(
    found: list[list[Voice]], sentences: list[Sentence], number: int, report: Report, known: Known
) -> None:
    """Give what "he said" to whoever a sentence shortly before begins with by name, where nobody else spoke since."""
    for before in range(number, max(-1, number - _BACK - 1), -1):
        if found[before]:
            return
        match = forms.BEGINS.match(sentences[before].text)
        if match and (voice := _named(match, "name-before-quote", report, known)):
            found[before].append(voice)
            return


def _add_before_words(found: list[Voice], text: str, then: str, report: Report, known: Known) -> None:
    """Whoever a sentence is about, in which nobody speaks, where the next one begins with their words."""
    if not subjects.GOES_ON.match(then):
        return
    for form in subjects.BEFORE_QUOTE:
        if match := form.match(text):
            _add(found, _named(match, "name-before-words", report, known))
    if not found and not then.startswith(('"', "“")) and (match := subjects.BODY_BEFORE.match(text)):
        _add(found, _body(match, "body-before-words", known))


def _without_references(found: list[list[Voice]]) -> list[list[Voice]]:
    """Without "the official", where an official has been described before: it is the same one, for the same reason."""
    kept: list[list[Voice]] = []
    for voices in found:
        kept.append([])
        for one in voices:
            earlier = _described_before(one, kept)
            if earlier is None:
                kept[-1].append(one)
            elif one.value["anonymity_reason"]:
                row, place = earlier
                kept[row][place] = _with_reason(kept[row][place], str(one.value["anonymity_reason"]))
    return kept


def _described_before(one: Voice, kept: list[list[Voice]]) -> tuple[int, int] | None:
    """Where somebody stands whom "the official" points back to, the latest; None where it points to nobody."""
    if not forms.POINTS_BACK.match(str(one.value["description"])):
        return None
    places = ((row, place) for row, voices in enumerate(kept) for place in range(len(voices)))
    return max((at for at in places if _nouns(kept[at[0]][at[1]]) & _nouns(one)), default=None)


def _with_reason(one: Voice, reason: str) -> Voice:
    """Somebody without a name, with the reason for it unless one was given before."""
    return replace(one, value={**one.value, "anonymity_reason": one.value["anonymity_reason"] or reason})


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
    for rule, form in forms.NAMED:
        for match in form.finditer(text):
            _add(voices, _named(match, rule, report, known))
    for rule, form in forms.UNNAMED:
        for match in form.finditer(text):
            _add(voices, _unnamed(match, rule))
    _add(voices, _in_transcript(text))
    _add(voices, _document(text))
    for rule, form in forms.BODIES:
        for match in form.finditer(text):
            _add(voices, _body(match, rule, known))
    _add_subjects(voices, text, report, known)
    return sorted(voices, key=lambda one: one.start)


def _add_subjects(voices: list[Voice], text: str, report: Report, known: Known) -> None:
    """Those who take a stand or are quoted in a sentence, where no verb of speech says so."""
    for form in (subjects.WITH_OFFICE, subjects.WITH_ROLE, subjects.SAYS_ROLE_NAME):
        for match in form.finditer(text):
            _add(voices, _named(match, "stands", report, known))
    for match in subjects.BODY_STANDS.finditer(text):
        _add(voices, _body(match, "body-stands", known))
    for one in _without_name(text):
        _add(voices, one)
    quoted = not voices and subjects.QUOTED.search(text)
    for form in subjects.BEFORE_QUOTE if quoted else ():
        begins = form.match(text)
        _add(voices, begins and _named(begins, "name-with-words", report, known))


def _without_name(text: str) -> Iterator[Voice | None]:
    """People by any noun, and documents, that a sentence says something of."""
    for match in subjects.APPOSED.finditer(text):
        described = forms.DESCRIBED_ONE.match(text, match.end())
        yield described and _unnamed(described, "said-apposed")
    if document := subjects.DOCUMENT_SHOWS.search(text):
        value = _value(Naming.DOCUMENT, description=document["described"])
        yield Voice(*document.span("described"), value, "document-shows")
    for match in subjects.ANY_ONE.finditer(text):
        if not subjects.WITHIN_SPEECH.search(text[: match.start()]):
            yield _unnamed(match, "any-one-said")


def _body(match: re.Match[str], rule: str, known: Known) -> Voice | None:
    """A body that speaks, unless it is an outlet or somebody who may be named for the attack."""
    body, before = match["body"], match.string[: match.start("body")]
    if known.is_outlet(body) or forms.OF_MEDIA.search(body) or forms.CALLED_OUTLET.search(before):
        return None
    if any(f" {fold(name)} " in f" {fold(body)} " for name in known.actors) or forms.GANG.search(before):
        return None
    if rule in {"body-stands", "body-said"} and forms.OF_ANOTHER.search(before):
        return None
    value = _value(Naming.COLLECTIVE, organisation=_full_name(match, re.sub(r"^[Tt]he ", "", body)))
    return Voice(*match.span("body"), value, rule)


def _full_name(match: re.Match[str], body: str) -> str:
    """What a body is called that a sentence also names: "the charity", which is "the charity Open Hands"."""
    if same := forms.SAME_AS.match(match.string, match.end("body")):
        return same["name"]
    kind = next((one for one in forms.KINDS if one.match(body)), None)
    named = (
        one
        for one in forms.INTRODUCED.finditer(match.string[: match.start("body")])
        if kind and kind.match(one["kind"])
    )
    return next((one["name"] for one in named), body)


def _add(voices: list[Voice], one: Voice | None) -> None:
    if one and all(one.end <= other.start or other.end <= one.start for other in voices):
        voices.append(one)


def _named(match: re.Match[str], rule: str, report: Report, known: Known) -> Voice | None:
    name = match["name"]
    if name.isupper() or forms.NO_ONE.search(match.string[match.end("name") :]):
        return None
    start, end = match.span("name")
    while (title := forms.TITLE_WITHIN.search(name)) and " " in name[title.end() :]:
        name, start = name[title.end() :], start + title.end()
    if (
        forms.NO_PERSON.search(match.string[:start])
        or forms.OF_MEDIA.search(name)
        or forms.OF_BODY.search(name)
        or forms.NO_NAME.match(name)
        or name in known.actors
    ):
        return None
    if known.places([fold(name)]) or forms.OF_OUTLET.search(match.groupdict().get("role") or ""):
        return None
    if known.is_outlet(name) or fold(name) in fold(report.outlet):
        return None
    said = match.groupdict()
    role = said.get("role") or said.get("before") or said.get("title") or ""
    return Voice(start, end, _value(Naming.NAMED, name=name, role_title=_short(role)), rule)


def _in_transcript(text: str) -> Voice | None:
    """Somebody named in capitals before what they answer; the last name alone, later, points back."""
    match = forms.TRANSCRIPT.match(text)
    if match is None:
        return None
    value = _value(Naming.NAMED, name=match["name"].title(), role_title=match["title"].strip().capitalize())
    return Voice(*match.span("name"), value, "transcript")


def _document(text: str) -> Voice | None:
    """A document that the report goes by."""
    match = forms.DOCUMENT.search(text) or forms.DOCUMENT_SAYS.search(text)
    return match and Voice(
        *match.span("described"), _value(Naming.DOCUMENT, description=match["described"]), "according-to-document"
    )


def _unnamed(match: re.Match[str], rule: str) -> Voice | None:
    words = match["described"]
    start, end = match.span("described")
    if (forms.POINTS_BACK.match(words) and rule != "described-anonymity") or re.match(
        rf",? {NAME}", match.string[end:]
    ):
        return None
    if match.string.startswith((",", "."), end) and forms.BESIDE_NAME.search(match.string[:start]):
        return None
    if rule == "ticker-described" and words.endswith("s"):
        return None
    if rule != "described-anonymity" and re.match(r"(?:[Tt]he|[Ss]enior|[Ss]ome) ", words):
        return None
    reason = reason_in(match.string[end:])
    if not reason and speaks_of_anonymity(match.string[end:]):
        reason = reason_before(match.string[:start])
    value = _value(Naming.ANONYMOUS, description=words, anonymity_reason=reason)
    return Voice(start, end, value, rule)


def _value(naming: Naming, **parts: str) -> Value:
    empty = dict.fromkeys(("name", "role_title", "organisation", "description", "anonymity_reason"), "")
    return {"naming": naming.value, **empty, **parts}


def _short(role: str) -> str:
    return role.strip(" ,")[:200]
