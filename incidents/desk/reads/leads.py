"""Leads and the feeds that bring them."""

from django.db.models import Count, F, OuterRef, QuerySet, Subquery

from accounts.models import User
from incidents.choices import LeadStage
from incidents.models import Feed, Lead, Source


def counted_leads() -> dict[str, int]:
    """How many leads there are in each stage."""
    counts = dict(Lead.objects.order_by().values_list("stage").annotate(number=Count("pk")))
    return {stage: counts.get(stage, 0) for stage in LeadStage.values}


def listed_leads(stage: str, person: User) -> QuerySet[Lead]:
    """Leads of a stage, each with the source that it has become, if the person may see that."""
    recorded = Source.objects.readable_by(person).filter(canonical_url=OuterRef("address"))
    found = Lead.objects.filter(stage=stage).select_related("decided_by")
    return found.annotate(source_uid=Subquery(recorded.values("uid")[:1])).order_by(
        F("published_on").desc(nulls_last=True), "-pk"
    )


def listed_feeds() -> QuerySet[Feed]:
    """The feeds with what came of them, and how many leads each brought."""
    return Feed.objects.select_related("state").annotate(brought=Count("leads")).order_by("outlet", "pk")
