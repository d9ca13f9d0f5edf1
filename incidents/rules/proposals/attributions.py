"""Who is named for the attack, on what ground: claims, denials, accusations, assessments, findings.

Parts of the value: ``actor`` (its key, None for one not on record), ``name``, ``ground`` (as ``AttributionKind``),
``polarity`` (as ``Polarity``) and ``confidence_words``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from incidents.choices import AttributionKind, Polarity, ProposalKind
from incidents.rules.anchoring import anchored
from incidents.rules.folding import fold
from incidents.rules.proposals import grounds, own_words
from incidents.rules.proposals.attribution_cues import BESIDE, OFFICIAL, denies_after, further_ground
from incidents.rules.proposals.events import speaks_of_another
from incidents.rules.proposals.known import ActorName, Known
from incidents.rules.proposals.proposal import Proposal, Report
from incidents.rules.proposals.sentences import Sentence

_GROUND: Final = AttributionKind
_LAST_WORD: Final = 4
"""Letters that a word needs at least to stand, after "the", for a name that ends with it: "the Brigade"."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor in a sentence: where the name stands there, and who it is."""

    start: int
    end: int
    actor: ActorName


def propose_attributions(report: Report, sentences: list[Sentence], known: Known) -> Iterator[Proposal]:
    """Everybody who is named for an attack, once for each ground in a sentence."""
    aliases = _aliases(_with_new(known, sentences))
    last: ActorName | None = None
    for sentence in sentences:
        named = _named(sentence.text, aliases)
        named += _pointed_back(sentence.text, named, last)
        for one in named:
            beside = len(named) > 1 and BESIDE.search(sentence.text[: one.start])
            for ground in () if beside else grounds_of(sentence.text, one):
                yield _proposal(report, sentence, one, ground)
        if named:
            last = max(named, key=lambda one: one.start).actor


def _pointed_back(text: str, named: list[Named], last: ActorName | None) -> Iterator[Named]:
    """Whoever was named last, where a sentence speaks on of "it", "the group" or by the last word of the name."""
    if last is None:
        return
    short = last.name.rpartition(" ")[2]
    called = (
        re.search(rf"\b[Tt]he {re.escape(short)}\b", text) if " " in last.name and len(short) > _LAST_WORD else None
    )
    back = grounds.POINTS_BACK.search(text)
    span = called.span() if called else back.span("back" if back["back"] else "inner") if back else None
    if span and not any(one.start <= span[0] for one in named):
        yield Named(*span, last)


def grounds_of(text: str, one: Named) -> Iterator[AttributionKind]:
    """Every ground on which a sentence names somebody: that they are accused, and that they deny it."""
    before, after = text[: one.start], text[one.end :]
    if denies_after(after):
        yield _GROUND.DENIAL
        accused = _assessed(text, before, "") or further_ground(text, before, "")
        yield from [accused] if accused else []
        return
    ground = ground_of(text, one)
    if ground is None and not (grounds.RATHER.search(before) or grounds.ACCUSER.search(after)):
        ground = further_ground(text, before, after)
    yield from [ground] if ground else []


def ground_of(text: str, one: Named) -> AttributionKind | None:
    """On what ground a sentence names somebody; None where it does not say that they did it."""
    before, after = text[: one.start], text[one.end :]
    if grounds.RATHER.search(before):
        return None
    own = own_words.SPEAKS.match(after) or own_words.SPEAKS_BEFORE.search(before)
    denied = grounds.DENIES.search(after) or grounds.DENIED_BY.search(before)
    if denied or (own and own_words.DENIED_IN_QUOTE.search(text)):
        return _GROUND.DENIAL
    if _claimed(before, after) or (own and own_words.CLAIMED_IN_QUOTE.search(text)):
        return _GROUND.RESPONSIBILITY_CLAIM
    if grounds.ACCUSER.search(after):
        return None
    return _assessed(text, before, after)


def _claimed(before: str, after: str) -> bool:
    """Whether they say themselves that they did it."""
    if grounds.NO_CLAIM.search(before):
        return False
    if grounds.SIGNED.search(before) or grounds.CLAIMED_BY.search(before.rstrip()):
        return True
    if grounds.MEDIUM.search(before) and grounds.HAD_DONE.match(after) and grounds.SPOKE.search(before):
        return True
    claim = grounds.CLAIMS.search(after)
    return claim is not None and not grounds.NO_CLAIM.search(claim[0])


def _assessed(text: str, before: str, after: str) -> AttributionKind | None:
    """The ground where others name them: by who it is that does."""
    did = re.search(rf"\b{grounds.DID}\b", text) is not None
    held = grounds.HOLDS.search(before) and after.startswith(" responsible")
    said = grounds.SAID.search(text) is not None and not grounds.NO_CLAIM.search(before)
    done = said and (grounds.HAD_DONE.search(after) or grounds.BELONG.search(before))
    accused = bool(grounds.ACCUSES.search(before) or grounds.ACCUSED.search(after) or held or done)
    inquired = grounds.INQUIRY.search(before) is not None
    analyst = grounds.ANALYST.search(text) is not None and not OFFICIAL.search(text)
    if analyst and not inquired and (did or accused or grounds.HALLMARK.search(text)):
        return _GROUND.ANALYST_INFERENCE
    if grounds.COURT.search(before) or grounds.COURT_AFTER.search(after):
        return _GROUND.COURT_FINDING
    if grounds.INTELLIGENCE.search(text) and (did or accused):
        return _GROUND.INTELLIGENCE_ASSESSMENT
    wide = grounds.MEMBER.search(before) or grounds.RELATIVE.match(after)
    found = grounds.FINDERS.match(after) is not None
    investigated = found or grounds.INVESTIGATION.search(text if wide or before.endswith("It was the ") else before)
    did = did or wide is not None
    if investigated and (did or accused) and not _blamed(before):
        return _GROUND.INVESTIGATIVE_ASSESSMENT
    return _GROUND.ACCUSATION if accused else None


def _blamed(before: str) -> bool:
    """Whether the words before a name blame or accuse, which investigators do not do as such."""
    return grounds.ACCUSES.search(before) is not None and grounds.SUSPECTS.search(before) is None


def _with_new(known: Known, sentences: list[Sentence]) -> dict[str, ActorName]:
    """Every alias on record and the names that the report itself gives groups, which are not on record."""
    actors = dict(known.actors)
    for sentence in sentences:
        for match in (match for form in grounds.NEW for match in form.finditer(sentence.text)):
            name = match["name"]
            if not any(name in alias or alias in name for alias in known.actors) and not known.is_outlet(name):
                actors.setdefault(name, ActorName(None, name))
    return actors


def _aliases(actors: Mapping[str, ActorName]) -> list[tuple[re.Pattern[str], ActorName]]:
    """Every alias as a pattern, the longest first; short ones in capitals are matched in capitals only."""
    longest = sorted(actors.items(), key=lambda alias: -len(alias[0]))
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
    return found


def _proposal(report: Report, sentence: Sentence, one: Named, ground: AttributionKind) -> Proposal:
    text = sentence.text
    polarity = Polarity.DENIED if grounds.UNSURE.search(text) else Polarity.AFFIRMED
    sure = grounds.CONFIDENCE.search(text)
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
