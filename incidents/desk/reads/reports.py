"""Reports of errors with the state of their public answer."""

from dataclasses import dataclass
from typing import Final

from django.db.models import OuterRef, Subquery

from incidents.choices import ReportState
from incidents.models import ErrorReport, ReportOutcome

PER_PAGE: Final = 50


@dataclass(frozen=True)
class ReportRow:
    """One report in the list."""

    report: ErrorReport
    state: str


def reports(*, everything: bool) -> list[ReportRow]:
    """The newest reports; those that are not answered yet, unless everything is asked for."""
    newest = ReportOutcome.objects.filter(reference=OuterRef("reference")).order_by("-pk")
    found = ErrorReport.objects.annotate(state=Subquery(newest.values("state")[:1]))
    if not everything:
        found = found.filter(state__in=[ReportState.RECEIVED, ReportState.LOOKED_AT])
    return [ReportRow(one, str(ReportState(one.state).label)) for one in found[:PER_PAGE]]
