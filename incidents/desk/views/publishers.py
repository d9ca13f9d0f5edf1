"""Publishers: what is known of each, how reliable it was held to be and since when."""

from typing import Any
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
from incidents.desk.forms.actors import MergePublishersForm
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.deciding import GradeForm
from incidents.desk.pages import asked_for, desk_page, form_page, searched, sent
from incidents.desk.presenters.actors import incident_links, numbers, vocabularies
from incidents.desk.presenters.publishers import publisher_page, publisher_rows, publisher_url
from incidents.desk.presenters.sources import page_of
from incidents.desk.reads.evidence import publisher_names
from incidents.desk.reads.sources import find_publisher, listed_publishers, sources_published
from incidents.models import Publisher
from incidents.rules.refusals import RefusedError
from incidents.selectors.merging import incidents_of_publisher, living_publisher, public_incidents_of_publisher
from incidents.services.merging_names import merge_publishers, publisher_refusal
from incidents.services.sources import grade_publisher

A_PAGE = 50


@desk_page("GET", "HEAD")
def publishers(request: PersonRequest) -> HttpResponse:
    """Every publisher, searched by name."""
    words = searched(request)
    page = Paginator(listed_publishers(words, request.user), A_PAGE).get_page(request.GET.get("page", "1"))
    ways = page_of(page, words, "desk:publishers")
    context = {"tab": "names", "title": _("Publishers"), "words": words, "rows": publisher_rows(page), **ways}
    context["tabs"] = vocabularies("publishers")
    return render(request, "desk/publishers.html", context)


@desk_page("GET", "HEAD")
def publisher(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """One publisher with the history of its grade and its sources. One that was merged leads on."""
    named = _find(uid)
    found = living_publisher(named)
    if found != named:
        messages.info(request, _("“%(name)s” was merged into this publisher.") % {"name": named.name})
        return redirect(publisher_url(found))
    context = publisher_page(
        found, list(found.grades.select_related("graded_by")), sources_published(found, request.user)
    )
    merges = policies.may_regroup(request.user)
    return render(request, "desk/publisher.html", {"tab": "names", "merges": merges, **context})


@desk_page("GET", "POST")
def grade(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Grade a publisher on the Admiralty scale."""
    found = _find(uid)
    form = GradeForm(sent(request), initial={"grade": found.reliability})
    bundle = Bundle(grade=form)

    def save() -> None:
        since = form.cleaned_data["since"]
        grade_publisher(
            actor=request.user, publisher=found, grade=form.text("grade"), reason=form.text("reason"), on=since
        )

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Graded. What is published keeps the grade that it was published with."))
        return redirect("desk:publisher", uid=found.uid)
    return form_page(request, "desk/grade.html", bundle, title=_("Grade a publisher"), publisher=found, tab="names")


@desk_page("GET", "POST")
def merge(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Look at what would move, then make one of two."""
    policies.may_regroup(request.user).require()
    lost = _find(uid)
    form = MergePublishersForm(sent(request), initial={"other": request.GET.get("other", "")})
    bundle = Bundle(merge=form)
    kept = find_publisher(form.typed("other"))

    def save() -> None:
        if kept is None:
            raise RefusedError(_("No publisher on record has this name. Check the spelling."), field="other")
        merge_publishers(actor=request.user, loser=lost, survivor=kept, reason=form.text("reason"))

    if asked_for(request) == "look":
        bundle.as_typed()
    elif request.method == "POST" and bundle.accepts(save) and kept:
        messages.success(request, _("Merged. Drafts that cite it are reviewed anew."))
        return redirect(publisher_url(kept))
    crumbs = [{"label": _("Publishers"), "url": reverse("desk:publishers")}]
    return form_page(
        request,
        "desk/vocabulary_merge.html",
        bundle,
        title=_("Merge into another publisher"),
        crumbs=[*crumbs, {"label": lost.name, "url": publisher_url(lost)}],
        publisher_names=publisher_names(),
        tab="names",
        **_dry_run(lost, kept),
    )


def _dry_run(lost: Publisher, kept: Publisher | None) -> dict[str, Any]:
    """What a merge would do, and why it cannot be done."""
    drafts = incidents_of_publisher(lost).exclude(state__in=policies.CLOSED_STATES).count()
    moves = [(_("Sources of it"), lost.sources.count()), (_("Incidents that must be reviewed anew"), drafts)]
    return {
        "lede": lost.name,
        "back_url": publisher_url(lost),
        "kept": kept,
        "kept_url": publisher_url(kept) if kept else "",
        "why_not": publisher_refusal(lost, kept) if kept else "",
        "stakes": numbers(moves),
        "public": incident_links(public_incidents_of_publisher(lost)),
        "actor_names": (),
    }


def _find(uid: UUID) -> Publisher:
    return get_object_or_404(Publisher, uid=uid)
