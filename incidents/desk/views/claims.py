"""Claims: make one, change one, withdraw one, put a newer one in its place."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from accounts.access import PersonRequest
from accounts.models import User
from incidents.choices import AssertionKind
from incidents.desk.claim_page import claim_forms, comes_back_with_choices, new_claim_forms, suggestions
from incidents.desk.editing import Edit
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.superseding import SupersedeForm
from incidents.desk.pages import address, asked_for, desk_page, find_to_edit, form_page, warn_of_missing
from incidents.desk.prefill import prefill_of, repeated_of
from incidents.desk.presenters.claims import claim_row
from incidents.desk.reads.confidential import veil_claims
from incidents.desk.saving.claims import save_claim, save_new_claims
from incidents.desk.saving.proposals import note_proposed
from incidents.desk.views.proposals import next_proposal, proposals_address
from incidents.models import Assertion, Incident
from incidents.selectors.clearance import hidden_claims, require_known
from incidents.selectors.content.claims import value_of
from incidents.services.asserting import supersede, withdraw_claim

TITLES = {
    AssertionKind.TIME: _later("Add a time"),
    AssertionKind.LOCATION: _later("Add a location"),
    AssertionKind.CHARACTERISTIC: _later("Add what kind of attack it was"),
    AssertionKind.CASUALTY: _later("Add a casualty figure"),
    AssertionKind.ATTRIBUTION: _later("Add who is named"),
    AssertionKind.WARNING: _later("Add what is said about a warning"),
}


@desk_page("GET", "POST")
def new(request: PersonRequest, uid: UUID, kind: str) -> HttpResponseBase:
    """A new claim with its citation, or several under one citation."""
    if kind not in AssertionKind.values:
        raise Http404
    incident = find_to_edit(request, uid)
    prefill = prefill_of(request, incident, AssertionKind(kind))
    repeated = repeated_of(request, incident)
    made: list[Assertion] = []

    def build(data: QueryDict | None) -> Bundle:
        return new_claim_forms(data, incident, request.user, AssertionKind(kind), prefill=prefill, repeated=repeated)

    def save() -> None:
        made.extend(save_new_claims(actor=request.user, incident=incident, bundle=edit.bundle))
        if prefill:
            note_proposed(actor=request.user, incident=incident, prefill=prefill, made=made)

    edit, action = Edit(request=request, incident=incident, build=build, adds=True), asked_for(request)
    if not comes_back_with_choices(edit.bundle, action) and edit.saves(save):
        messages.success(request, _("Saved: %(claims)s.") % {"claims": "; ".join(value_of(one)[0] for one in made)})
        warn_of_missing(request, [citation for one in made for citation in one.citations.all()])
        if action == "save_and_more":
            again = reverse("desk:claim_new", kwargs={"uid": uid, "kind": kind})
            return redirect(f"{again}?after={made[-1].uid}")
        return redirect(next_proposal(incident, prefill) if prefill else address(incident, f"claim-{made[0].uid}"))
    back = proposals_address(incident, prefill.capture) if prefill else address(incident)
    context = {"title": TITLES[AssertionKind(kind)], "kind": kind, "claim": None, "back": back, **suggestions(kind)}
    return form_page(request, "desk/claim.html", edit.bundle, incident=incident, **context)


@desk_page("GET", "POST")
def change(request: PersonRequest, uid: UUID, claim: UUID) -> HttpResponseBase:
    """The value and our assessment of a claim on record."""
    incident = find_to_edit(request, uid)

    def build(data: QueryDict | None) -> Bundle:
        return claim_forms(data, incident, request.user, find_claim(request, incident, claim))

    def save() -> None:
        held = find_claim(request, incident, claim)
        save_claim(actor=request.user, incident=incident, assertion=held, bundle=edit.bundle)

    edit, action = Edit(request=request, incident=incident, build=build), asked_for(request)
    assertion = find_claim(request, incident, claim)
    veil_claims([assertion], request.user)
    row = claim_row(assertion, incident)
    if not comes_back_with_choices(edit.bundle, action) and edit.saves(save):
        messages.success(request, _("Saved."))
        return redirect(address(incident, row["anchor"]))
    context: dict[str, Any] = {
        "title": _("Change: %(claim)s") % {"claim": row["text"]},
        "kind": assertion.kind,
        "claim": row,
        "back": address(incident),
    }
    return form_page(
        request, "desk/claim.html", edit.bundle, incident=incident, **context, **suggestions(assertion.kind)
    )


@desk_page("GET", "POST")
def withdraw(request: PersonRequest, uid: UUID, claim: UUID) -> HttpResponseBase:
    """Take a claim back; it stays on record, marked."""
    incident = find_to_edit(request, uid)

    def build(data: QueryDict | None) -> Bundle:
        held = find_claim(request, incident, claim)
        return Bundle(change=ChangeForm(data, incident=incident, about=value_of(held)[0]))

    def save() -> None:
        held = find_claim(request, incident, claim)
        withdraw_claim(actor=request.user, incident=incident, assertion=held, **edit.terms)

    edit = Edit(request=request, incident=incident, build=build)
    if edit.saves(save):
        messages.success(request, _("Withdrawn. It stays on record, and no public value rests on it."))
        return redirect(address(incident))
    return form_page(
        request,
        "desk/confirm.html",
        edit.bundle,
        incident=incident,
        title=_("Withdraw this claim?"),
        what=_in_words(request, incident, claim),
        consequence=_("It stays on record, marked withdrawn, and no public value rests on it."),
        action=_("Withdraw the claim"),
    )


@desk_page("GET", "POST")
def put_in_place(request: PersonRequest, uid: UUID, claim: UUID) -> HttpResponseBase:
    """Say which newer claim takes the place of this one."""
    incident = find_to_edit(request, uid)
    newer = _others_of_kind(find_claim(request, incident, claim), request.user)

    def build(data: QueryDict | None) -> Bundle:
        about = value_of(find_claim(request, incident, claim))[0]
        form = SupersedeForm(data, offered=[(str(one.uid), value_of(one)[0]) for one in newer])
        return Bundle(newer=form, change=ChangeForm(data, incident=incident, about=about))

    def save() -> None:
        chosen = next(one for one in newer if str(one.uid) == edit.bundle.the(SupersedeForm).text("newer"))
        old = find_claim(request, incident, claim)
        supersede(actor=request.user, incident=incident, old=old, new=chosen, **edit.terms)

    edit = Edit(request=request, incident=incident, build=build)
    if edit.saves(save):
        messages.success(request, _("Saved. The older claim stays on record, marked superseded."))
        return redirect(address(incident))
    what = _in_words(request, incident, claim)
    context: dict[str, Any] = {"title": _("Put a newer claim in its place"), "what": what, "none": not newer}
    return form_page(request, "desk/supersede.html", edit.bundle, incident=incident, **context)


def _in_words(request: PersonRequest, incident: Incident, claim: UUID) -> str:
    """A claim as its row says it, as far as the person may know."""
    held = find_claim(request, incident, claim)
    veil_claims([held], request.user)
    return str(claim_row(held, incident)["text"])


def find_claim(request: PersonRequest, incident: Incident, uid: UUID) -> Assertion:
    """A claim of this incident, with its value and evidence.

    Raises:
        NotAllowedError: it rests on confidential sources alone that the person may not see.
    """
    held = Assertion.objects.filter(incident=incident, uid=uid)
    require_known(request.user, held)
    return get_object_or_404(held.with_values().with_evidence().select_related("recorded_by"))


def _others_of_kind(old: Assertion, person: User) -> list[Assertion]:
    others = Assertion.objects.filter(incident=old.incident_id, kind=old.kind).standing().with_values()
    return list(others.exclude(pk=old.pk).exclude(pk__in=hidden_claims(person).values("pk")))
