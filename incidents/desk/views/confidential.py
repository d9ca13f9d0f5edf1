"""What not everybody at the desk may know: who sees a confidential source, and sealed names."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.confidential import AccessForm, SealForm
from incidents.desk.pages import address, crumbs, desk_page, form_page, sent
from incidents.desk.reads.confidential import hears
from incidents.desk.reads.people import colleagues
from incidents.desk.views.sources import find_source, source_address
from incidents.models import Incident, Speaker
from incidents.services.letting_in import let_in, shut_out
from incidents.services.sealing import require_sealing, seal_name


@desk_page("GET", "POST")
def access(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Let somebody see a confidential source, or no longer."""
    found = find_source(request, uid)
    policies.may_let_in(request.user, found).require()
    form = AccessForm(sent(request), people=colleagues())
    bundle = Bundle(access=form)

    def save() -> None:
        person = form.offered[form.text("person")]
        verb = let_in if form.text("what") == AccessForm.LET_IN else shut_out
        verb(actor=request.user, source=found, person=person)

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Saved."))
        return redirect(source_address(found))
    return form_page(request, "desk/source_access.html", bundle, title=_("Who may see it"), source=found, tab="sources")


@sensitive_post_parameters("true_name")
@desk_page("GET", "POST")
def seal(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Seal the true name of an anonymous speaker. ``incident`` in the address is where the person came from."""
    policies.may_log(request.user).require()
    speaker = get_object_or_404(Speaker, uid=uid)
    hears(request.user, speaker).require()
    require_sealing()
    incident = _came_from(request)
    back = address(incident) if incident else reverse("desk:queue")
    form = SealForm(sent(request))
    bundle = Bundle(seal=form)

    def save() -> None:
        seal_name(actor=request.user, speaker=speaker, true_name=form.text("true_name"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The name is sealed. It can be read only where the private key is."))
        return redirect(back)
    title, way = _("Seal the true name"), crumbs(incident)
    return form_page(request, "desk/seal.html", bundle, title=title, speaker=speaker, crumbs=way, back=back, tab="")


def _came_from(request: PersonRequest) -> Incident | None:
    """The incident whose page led here, where the person may open it."""
    try:
        uid = UUID(request.GET.get("incident", ""))
    except ValueError:
        return None
    return Incident.objects.visible_to(request.user).filter(uid=uid).first()
