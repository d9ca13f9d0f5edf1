"""An incident: log it, open it, describe it, give it to somebody, hand it in, take it up again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from accounts.models import User
from incidents import policies
from incidents.choices import State
from incidents.desk.editing import Edit
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.incident import AssignForm, DescriptionForm, NoteForm, ReasonForm
from incidents.desk.pages import (
    address,
    asked_for,
    crumbs,
    desk_page,
    find_incident,
    find_to_edit,
    form_page,
    others,
    sent,
)
from incidents.desk.presenters import incident as shown
from incidents.desk.presenters.gates import gate_rows
from incidents.desk.presenters.history import history_rows
from incidents.desk.presenters.proposals import text_rows
from incidents.desk.presenters.quotes import alert_rows, unheld_rows
from incidents.desk.presenters.regrouping import regrouping_rows
from incidents.desk.presenters.review import comment_row, withdrawal_row
from incidents.desk.presenters.turning import turns
from incidents.desk.reads.incident import read_history, read_incident
from incidents.desk.reads.people import colleagues
from incidents.desk.reads.proposals import texts_of
from incidents.desk.reads.quotes import alerts_of, unheld_of
from incidents.desk.reads.regrouping import regroupings_of
from incidents.desk.reads.tags import tags_of
from incidents.models import Incident
from incidents.selectors.approvals import open_withdrawal
from incidents.selectors.attribution import pairs_of
from incidents.selectors.edits import edits_of
from incidents.selectors.gates import gates
from incidents.selectors.notices import follows
from incidents.selectors.small_edits import open_small_edit
from incidents.services import logging as services
from incidents.services.reviewing import submit


@desk_page("GET", "POST")
def new(request: PersonRequest) -> HttpResponseBase:
    """A title and the flags; everything else is added on the incident's page."""
    policies.may_log(request.user).require()
    whole = _whole(request)
    form = DescriptionForm.of(sent(request))
    bundle = Bundle(incident=form)
    made: list[Incident] = []

    def save() -> None:
        if whole:
            policies.may_edit(request.user, whole).require()
        made.append(services.log_incident(actor=request.user, description=form.description(), parent=whole))

    if request.method == "GET":
        bundle.point_at_first()
    elif bundle.accepts(save):
        messages.success(request, _("The incident is logged. Record what is claimed, each claim with its source."))
        return redirect(address(made[0]))
    return form_page(
        request, "desk/describe.html", bundle, title=_("Log an incident"), whole=whole, tab="new", draft=True
    )


def _whole(request: PersonRequest) -> Incident | None:
    """The composite incident that a new one is to be a part of."""
    uid = request.GET.get("part_of")
    if not uid:
        return None
    try:
        return find_incident(request, UUID(uid))
    except ValueError:
        return get_object_or_404(Incident.objects.none())


@desk_page("GET", "HEAD")
def incident(request: PersonRequest, uid: UUID) -> HttpResponse:
    """The page of an incident."""
    found = find_incident(request, uid)
    editable = policies.may_edit(request.user, found)
    opened = read_incident(found, request.user)
    context = {
        "tab": "",
        "incident": found,
        "crumbs": crumbs(),
        "status": shown.status_line(found),
        "tasks": shown.tasks(opened),
        "sections": shown.sections(opened),
        "warnings": shown.warning_rows(opened),
        "statements": shown.statement_rows(opened),
        "links": shown.link_rows(opened),
        "sentences": shown.sentence_rows(opened),
        "values": shown.resolved_values(opened),
        "gates": shown.checks(opened, request.user),
        "comments": [comment_row(one, found) for one in opened.comments],
        "named_together": [pair.text for pair in pairs_of(found, opened.known)],
        "regroupings": regrouping_rows(regroupings_of(found), found),
        "alerts": alert_rows(alerts_of(found, request.user)),
        "parts": opened.parts,
        "parent": opened.parent,
        "high_risk": opened.high_risk,
        "others": others(request, found),
        "history": history_rows(*read_history(found, opened.untold)),
        "editable": bool(editable),
        "texts": text_rows(found, texts_of(opened)) if editable else [],
        "why_not": editable.sentence,
        "assign": AssignForm(None, people=colleagues(), initial={"to": found.assigned_to_id or ""}),
        "asked": open_small_edit(found),
        "withdrawal": withdrawal_row(open_withdrawal(found), request.user),
        "turns": turns(edits_of(found, request.user), found) if editable else [],
        "followed": follows(request.user, found),
        "tags": tags_of(found),
        **_ways_on(request.user, found),
    }
    return render(request, "desk/incident.html", context)


def _ways_on(person: User, found: Incident) -> dict[str, object]:
    """Which buttons the page has."""
    return {
        "submittable": found.state in {State.DRAFT, State.CHANGES_REQUESTED, State.LEAD},
        "reviewable": found.state in {State.IN_REVIEW, State.APPROVED},
        "publishable": found.state == State.APPROVED and bool(policies.may_publish(person)),
        "withdrawable": bool(found.published_number)
        and found.state in {State.PUBLISHED, State.DRAFT}
        and bool(policies.may_publish(person)),
        "regroupable": bool(policies.may_regroup(person)) and bool(policies.may_edit(person, found)),
        "versions": range(found.published_number, 0, -1) if policies.may_edit(person, found) else (),
        "reopenable": found.state in {State.REJECTED, State.WITHDRAWN} and bool(policies.may_reopen(person)),
    }


@desk_page("GET", "POST")
def describe(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """The title, the flags, the criteria of definition and the note."""
    found = find_to_edit(request, uid)

    def build(data: QueryDict | None) -> Bundle:
        return Bundle(incident=DescriptionForm.of(data, found), change=ChangeForm(data, incident=found))

    def save() -> None:
        description = edit.bundle.the(DescriptionForm).description()
        services.describe(actor=request.user, incident=found, description=description, **edit.terms)

    edit = Edit(request=request, incident=found, build=build)
    if edit.saves(save):
        messages.success(request, _("Saved."))
        return redirect(address(found))
    title = _("Title, flags and criteria")
    return form_page(request, "desk/describe.html", edit.bundle, title=title, incident=found, whole=None, draft=False)


@desk_page("POST")
def assign(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Give the work to somebody, or to nobody."""
    found = find_incident(request, uid)
    form = AssignForm(request.POST, people=colleagues())
    if form.is_valid():
        services.assign(actor=request.user, incident=found, to=form.person)
        name = form.person.display_name if form.person else _("nobody")
        messages.success(request, _("Assigned to %(name)s.") % {"name": name})
    else:
        messages.error(request, _("Choose somebody from the list."))
    return redirect(address(found))


@desk_page("GET", "POST")
def hand_in(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Hand it in for review: the gates first, then a word to the reviewer."""
    found = find_incident(request, uid)
    policies.may_submit(request.user, found).require()
    form, unheld = NoteForm(sent(request)), unheld_of(found, request.user)
    bundle = Bundle(note=form)
    if unheld:
        form.require_note()

    def save() -> None:
        submit(actor=request.user, incident=found, note=form.text("note"))

    if asked_for(request) and bundle.accepts(save):
        messages.success(request, _("Submitted. Somebody who wrote none of it will review it."))
        return redirect(address(found))
    rows = gate_rows(gates(found), found, request.user)
    ready = all(row["passed"] for row in rows)
    title = _("Submit for review")
    context = {"gates": rows, "ready": ready, "unheld": unheld_rows(unheld, found)}
    return form_page(request, "desk/hand_in.html", bundle, title=title, incident=found, **context)


@desk_page("GET", "POST")
def reopen(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Take a rejected or withdrawn incident up again."""
    found = find_incident(request, uid)
    policies.may_reopen(request.user).require()
    form = ReasonForm.asking(sent(request), hint=_("Colleagues read it in the history."))
    bundle = Bundle(reason=form)

    def save() -> None:
        services.reopen(actor=request.user, incident=found, reason=form.text("reason"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("It is a draft again."))
        return redirect(address(found))
    return form_page(
        request, "desk/reason.html", bundle, incident=found, title=_("Take it up again"), action=_("Make it a draft")
    )
