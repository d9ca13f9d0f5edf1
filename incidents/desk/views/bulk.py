"""Many incidents at once: what would become of each, the reason, what became of each, and back."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.access import PersonRequest
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.queue import AssignAllForm, TagAllForm
from incidents.desk.pages import asked_for, crumbs, desk_page, form_page
from incidents.desk.presenters import bulk as shown
from incidents.desk.presenters.queue import canonical
from incidents.desk.reads.bulk import bulk_for, rows_of, ticked
from incidents.desk.reads.people import colleagues
from incidents.models import BulkAction, Incident
from incidents.rules.refusals import RefusedError
from incidents.selectors.assigning import plan, plan_tag
from incidents.selectors.tags import living_tags
from incidents.services.bulk import MOST, assign_all, tag_all, undo_all

CHECKS: Final = {"check": "", "check_tag": "tag", "check_untag": "untag"}
"""The buttons that only look, with what is then to be done; "" is what the page says already."""
TAGGING: Final = ("tag", "untag")


@desk_page("POST")
def bulk(request: PersonRequest) -> HttpResponseBase:
    """First what would become of each incident; with a reason, and sent once more, it is done."""
    chosen, asked = _chosen(request), asked_for(request)
    form = _form(request, CHECKS.get(asked) or request.POST.get("do", ""))
    bundle = Bundle(bulk=form)
    made: list[BulkAction] = []

    def save() -> None:
        made.append(_do(request, form, chosen))

    if asked not in CHECKS and bundle.accepts(save):
        return redirect("desk:bulk_result", uid=made[0].uid)
    if asked in CHECKS:
        form.is_valid()
        form.errors.pop("reason", None)
    return _check(request, bundle, chosen)


def _form(request: PersonRequest, do: str) -> AssignAllForm | TagAllForm:
    if do not in TAGGING:
        return AssignAllForm(request.POST, people=colleagues())
    form = TagAllForm(request.POST, tags=living_tags())
    form.put = do == "tag"
    return form


def _do(request: PersonRequest, form: AssignAllForm | TagAllForm, chosen: list[Incident]) -> BulkAction:
    if isinstance(form, AssignAllForm):
        seen = {one: _holder(request.POST.get(f"had-{one.uid}", "")) for one in chosen}
        return assign_all(actor=request.user, seen=seen, to=form.receiver, reason=form.text("reason"))
    if form.chosen is None:
        raise RefusedError(_("Choose a tag."), field="which")
    return tag_all(actor=request.user, incidents=chosen, tag=form.chosen, put=form.put, reason=form.text("reason"))


def _check(request: PersonRequest, bundle: Bundle, chosen: list[Incident]) -> HttpResponse:
    """The dry run: row by row what would be done. Nothing is."""
    form = bundle.forms["bulk"]
    if isinstance(form, TagAllForm):
        do, told = ("tag" if form.put else "untag"), shown.gets(form.chosen, put=form.put)
        title = _("Tag incidents: check first") if form.put else _("Take a tag off: check first")
        planned = plan_tag(request.user, chosen, form.chosen, put=form.put) if form.chosen else []
    else:
        receiver = bundle.the(AssignAllForm).receiver
        do, told, title = "", shown.goes_to(receiver), _("Assign incidents: check first")
        planned = plan(request.user, chosen, receiver) if form.text("to") else []
    return form_page(
        request,
        "desk/bulk.html",
        bundle,
        title=title,
        do=do,
        rows=shown.planned_rows(planned, told),
        chosen=chosen,
        summary=shown.plan_in_words(planned),
        query=canonical(request.POST.get("query", ""), colleagues()),
        possible=any(not one.why_not for one in planned),
        tab="queue",
    )


def _chosen(request: PersonRequest) -> list[Incident]:
    """The incidents that were ticked, of those that the person may open.

    Raises:
        RefusedError: none, or too many.
    """
    picked = [uid for uid in map(_uid, request.POST.getlist("pick")) if uid]
    if len(picked) > MOST:
        raise RefusedError(_("Choose at most %(most)s incidents at once.") % {"most": MOST})
    found = ticked(request.user, picked)
    if not found:
        raise RefusedError(_("No incident is ticked. Go back to the queue and tick those that you mean."))
    return found


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _holder(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None  # noqa: PLR2004 (digits of the largest key)


@desk_page("GET", "HEAD")
def result(request: PersonRequest, uid: UUID) -> HttpResponse:
    """What became of each."""
    done = _find(request, uid)
    rows = rows_of(done, request.user)
    return form_page(
        request,
        "desk/bulk_result.html",
        Bundle(),
        title=shown.title(done),
        bulk=done,
        rows=shown.result_rows(done, rows),
        summary=shown.result_in_words(rows),
        undoable=shown.undoable(done, rows, request.user),
        crumbs=crumbs(),
        tab="queue",
    )


@desk_page("POST")
def undo(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Take it back."""
    done = undo_all(actor=request.user, bulk=_find(request, uid))
    number = done.rows.filter(undone=True).count()
    words = ngettext("%(count)s incident is as it was.", "%(count)s incidents are as they were.", number)
    messages.success(request, words % {"count": number})
    return redirect("desk:bulk_result", uid=uid)


def _find(request: PersonRequest, uid: UUID) -> BulkAction:
    found = bulk_for(request.user, uid)
    if found is None:
        raise Http404
    return found
