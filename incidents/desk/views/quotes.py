"""Quotes to look at: what a newer snapshot of a source no longer holds."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.incident import ReasonForm
from incidents.desk.pages import desk_page, form_page, sent
from incidents.desk.presenters.quotes import alert_row, alert_rows, check_in_words
from incidents.desk.reads.quotes import alerts_for
from incidents.desk.views.sources import find_source, source_address
from incidents.selectors.citations import alike
from incidents.services.anchoring import check_quotes, settle_alert


@desk_page("GET", "HEAD")
def quotes(request: PersonRequest) -> HttpResponse:
    """Every quote to look at, of the incidents that this person may open."""
    return render(request, "desk/quotes.html", {"tab": "queue", "rows": alert_rows(alerts_for(request.user))})


@desk_page("GET", "POST")
def settle(request: PersonRequest, alert: int) -> HttpResponseBase:
    """Leave a quote as it is, with the reason."""
    found = get_object_or_404(alerts_for(request.user), pk=alert)
    form = ReasonForm.asking(sent(request), hint=_("Colleagues read it beside the quote."))
    bundle = Bundle(reason=form)

    def save() -> None:
        settle_alert(actor=request.user, alert=found, answer=form.text("reason"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The quote stays as it is."))
        return redirect("desk:quotes")
    title = _("Leave the quote as it is")
    return form_page(request, "desk/quote_settle.html", bundle, title=title, row=alert_row(alike(found)), tab="queue")


@desk_page("POST")
def check(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Look for the quotes of a source in its newest snapshot."""
    policies.may_log(request.user).require()
    found = find_source(request, uid)
    messages.info(request, check_in_words(check_quotes(source=found)))
    return redirect(source_address(found))
