"""A claim's form that a text fills in: a proposal, or words that were selected, with their source and speaker."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404

from accounts.access import PersonRequest
from incidents import policies
from incidents.choices import AssertionKind, ProposalKind, WarningAspect
from incidents.desk.forms.quote import LONGEST_QUOTE
from incidents.desk.forms.source import NEW
from incidents.desk.presenters.proposals import CLAIMS
from incidents.desk.reads.zones import zone_in
from incidents.models import Capture, Citation, Incident, Source, Speaker
from incidents.rules.dates import read_date, say_span
from incidents.rules.proposals import Proposal
from incidents.selectors.proposals import proposals_for
from incidents.services.proposing import modality_of, quote_of


@dataclass(frozen=True, slots=True)
class Prefill:
    """Where a claim's form gets its words from; ``proposal`` is None where somebody selected them."""

    capture: Capture
    quote: str
    zone: str
    proposal: Proposal | None = None


def prefill_of(request: PersonRequest, incident: Incident, kind: AssertionKind | None) -> Prefill | None:
    """What the address asks to fill in; None where it asks for nothing, or for what the text does not hold.

    ``kind`` is None where no proposal becomes what is added.

    Raises:
        NotAllowedError: the source is confidential, and this person may not see it.
    """
    asked = request.GET
    try:
        source = UUID(asked.get("source", ""))
    except ValueError:
        return None
    held = Capture.objects.select_related("source__publisher")
    capture = get_object_or_404(held, source__uid=source, sha256=asked.get("text", ""))
    policies.may_read_source(request.user, capture.source).require()
    found = proposals_for(capture, incident=incident)
    zone = zone_in((one.proposal for one in found), incident)
    key = asked.get("proposal", "")
    if not key:
        return Prefill(capture, asked.get("quote", "").replace("\x00", "")[:LONGEST_QUOTE], zone)
    chosen = [one.proposal for one in found if one.proposal.key == key and CLAIMS.get(one.proposal.kind) == kind]
    return Prefill(capture, quote_of(chosen[0]), zone, chosen[0]) if chosen else None


def repeated_of(request: PersonRequest, incident: Incident) -> dict[str, Any]:
    """Where the claim that was saved just before is cited, for one more from the same passage; {} where none was."""
    try:
        uid = UUID(request.GET.get("after", ""))
    except ValueError:
        return {}
    readable = Source.objects.readable_by(request.user)
    cited = Citation.objects.filter(assertion__uid=uid, assertion__incident=incident, source__in=readable)
    last = cited.select_related("source", "speaker").order_by("pk").first()
    if last is None:
        return {}
    speaker = str(last.speaker.uid) if last.speaker else ""
    return {"source": str(last.source.uid), "quote": last.quote, "locator": last.locator, "speaker": speaker}


def initial_of(prefill: Prefill, speakers: list[Speaker]) -> dict[str, Any]:
    """What the fields of a new claim's page hold, by their names; ``speakers`` are those heard in the incident."""
    held: dict[str, Any] = {"source": str(prefill.capture.source.uid), "quote": prefill.quote}
    one = prefill.proposal
    if one is None:
        return held | {"timezone": prefill.zone}
    said = {"modality": modality_of(one).value, "polarity": str(one.value.get("polarity") or "affirmed")}
    return held | said | _value(one, prefill) | _voice(one, speakers)


def _value(one: Proposal, prefill: Prefill) -> dict[str, Any]:
    given: Any = one.value
    match one.kind:
        case ProposalKind.TIME:
            when = say_span(read_date(given["edtf"], timezone=prefill.zone))
            return {"when": when, "timezone": prefill.zone, "verbatim": given["verbatim"]}
        case ProposalKind.PLACE:
            place = {"place_query": given["name"], "place": str(given["place"])}
            return place | {"precision": given["precision"], "place_detail": given["detail"]}
        case ProposalKind.CASUALTY:
            return {name: given[name] or "" for name in ("measure", "verbatim", "population", "as_of")}
        case ProposalKind.CHARACTERISTIC:
            return {given["characteristic"]: [given["code"]], "detail": given["detail"]}
        case ProposalKind.ATTRIBUTION:
            kind = "organisation" if given["actor"] is None else ""
            named = {"actor": given["name"], "actor_kind": kind, "ground": given["ground"]}
            return named | {"confidence_words": given["confidence_words"]}
        case _:
            ends = {name: given.get(name) or "" for name in ("warner", "recipient")}
            return ends | {"aspect": WarningAspect.EXISTENCE.value, "paraphrase": prefill.quote}


def _voice(one: Proposal, speakers: list[Speaker]) -> dict[str, Any]:
    """The speaker heard before in the same words, or a new one."""
    if one.voice is None:
        return {}
    voice = {name: str(value or "") for name, value in one.voice.items()}
    same = ("naming", "name", "role_title", "organisation", "description")
    for speaker in speakers:
        if all(getattr(speaker, name) == voice.get(name, "") for name in same):
            return {"speaker": str(speaker.uid)}
    return {
        "speaker": NEW,
        "naming": voice.get("naming", ""),
        "speaker_name": voice.get("name", ""),
        "speaker_role": voice.get("role_title", ""),
        "speaker_organisation": voice.get("organisation", ""),
        "speaker_description": voice.get("description", ""),
        "anonymity_reason": voice.get("anonymity_reason", ""),
    }
