"""Take a report of an error, and send the reader to the page where its answer will stand."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from incidents.choices import ReportPart
from incidents.letterbox.forms import ReportForm
from incidents.letterbox.limit import may_send
from incidents.presenting.frame import frame
from incidents.selectors.record import log_head
from incidents.services.reporting import receive_report


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponseBase:
    """The form and, when it is sent, the reference number."""
    if request.method != "POST":
        return shown(request, ReportForm(initial=asked_about(request)))
    form = ReportForm(request.POST)
    if not form.is_valid():
        return shown(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if not may_send(request):
        form.add_error(None, _("Too many reports came from your network within an hour. Send yours later."))
        return shown(request, form, HTTPStatus.TOO_MANY_REQUESTS)
    kept = receive_report(reported=form.reported())
    return redirect("public:report_status", reference=kept.reference)


def asked_about(request: HttpRequest) -> dict[str, str]:
    """What the link to the form says of the page it stood on."""
    public_id, field = request.GET.get("incident", ""), request.GET.get("field", "")
    return {"public_id": public_id[:20], "field": field if field in ReportPart.values else ""}


def shown(request: HttpRequest, form: ReportForm, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    context = {"form": form, "address": settings.DEFAULT_FROM_EMAIL, **frame(log_head())}
    return render(request, "letterbox/report.html", context, status=status)
