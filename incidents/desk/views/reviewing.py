"""Review: each claim beside its quote, comments, and the decision."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.choices import CommentState, State
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.deciding import AnswerForm, CommentForm, DecisionForm
from incidents.desk.pages import address, asked_for, crumbs, desk_page, find_incident
from incidents.desk.presenters.review import FIELDS, withdrawal_row
from incidents.desk.reads.review import next_to_review
from incidents.desk.review_page import edited_since, review_context
from incidents.models import Assertion, Incident, Review, ReviewComment
from incidents.rules.refusals import RefusedError, StateConflictError
from incidents.selectors.approvals import open_withdrawal
from incidents.selectors.mentions import called_in
from incidents.selectors.small_edits import looked_at, open_small_edit, who_could_edit
from incidents.services import reviewing as services
from incidents.services.small_edits import ask_small_edit


@desk_page("GET", "HEAD")
def review(request: PersonRequest, uid: UUID) -> HttpResponse:
    """The page of a review."""
    incident = find_incident(request, uid)
    return _page(request, incident, Bundle(decision=_form(request, incident)))


@desk_page("POST")
def decide(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Approve exactly what was looked at, ask for a small edit of it, request changes, or reject it."""
    incident = find_incident(request, uid)
    form = _form(request, incident, request.POST)
    bundle = Bundle(decision=form)

    def save() -> None:
        _decide(request, incident, form)

    if bundle.accepts(save):
        messages.success(request, _said(form))
        return _next(request, incident) if asked_for(request) == "next" else redirect(address(incident))
    stale = bundle.stale
    if stale:
        form.add_error(None, stale.sentence)
    return _page(request, incident, bundle, seen=form.cleaned_data["revision"] if stale else None)


@desk_page("GET", "HEAD")
def skip(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Leave this one undecided and go to the next that this person may decide."""
    return _next(request, find_incident(request, uid))


def _form(request: PersonRequest, incident: Incident, data: QueryDict | None = None) -> DecisionForm:
    editors = who_could_edit(incident, but=request.user)
    form = DecisionForm(data, editors=editors, initial={"revision": incident.revision})
    if incident.state == State.APPROVED:
        form.withhold(DecisionForm.REJECT)
    return form


def _said(form: DecisionForm) -> str:
    match form.text("decision"):
        case DecisionForm.APPROVE:
            return _("Approved. Where two must approve, somebody else does so too; then a publisher can publish it.")
        case DecisionForm.SMALL_EDIT:
            return _("Asked. It stays in review; you are told when it is changed.")
        case DecisionForm.REQUEST_CHANGES:
            return _("Sent back to its authors, with what is wrong.")
        case _:
            return _("Rejected. It stays at the desk; readers never see it.")


def _next(request: PersonRequest, incident: Incident) -> HttpResponseBase:
    found = next_to_review(request.user, incident)
    if found:
        return redirect(reverse("desk:review", kwargs={"uid": found.uid}))
    messages.info(request, _("Nothing else waits for your review."))
    return redirect(reverse("desk:queue") + "?tab=in_review")


def _decide(request: PersonRequest, incident: Incident, form: DecisionForm) -> None:
    seen, reason, reasons = form.cleaned_data["revision"], form.text("reason"), form.cleaned_data["reasons"]
    match form.text("decision"):
        case DecisionForm.APPROVE:
            services.approve(actor=request.user, incident=incident, revision=seen)
        case DecisionForm.SMALL_EDIT:
            of = form.offered[form.text("of")]
            ask_small_edit(actor=request.user, incident=incident, revision=seen, of=of, what=reason)
        case DecisionForm.REQUEST_CHANGES:
            services.request_changes(
                actor=request.user, incident=incident, revision=seen, reason=reason, reasons=reasons
            )
        case _:
            services.reject(actor=request.user, incident=incident, revision=seen, reason=reason, reasons=reasons)


@desk_page("POST")
def comment(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """A remark on a claim or a field."""
    incident = find_incident(request, uid)
    form = CommentForm(request.POST)
    bundle = Bundle(comment=form)

    def save() -> None:
        assertion, field = _subject(incident, form.text("about"))
        remark = services.comment(
            actor=request.user,
            review=_review(incident),
            text=form.text("comment"),
            assertion=assertion,
            field=field,
            blocking=bool(form.cleaned_data["blocking"]),
        )
        say_who_was_called(request, remark)

    if bundle.accepts(save):
        messages.success(request, _("The comment is added."))
        return redirect(reverse("desk:review", kwargs={"uid": uid}))
    return _page(request, incident, bundle, commented=form)


def say_who_was_called(request: PersonRequest, remark: ReviewComment) -> None:
    """Say who was told of a comment that calls them by name, and which names called nobody."""
    called = called_in(remark)
    if called.told:
        names = ", ".join(one.display_name for one in called.told)
        messages.info(request, _("Told: %(names)s.") % {"names": names})
    for one in called.shut_out:
        sentence = _("%(name)s may not read this, and was not told.")
        messages.warning(request, sentence % {"name": one.display_name})
    for name in called.strangers:
        messages.warning(request, _("Nobody at the desk is called “%(name)s”: nobody was told.") % {"name": name})


def _subject(incident: Incident, about: str) -> tuple[Assertion | None, str]:
    kind, _colon, name = about.partition(":")
    if kind == "claim":
        return get_object_or_404(Assertion, incident=incident, uid=name), ""
    if name not in FIELDS:
        raise RefusedError(_("Say which claim or field the comment is about."))
    return None, name


def _review(incident: Incident) -> Review:
    found = incident.reviews.first()
    if found is None:
        raise StateConflictError(_("This incident was never handed in for review."))
    return found


@desk_page("POST")
def settle(request: PersonRequest, uid: UUID, comment: int) -> HttpResponseBase:
    """Answer or resolve a comment; an answer in words is a remark of its own beside it."""
    incident = find_incident(request, uid)
    remark = get_object_or_404(ReviewComment.objects.select_related("review"), review__incident=incident, pk=comment)
    form = AnswerForm(request.POST)
    state = CommentState.RESOLVED if request.POST.get("action") == "resolve" else CommentState.ANSWERED
    if form.is_valid():
        with transaction.atomic():
            services.settle_comment(actor=request.user, remark=remark, state=state)
            if form.text("answer"):
                answered = services.comment(
                    actor=request.user,
                    review=remark.review,
                    text=form.text("answer"),
                    assertion=remark.assertion,
                    field=remark.field,
                    blocking=False,
                )
                say_who_was_called(request, answered)
        messages.success(request, _("Resolved.") if state == CommentState.RESOLVED else _("Answered."))
    else:
        messages.error(request, _("The answer is too long: at most 2000 characters."))
    back = request.POST.get("back")
    return redirect(
        address(incident, "comments") if back == "incident" else reverse("desk:review", kwargs={"uid": uid})
    )


def _page(
    request: PersonRequest,
    incident: Incident,
    bundle: Bundle,
    *,
    commented: CommentForm | None = None,
    seen: int | None = None,
) -> HttpResponse:
    """The page; ``seen`` is the revision that somebody looked at who came too late with a decision."""
    incident = find_incident(request, incident.uid)
    shown = review_context(incident, request.user)
    forms = {"decision": _form(request, incident), **bundle.forms}
    if not shown["clearance"]:  # whoever is looking cannot see all of it
        cast("DecisionForm", forms["decision"]).withhold(DecisionForm.APPROVE)
    context = {
        "tab": "",
        "incident": incident,
        "crumbs": crumbs(incident),
        "forms": forms,
        "problems": bundle.problems,
        "comment_url": reverse("desk:comment", kwargs={"uid": incident.uid}),
        "commented": commented,
        "commented_on": commented.typed("about") if commented else "",
        "may_comment": bool(policies.may_review(request.user, incident) or policies.may_edit(request.user, incident)),
        "verdict": policies.may_review(request.user, incident),
        "edited": edited_since(incident, request.user, seen or looked_at(incident, request.user)),
        "asked": open_small_edit(incident),
        "withdrawal": withdrawal_row(open_withdrawal(incident), request.user),
        **shown,
    }
    return render(request, "desk/review.html", context, status=bundle.status)
