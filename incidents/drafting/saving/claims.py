"""Record claims: new ones with their citations, changed ones without touching theirs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final
from zoneinfo import available_timezones

from django.contrib.gis.geos import Point

from accounts.models import User
from incidents.choices import ActorRelationKind, AssertionKind
from incidents.desk.reads.warnings import known_warnings
from incidents.drafting.finding import find_place, find_source, find_warning
from incidents.drafting.saving.edit import Edit, told, within
from incidents.drafting.saving.evidence import known_actor, quotes_of, save_actor
from incidents.drafting.shapes.fields import Sent
from incidents.drafting.shapes.values import VALUES
from incidents.models import ActorRelation, Assertion, Warning  # noqa: A004
from incidents.rules.quantities import read_quantity
from incidents.rules.refusals import RefusedError
from incidents.selectors.clearance import untold_to
from incidents.services.asserting import amend_claim, assert_claims
from incidents.services.citing import cite
from incidents.services.context import record_warning, warn_of
from incidents.services.inputs import (
    AttributionValue,
    CasualtyValue,
    CharacteristicValue,
    Claim,
    LocationValue,
    Quote,
    TimeValue,
    Value,
    WarningGiven,
    WarningValue,
)
from incidents.services.people import relate

ASSESSED: Final = (
    "modality",
    "polarity",
    "credibility",
    "confidence",
    "rationale",
    "role",
    "verification",
    "verification_reason",
)
RENAMED: Final[dict[str, dict[str, str]]] = {
    AssertionKind.ATTRIBUTION.value: {"kind": "ground"},
    AssertionKind.CHARACTERISTIC.value: {"kind": "characteristic", "value": "code"},
    AssertionKind.LOCATION.value: {"point": "latitude"},
}
"""Fields of a claim's value that models call otherwise."""

OF_THE_WHOLE: Final = {"edit_summary"}
"""Fields that are sent beside the claims."""


class Recorded:
    """The claims of an edit, made one after another while they are recorded; ``at`` says which one it is."""

    def __init__(self, edit: Edit) -> None:
        self.edit = edit
        self.at = 0
        self.made: list[Claim] = []

    def __iter__(self) -> Iterator[Claim]:
        for number, one in enumerate(self.edit.sent["claims"]):
            self.at = number
            self.made.append(claim_of(self.edit, one))
            yield self.made[-1]

    def path(self, name: str) -> str:
        """The way to a field of the claim that is being recorded."""
        if name in OF_THE_WHOLE:
            return name
        kind = self.edit.sent["claims"][self.at]["kind"]
        return ".".join(part for part in ("claims", str(self.at), in_claim(kind, name)) if part)


def in_claim(kind: str, name: str) -> str:
    """The way to a field within a claim, from the name that a service has for it."""
    found = RENAMED.get(kind, {}).get(name, name)
    return f"value.{found}" if found in VALUES[kind]().fields else found


def save_claims(edit: Edit) -> list[Assertion]:
    """Record claims as one edit; then tie the warnings that they speak of, and relate the actors that they name."""
    recorded = Recorded(edit)
    with told(recorded.path):
        saved = assert_claims(claims=recorded, **edit.terms)
    for number, (one, claim) in enumerate(zip(edit.sent["claims"], recorded.made, strict=True)):
        with within(f"claims.{number}"):
            _tie(edit, claim.value)
            _relate(edit, one, claim)
    return saved


def save_claim(edit: Edit, assertion: Assertion) -> Assertion:
    """Change a claim's value and our assessment of it; ``sent`` is the whole claim as it is to stand."""
    if edit.sent["value"].get("branch_of"):
        sentence = "Whose branch an actor is, is recorded with a new claim: its citation says so."
        raise RefusedError(sentence, field="value.branch_of")
    claim = claim_of(edit, edit.sent)
    if isinstance(claim.value, TimeValue):
        claim = replace(claim, value=replace(claim.value, reported_on=_reported_on(assertion)))
    with told(lambda name: in_claim(assertion.kind, name)):
        return amend_claim(assertion=assertion, claim=claim, **edit.terms)


def claim_of(edit: Edit, sent: Sent) -> Claim:
    """A claim as the services take it; whoever is new in it is recorded."""
    citations = quotes_of(edit, sent.get("citations", []))
    assessment: dict[str, Any] = {name: sent[name] for name in ASSESSED}
    return Claim(value=value_of(edit, sent, citations), citations=citations, **assessment)


def value_of(edit: Edit, sent: Sent, citations: tuple[Quote, ...]) -> Value:
    """What is claimed, as the services take it."""
    value = sent["value"]
    match sent["kind"]:
        case AssertionKind.CASUALTY:
            return _casualty(value)
        case AssertionKind.ATTRIBUTION:
            apart = {"actor", "branch_of"}
            named = save_actor(edit.actor, value["actor"], "value.actor")
            return AttributionValue(actor=named, **{name: one for name, one in value.items() if name not in apart})
        case AssertionKind.LOCATION:
            return _location(value)
        case AssertionKind.TIME:
            return _time(value, citations)
        case AssertionKind.CHARACTERISTIC:
            return CharacteristicValue(**value)
    warning = save_warning(edit, value)
    return WarningValue(warning=warning, aspect=value["aspect"], paraphrase=value["paraphrase"])


def save_warning(edit: Edit, value: Sent) -> Warning:
    """The warning of the draft that is meant, or the new one that is described."""
    if value["warning"]:
        return find_warning(known_warnings(edit.incident, untold_to(edit.actor)), value["warning"])
    with within("value.given"):
        return record_warning(actor=edit.actor, given=given_of(edit.actor, value["given"]))


def given_of(actor: User, sent: Sent) -> WarningGiven:
    """A warning as the services take it."""
    conveyed, disclosed_by = sent["conveyed"], sent["disclosed_by"]
    taken = ("basis", "basis_wording", "channel", "intermediary", "disclosed_on", "outcome")
    return WarningGiven(
        warner=save_actor(actor, sent["warner"], "warner"),
        recipient=save_actor(actor, sent["recipient"], "recipient"),
        conveyed_earliest=conveyed.earliest if conveyed else None,
        conveyed_latest=conveyed.latest if conveyed else None,
        conveyed_precision=conveyed.precision.value if conveyed else "",
        specificity=dict(sent.get("specificity") or {}),
        disclosed_by=find_source(actor, disclosed_by, "disclosed_by") if disclosed_by else None,
        **{name: sent[name] for name in taken},
    )


def _casualty(value: Sent) -> CasualtyValue:
    """A figure; words that say no number cannot stand for one."""
    quantity = read_quantity(value["verbatim"])
    if quantity is None or quantity.quantifier is None:
        sentence = f"“{value['verbatim']}” has no figure that can be read. Give the source's words, as in “nearly 100”."
        raise RefusedError(sentence, field="value.verbatim")
    return CasualtyValue(**value)


def _location(value: Sent) -> LocationValue:
    latitude, longitude = value["latitude"], value["longitude"]
    apart = {"place", "latitude", "longitude"}
    return LocationValue(
        place=find_place(value["place"]),
        point=None if latitude is None else Point(longitude, latitude, srid=4326),
        **{name: one for name, one in value.items() if name not in apart},
    )


def _time(value: Sent, citations: tuple[Quote, ...]) -> TimeValue:
    """A time; words such as “on Thursday” are read against the day on which the first citation was reported."""
    if value["timezone"] not in available_timezones():
        sentence = f"“{value['timezone']}” is no time zone. Write it as in Asia/Tehran or Europe/Paris, or UTC."
        raise RefusedError(sentence, field="value.timezone")
    reported_on = citations[0].reported_on if citations else None
    verbatim = value["verbatim"] or value["when"]
    return TimeValue(when=value["when"], timezone=value["timezone"], verbatim=verbatim, reported_on=reported_on)


def _reported_on(assertion: Assertion) -> date | None:
    """The day against which a time in words is read again."""
    days = [citation.reported_on for citation in assertion.citations.all() if citation.reported_on]
    return min(days, default=None)


def _tie(edit: Edit, value: Value) -> None:
    """A warning spoken of here is a warning of this incident."""
    if isinstance(value, WarningValue) and not value.warning.incidents.filter(pk=edit.incident.pk).exists():
        warn_of(warning=value.warning, **edit.terms)


def _relate(edit: Edit, sent: Sent, claim: Claim) -> None:
    """Where the source says whose branch the actor is, that is on record with the same quote."""
    value = claim.value
    if not isinstance(value, AttributionValue) or not sent["value"]["branch_of"]:
        return
    whole = known_actor(sent["value"]["branch_of"], "value.branch_of")
    branch_of = ActorRelationKind.BRANCH_OF
    if ActorRelation.objects.filter(actor=value.actor, other=whole, kind=branch_of).exists():
        return
    with within("value.branch_of", other=""):
        relation = relate(actor=edit.actor, named=value.actor, other=whole, kind=branch_of)
    if claim.citations:
        cite(target=relation, quote=claim.citations[0], **edit.terms)
