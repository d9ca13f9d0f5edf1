"""Publishers: what is known of each, how reliable it was held to be and since when."""

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
from incidents.desk.forms.deciding import GradeForm
from incidents.desk.pages import desk_page, form_page, searched, sent
from incidents.desk.presenters.merging import entry_url, vocabularies
from incidents.desk.presenters.publishers import publisher_page, publisher_rows
from incidents.desk.presenters.sources import page_of
from incidents.desk.reads.sources import listed_publishers, sources_published
from incidents.models import Publisher
from incidents.selectors.entries import living
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
    found = living(named)
    if found != named:
        messages.info(request, _("“%(name)s” was merged into this publisher.") % {"name": named.name})
        return redirect(entry_url(found))
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
    crumbs = [
        {"label": _("Publishers"), "url": reverse("desk:publishers")},
        {"label": found.name, "url": entry_url(found)},
    ]
    title = _("Grade a publisher")
    return form_page(request, "desk/grade.html", bundle, title=title, publisher=found, crumbs=crumbs, tab="names")


def _find(uid: UUID) -> Publisher:
    return get_object_or_404(Publisher, uid=uid)
