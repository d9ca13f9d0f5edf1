"""Take a report of an error from a reader, and answer it in public."""

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.choices import ReportState
from incidents.models import ErrorReport, ReportOutcome, Version
from incidents.rules.references import new_reference
from incidents.rules.refusals import RefusedError, StateConflictError
from incidents.services.inputs import Reported
from incidents.services.outbox import enqueue
from incidents.services.writing import write

CLOSED = (ReportState.CORRECTED, ReportState.DECLINED)


@transaction.atomic
def receive_report(*, reported: Reported) -> ErrorReport:
    """Keep what a reader says is wrong, and open its public answer.

    Only adds rows, and owes the worker that the desk is told: the reader's way in may read nothing.
    """
    report = ErrorReport(
        reference=new_reference(),
        public_id=reported.public_id,
        field=reported.field,
        text=reported.text,
        source=reported.source,
        email=reported.email,
    )
    report.full_clean(validate_unique=False, validate_constraints=False)  # the database asks both itself
    report.save(force_insert=True)
    ReportOutcome(reference=report.reference, public_id=report.public_id).save(force_insert=True)
    enqueue("tell_of_report", reference=report.reference)
    return report


@transaction.atomic
def answer_report(
    *, actor: User, report: ErrorReport, state: str, outcome: str = "", version_number: int | None = None
) -> ReportOutcome:
    """Say in public what becomes of a report.

    Raises:
        NotAllowedError: this takes the role of editor.
        StateConflictError: it has been answered for good.
        RefusedError: the version that is to correct it was never published.
        ValidationError: a reason or a version is missing.
    """
    policies.may_answer_reports(actor).require()
    ErrorReport.objects.select_for_update().get(pk=report.pk)
    last = ReportOutcome.objects.of(report.reference).first()
    if last and last.state in CLOSED:
        raise StateConflictError(_("This report has been answered. Readers rely on the answer."))
    if state == ReportState.CORRECTED and version_number and not _exists(report.public_id, version_number):
        raise RefusedError(_("There is no such version of this incident."), field="version_number")
    step = ReportOutcome(
        reference=report.reference,
        public_id=report.public_id,
        state=state,
        outcome=outcome.strip(),
        version_number=version_number if state == ReportState.CORRECTED else None,
    )
    with pghistory.context(user=actor.pk, verb="answer_report"):
        write(step)
    return step


def _exists(public_id: str, number: int) -> bool:
    return Version.objects.filter(public_id=public_id, number=number).exists()
