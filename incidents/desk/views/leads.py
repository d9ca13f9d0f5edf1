"""The lead inbox: what feeds brought, to be taken in or left aside."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.choices import LeadStage
from incidents.desk.pages import desk_page
from incidents.desk.presenters.leads import intake_tabs, lead_rows, nothing_here, stage_tabs
from incidents.desk.reads.intake import find_lead
from incidents.desk.reads.leads import counted_leads, listed_leads
from incidents.models import Lead
from incidents.services.leads import dismiss_lead, take_lead
from incidents.services.leads import put_back as put_lead_back

A_PAGE = 50


@desk_page("GET", "HEAD")
def leads(request: PersonRequest) -> HttpResponse:
    """One stage of the inbox. ``dismissed`` is a lead that was just left aside, ``at`` the row to go on at."""
    asked = request.GET.get("tab", LeadStage.NEW)
    stage = asked if asked in LeadStage.values else LeadStage.NEW
    page = Paginator(listed_leads(stage, request.user), A_PAGE).get_page(request.GET.get("page", "1"))
    gone = find_lead(request.GET.get("dismissed", ""))
    context: dict[str, Any] = {
        "title": _("Leads"),
        "tab": "intake",
        "tabs": intake_tabs("leads"),
        "stages": stage_tabs(counted_leads(), stage),
        "stage": stage,
        "rows": lead_rows(page),
        "at": min(_number(request.GET.get("at", "")), len(page)),
        "dismissed": gone if gone and gone.stage == LeadStage.DISMISSED else None,
        "nothing": nothing_here(stage),
        "position": _("%(first)s to %(last)s of %(all)s")
        % {"first": page.start_index(), "last": page.end_index(), "all": page.paginator.count},
        "previous_url": _address(stage, page=page.previous_page_number()) if page.has_previous() else "",
        "next_url": _address(stage, page=page.next_page_number()) if page.has_next() else "",
    }
    return render(request, "desk/leads.html", context)


@desk_page("POST")
def take(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Take a lead: intake opens with what is known of it."""
    lead = _find(uid)
    take_lead(actor=request.user, lead=lead)
    return redirect(f"{reverse('desk:intake')}?{urlencode({'lead': lead.uid})}")


@desk_page("POST")
def dismiss(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Leave a lead aside; the list comes back where it was, with the way to undo it."""
    lead = _find(uid)
    dismiss_lead(actor=request.user, lead=lead)
    at = _number(request.POST.get("at", ""))
    return redirect(_address(LeadStage.NEW, dismissed=lead.uid, at=at))


@desk_page("POST")
def put_back(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """A lead is new again."""
    lead = _find(uid)
    put_lead_back(actor=request.user, lead=lead)
    messages.success(request, _("“%(title)s” is among the new leads again.") % {"title": lead.title})
    return redirect(_address(LeadStage.NEW))


def _find(uid: UUID) -> Lead:
    return get_object_or_404(Lead, uid=uid)


def _address(stage: str, **asked: Any) -> str:
    return f"{reverse('desk:leads')}?{urlencode({'tab': stage, **asked})}"


def _number(words: str) -> int:
    return int(words) if words.isdecimal() and len(words) <= 3 else 0  # noqa: PLR2004  rows of a page
