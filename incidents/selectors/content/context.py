"""What surrounds an incident, as the public reads it: warnings, reactions, links and waivers."""

from typing import Any

from django.db.models import QuerySet

from incidents.choices import DESK_LINKS, AssertionKind, Polarity, Verification, WarningAspect, WarningResponse
from incidents.models import Assertion, Incident, IncidentLink, Regrouping, Warning  # noqa: A004
from incidents.selectors.content.claims import Anchors, instant, public_citations
from incidents.selectors.origins import supporting_citations
from incidents.selectors.regrouping import absorbed_by


def warnings(incident: Incident, assertions: list[Assertion], claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Warnings about the incident that at least one public claim speaks of, each with where its three parts stand."""
    verdicts = {one["id"]: one["verification"] for one in claims}
    spoken = [one for one in assertions if one.kind == AssertionKind.WARNING and one.stands]
    of_each: dict[int, list[Assertion]] = {}
    for one in spoken:
        of_each.setdefault(one.warning_statement.warning_id, []).append(one)
    found = incident.warnings.filter(pk__in=of_each).select_related("warner", "recipient", "disclosed_by")
    return [{**warning_of(warning), "standing": _standing(warning, of_each[warning.pk], verdicts)} for warning in found]


def _standing(warning: Warning, spoken: list[Assertion], verdicts: dict[str, str]) -> dict[str, str | None]:
    """How far its existence and its content are verified (null while nobody speaks of them), and the response."""
    by_aspect: dict[str, list[str]] = {}
    for one in spoken:
        if one.polarity == Polarity.AFFIRMED:
            by_aspect.setdefault(one.warning_statement.aspect, []).append(verdicts[str(one.uid)])
    return {
        aspect.value: _firmest(by_aspect.get(aspect, [])) for aspect in (WarningAspect.EXISTENCE, WarningAspect.CONTENT)
    } | {"response": _response(warning, spoken).value}


def _firmest(verdicts: list[str]) -> str | None:
    """The verdict on a part of which several claims speak: disputed where one is, else the best founded."""
    order = [Verification.DISPUTED, Verification.CORROBORATED, Verification.SINGLE_ORIGIN]
    return next((one.value for one in order if one in verdicts), next(iter(verdicts), None))


def _response(warning: Warning, spoken: list[Assertion]) -> WarningResponse:
    """What is said of the recipient's response. A recipient who denies the warning denies having answered it."""
    told = {one.polarity for one in spoken if one.warning_statement.aspect == WarningAspect.RESPONSE}
    if any(one.polarity == Polarity.DENIED and _speaks(warning.recipient_id, one) for one in spoken):
        told.add(Polarity.DENIED)
    answers = {
        frozenset[str](): WarningResponse.UNKNOWN,
        frozenset({Polarity.AFFIRMED}): WarningResponse.REPORTED,
        frozenset({Polarity.DENIED}): WarningResponse.DENIED,
    }
    return answers.get(frozenset(told), WarningResponse.DISPUTED)


def _speaks(actor: int, assertion: Assertion) -> bool:
    """Whether the actor itself says so, in a source that may be named."""
    supporting = supporting_citations(assertion.citations.all(), public=True)
    return any(citation.speaker and citation.speaker.actor_id == actor for citation in supporting)


def warning_of(warning: Warning) -> dict[str, Any]:
    """A warning's own fields, as the public reads them."""
    disclosed_by = warning.disclosed_by
    return {
        "id": str(warning.uid),
        "warner": warning.warner.name,
        "recipient": warning.recipient.name,
        "basis": warning.basis,
        "basis_text": warning.get_basis_display(),
        "basis_wording": warning.basis_wording,
        "conveyed_earliest": instant(warning.conveyed_earliest) if warning.conveyed_earliest else None,
        "conveyed_latest": instant(warning.conveyed_latest) if warning.conveyed_latest else None,
        "conveyed_precision": warning.conveyed_precision,
        "channel": warning.channel,
        "intermediary": warning.intermediary,
        "specificity": {axis: getattr(warning, f"specific_{axis}") for axis in ("place", "time", "target", "actor")},
        "disclosed_on": warning.disclosed_on.isoformat() if warning.disclosed_on else None,
        "disclosed_by": str(disclosed_by.uid) if disclosed_by and not disclosed_by.confidential else None,
        "outcome": warning.outcome,
        "outcome_text": warning.get_outcome_display(),
    }


def statements(incident: Incident, anchors: Anchors) -> list[dict[str, Any]]:
    """Reactions and analysis, in the order in which they were made."""
    found = incident.statements.select_related("speaker").prefetch_related(
        "citations__source__publisher", "citations__speaker"
    )
    return [
        {
            "id": str(statement.uid),
            "speaker": statement.speaker.label,
            "made_on": statement.made_on.isoformat() if statement.made_on else None,
            "paraphrase": statement.paraphrase,
            "citations": cited,
        }
        for statement in found
        if (cited := public_citations(statement.citations.all(), anchors))
    ]


def links(incident: Incident, anchors: Anchors) -> list[dict[str, Any]]:
    """Links that the public may know of, each with its citations; not one that only confidential sources bear out."""
    return [
        {
            "incident": link.other.public_id,
            "kind": link.kind,
            "kind_text": link.get_kind_display(),
            "note": link.note,
            "citations": cited,
        }
        for link in public_links(incident)
        if (cited := public_citations(link.citations.all(), anchors)) or not link.citations.all()
    ]


def public_links(incident: Incident) -> QuerySet[IncidentLink]:
    """Links to incidents that are public themselves and were not merged into this one; any other says nothing."""
    return (
        incident.links.exclude(kind__in=DESK_LINKS)
        .filter(other__published_number__gt=0)
        .exclude(other__merged_into=incident)
        .select_related("other")
        .prefetch_related("citations__source__publisher", "citations__speaker")
    )


def waivers(incident: Incident) -> list[dict[str, Any]]:
    """Signed exceptions from evidence gates, with their reasons; who signed stays at the desk."""
    return [
        {"gate": waiver.gate, "gate_text": waiver.get_gate_display(), "reason": waiver.reason}
        for waiver in incident.waivers.all()
    ]


def lineage(incident: Incident) -> dict[str, Any]:
    """The permanent ids that were merged into this one, those that were split off from it, and where it began."""
    splits = Regrouping.objects.splits().standing()
    begun = splits.filter(target=incident, source__published_number__gt=0).values_list("source__public_id", flat=True)
    off = splits.filter(source=incident, target__published_number__gt=0).values_list("target__public_id", flat=True)
    return {
        "merged_from": sorted(one.public_id for one in absorbed_by(incident) if one.public_id),
        "split_into": sorted(filter(None, off)),
        "split_from": next(iter(begun), None),
    }
