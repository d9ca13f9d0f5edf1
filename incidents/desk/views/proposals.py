"""What a text seems to say beside the text: accept each proposal as a claim, change it, or clear it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.choices import ProposalKind
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.forms.origin import OriginForm
from incidents.desk.pages import address, conflict, crumbs, desk_page, find_to_edit, form_page, others, sent
from incidents.desk.prefill import Prefill
from incidents.desk.presenters.gates import gate_rows
from incidents.desk.presenters.proposals import Cards, citing
from incidents.desk.reads.evidence import publisher_names, search_sources
from incidents.desk.saving.proposals import save_accepted, save_origin, save_undone
from incidents.desk.views.sources import find_source
from incidents.models import Capture, Incident, Source
from incidents.selectors.gates import gates
from incidents.selectors.proposals import proposals_for
from incidents.services.custody import open_capture
from incidents.services.proposing import clear_proposal

JSON = "application/json"


@desk_page("GET", "HEAD")
def proposals(request: PersonRequest, uid: UUID, source: UUID, sha256: str) -> HttpResponseBase:
    """The text on one side, what it seems to say on the other."""
    incident, capture = find_both(request, uid, source, sha256)
    open_capture(actor=request.user, capture=capture)
    return _page(request, incident, capture, Bundle(change=_change(request, incident, capture)))


@desk_page("POST")
def accept(request: PersonRequest, uid: UUID, source: UUID, sha256: str, key: str) -> HttpResponseBase:
    """Record one proposal as a claim, its sentence as the citation."""
    incident, capture = find_both(request, uid, source, sha256)

    def save(terms: dict[str, Any]) -> None:
        save_accepted(actor=request.user, incident=incident, capture=capture, key=key, terms=terms)

    return _decide(request, incident, capture, key, save)


@desk_page("POST")
def clear(request: PersonRequest, uid: UUID, source: UUID, sha256: str, key: str) -> HttpResponseBase:
    """Put one proposal aside."""
    incident, capture = find_both(request, uid, source, sha256)

    def save(_terms: dict[str, Any]) -> None:
        clear_proposal(actor=request.user, capture=capture, key=key, incident=incident)

    return _decide(request, incident, capture, key, save)


@desk_page("POST")
def undo(request: PersonRequest, uid: UUID, source: UUID, sha256: str, key: str) -> HttpResponseBase:
    """Take back what was decided about one proposal."""
    incident, capture = find_both(request, uid, source, sha256)

    def save(terms: dict[str, Any]) -> None:
        save_undone(actor=request.user, incident=incident, capture=capture, key=key, terms=terms)

    return _decide(request, incident, capture, key, save)


@desk_page("GET", "POST")
def rests_on(request: PersonRequest, uid: UUID, source: UUID, sha256: str, key: str) -> HttpResponseBase:
    """Say which item it is that the report seems to rest on."""
    incident, capture = find_both(request, uid, source, sha256)
    found = {one.proposal.key: one.proposal for one in proposals_for(capture, incident=incident)}
    proposal = found.get(key)
    if proposal is None or proposal.kind != ProposalKind.DERIVATION:
        return redirect(proposals_address(incident, capture))
    outlet = str(proposal.value["outlet"])
    known = [one for one in search_sources(outlet, request.user) if one != capture.source]
    form = OriginForm(sent(request), known=known, outlet=outlet)
    bundle = Bundle(origin=form)

    def save() -> None:
        save_origin(actor=request.user, capture=capture, key=key, form=form)

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Saved."))
        return redirect(f"{proposals_address(incident, capture)}#{_cards(incident, capture).after(key)}")
    context = {"sentence": proposal.sentence, "source": capture.source, "publisher_names": publisher_names()}
    context["back"] = proposals_address(incident, capture)
    title = _("What it rests on")
    return form_page(request, "desk/proposal_rests_on.html", bundle, title=title, incident=incident, **context)


def _decide(
    request: PersonRequest,
    incident: Incident,
    capture: Capture,
    key: str,
    save: Callable[[dict[str, Any]], None],
) -> HttpResponseBase:
    """Save one decision and answer: the page at the next proposal, or where it was asked for, what became of this."""
    change = _change(request, incident, capture)
    bundle = Bundle(change=change)
    if not bundle.accepts(lambda: save(change.terms())):
        return _page(request, incident, capture, bundle)
    cards = _cards(incident, capture)
    card = cards.one(key)
    if request.headers.get("Accept") == JSON:
        told = {name: card[name] for name in ("state", "told", "value")}
        return JsonResponse({**told, "left": cards.left, "revision": incident.revision})
    what = card["told"] or _("Taken back")
    messages.success(request, _("%(told)s: %(value)s.") % {"told": what, "value": card["value"]})
    return redirect(f"{proposals_address(incident, capture)}#{cards.after(key)}")


def _change(request: PersonRequest, incident: Incident, capture: Capture) -> ChangeForm:
    change = ChangeForm(sent(request), incident=incident)
    if change.summarised:
        change.initial["edit_summary"] = _("Added from %(publisher)s") % {"publisher": capture.source.publisher.name}
    return change


def _cards(incident: Incident, capture: Capture) -> Cards:
    return Cards(incident, capture, proposals_for(capture, incident=incident))


def _page(request: PersonRequest, incident: Incident, capture: Capture, bundle: Bundle) -> HttpResponseBase:
    cards = _cards(incident, capture)
    context = {
        "title": _("What the text seems to say"),
        "tab": "",
        "incident": incident,
        "incident_url": address(incident),
        "crumbs": crumbs(incident),
        "source": capture.source,
        "capture": capture,
        "cards": cards,
        "change": bundle.forms["change"],
        "problems": bundle.problems,
        "others": others(request, incident),
        "conflict": conflict(bundle, incident, request.user),
        "citing": citing(incident, capture),
        "gates": [] if cards.open else gate_rows(gates(incident), incident, request.user),
    }
    return render(request, "desk/proposals.html", context, status=bundle.status)


def find_both(request: PersonRequest, uid: UUID, source: UUID, sha256: str) -> tuple[Incident, Capture]:
    """The incident, for somebody who may change it, and the snapshot, for somebody who may see its source.

    Raises:
        NotAllowedError: they may not.
    """
    incident = find_to_edit(request, uid)
    return incident, find_capture(find_source(request, source), sha256)


def find_capture(source: Source, sha256: str) -> Capture:
    """A snapshot of a source by its hash."""
    return get_object_or_404(Capture.objects.select_related("source__publisher"), source=source, sha256=sha256)


def proposals_address(incident: Incident, capture: Capture) -> str:
    """The page of what a snapshot proposes for an incident."""
    at = {"uid": incident.uid, "source": capture.source.uid, "sha256": capture.sha256}
    return reverse("desk:proposals", kwargs=at)


def next_proposal(incident: Incident, prefill: Prefill) -> str:
    """That page, at the proposal after the one that a form was filled in from."""
    cards = _cards(incident, prefill.capture)
    anchor = cards.after(prefill.proposal.key) if prefill.proposal else "content"
    return f"{proposals_address(incident, prefill.capture)}#{anchor}"
