"""Tags: every one with how often it is used, what each is put on, and which an incident has."""

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
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.tags import IncidentTagsForm, TagForm
from incidents.desk.pages import address, desk_page, find_to_edit, form_page, searched, sent
from incidents.desk.presenters import tags as shown
from incidents.desk.presenters.merging import entry_url, vocabularies
from incidents.desk.presenters.sources import page_of
from incidents.desk.reads.tags import history_of_tag, listed_tags, tag_names, tagged_with, tags_of
from incidents.desk.saving.tags import save_tags
from incidents.models import Tag
from incidents.selectors.entries import living
from incidents.selectors.tags import living_tags
from incidents.services.tagging import change_tag, record_tag

A_PAGE = 50


@desk_page("GET", "HEAD")
def tags(request: PersonRequest) -> HttpResponse:
    """Every tag, searched by its name and by what it is put on."""
    words = searched(request)
    page = Paginator(listed_tags(words, request.user), A_PAGE).get_page(request.GET.get("page", "1"))
    context = {
        "tab": "names",
        "title": _("Tags"),
        "words": words,
        "rows": shown.tag_rows(page),
        "tabs": vocabularies("tags"),
        "curates": policies.may_curate(request.user),
    }
    return render(request, "desk/tags.html", {**context, **page_of(page, words, "desk:tags")})


@desk_page("GET", "POST")
def new(request: PersonRequest) -> HttpResponseBase:
    """A tag that there is not yet."""
    policies.may_curate(request.user).require()
    form = TagForm(sent(request))
    bundle = Bundle(tag=form)
    made: list[Tag] = []

    def save() -> None:
        made.append(record_tag(actor=request.user, name=form.text("name"), note=form.text("note")))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The tag “%(name)s” is there.") % {"name": made[0].name})
        return redirect(entry_url(made[0]))
    return _form(request, bundle, None, title=_("Add a tag"), action=_("Add"))


@desk_page("GET", "HEAD")
def tag(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """One tag, and the incidents that have it. One that was merged leads on."""
    named = get_object_or_404(Tag, uid=uid)
    kept = living(named)
    if kept != named:
        messages.info(request, _("“%(name)s” was merged into this tag.") % {"name": named.name})
        return redirect(entry_url(kept))
    page = shown.tag_page(named, tagged_with(named, request.user), history_of_tag(named))
    rights = {"curates": policies.may_curate(request.user), "merges": policies.may_regroup(request.user)}
    return render(request, "desk/tag.html", {"tab": "names", **rights, **page})


@desk_page("GET", "POST")
def change(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Its name, and what it is put on."""
    policies.may_curate(request.user).require()
    found = get_object_or_404(Tag, uid=uid)
    form = TagForm.of(sent(request), found)
    bundle = Bundle(tag=form)

    def save() -> None:
        change_tag(actor=request.user, tag=found, name=form.text("name"), note=form.text("note"))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Saved. What has the tag keeps it."))
        return redirect(entry_url(found))
    return _form(request, bundle, found, title=_("Change a tag"), action=_("Save"))


def _form(request: PersonRequest, bundle: Bundle, found: Tag | None, *, title: str, action: str) -> HttpResponse:
    crumbs = [{"label": _("Tags"), "url": reverse("desk:tags")}]
    if found:
        crumbs.append({"label": found.name, "url": entry_url(found)})
    lede = found.name if found else ""
    page: dict[str, Any] = {"lede": lede, "action": action, "back_url": crumbs[-1]["url"], "crumbs": crumbs}
    return form_page(request, "desk/vocabulary_form.html", bundle, title=title, tab="names", **page)


@desk_page("GET", "POST")
def of_incident(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Which tags an incident has. Whoever is second takes nothing back that another put on."""
    incident = find_to_edit(request, uid)
    form = IncidentTagsForm(sent(request), offered=living_tags(), on_it=tags_of(incident))
    bundle = Bundle(tags=form)

    def save() -> None:
        put, taken = save_tags(actor=request.user, incident=incident, form=form)
        messages.success(request, shown.changed_in_words(put, taken))

    if request.method == "POST" and bundle.accepts(save):
        return redirect(address(incident, "tags"))
    page: dict[str, Any] = {"tag_names": tag_names(), "curates": policies.may_curate(request.user)}
    return form_page(request, "desk/incident_tags.html", bundle, title=_("Tags"), incident=incident, **page)
