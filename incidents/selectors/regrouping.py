"""What was merged and split, and what of it readers do not know yet."""

from incidents.choices import PublicStatus, State
from incidents.models import Incident, Publication, PublishedIncident, Regrouping
from incidents.querysets.regrouping import RegroupingQuerySet


def absorbed_by(survivor: Incident) -> list[Incident]:
    """Every incident that was merged into this one, also by way of others; the first merged come first."""
    found: dict[int, Incident] = {}
    waiting = [survivor.pk]
    while waiting:
        merged = Incident.objects.filter(merged_into__in=waiting, state=State.MERGED).exclude(pk__in=found)
        new = {one.pk: one for one in merged.order_by("pk")}
        found |= new
        waiting = list(new)
    return list(found.values())


def merges_to_announce(survivor: Incident) -> list[Incident]:
    """Public incidents that were merged into this one and whose addresses do not lead to it yet."""
    public = [one for one in absorbed_by(survivor) if one.public_id]
    rows = PublishedIncident.objects.filter(public_id__in=[one.public_id for one in public], known__endswith=None)
    led_on = set(rows.filter(status=PublicStatus.MERGED).values_list("public_id", flat=True))
    return [one for one in public if one.public_id not in led_on]


def splits_to_announce(source: Incident) -> RegroupingQuerySet:
    """Splits of a public incident that no published version of it tells of yet."""
    told = Publication.objects.filter(incident=source, approval__isnull=False).order_by("-number")
    last = told.values_list("revision", flat=True).first()
    splits = Regrouping.objects.splits().standing().filter(source=source)
    return splits.filter(source_revision__gt=last) if last is not None else splits.none()


def standing_merge(loser: Incident) -> Regrouping | None:
    """The merge by which an incident was ended, if it was."""
    return Regrouping.objects.merges().standing().filter(source=loser).select_related("target").first()
