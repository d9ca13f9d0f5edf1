"""Publish what was approved, exactly; give the second approval; withdraw."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest, confirmed
from incidents import policies
from incidents.choices import State
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.deciding import PublishForm
from incidents.desk.forms.incident import ReasonForm
from incidents.desk.pages import address, crumbs, desk_page, find_incident, form_page, sent
from incidents.desk.review_page import publication_context
from incidents.models import Incident
from incidents.rules.refusals import StateConflictError
from incidents.services import embargo
from incidents.services import publishing as services
from incidents.services.reviewing import approve
from incidents.services.withdrawals import stand_by


@desk_page("GET", "POST")
@confirmed
def publish(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """What will be published, and the button that does it."""
    incident = find_incident(request, uid)
    policies.may_publish(request.user).require()
    if sent(request) is not None and incident.state != State.APPROVED:
        raise StateConflictError(_("Only an approved incident is published. Somebody may have been first."))
    form = PublishForm(sent(request), incident=incident)
    bundle = Bundle(publish=form)

    def save() -> None:
        told = {"kind": form.text("kind"), "summary": form.text("summary")}
        until = form.cleaned_data["until"]
        if until:
            embargo.set_embargo(actor=request.user, incident=incident, until=until, **told)
        else:
            services.publish(actor=request.user, incident=incident, **told)

    if request.method == "POST" and bundle.accepts(save):
        if form.cleaned_data["until"]:
            messages.success(request, _("It will be published at that moment, if nothing changes until then."))
            return redirect(address(incident))
        words = {"id": incident.public_id, "number": incident.published_number}
        messages.success(request, _("Published as %(id)s, version %(number)s.") % words)
        return redirect(address(incident))
    return _page(request, find_incident(request, uid), bundle)


@desk_page("POST")
def call_off(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Call off the publication that is set for a moment."""
    embargo.cancel_embargo(actor=request.user, incident=find_incident(request, uid))
    messages.success(request, _("Called off. It stays approved, and nothing is published by itself."))
    return redirect(reverse("desk:publish", kwargs={"uid": uid}))


@desk_page("POST")
@confirmed
def approve_too(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """The second approval that a record of high risk needs."""
    incident = find_incident(request, uid)
    seen = request.POST.get("revision", "")
    approve(actor=request.user, incident=incident, revision=int(seen) if seen.isascii() and seen.isdigit() else 0)
    messages.success(request, _("Your approval is recorded."))
    return redirect(reverse("desk:publish", kwargs={"uid": uid}))


@desk_page("GET", "POST")
@confirmed
def withdraw(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Take a published incident back, with the reason that readers will find at its address."""
    incident = find_incident(request, uid)
    policies.may_publish(request.user).require()
    hint = _("Readers find it at the incident's address from now on.")
    form = ReasonForm.asking(sent(request), hint=hint)
    bundle = Bundle(reason=form)

    def save() -> None:
        services.withdraw(actor=request.user, incident=incident, reason=form.text("reason"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Withdrawn. Its address now answers with the reason."))
        return redirect(address(incident))
    return form_page(
        request,
        "desk/reason.html",
        bundle,
        incident=incident,
        title=_("Withdraw from the public record"),
        action=_("Withdraw the incident"),
    )


@desk_page("POST")
def stands(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Somebody else looked at a withdrawal: it stands."""
    incident = find_incident(request, uid)
    stand_by(actor=request.user, incident=incident)
    messages.success(request, _("Noted: the withdrawal stands."))
    return redirect(address(incident))


def _page(request: PersonRequest, incident: Incident, bundle: Bundle) -> HttpResponse:
    context = {
        "tab": "",
        "incident": incident,
        "crumbs": crumbs(incident),
        "forms": bundle.forms,
        "problems": bundle.problems,
        "approved": incident.state == State.APPROVED,
        **publication_context(incident, request.user),
    }
    return render(request, "desk/publish.html", context, status=bundle.status)
