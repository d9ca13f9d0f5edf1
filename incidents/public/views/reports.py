"""What became of an error that a reader reported: its state and public answer, and nothing that the reader wrote."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from incidents.choices import ReportState
from incidents.models.record import LogEntry, ReportOutcome
from incidents.presenting.words import label_of, moment_words
from incidents.public.answers import answered
from incidents.public.frame import frame
from incidents.rules.references import WELL_FORMED
from incidents.selectors.record import log_head


@require_safe
def status(request: HttpRequest, reference: str) -> HttpResponse:
    """Each step of the answer, newest first."""
    steps = list(ReportOutcome.objects.public().of(reference)) if WELL_FORMED.fullmatch(reference) else []
    if not steps:
        raise Http404
    head = log_head()
    return answered(request, lambda: status_page(request, steps, head), head=head, shown=str(steps[0].pk))


def status_page(request: HttpRequest, steps: list[ReportOutcome], head: LogEntry | None) -> HttpResponse:
    context = {
        "reference": steps[0].reference,
        "state": label_of(ReportState, steps[0].state),
        "steps": [
            {
                "state": told(step),
                "when": moment_words(step.at),
                "outcome": step.outcome,
                "url": version_url(step),
                "number": step.version_number,
            }
            for step in steps
        ],
        "is_new": len(steps) == 1 and steps[0].state == ReportState.RECEIVED,
        **frame(head),
    }
    return render(request, "public/report_status.html", context)


def told(step: ReportOutcome) -> str:
    """The state in words; a correction names its version."""
    if step.state == ReportState.CORRECTED:
        return _("Corrected in version %(number)s") % {"number": step.version_number}
    return label_of(ReportState, step.state)


def version_url(step: ReportOutcome) -> str:
    """Where the version is that corrects it; "" for any other step, and for the record as a whole."""
    if not (step.public_id and step.version_number):
        return ""
    return reverse("public:version", args=[step.public_id, step.version_number])
