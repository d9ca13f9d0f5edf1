"""Tags: which there are, and what has them."""

from django.db.models import QuerySet

from incidents.models import IncidentTag, Tag


def living_tags() -> QuerySet[Tag]:
    """Every tag that was not merged into another, by name."""
    return Tag.objects.filter(merge=None)


def stake_of(tag: Tag) -> dict[str, list[int]]:
    """What would move if the tag were merged into another: which incidents have it."""
    return {"incidents": list(IncidentTag.objects.filter(tag=tag).order_by("pk").values_list("incident", flat=True))}
