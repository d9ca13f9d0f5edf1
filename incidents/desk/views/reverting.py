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
    "summary": gettext_lazy("the summary"),
    "statements": gettext_lazy("the reactions"),
    "links": gettext_lazy("the links"),
    "warnings": gettext_lazy("the warnings"),
    "claims": gettext_lazy("citations of claims"),
    "place": gettext_lazy("the place"),
}


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
            parts = ", ".join(str(PARTS[one]) for one in left)
            messages.warning(
                request, _("Look at these yourself, something was removed since: %(parts)s.") % {"parts": parts}
            )
        return redirect(address(incident))
    title = _("Back to version %(number)s") % {"number": number}
    return form_page(
        request, "desk/reason.html", bundle, incident=incident, title=title, action=_("Make it the change")
    )
