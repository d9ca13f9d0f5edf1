"""Citations: add another to a claim, a reaction or a link; change one; take one back."""

from uuid import UUID

from django.contrib import messages
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from accounts.models import User
from incidents import policies
from incidents.desk.claim_page import comes_back_with_choices, evidence_forms, sources_found, suggestions
from incidents.desk.editing import Edit
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.quote import QuoteForm
from incidents.desk.forms.source import SourcePickForm
from incidents.desk.forms.speaker import SpeakerForm
from incidents.desk.pages import address, asked_for, desk_page, find_to_edit, form_page, warn_of_missing
from incidents.desk.reads.evidence import sources_of, speakers_of
from incidents.desk.saving.claims import quote_in
from incidents.desk.views.claims import find_claim
from incidents.desk.views.context import find_link, find_statement
from incidents.models import Citation, Incident
from incidents.selectors.citations import citations_of
from incidents.selectors.content.claims import value_of
from incidents.services.citing import Target, amend_citation, cite, uncite


@desk_page("GET", "POST")
def of_claim(request: PersonRequest, uid: UUID, claim: UUID) -> HttpResponseBase:
    """Another citation of a claim."""
    incident = find_to_edit(request, uid)
    assertion = find_claim(request, incident, claim)
    return _add(request, incident, assertion, what=value_of(assertion)[0], anchor=f"claim-{assertion.uid}")


@desk_page("GET", "POST")
def of_statement(request: PersonRequest, uid: UUID, statement: UUID) -> HttpResponseBase:
    """Another citation of a reaction."""
    incident = find_to_edit(request, uid)
    target = find_statement(request, incident, statement)
    return _add(request, incident, target, what=target.paraphrase, anchor="evidence")


@desk_page("GET", "POST")
def of_link(request: PersonRequest, uid: UUID, link: int) -> HttpResponseBase:
    """Another citation of a link."""
    incident = find_to_edit(request, uid)
    target = find_link(request, incident, link)
    return _add(request, incident, target, what=f"{target.get_kind_display()}: {target.other.title}", anchor="evidence")


def _add(request: PersonRequest, incident: Incident, target: Target, *, what: str, anchor: str) -> HttpResponseBase:
    made: list[Citation] = []

    def build(data: QueryDict | None) -> Bundle:
        return Bundle(**evidence_forms(data, incident, request.user), change=ChangeForm(data, incident=incident))

    def save() -> None:
        quote = quote_in(request.user, edit.bundle)
        if quote:
            made.append(cite(actor=request.user, incident=incident, target=target, quote=quote, **edit.terms))

    edit, action = Edit(request=request, incident=incident, build=build, adds=True), asked_for(request)
    if not comes_back_with_choices(edit.bundle, action) and edit.saves(save):
        messages.success(request, _("The citation is added."))
        warn_of_missing(request, made)
        return redirect(address(incident, anchor))
    return form_page(
        request,
        "desk/citation.html",
        edit.bundle,
        incident=incident,
        title=_("Add a citation"),
        what=what,
        **suggestions(""),
    )


@desk_page("GET", "POST")
def change(request: PersonRequest, uid: UUID, citation: UUID) -> HttpResponseBase:
    """The words, the place, the speaker or the source of a citation."""
    incident = find_to_edit(request, uid)

    def build(data: QueryDict | None) -> Bundle:
        return _forms_of(data, request.user, incident, _find(request, incident, citation))

    def save() -> None:
        quote, cited = quote_in(request.user, edit.bundle), _find(request, incident, citation)
        if quote:
            amend_citation(actor=request.user, incident=incident, citation=cited, quote=quote, **edit.terms)

    edit, action = Edit(request=request, incident=incident, build=build), asked_for(request)
    if not comes_back_with_choices(edit.bundle, action) and edit.saves(save):
        messages.success(request, _("Saved."))
        warn_of_missing(request, [_find(request, incident, citation)])
        return redirect(address(incident))
    return form_page(
        request,
        "desk/citation.html",
        edit.bundle,
        incident=incident,
        title=_("Change a citation"),
        what="",
        **suggestions(""),
    )


@desk_page("GET", "POST")
def remove(request: PersonRequest, uid: UUID, citation: UUID) -> HttpResponseBase:
    """Take a citation back."""
    incident = find_to_edit(request, uid)

    def build(data: QueryDict | None) -> Bundle:
        about = _in_words(_find(request, incident, citation))
        return Bundle(change=ChangeForm(data, incident=incident, about=about))

    def save() -> None:
        uncite(actor=request.user, incident=incident, citation=_find(request, incident, citation), **edit.terms)

    edit, cited = Edit(request=request, incident=incident, build=build), _find(request, incident, citation)
    if edit.saves(save):
        messages.success(request, _("The citation is removed; its history keeps it."))
        return redirect(address(incident))
    return form_page(
        request,
        "desk/confirm.html",
        edit.bundle,
        incident=incident,
        title=_("Remove this citation?"),
        what=_in_words(cited),
        consequence=_("What it supports must keep another one before it can be handed in."),
        action=_("Remove the citation"),
    )


def _in_words(citation: Citation) -> str:
    return f"“{citation}” ({citation.source})"


def _find(request: PersonRequest, incident: Incident, uid: UUID) -> Citation:
    held = Citation.objects.filter(citations_of(incident)).select_related("source__publisher", "speaker")
    found = get_object_or_404(held, uid=uid)
    policies.may_read_source(request.user, found.source).require()
    return found


def _forms_of(data: QueryDict | None, person: User, incident: Incident, cited: Citation) -> Bundle:
    known = sources_of(incident, person)
    found = [source for source in sources_found(data, person) if source not in known]
    speaker = str(cited.speaker.uid) if cited.speaker else ""
    return Bundle(
        quote=QuoteForm.of(data, cited),
        source=SourcePickForm(data, known=known, found=found, initial={"source": str(cited.source.uid)}),
        speaker=SpeakerForm(data, known=speakers_of(incident, person), initial={"speaker": speaker}),
        change=ChangeForm(data, incident=incident),
    )
