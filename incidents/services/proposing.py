"""Accept what was proposed, as a claim with its citation, or clear it. Nothing is recorded that nobody has seen."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import ActorKind, AttributionKind, Modality, ProposalKind, ProposalState, WarningAspect
from incidents.models import (
    Actor,
    Assertion,
    Capture,
    Citation,
    Incident,
    Place,
    ProposalDecision,
    Source,
    SourceDerivation,
    Speaker,
    Warning,  # noqa: A004
)
from incidents.rules.proposals import Proposal
from incidents.rules.refusals import RefusedError
from incidents.selectors.entries import living
from incidents.selectors.proposals import read_capture_text
from incidents.services.asserting import assert_claim
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    CharacteristicValue,
    Claim,
    LocationValue,
    Quote,
    SpeakerPerson,
    TimeValue,
    Value,
    WarningValue,
)
from incidents.services.people import record_actor, record_speaker
from incidents.services.sources import derive
from incidents.services.writing import write

LONGEST_QUOTE: Final = 300
_OWN_ACTS: Final = frozenset({AttributionKind.RESPONSIBILITY_CLAIM, AttributionKind.DENIAL})
_ASSESSMENTS: Final = frozenset(
    {
        AttributionKind.INTELLIGENCE_ASSESSMENT,
        AttributionKind.INVESTIGATIVE_ASSESSMENT,
        AttributionKind.ANALYST_INFERENCE,
    }
)


@dataclass(frozen=True, kw_only=True)
class Added:
    """What an editor adds to a proposal: another value of its kind, or the warning that it is about."""

    value: Value | None = None
    warning: Warning | None = None


NOTHING: Final = Added()


@transaction.atomic
def accept_proposal(
    *,
    actor: User,
    incident: Incident,
    capture: Capture,
    key: str,
    added: Added = NOTHING,
    based_on: int | None = None,
    summary: str = "",
) -> Assertion:
    """Record a proposed claim of an incident, cited by its sentence in the voice of who seems to speak.

    ``added`` is what the editor made of it. Which method and version proposed it is kept with the citation.

    Raises:
        NotAllowedError, StaleRevisionError: see ``editing``; or this person may not see the source.
        RefusedError: the text does not give it any more, it is decided already, or it is no claim; see
            ``assert_claim``.
        ValidationError: a field is wrong.
    """
    proposal = _open(actor, incident, capture, key)
    value = added.value or _value(actor, proposal, capture.source, added.warning)
    citation = Quote(
        source=capture.source,
        quote=quote_of(proposal),
        locator="",
        speaker=_speaker(actor, proposal, capture.source),
        reported_on=capture.source.published_on,
    )
    claim = Claim(
        value=value,
        citations=(citation,),
        modality=modality_of(proposal),
        polarity=str(proposal.value.get("polarity") or "affirmed"),
    )
    assertion = assert_claim(actor=actor, incident=incident, claim=claim, based_on=based_on, summary=summary)
    made = Citation.objects.get(assertion=assertion)
    _decide(actor, capture, proposal, ProposalState.ACCEPTED, incident=incident, citation=made)
    return assertion


@transaction.atomic
def note_accepted(
    *, actor: User, incident: Incident, capture: Capture, key: str, assertion: Assertion
) -> ProposalDecision:
    """Note that a claim, which an editor recorded on its own form, is what became of a proposal.

    Raises:
        NotAllowedError: this person may not edit the incident, or may not see the source.
        RefusedError: the text does not give it any more, it is decided already, or the claim is of another incident.
    """
    proposal = _open(actor, incident, capture, key)
    if assertion.incident_id != incident.pk:
        raise RefusedError(_("This claim belongs to another incident."))
    made = Citation.objects.filter(assertion=assertion, source=capture.source).first()
    return _decide(actor, capture, proposal, ProposalState.ACCEPTED, incident=incident, citation=made)


@transaction.atomic
def accept_derivation(*, actor: User, capture: Capture, key: str, origin: Source) -> SourceDerivation:
    """Record that a source rests on ``origin``, as its text was read to say.

    Raises:
        NotAllowedError: this person may not, or may not see the source.
        RefusedError: the text does not give it any more, it is decided already, or it would close a circle.
    """
    proposal = _open(actor, None, capture, key)
    if proposal.kind != ProposalKind.DERIVATION:
        raise RefusedError(_("This says nothing of what the report rests on."))
    made = derive(actor=actor, source=capture.source, origin=origin, kind=str(proposal.value["kind"]))
    _decide(actor, capture, proposal, ProposalState.ACCEPTED)
    return made


@transaction.atomic
def clear_proposal(*, actor: User, capture: Capture, key: str, incident: Incident | None = None) -> ProposalDecision:
    """Put a proposal aside for an incident, or for good where none is named; it is not shown as open again.

    Raises:
        NotAllowedError: this person may not edit the incident, or may not see the source.
        RefusedError: the text does not give it any more, or it is decided already.
    """
    proposal = _open(actor, incident, capture, key)
    return _decide(actor, capture, proposal, ProposalState.CLEARED, incident=incident)


@transaction.atomic
def restore_proposal(*, actor: User, decision: ProposalDecision) -> None:
    """Open a proposal again that was cleared.

    Raises:
        NotAllowedError: this person may not edit the incident, or may not see the source.
        RefusedError: it was accepted: take the claim back instead.
    """
    _require(actor, decision.incident, decision.capture)
    if decision.state != ProposalState.CLEARED:
        raise RefusedError(_("This was accepted. Take the claim back instead."))
    decision.delete()


def quote_of(proposal: Proposal) -> str:
    """The words that a citation quotes: the sentence, or what fits around the words where it is too long."""
    sentence = proposal.sentence
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    middle = max(0, sentence.find(proposal.anchor.exact)) + len(proposal.anchor.exact) // 2
    start = min(max(0, middle - LONGEST_QUOTE // 2), len(sentence) - LONGEST_QUOTE)
    words = sentence[start : start + LONGEST_QUOTE]
    inside = words[words.find(" ") + 1 :] if start else words
    return inside.rpartition(" ")[0] if start + LONGEST_QUOTE < len(sentence) else inside


def _require(actor: User, incident: Incident | None, capture: Capture) -> None:
    policies.may_read_source(actor, capture.source).require()
    (policies.may_edit(actor, incident) if incident else policies.may_log(actor)).require()


def _open(actor: User, incident: Incident | None, capture: Capture, key: str) -> Proposal:
    """The proposal of this key, if it may be decided and is not yet, or what was decided was taken back."""
    _require(actor, incident, capture)
    held = ProposalDecision.objects.filter(capture=capture, incident=incident, key=key)
    decided = held.select_related("citation__assertion").first()
    if decided and not decided.taken_back:
        raise RefusedError(_("This proposal is decided already."))
    held.delete()
    found = next((one for one in read_capture_text(capture) if one.key == key), None)
    if found is None:
        raise RefusedError(_("The text does not give this any more. Look at its proposals again."))
    return found


def _decide(
    actor: User,
    capture: Capture,
    proposal: Proposal,
    state: ProposalState,
    *,
    incident: Incident | None = None,
    citation: Citation | None = None,
) -> ProposalDecision:
    decision = ProposalDecision(
        capture=capture,
        incident=incident,
        key=proposal.key,
        kind=proposal.kind,
        value=dict(proposal.value),
        exact=proposal.anchor.exact,
        start=proposal.anchor.start,
        end=proposal.anchor.end,
        rule=proposal.rule,
        method=proposal.method,
        version=proposal.version,
        state=state,
        citation=citation,
        decided_by=actor,
    )
    write(decision)
    return decision


def _value(actor: User, proposal: Proposal, source: Source, warning: Warning | None) -> Value:
    """The value as the services take it."""
    given: Any = proposal.value
    match proposal.kind:
        case ProposalKind.CASUALTY:
            as_of = date.fromisoformat(given["as_of"]) if given["as_of"] else None
            return CasualtyValue(
                measure=given["measure"], verbatim=given["verbatim"], population=given["population"], as_of=as_of
            )
        case ProposalKind.TIME:
            return TimeValue(when=given["when"], verbatim=given["verbatim"], reported_on=source.published_on)
        case ProposalKind.PLACE:
            place = Place.objects.get(pk=given["place"])
            return LocationValue(place=place, precision=given["precision"], detail=given["detail"][:300])
        case ProposalKind.CHARACTERISTIC:
            return CharacteristicValue(
                characteristic=given["characteristic"], code=given["code"], detail=given["detail"][:300]
            )
        case ProposalKind.ATTRIBUTION:
            named = _actor(actor, given["actor"], given["name"])
            return AttributionValue(actor=named, ground=given["ground"], confidence_words=given["confidence_words"])
        case ProposalKind.WARNING if warning:
            words = quote_of(proposal)
            return WarningValue(warning=warning, aspect=WarningAspect.EXISTENCE, paraphrase=words)
        case ProposalKind.WARNING:
            raise RefusedError(_("Say which warning this is about: who warned whom."), field="warning")
        case _:
            raise RefusedError(_("This is no claim about the incident."))


def _actor(actor: User, key: int | None, name: str) -> Actor:
    """The actor on record, or one of a name that only the report knows."""
    if key is not None:
        return living(Actor.objects.get(pk=key))
    return record_actor(actor=actor, name=name, kind=ActorKind.ORGANISATION)


def modality_of(proposal: Proposal) -> Modality:
    """In which voice it is said: a claim or a denial is its speaker's own act, an accusation alleges."""
    if proposal.kind != ProposalKind.ATTRIBUTION:
        return Modality.FACT
    ground = AttributionKind(str(proposal.value["ground"]))
    if ground in _ASSESSMENTS:
        return Modality.ASSESSED
    return Modality.FACT if ground in _OWN_ACTS or ground == AttributionKind.COURT_FINDING else Modality.ALLEGED


def _speaker(actor: User, proposal: Proposal, source: Source) -> Speaker | None:
    """Whoever seems to speak. An unnamed one of the same words in the same source is the same, and counts once."""
    if proposal.voice is None:
        return None
    parts = {one.name: proposal.voice[one.name] for one in fields(SpeakerPerson) if one.name in proposal.voice}
    same = {name: value for name, value in parts.items() if name != "anonymity_reason"}
    known = Speaker.objects.filter(**same, citations__source=source).order_by("pk").first()
    return known or record_speaker(actor=actor, person=SpeakerPerson(**parts))  # type: ignore[arg-type]
