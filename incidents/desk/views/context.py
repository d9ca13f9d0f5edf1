"""Reactions and links to other incidents."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.desk.claim_page import comes_back_with_choices, evidence_forms, suggestions
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.context import LinkForm, StatementForm
from incidents.desk.pages import address, asked_for, desk_page, find_to_edit, form_page, sent
from incidents.desk.reads.evidence import other_incidents
from incidents.desk.saving.claims import quote_in
from incidents.models import Incident, IncidentLink, Statement
from incidents.rules.refusals import RefusedError
from incidents.services.context import amend_statement, link, remove, state
from incidents.services.inputs import Wording


@desk_page("GET", "POST")
def new_statement(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """A reaction or an analysis, with who said it and where."""
    incident = find_to_edit(request, uid)
    data = sent(request)
    form, change = StatementForm(data), ChangeForm(data, incident=incident)
    bundle = Bundle(
        statement=form, **evidence_forms(data, incident, request.user, speaker_required=True), change=change
    )

    def save() -> None:
        quote = quote_in(request.user, bundle)
        if quote is None or quote.speaker is None:
            raise RefusedError(_("Say who said it."), field="speaker")
        said = Statement(
            speaker=quote.speaker, made_on=form.cleaned_data["made_on"], paraphrase=form.text("paraphrase")
        )
        state(actor=request.user, incident=incident, statement=said, citations=(quote,), **change.terms())

    action = asked_for(request)
    if not comes_back_with_choices(bundle, action) and action and bundle.accepts(save):
        messages.success(request, _("The reaction is added."))
        return redirect(address(incident, "evidence"))
    return form_page(
        request,
        "desk/statement.html",
        bundle,
        title=_("Add a reaction or an analysis"),
        incident=incident,
        **suggestions(""),
    )


@desk_page("GET", "POST")
def change_statement(request: PersonRequest, uid: UUID, statement: UUID) -> HttpResponseBase:
    """The wording and the day of a reaction; its citations have pages of their own."""
    incident = find_to_edit(request, uid)
    child = get_object_or_404(Statement.objects.select_related("speaker"), incident=incident, uid=statement)
    data = sent(request)
    form, change = StatementForm.of(data, child), ChangeForm(data, incident=incident)
    bundle = Bundle(statement=form, change=change)

    def save() -> None:
        wording = Wording(paraphrase=form.text("paraphrase"), made_on=form.cleaned_data["made_on"])
        amend_statement(actor=request.user, incident=incident, statement=child, wording=wording, **change.terms())

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Saved."))
        return redirect(address(incident, f"statement-{child.uid}"))
    title = _("Change the wording of a reaction")
    return form_page(
        request, "desk/statement_change.html", bundle, title=title, incident=incident, speaker=child.speaker.label
    )


@desk_page("GET", "POST")
def new_link(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """How this incident stands to another."""
    incident = find_to_edit(request, uid)
    data = sent(request)
    form, change = LinkForm(data), ChangeForm(data, incident=incident)
    form.offer(other_incidents(incident, form.typed("other_query"), request.user) if data else [])
    optional = not form.takes_citation
    bundle = Bundle(link=form, **evidence_forms(data, incident, request.user, optional=optional), change=change)

    def save() -> None:
        quote = quote_in(request.user, bundle)
        to = IncidentLink(other=form.chosen, kind=form.text("kind"), note=form.text("note"))
        citations = (quote,) if quote else ()
        link(actor=request.user, incident=incident, to=to, citations=citations, **change.terms())

    action = asked_for(request)
    if not comes_back_with_choices(bundle, action) and action and bundle.accepts(save):
        messages.success(request, _("The link is added."))
        return redirect(address(incident, "evidence"))
    return form_page(
        request, "desk/link.html", bundle, title=_("Link another incident"), incident=incident, **suggestions("")
    )


@desk_page("GET", "POST")
def remove_statement(request: PersonRequest, uid: UUID, statement: UUID) -> HttpResponseBase:
    """Take a reaction back."""
    incident = find_to_edit(request, uid)
    child = get_object_or_404(Statement, incident=incident, uid=statement)
    return _remove(request, incident, child, title=_("Remove this reaction?"), what=child.paraphrase)


@desk_page("GET", "POST")
def remove_link(request: PersonRequest, uid: UUID, link: int) -> HttpResponseBase:
    """Take a link back."""
    incident = find_to_edit(request, uid)
    child = get_object_or_404(IncidentLink.objects.select_related("other"), incident=incident, pk=link)
    return _remove(
        request,
        incident,
        child,
        title=_("Remove this link?"),
        what=f"{child.get_kind_display()}: {child.other.title}",
    )


def _remove(
    request: PersonRequest, incident: Incident, child: Statement | IncidentLink, *, title: str, what: str
) -> HttpResponseBase:
    form = ChangeForm(sent(request), incident=incident)
    bundle = Bundle(change=form)

    def save() -> None:
        remove(actor=request.user, incident=incident, child=child, **form.terms())

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Removed; its history keeps it."))
        return redirect(address(incident, "evidence"))
    return form_page(
        request,
        "desk/confirm.html",
        bundle,
        incident=incident,
        title=title,
        what=what,
        consequence=_("Its citations go with it."),
        action=_("Remove it"),
    )
