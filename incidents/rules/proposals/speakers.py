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
        if not found[number] and forms.HE_SAID.search(sentence.text):
            _give_to_named(found, sentences, number, report, known)
    found = _without_references(found)
    for number, voices in enumerate(found[:-1]):
        reason = _reason(sentences[number + 1].text)
        if reason and voices and not found[number + 1] and voices[-1].value["naming"] == Naming.ANONYMOUS:
            voices[-1] = _with_reason(voices[-1], reason)
    return found


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
    return sorted(voices, key=lambda one: one.start)


def _body(match: re.Match[str], rule: str, known: Known) -> Voice | None:
    """A body that speaks, unless it is an outlet or somebody who may be named for the attack."""
    body, before = match["body"], match.string[: match.start("body")]
    if known.is_outlet(body) or forms.OF_MEDIA.search(body) or forms.CALLED_OUTLET.search(before):
        return None
    if any(f" {fold(name)} " in f" {fold(body)} " for name in known.actors):
        return None
    value = _value(Naming.COLLECTIVE, organisation=re.sub(r"^[Tt]he ", "", body))
    return Voice(*match.span("body"), value, rule)


def _add(voices: list[Voice], one: Voice | None) -> None:
    if one and all(one.end <= other.start or other.end <= one.start for other in voices):
        voices.append(one)


def _named(match: re.Match[str], rule: str, report: Report, known: Known) -> Voice | None:
    name = match["name"]
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
    if rule != "described-anonymity" and re.match(r"(?:[Tt]he|[Ss]enior|[Ss]ome) ", words):
        return None
    value = _value(Naming.ANONYMOUS, description=words, anonymity_reason=_reason(match.string[end:]))
    return Voice(start, end, value, rule)


def _reason(text: str) -> str:
    """The reason that a sentence gives for keeping a name back; "" where it gives none."""
    cue = forms.SAID_WITHOUT_NAME.search(text)
    if not cue:
        return ""
    found = forms.REASONS[0].search(text) or forms.NOT_ALLOWED.search(text) or forms.REASONS[1].search(text)
    return found["reason"].strip() if found else ""


def _value(naming: Naming, **parts: str) -> Value:
    empty = dict.fromkeys(("name", "role_title", "organisation", "description", "anonymity_reason"), "")
    return {"naming": naming.value, **empty, **parts}


def _short(role: str) -> str:
    return role.strip(" ,")[:200]
