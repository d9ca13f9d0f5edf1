"""What surrounds an incident, as the public reads it: warnings, reactions, links and waivers."""

from typing import Any

from incidents.choices import LinkKind
from incidents.models import Incident, Regrouping, Warning  # noqa: A004
from incidents.selectors.content.claims import Anchors, instant, public_citations
from incidents.selectors.regrouping import absorbed_by

DESK_ONLY = frozenset({LinkKind.POSSIBLE_DUPLICATE, LinkKind.NOT_A_DUPLICATE})


def warnings(incident: Incident, claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Warnings about the incident that at least one public claim speaks of."""
    standing = [one for one in claims if one["kind"] == "warning" and one["verification"] != "withdrawn"]
    spoken = {one["value"]["warning"] for one in standing}
    found = incident.warnings.select_related("warner", "recipient", "disclosed_by")
    return [_warning(warning) for warning in found if str(warning.uid) in spoken]


def _warning(warning: Warning) -> dict[str, Any]:
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
    """Links to incidents that are public themselves and were not merged into this one; any other says nothing."""
    found = (
        incident.links.exclude(kind__in=DESK_ONLY)
        .filter(other__published_number__gt=0)
        .exclude(other__merged_into=incident)
        .select_related("other")
        .prefetch_related("citations__source__publisher", "citations__speaker")
    )
    return [
        {
            "incident": link.other.public_id,
            "kind": link.kind,
            "kind_text": link.get_kind_display(),
            "note": link.note,
            "citations": public_citations(link.citations.all(), anchors),
        }
        for link in found
    ]


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
