"""Reactions and links to other incidents."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.desk.claim_page import comes_back_with_choices, evidence_forms, fill_in, suggestions
from incidents.desk.editing import Edit
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.context import LinkForm, StatementForm
from incidents.desk.pages import address, asked_for, desk_page, find_to_edit, form_page
from incidents.desk.prefill import initial_of, prefill_of
from incidents.desk.reads.evidence import other_incidents
from incidents.desk.saving.claims import quote_in
from incidents.desk.views.proposals import next_proposal
from incidents.models import Incident, IncidentLink, Statement
from incidents.rules.refusals import RefusedError
from incidents.selectors.clearance import require_known
from incidents.services.context import amend_statement, link, remove, state
from incidents.services.inputs import Wording


@desk_page("GET", "POST")
def new_statement(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """A reaction or an analysis, with who said it and where."""
    incident = find_to_edit(request, uid)
    prefill = prefill_of(request, incident, None)

    def build(data: QueryDict | None) -> Bundle:
        cited = prefill.capture.source if prefill else None
        evidence = evidence_forms(data, incident, request.user, speaker_required=True, cited=cited)
        fill_in(evidence.values(), initial_of(prefill, []) if prefill else {})
        return Bundle(statement=StatementForm(data), **evidence, change=ChangeForm(data, incident=incident))

    def save() -> None:
        form, quote = edit.bundle.the(StatementForm), quote_in(request.user, edit.bundle)
        if quote is None or quote.speaker is None:
            raise RefusedError(_("Say who said it."), field="speaker")
        said = Statement(
            speaker=quote.speaker, made_on=form.cleaned_data["made_on"], paraphrase=form.text("paraphrase")
        )
        state(actor=request.user, incident=incident, statement=said, citations=(quote,), **edit.terms)

    edit, action = Edit(request=request, incident=incident, build=build, adds=True), asked_for(request)
    if not comes_back_with_choices(edit.bundle, action) and edit.saves(save):
        messages.success(request, _("The reaction is added."))
        return redirect(next_proposal(incident, prefill) if prefill else address(incident, "evidence"))
    return form_page(
        request,
        "desk/statement.html",
        edit.bundle,
        title=_("Add a reaction or an analysis"),
        incident=incident,
        **suggestions(""),
    )


@desk_page("GET", "POST")
def change_statement(request: PersonRequest, uid: UUID, statement: UUID) -> HttpResponseBase:
    """The wording and the day of a reaction; its citations have pages of their own."""
    incident = find_to_edit(request, uid)

    def find() -> Statement:
        return find_statement(request, incident, statement)

    def build(data: QueryDict | None) -> Bundle:
        return Bundle(statement=StatementForm.of(data, find()), change=ChangeForm(data, incident=incident))

    def save() -> None:
        form = edit.bundle.the(StatementForm)
        wording = Wording(paraphrase=form.text("paraphrase"), made_on=form.cleaned_data["made_on"])
        amend_statement(actor=request.user, incident=incident, statement=find(), wording=wording, **edit.terms)

    edit, child = Edit(request=request, incident=incident, build=build), find()
    if edit.saves(save):
        messages.success(request, _("Saved."))
        return redirect(address(incident, f"statement-{child.uid}"))
    title = _("Change the wording of a reaction")
    return form_page(
        request, "desk/statement_change.html", edit.bundle, title=title, incident=incident, speaker=child.speaker.label
    )


@desk_page("GET", "POST")
def new_link(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """How this incident stands to another."""
    incident = find_to_edit(request, uid)

    def build(data: QueryDict | None) -> Bundle:
        form = LinkForm(data)
        form.offer(other_incidents(incident, form.typed("other_query"), request.user) if data else [])
        evidence = evidence_forms(data, incident, request.user, optional=not form.takes_citation)
        return Bundle(link=form, **evidence, change=ChangeForm(data, incident=incident))

    def save() -> None:
        form, quote = edit.bundle.the(LinkForm), quote_in(request.user, edit.bundle)
        to = IncidentLink(other=form.chosen, kind=form.text("kind"), note=form.text("note"))
        citations = (quote,) if quote else ()
        link(actor=request.user, incident=incident, to=to, citations=citations, **edit.terms)

    edit, action = Edit(request=request, incident=incident, build=build, adds=True), asked_for(request)
    if not comes_back_with_choices(edit.bundle, action) and edit.saves(save):
        messages.success(request, _("The link is added."))
        return redirect(address(incident, "evidence"))
    return form_page(
        request, "desk/link.html", edit.bundle, title=_("Link another incident"), incident=incident, **suggestions("")
    )


@desk_page("GET", "POST")
def remove_statement(request: PersonRequest, uid: UUID, statement: UUID) -> HttpResponseBase:
    """Take a reaction back."""
    incident = find_to_edit(request, uid)

    def find() -> Statement:
        return find_statement(request, incident, statement)

    return _remove(request, incident, find, _("Remove this reaction?"))


@desk_page("GET", "POST")
def remove_link(request: PersonRequest, uid: UUID, link: int) -> HttpResponseBase:
    """Take a link back."""
    incident = find_to_edit(request, uid)

    def find() -> IncidentLink:
        return find_link(request, incident, link)

    return _remove(request, incident, find, _("Remove this link?"))


def _remove(
    request: PersonRequest, incident: Incident, find: Callable[[], Statement | IncidentLink], title: str
) -> HttpResponseBase:
    def build(data: QueryDict | None) -> Bundle:
        return Bundle(change=ChangeForm(data, incident=incident, about=_in_words(find())))

    def save() -> None:
        remove(actor=request.user, incident=incident, child=find(), **edit.terms)

    edit, child = Edit(request=request, incident=incident, build=build), find()
    if edit.saves(save):
        messages.success(request, _("Removed; its history keeps it."))
        return redirect(address(incident, "evidence"))
    return form_page(
        request,
        "desk/confirm.html",
        edit.bundle,
        incident=incident,
        title=title,
        what=_in_words(child),
        consequence=_("Its citations go with it."),
        action=_("Remove it"),
    )


def find_statement(request: PersonRequest, incident: Incident, uid: UUID) -> Statement:
    """A reaction of this incident.

    Raises:
        NotAllowedError: it rests on confidential sources alone that the person may not see.
    """
    held = Statement.objects.filter(incident=incident, uid=uid).select_related("speaker")
    require_known(request.user, held)
    return get_object_or_404(held)


def find_link(request: PersonRequest, incident: Incident, key: int) -> IncidentLink:
    """A link of this incident.

    Raises:
        NotAllowedError: it rests on confidential sources alone that the person may not see.
    """
    held = IncidentLink.objects.filter(incident=incident, pk=key).select_related("other")
    require_known(request.user, held)
    return get_object_or_404(held)


def _in_words(child: Statement | IncidentLink) -> str:
    if isinstance(child, Statement):
        return child.paraphrase
    return f"{child.get_kind_display()}: {child.other.title}"
