"""Sources: find them, describe them and say what they rest on."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.deciding import DeriveForm
from incidents.desk.forms.source import SourceItemForm
from incidents.desk.pages import desk_page, form_page, searched, sent
from incidents.desk.presenters.sources import page_of, source_page, source_rows
from incidents.desk.reads.confidential import hidden_from
from incidents.desk.reads.evidence import publisher_names, search_sources
from incidents.desk.reads.sources import listed_sources, read_source, recent_sources
from incidents.desk.saving.evidence import save_source
from incidents.models import Source
from incidents.services.readings import note_reading
from incidents.services.sources import derive

A_PAGE = 50


@desk_page("GET", "HEAD")
def sources(request: PersonRequest) -> HttpResponse:
    """Every source, searched by title or publisher."""
    words = searched(request)
    page = Paginator(listed_sources(words, request.user), A_PAGE).get_page(request.GET.get("page", "1"))
    hidden = hidden_from(request.user, [one.pk for one in page if one.confidential])
    context = {
        "tab": "sources",
        "title": _("Sources"),
        "words": words,
        "rows": source_rows(page, hidden),
        **page_of(page, words),
    }
    return render(request, "desk/sources.html", context)


@desk_page("GET", "POST")
def new(request: PersonRequest) -> HttpResponseBase:
    """A source with its publisher, what it rests on and its text."""
    policies.may_log(request.user).require()
    form = SourceItemForm(sent(request), known=recent_sources(request.user))
    bundle = Bundle(source=form)
    made: list[Source] = []

    def save() -> None:
        made.append(save_source(actor=request.user, form=form))

    if request.method == "GET":
        bundle.point_at_first()
    elif bundle.accepts(save):
        messages.success(request, _("The source is recorded. Choose it whenever you cite."))
        return redirect(source_address(made[0]))
    return form_page(
        request,
        "desk/source_new.html",
        bundle,
        title=_("Record a source"),
        publisher_names=publisher_names(),
        crumbs=source_crumbs(),
        tab="sources",
    )


@desk_page("GET", "HEAD")
def source(request: PersonRequest, uid: UUID) -> HttpResponse:
    """One source: what it rests on, what rests on it, where it is cited, its snapshots."""
    found = find_source(request, uid)
    return render(
        request,
        "desk/source.html",
        {
            "tab": "sources",
            **source_page(read_source(found, request.user), letting_in=bool(policies.may_let_in(request.user, found))),
        },
    )


@desk_page("GET", "POST")
def rests_on(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Say which other item this one rests on."""
    found = find_source(request, uid)
    form = DeriveForm(sent(request))
    form.offer(
        [one for one in search_sources(form.typed("origin_query"), request.user) if one != found]
        if sent(request)
        else []
    )
    bundle = Bundle(derive=form)

    def save() -> None:
        origin = form.offered[form.text("origin")]
        derive(actor=request.user, source=found, origin=origin, kind=form.text("derivation"))

    if request.POST.get("action") == "find":
        bundle.as_typed()
    elif request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Saved."))
        return redirect(source_address(found))
    return below_source(request, "desk/source_rests_on.html", bundle, _("What it rests on"), found)


def below_source(request: PersonRequest, template: str, bundle: Bundle, title: str, found: Source) -> HttpResponseBase:
    """A page with a form about a source, below the page of that source."""
    return form_page(request, template, bundle, title=title, source=found, crumbs=source_crumbs(found), tab="sources")


def source_crumbs(found: Source | None = None) -> list[dict[str, str]]:
    """The way from the sources to a page below one of them."""
    below = [{"label": found.title, "url": source_address(found)}] if found else []
    return [{"label": _("Sources"), "url": reverse("desk:sources")}, *below]


def find_source(request: PersonRequest, uid: UUID) -> Source:
    """The source at an address.

    Raises:
        NotAllowedError: it is confidential, and this person may not see it.
    """
    found = get_object_or_404(Source.objects.select_related("publisher", "recorded_by"), uid=uid)
    policies.may_read_source(request.user, found).require()
    note_reading(actor=request.user, source=found)
    return found


def source_address(source: Source) -> str:
    """The page of a source."""
    return reverse("desk:source", kwargs={"uid": source.uid})
