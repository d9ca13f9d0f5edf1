"""Second coding: ask for it, code blind from the sources, and see how far two people agree."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.choices import CodedField
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.coding import AskCodingForm, CodingForm
from incidents.desk.pages import asked_for, desk_page, find_incident, form_page, sent
from incidents.desk.presenters.codings import agreement_rows, asked_rows
from incidents.desk.reads.people import colleagues
from incidents.models import SecondCoding
from incidents.selectors.citations import texts_kept
from incidents.selectors.gazetteer import search_places
from incidents.selectors.second_coding import agreement, asked_of, has_seen_values, sources_to_code
from incidents.services import second_coding as services


@desk_page("GET", "HEAD")
def codings(request: PersonRequest) -> HttpResponse:
    """What this person is asked to code, and how far first and second coders agree."""
    context = {"tab": "", "asked": asked_rows(asked_of(request.user)), "rows": agreement_rows(agreement())}
    return render(request, "desk/codings.html", context)


@desk_page("GET", "POST")
def ask(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Ask a colleague to code fields of an incident blind."""
    incident = find_incident(request, uid)
    policies.may_ask_for_coding(request.user).require()
    able = [one for one in colleagues() if one != request.user and policies.may_code(one, incident)]
    people = [one for one in able if not has_seen_values(one, incident)]
    form = AskCodingForm(sent(request), people=people)
    bundle = Bundle(coding=form)

    def save() -> None:
        coder, fields = form.offered[form.text("coder")], form.cleaned_data["fields_"]
        services.ask_coding(actor=request.user, incident=incident, coder=coder, fields=fields)

    if asked_for(request) and bundle.accepts(save):
        messages.success(request, _("Asked. You are told when it is done."))
        return redirect(reverse("desk:review", kwargs={"uid": uid}) + "#second-coding")
    return form_page(request, "desk/coding_ask.html", bundle, title=_("Ask for a second coding"), incident=incident)


@desk_page("GET", "POST")
def coding(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Code from the sources alone. Whoever was not asked finds nothing here."""
    asked = get_object_or_404(SecondCoding.objects.select_related("incident"), uid=uid, coder=request.user)
    policies.may_code(request.user, asked.incident).require()
    if asked.done_at or asked.given_back_at:
        messages.info(request, _("You have coded this already.") if asked.done_at else _("You have given this back."))
        return redirect("desk:codings")
    if asked_for(request) == "give_back":
        services.give_back(actor=request.user, coding=asked)
        messages.success(request, _("Given back. You may open the incident now, and are not asked to code it again."))
        return redirect("desk:codings")
    form = CodingForm(sent(request), asked=asked.fields)
    bundle = Bundle(coding=form)
    if CodedField.PLACE in asked.fields and request.method == "POST":
        form.offer(search_places(form.typed("place_query").replace("\x00", "")))

    def save() -> None:
        services.answer_coding(actor=request.user, coding=asked, answers=form.answers())

    if asked_for(request) == "save" and bundle.accepts(save):
        messages.success(request, _("Kept. Thank you."))
        return redirect("desk:codings")
    if asked_for(request) == "find_place":
        bundle.as_typed()
    back = [{"label": _("Second coding"), "url": reverse("desk:codings")}]
    sources = [(one, texts_kept(one.pk).first()) for one in sources_to_code(asked.incident, request.user)]
    return form_page(
        request, "desk/coding.html", bundle, title=_("Code an incident blind"), sources=sources, crumbs=back
    )
