"""The queue, what is kept of it, and a look at one row."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from accounts.roles import Role
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.queue import AssignAllForm, ColumnsForm, FilterForm, QueueForm, TagAllForm
from incidents.desk.pages import address, asked_for, desk_page, find_incident, form_page, sent
from incidents.desk.presenters import incident as looks
from incidents.desk.presenters import queue as shown
from incidents.desk.reads.incident import read_incident
from incidents.desk.reads.people import colleagues
from incidents.desk.reads.queue import TABS, read_queue, read_waiting
from incidents.desk.reads.saved import columns_of, filters_for
from incidents.desk.reads.tags import led_on
from incidents.models import SavedFilter
from incidents.selectors.tags import living_tags
from incidents.services import queueing

OPENS_ON: Final[dict[str, str]] = {Role.REVIEWER: "in_review", Role.PUBLISHER: "approved"}
"""The tab that somebody comes for; for everybody else their own work."""

FRAGMENT: Final = "X-Fragment"
"""The header with which a page asks for a part of itself."""


@desk_page("GET", "HEAD")
def queue(request: PersonRequest) -> HttpResponse:
    """One page of one tab."""
    asked = request.GET.get("tab", OPENS_ON.get(request.user.role, "mine"))
    people, tags = colleagues(), list(living_tags())
    form = QueueForm(led_on(request.GET), people=people, tags=tags)
    found = read_queue(
        request.user,
        tab=asked if asked in TABS else "mine",
        form=form,
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    query, columns = form.query(found.tab), columns_of(request.user)
    context = {
        "tab": "queue",
        "current": found.tab,
        "form": form,
        "problems": form.problems(),
        "query": query,
        "tabs": shown.tabs(found),
        "rows": shown.rows(found, request.user),
        "columns": shown.head(columns),
        "choose_columns": ColumnsForm(None, initial={"columns": columns}),
        "chips": shown.chips(found),
        "saved": shown.saved(filters_for(request.user), request.user, query),
        "save": FilterForm(None),
        "bulk": AssignAllForm(None, people=people),
        "tagging": TagAllForm(None, tags=tags),
        "waiting": shown.waiting(read_waiting(request.user), request.user),
        "empty": shown.empty(found),
        **shown.position(found),
    }
    return render(request, "desk/queue.html", context)


@desk_page("GET", "HEAD")
def preview(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """What an incident says, in short, as a part of the queue; asked for by itself, the incident's page says more."""
    found = find_incident(request, uid)
    if FRAGMENT not in request.headers:
        return redirect(address(found))
    opened = read_incident(found, request.user)
    context = {
        "incident": found,
        "status": looks.status_line(found),
        "values": looks.resolved_values(opened),
        "sentences": [looks.sentence_in_words(sentence) for sentence in opened.sentences],
        "missing": [gate.missing for gate in opened.gates if not gate.open],
    }
    return render(request, "desk/parts/queue_preview.html", context)


@desk_page("POST")
def columns(request: PersonRequest) -> HttpResponseBase:
    """Remember the columns."""
    form = ColumnsForm(request.POST)
    if form.is_valid():
        queueing.choose_columns(actor=request.user, columns=form.cleaned_data["columns"])
        messages.success(request, _("The queue shows these columns from now on."))
    else:
        messages.error(request, _("The queue has no such column."))
    return _back(request)


@desk_page("GET", "POST")
def save_filter(request: PersonRequest) -> HttpResponseBase:
    """Keep what the queue shows under a name."""
    query = shown.canonical(request.POST.get("query", request.GET.get("query", "")), colleagues())
    form = FilterForm(sent(request))
    bundle = Bundle(filter=form)

    def save() -> None:
        shared = bool(form.cleaned_data["shared"])
        queueing.save_filter(actor=request.user, name=form.text("name"), query=query, shared=shared)

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The filter is saved. It stands above the queue."))
        return redirect(f"{reverse('desk:queue')}?{query}")
    return form_page(
        request, "desk/filter.html", bundle, title=_("Save a filter"), query=query, saved=None, tab="queue"
    )


@desk_page("GET", "POST")
def change_filter(request: PersonRequest, saved: int) -> HttpResponseBase:
    """Rename a filter, offer it to colleagues or delete it: one's own."""
    found = get_object_or_404(SavedFilter, pk=saved, owner=request.user.pk)
    form = FilterForm(sent(request), initial={"name": found.name, "shared": found.shared})
    bundle = Bundle(filter=form)
    if asked_for(request) == "delete":
        queueing.delete_filter(actor=request.user, saved=found)
        messages.success(request, _("The filter is deleted."))
        return redirect("desk:queue")

    def save() -> None:
        name, shared = form.text("name"), bool(form.cleaned_data["shared"])
        queueing.change_filter(actor=request.user, saved=found, name=name, shared=shared)

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Saved."))
        return redirect(f"{reverse('desk:queue')}?{found.query}")
    title = _("Filter: %(name)s") % {"name": found.name}
    return form_page(request, "desk/filter.html", bundle, title=title, query=found.query, saved=found, tab="queue")


def _back(request: PersonRequest) -> HttpResponseBase:
    """The queue as it was, whose query came with the form."""
    return redirect(f"{reverse('desk:queue')}?{shown.canonical(request.POST.get('query', ''), colleagues())}")
