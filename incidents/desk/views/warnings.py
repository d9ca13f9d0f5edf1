"""A warning on record: who warned whom, how, and how specific it was."""

from uuid import UUID

from django.contrib import messages
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from accounts.models import User
from incidents.desk.claim_page import suggestions
from incidents.desk.editing import Edit
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.given_warning import AmendWarningForm
from incidents.desk.forms.source import choice_of
from incidents.desk.pages import address, desk_page, find_to_edit, form_page
from incidents.desk.reads.confidential import hidden_from, veiled
from incidents.desk.reads.evidence import sources_of
from incidents.desk.reads.warnings import known_warnings, others_warned_of
from incidents.desk.saving.warnings import save_warning
from incidents.models import Incident, Warning  # noqa: A004
from incidents.selectors.clearance import untold_to


@desk_page("GET", "POST")
def change(request: PersonRequest, uid: UUID, warning: UUID) -> HttpResponseBase:
    """What is recorded of a warning itself; what is said about it are claims."""
    incident = find_to_edit(request, uid)
    held = get_object_or_404(known_warnings(incident, untold_to(request.user)), uid=warning)
    others = others_warned_of(held, incident)
    public = any(one.published_number for one in others)

    def build(data: QueryDict | None) -> Bundle:
        now = get_object_or_404(known_warnings(incident, untold_to(request.user)), uid=warning)
        form = _form(data, request.user, incident, now)
        return Bundle(warning=form, change=ChangeForm(data, incident=incident, public=public))

    def save() -> None:
        form, change = edit.bundle.the(AmendWarningForm), edit.bundle.the(ChangeForm)
        save_warning(actor=request.user, incident=incident, form=form, change=change)

    edit = Edit(request=request, incident=incident, build=build)
    if edit.saves(save):
        messages.success(request, _("Saved."))
        return redirect(address(incident, "evidence"))
    title = _("Change a warning: %(warning)s") % {"warning": held}
    return form_page(
        request,
        "desk/warning.html",
        edit.bundle,
        title=title,
        incident=incident,
        elsewhere=len(others),
        **suggestions(""),
    )


def _form(data: QueryDict | None, person: User, incident: Incident, held: Warning) -> AmendWarningForm:
    """The form, with the incident's sources and the one that is on record, by its handle where it is confidential."""
    form = AmendWarningForm(data, warning=held)
    known = sources_of(incident, person)
    disclosed_by = held.disclosed_by
    if disclosed_by and disclosed_by not in known:
        hidden = hidden_from(person, [disclosed_by.pk])
        known = [*known, veiled(disclosed_by) if hidden else disclosed_by]
    form.offer_sources([(str(one.uid), one.title) if one.veiled else choice_of(one) for one in known])
    return form
