"""What readers say is wrong, and the desk's public answer to it."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.choices import ReportPart
from incidents.desk.forms.answering import AnswerForm
from incidents.desk.forms.bundle import Bundle
from incidents.desk.pages import desk_page, form_page, sent
from incidents.desk.reads.reports import reports as read_reports
from incidents.models import ErrorReport, Incident, ReportOutcome
from incidents.services.reporting import CLOSED, answer_report


@desk_page("GET")
def reports(request: PersonRequest) -> HttpResponseBase:
    """The reports that wait for an answer, or all of them."""
    policies.may_answer_reports(request.user).require()
    everything = request.GET.get("show") == "all"
    context = {"tab": "reports", "rows": read_reports(everything=everything), "everything": everything}
    return render(request, "desk/reports.html", context)


@desk_page("GET", "POST")
def report(request: PersonRequest, reference: str) -> HttpResponseBase:
    """One report with its answers so far, and the form for the next one."""
    policies.may_answer_reports(request.user).require()
    found = get_object_or_404(ErrorReport, reference=reference)
    form = AnswerForm(sent(request))
    bundle = Bundle(answer=form)

    def save() -> None:
        number = form.cleaned_data["version_number"]
        answer_report(
            actor=request.user,
            report=found,
            state=form.text("state"),
            outcome=form.text("outcome"),
            version_number=number,
        )

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The answer is public."))
        return redirect("desk:report", reference=reference)
    steps = list(ReportOutcome.objects.of(reference))
    about = Incident.objects.filter(public_id=found.public_id).first() if found.public_id else None
    return form_page(
        request,
        "desk/report.html",
        bundle,
        title=_("Report %(reference)s") % {"reference": reference},
        report=found,
        part=dict(ReportPart.choices).get(found.field) or _("The reader was not sure"),
        crumbs=[{"label": _("Reports"), "url": reverse("desk:reports")}],
        steps=steps,
        about=about,
        closed=bool(steps) and steps[0].state in CLOSED,
        tab="reports",
    )
