"""Who is named for the attack, on what ground: claims, denials, accusations, assessments, findings.

Parts of the value: ``actor`` (its key, None for one not on record), ``name``, ``ground`` (as ``AttributionKind``),
``polarity`` (as ``Polarity``) and ``confidence_words``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from incidents.choices import AttributionKind, Polarity, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.folding import fold
from incidents.rules.proposals.events import speaks_of_another
from incidents.rules.proposals.known import ActorName, Known
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence

_GROUND: Final = AttributionKind
_ACT: Final = (
    r"(?:behind|responsible for|carried out|carrying out|conducted|staged|perpetrated|planned|ordered|directed|"
    r"was responsible|were responsible|responsible)"
)
_DID: Final = (
    rf"(?:{_ACT}|responsible|involved|linked|traced|the work of|had a hand|link|"
    rf"pledged allegiance|(?:sworn|pledged) loyalty|belong(?:ed|s) to|members? of|loyal to|"
    rf"on (?:the )?orders of)"
)

_CLAIMS: Final = re.compile(
    r"^(?:[^.;]{0,100}?[,\s])?(?:has |have |had |also |later )*(?:claimed|claims|claiming|took|takes|taken|"
    r"accepted|admitted|asserted)"
    r" (?:\w+ )?(?:responsibility|credit|the (?:\w+ ){0,3}(?:attack|bombing|blast|raid|assault|killing|"
    r"shooting|operation|abduction|kidnapping)s?)|"
    r"^ boast(?:s|ed) (?:of|about) |"
    r"^(?:[^.;]{0,60}?[,\s])?(?:said|says|announced|boasted|declared|claimed|"
    r"claims)(?: [^.;]{0,40}?)? (?:(?:that )?(?:it|"
    r"they|its \w+|their \w+) (?:was|were|had|have|has) (?:\w+ )?"
    rf"{_ACT}|[^.;]{{0,60}}?(?:carried out|conducted|executed) by its (?:\w+ )?(?:fighters|men|members|"
    rf"soldiers|cells?))"
)
_CLAIMED_BY: Final = re.compile(
    r"(?:claimed|responsibility)(?! that)\b[^.;]{0,40}? (?:by|in the name of|on behalf of|for)(?: (?:the|an?|"
    r"militants from|fighters of))?$"
)
_SIGNED: Final = re.compile(
    r"\b(?:leaflets?|notes?|letters?|messages?|posters?|graffiti)\b[^.;]{0,60}? "
    r"(?:(?:was|were) signed(?: by)?|signed by|(?:bore|carried) the (?:signature|name|logo|emblem|seal) of)(?: the)? $",
    re.IGNORECASE,
)
_HOLDS: Final = re.compile(r"\bh(?:old|olds|eld|olding)(?: the)? $")
_MEMBER: Final = re.compile(
    r"\b(?:as (?:an? )?(?:members?|fighters?|cell)|on (?:the )?(?:orders|behalf)) of(?: the)? $"
)
_DENIES: Final = re.compile(
    r"^(?:[^.;]{0,60}?[,\s])?(?:has |have |had |also )*(?:(?:denied|denies|denying|rejected|disavowed|"
    r"disclaimed)(?: that)?(?: it had| it was| they were| having| any| all| an?y?)?"
    r" (?:\w+ ){0,4}?(?:involvement|involved|responsible|responsibility|role|part|hand|link|accusations?|"
    r"allegations?|carried out|anything to do|it was behind|claims?)|"
    r"(?:distanced|dissociated) (?:itself|themselves) from|"
    r"(?:said|says) (?:that )?(?:it|they) (?:knew|knows?) nothing|"
    r"said (?:that )?(?:it|they) had (?:no part|nothing to do|no role|no hand)|said (?:it|they) (?:was|"
    r"were) not (?:behind|responsible|involved))"
)
_NO_CLAIM: Final = re.compile(
    r"\b(?:no (?:\w+ ){0,3}?(?:claim|claims|group|groups|one|organi[sz]ation)|nobody|none|no-one|not (?:been |"
    r"yet )*(?:claimed|commented))\b",
    re.IGNORECASE,
)
_ANALYST: Final = re.compile(
    r"\b(?:analysts?|experts?|researchers?|professor|fellow|historian|scholar|hallmarks|look(?:s|"
    r"ed) like the work|consistent with|signature of)\b",
    re.IGNORECASE,
)
_COURT: Final = re.compile(
    r"\b(?:court|judges?|jury|tribunal)\b[^.;]{0,80}?\b(?:found|convicted|sentenced|ruled|guilty|jailed)\b|"
    r"\b(?:convicted|found guilty|sentenced)\b",
    re.IGNORECASE,
)
_INTELLIGENCE: Final = re.compile(
    r"\b(?:intelligence|spy agenc(?:y|ies)|highly likely|moderate confidence|high confidence|low confidence|"
    r"intercepts?|"
    r"(?:Western|US|American|defen[cs]e|security) officials? (?:\w+ )?assess)\b",
    re.IGNORECASE,
)
_INVESTIGATION: Final = re.compile(
    r"\b(?:prosecutors?|investigators?|detectives|inquiry|report|panel|commission|investigation|"
    r"police|forensic \w+|coroner|"
    r"prosecution)\b",
    re.IGNORECASE,
)
_ACCUSES: Final = re.compile(
    r"\b(?:blam(?:ed|es|ing)|point(?:ed|s|ing)? to|hold(?:s|ing)?$|la(?:id|ys|"
    r"ying) (?:the )?blame|accus(?:ed|es|ing)|suspect(?:s|ed|ing)?|suspicion|"
    r"point(?:ed|s|ing) the finger|attribut(?:ed|es|ing)|"
    r"held? (?:\w+ ){0,4}responsible|see the hand|pinned|fingerprints of|handiwork|said (?:\w+ ){0,6}(?:was|"
    r"were) behind|linked)\b",
    re.IGNORECASE,
)
_SUSPECTED: Final = re.compile(
    r"^[^.;]{0,60}?\b(?:was|were|is|are|being)\b[^.;]{0,20}?\b(?:suspected|suspects?|blamed|accused)\b", re.IGNORECASE
)
_ACCUSER: Final = re.compile(r"^(?:[^.;,]{0,20} )?(?:blamed|accused|condemned|denounced)\b")
_RATHER: Final = re.compile(
    r"(?:rather than|instead of|and not|unlike|fighting|against|rivals? of|offensive against)(?: (?:of|the|by))*\s*$",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(
    r"^\(?(?:[\"“][^\"”]*[\"”],? )?(?P<back>It|The (?:group|faction|movement|organi[sz]ation|militants|Front))\b|"
    r"\b(?P<inner>the (?:group|faction|movement|organi[sz]ation))\b"
)
_NEW: Final = re.compile(
    r"\b(?:group|faction|organi[sz]ation|cell|movement|militants?)\b[^.;]{0,40}?(?:call(?:ing|s|ed) (?:itself|"
    r"themselves)|known as|named|under the name)"
    r" (?:the )?(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:of |the |for |al-)?[A-ZÀ-Þ][\w’'-]+){0,4})"
)
_WORDS_OF_CONFIDENCE: Final = re.compile(
    r"\b(?:highly likely|very likely|likely|almost certain(?:ly)?|probabl[ey]|(?:low|moderate|"
    r"high)(?: to high)? confidence|believed|suspected|apparently|possibly)\b",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(r"\bno (?:evidence|proof|indication|sign)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An actor in a sentence: where the name stands there, and who it is."""

    start: int
    end: int
    actor: ActorName


def propose_attributions(report: Report, sentences: list[Sentence], known: Known) -> Iterator[Proposal]:
    """Everybody who is named for an attack, once for each ground in a sentence."""
    aliases = _aliases(known)
    last: ActorName | None = None
    for sentence in sentences:
        named = _named(sentence.text, aliases)
        back = _POINTS_BACK.search(sentence.text)
        if back and last and not any(one.start <= back.start() for one in named):
            group = "back" if back["back"] else "inner"
            named.append(Named(*back.span(group), last))
        for one in named:
            ground = ground_of(sentence.text, one)
            if ground is not None:
                yield _proposal(report, sentence, one, ground)
        if named:
            last = max(named, key=lambda one: one.start).actor


def ground_of(text: str, one: Named) -> AttributionKind | None:
    """On what ground a sentence names somebody; None where it does not say that they did it."""
    before, after = text[: one.start], text[one.end :]
    if _RATHER.search(before):
        return None
    if _DENIES.search(after):
        return _GROUND.DENIAL
    if _SIGNED.search(before) or (_CLAIMED_BY.search(before.rstrip()) and not _NO_CLAIM.search(before)):
        return _GROUND.RESPONSIBILITY_CLAIM
    claim = _CLAIMS.search(after)
    if claim and not _NO_CLAIM.search(before) and not _NO_CLAIM.search(claim[0]):
        return _GROUND.RESPONSIBILITY_CLAIM
    if _ACCUSER.search(after):
        return None
    return _assessed(text, before, after)


def _assessed(text: str, before: str, after: str) -> AttributionKind | None:
    """The ground where others name them: by who it is that does."""
    did = re.search(rf"\b{_DID}\b", text) is not None
    held = _HOLDS.search(before) and after.startswith(" responsible")
    accused = _ACCUSES.search(before) or _SUSPECTED.search(after)
    if _ANALYST.search(text) and (did or accused or "hallmarks" in text):
        return _GROUND.ANALYST_INFERENCE
    if _COURT.search(before):
        return _GROUND.COURT_FINDING
    if _INTELLIGENCE.search(text) and did:
        return _GROUND.INTELLIGENCE_ASSESSMENT
    investigated = _INVESTIGATION.search(text if _MEMBER.search(before) else before)
    if investigated and did and not accused:
        return _GROUND.INVESTIGATIVE_ASSESSMENT
    return _GROUND.ACCUSATION if accused or held else None


def _aliases(known: Known) -> list[tuple[re.Pattern[str], ActorName]]:
    """Every alias as a pattern, the longest first; short ones in capitals are matched in capitals only."""
    longest = sorted(known.actors.items(), key=lambda alias: -len(alias[0]))
    return [
        (
            re.compile(
                rf"(?<![\w-]){re.escape(alias)}(?![\w-])", 0 if alias[0].isupper() or alias.isupper() else re.IGNORECASE
            ),
            actor,
        )
        for alias, actor in longest
    ]


def _named(text: str, aliases: list[tuple[re.Pattern[str], ActorName]]) -> list[Named]:
    found: list[Named] = []
    for pattern, actor in aliases:
        for match in pattern.finditer(text):
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                found.append(Named(*match.span(), actor))
    for match in _NEW.finditer(text):
        start, end = match.span("name")
        if all(end <= one.start or one.end <= start for one in found):
            found.append(Named(start, end, ActorName(None, match["name"])))
    return found


def _proposal(report: Report, sentence: Sentence, one: Named, ground: AttributionKind) -> Proposal:
    text = sentence.text
    polarity = Polarity.DENIED if _UNSURE.search(text) else Polarity.AFFIRMED
    sure = _WORDS_OF_CONFIDENCE.search(text)
    about = {"name": one.actor.name, "ground": ground.value, "polarity": polarity.value}
    return Proposal(
        kind=ProposalKind.ATTRIBUTION,
        value={"actor": one.actor.key, **about, "confidence_words": sure[0] if sure else ""},
        identity={**about, "name": fold(one.actor.name)},
        anchor=anchored(report.text, sentence.at(one.start), sentence.at(one.end)),
        sentence=text,
        rule=f"attribution-{ground.value}",
        background=speaks_of_another(text),
    )
