"""Reports of errors with the state of their public answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, Min, OuterRef, Subquery

from incidents.choices import ReportState
from incidents.models import ErrorReport, ReportOutcome

PER_PAGE: Final = 50
WAITING: Final = (ReportState.RECEIVED, ReportState.LOOKED_AT)


@dataclass(frozen=True)
class ReportRow:
    """One report in the list."""

    report: ErrorReport
    state: str


@dataclass(frozen=True)
class Unanswered:
    """How many reports wait for an answer, and since when the first of them does."""

    number: int
    oldest: datetime | None


def unanswered() -> Unanswered:
    """The reports that wait."""
    waiting = _stated().filter(state__in=WAITING)
    return Unanswered(**waiting.aggregate(number=Count("pk"), oldest=Min("received_at")))


def reports(*, everything: bool) -> list[ReportRow]:
    """The newest reports; those that are not answered yet, unless everything is asked for."""
    found = _stated()
    if not everything:
        found = found.filter(state__in=WAITING)
    return [ReportRow(one, str(ReportState(one.state).label)) for one in found[:PER_PAGE]]


def _stated() -> Any:
    newest = ReportOutcome.objects.filter(reference=OuterRef("reference")).order_by("-pk")
    return ErrorReport.objects.annotate(state=Subquery(newest.values("state")[:1]))
