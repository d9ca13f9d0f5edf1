"""Take an incident back to what one of its versions said."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.access import PersonRequest
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.regrouping import RevertForm
from incidents.desk.pages import address, desk_page, find_to_edit, form_page, sent
from incidents.services.reverting import revert as back_to

PARTS = {
    "title": gettext_lazy("the title"),
    "demonstration": gettext_lazy("the mark of a demonstration"),
    "parent": gettext_lazy("the whole that it is a part of"),
    "occurred": gettext_lazy("when it happened"),
    "place": gettext_lazy("the place"),
    "attack_types": gettext_lazy("the attack types"),
    "weapon_types": gettext_lazy("the weapon types"),
    "target_types": gettext_lazy("the target types"),
    "tactics": gettext_lazy("the tactics"),
    "killed": gettext_lazy("how many were killed"),
    "wounded": gettext_lazy("how many were wounded"),
    "attribution": gettext_lazy("who did it"),
    "claims": gettext_lazy("the claims and their citations"),
    "summary": gettext_lazy("the summary"),
    "warnings": gettext_lazy("the warnings"),
    "statements": gettext_lazy("the reactions"),
    "links": gettext_lazy("the links"),
    "sources": gettext_lazy("the sources"),
    "criteria": gettext_lazy("the criteria"),
    "sensitivity": gettext_lazy("the sensitivity"),
    "waivers": gettext_lazy("the waivers"),
    "lineage": gettext_lazy("what was merged or split"),
}
"""How the parts of the document are called when they are not what they were."""


@desk_page("GET", "POST")
def revert(request: PersonRequest, uid: UUID, number: int) -> HttpResponseBase:
    """Say why; what a version said then becomes the pending change."""
    incident = find_to_edit(request, uid)
    form = RevertForm(sent(request))
    bundle = Bundle(reason=form)
    left: list[str] = []

    def save() -> None:
        left.extend(back_to(actor=request.user, incident=incident, number=number, reason=form.text("reason")))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("It says again what version %(number)s said.") % {"number": number})
        if left:
            parts = ", ".join(str(PARTS.get(one, one)) for one in left)
            messages.warning(
                request, _("Look at these yourself, not all of it can come back: %(parts)s.") % {"parts": parts}
            )
        return redirect(address(incident))
    title = _("Back to version %(number)s") % {"number": number}
    return form_page(
        request, "desk/reason.html", bundle, incident=incident, title=title, action=_("Make it the change")
    )
