"""Duplicates first: is the incident of a report on record? Add the report to it, or log a new incident."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.incident import DescriptionForm
from incidents.desk.forms.matching import CandidateForm
from incidents.desk.pages import desk_page, form_page, sent
from incidents.desk.presenters.matching import candidate_row, suggested_title
from incidents.desk.reads.matching import match_capture, told_values
from incidents.desk.saving.matching import save_new_incident
from incidents.desk.views.proposals import find_capture, proposals_address
from incidents.desk.views.sources import find_source
from incidents.services.custody import open_capture


@desk_page("GET", "POST")
def match(request: PersonRequest, uid: UUID, sha256: str) -> HttpResponseBase:
    """At most three candidates, each with its reasons; below them, the new incident."""
    policies.may_log(request.user).require()
    capture = find_capture(find_source(request, uid), sha256)
    if request.method == "GET":
        open_capture(actor=request.user, capture=capture)
    found = match_capture(capture, request.user)
    data = sent(request)
    title = DescriptionForm(data, initial={"title": suggested_title(found.proposals)})
    others = [CandidateForm(data, candidate=one.incident) for one in found.candidates]
    bundle = Bundle(incident=title, **{f"other_{number}": form for number, form in enumerate(others)})
    way_on: list[str] = []

    def save() -> None:
        made = save_new_incident(actor=request.user, form=title, others=others)
        way_on.append(proposals_address(made, capture))

    if data is not None and bundle.accepts(save):
        messages.success(request, _("The incident is logged. Accept, change or clear what the text seems to say."))
        return redirect(way_on[0])
    if not others:
        title.point_at("title")
    rows = [
        candidate_row(one, form, capture, request.user, told_values(one.incident, request.user))
        for one, form in zip(found.candidates, others, strict=True)
    ]
    context: dict[str, Any] = {"source": capture.source, "capture": capture, "candidates": rows, "tab": "intake"}
    return form_page(request, "desk/match.html", bundle, title=_("Is it on record already?"), **context)
