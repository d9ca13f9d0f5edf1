"""Make two incidents one and one two; decide that two are two; undo either."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.choices import RegroupingKind
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.regrouping import MergeForm, NoDuplicateForm, SplitForm, UndoForm
from incidents.desk.pages import address, asked_for, desk_page, find_incident, find_to_edit, form_page, sent
from incidents.desk.presenters import regrouping as shown
from incidents.desk.reads.evidence import other_incidents
from incidents.desk.reads.regrouping import Side, possible_duplicate, read_side
from incidents.models import Incident, Regrouping
from incidents.services import regrouping as services
from incidents.services.regrouping.ledger import Picked
from incidents.services.regrouping.splitting import NewIncident


@desk_page("GET", "POST")
def merge(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Find the incident that lives on, look at both side by side, say why they are one."""
    lost = find_incident(request, uid)
    policies.may_regroup(request.user).require()
    form = _merge_form(request, lost)
    bundle = Bundle(merge=form)

    def save() -> None:
        services.merge(actor=request.user, loser=lost, survivor=form.chosen, reason=form.text("reason"))

    action = asked_for(request)
    if action in {"find_incident", "compare"}:
        bundle.as_typed()
    elif action and bundle.accepts(save):
        messages.success(request, _("The merge is proposed. Somebody else must review and approve it."))
        return redirect(address(form.chosen))
    kept = form.offered.get(form.typed("other"))
    compared = shown.comparison(read_side(lost), read_side(kept)) if kept else None
    title = _("Merge into another incident")
    return form_page(request, "desk/merge.html", bundle, title=title, incident=lost, compared=compared)


def _merge_form(request: PersonRequest, lost: Incident) -> MergeForm:
    """The form with the incidents found, and the one chosen on this page or by the link that led here."""
    form = MergeForm(sent(request), initial={"other": request.GET.get("other", "")})
    found = other_incidents(lost, form.typed("other_query"), request.user)
    chosen = _one_of(Incident.objects.visible_to(request.user).exclude(pk=lost.pk), form.typed("other"))
    form.offer([*found, *(one for one in chosen if one not in found)])
    return form


def _one_of(visible: Any, uid: str) -> list[Incident]:
    try:
        return list(visible.filter(uid=UUID(uid)))
    except ValueError:
        return []


@desk_page("GET", "POST")
def split(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Pick what is about another incident; it begins a draft of its own."""
    source = find_to_edit(request, uid)
    policies.may_regroup(request.user).require()
    side = read_side(source)
    form = _split_form(request, side)
    bundle = Bundle(split=form)
    made: list[Regrouping] = []

    def save() -> None:
        new = NewIncident(title=form.text("title"), parent=_parent(form, source))
        picked = _picked(form, side)
        made.append(
            services.split(actor=request.user, source=source, picked=picked, new=new, reason=form.text("reason"))
        )

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The new incident is a draft. It and this one are now reviewed and published."))
        return redirect(address(made[0].target))
    return form_page(request, "desk/split.html", bundle, title=_("Split this incident"), incident=source)


def _split_form(request: PersonRequest, side: Side) -> SplitForm:
    return SplitForm(
        sent(request),
        claims=shown.offered_claims(side.claims, side.incident),
        statements=[(str(one.uid), one.paraphrase) for one in side.statements],
        links=[(str(one.pk), f"{one.get_kind_display()}: {one.other.title}") for one in side.links],
        has_whole=side.incident.parent_id is not None,
    )


def _parent(form: SplitForm, source: Incident) -> Incident | None:
    return {form.PART: source, form.SIBLING: source.parent}.get(form.text("standing"))


def _picked(form: SplitForm, side: Side) -> Picked:
    claims, statements, links = (set(form.picked(name)) for name in ("claims", "statements", "links"))
    return Picked(
        claims=[one for one in side.claims if str(one.uid) in claims],
        statements=[one for one in side.statements if str(one.uid) in statements],
        links=[one for one in side.links if str(one.pk) in links],
    )


@desk_page("GET", "POST")
def regrouping(request: PersonRequest, regrouping: int) -> HttpResponseBase:
    """What a merge or a split moved, and the way to undo it."""
    visible = Incident.objects.visible_to(request.user)
    related = Regrouping.objects.select_related("source", "target", "by", "undoing__by").prefetch_related("items")
    found = get_object_or_404(related, pk=regrouping, source__in=visible, target__in=visible)
    form = UndoForm(sent(request))
    bundle = Bundle(undo=form)

    def save() -> None:
        services.undo(actor=request.user, regrouping=found, reason=form.text("reason"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Undone. Everything is back where it was; both incidents are reviewed again."))
        return redirect(address(found.source))
    merged = found.kind == RegroupingKind.MERGE
    return form_page(
        request,
        "desk/regrouping.html",
        bundle,
        title=_("A merge") if merged else _("A split"),
        regrouping=found,
        status=shown.standing_words(found),
        moved=shown.moved_counts(found),
        undoable=not shown.undone(found) and bool(policies.may_regroup(request.user)),
    )


@desk_page("GET", "POST")
def no_duplicate(request: PersonRequest, uid: UUID, link: int) -> HttpResponseBase:
    """Decide that two incidents that look alike are two."""
    incident = find_to_edit(request, uid)
    question = possible_duplicate(incident, link)
    if question is None:
        raise Http404
    form = NoDuplicateForm(sent(request))
    bundle = Bundle(reason=form)

    def save() -> None:
        reason = form.text("reason")
        services.decide_no_duplicate(actor=request.user, incident=incident, other=question.other, reason=reason)

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Decided: they are two."))
        return redirect(address(incident, "evidence"))
    title = _("Not a duplicate of “%(title)s”") % {"title": question.other.title}
    return form_page(request, "desk/reason.html", bundle, incident=incident, title=title, action=_("They are two"))
