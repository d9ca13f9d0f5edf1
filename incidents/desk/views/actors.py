"""Actors: find them, see where each is named, say what each is called and how it stands to others."""

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
from incidents.desk.forms.actors import ActorForm, NewActorForm
from incidents.desk.forms.bundle import Bundle
from incidents.desk.pages import desk_page, form_page, searched, sent
from incidents.desk.presenters.actors import actor_page, actor_rows
from incidents.desk.presenters.merging import entry_url, vocabularies
from incidents.desk.presenters.sources import page_of
from incidents.desk.reads.actors import listed_actors, read_actor
from incidents.desk.reads.evidence import actor_names
from incidents.models import Actor
from incidents.rules.refusals import RefusedError
from incidents.selectors.entries import living
from incidents.services.actors import change_actor
from incidents.services.people import find_actor, record_actor

A_PAGE = 50


@desk_page("GET", "HEAD")
def actors(request: PersonRequest) -> HttpResponse:
    """Every actor, searched by any of its names."""
    words = searched(request)
    page = Paginator(listed_actors(words, request.user), A_PAGE).get_page(request.GET.get("page", "1"))
    context = {
        "tab": "names",
        "title": _("Actors"),
        "words": words,
        "rows": actor_rows(page),
        "tabs": vocabularies("actors"),
    }
    return render(request, "desk/actors.html", {**context, **page_of(page, words, "desk:actors")})


@desk_page("GET", "POST")
def new(request: PersonRequest) -> HttpResponseBase:
    """An actor that nobody has recorded yet."""
    policies.may_log(request.user).require()
    form = NewActorForm(sent(request))
    bundle = Bundle(actor=form)
    made: list[Actor] = []

    def save() -> None:
        name = form.text("name")
        known = find_actor(name)
        if known:
            sentence = _("“%(name)s” is on record already, as “%(known)s”.")
            raise RefusedError(sentence % {"name": name, "known": known.name}, field="name")
        made.append(record_actor(actor=request.user, name=name, kind=form.text("kind")))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The actor is recorded."))
        return redirect(entry_url(made[0]))
    return about_actor(request, bundle, None, title=_("Record an actor"), action=_("Record"))


@desk_page("GET", "HEAD")
def actor(request: PersonRequest, uid: UUID) -> HttpResponse:
    """One actor. The entry of one that was merged leads to the one it was merged into."""
    named = get_object_or_404(Actor, uid=uid)
    kept = living(named)
    if kept != named:
        messages.info(request, _("“%(name)s” was merged into this actor.") % {"name": named.name})
        return redirect(entry_url(kept))
    context = actor_page(read_actor(named, request.user))
    rights = {"curates": policies.may_curate(request.user), "merges": policies.may_regroup(request.user)}
    return render(request, "desk/actor.html", {"tab": "names", **rights, **context})


@desk_page("GET", "POST")
def change(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Its name, its kind, when it was active."""
    policies.may_curate(request.user).require()
    named = get_object_or_404(Actor, uid=uid)
    form = ActorForm.of(sent(request), named)
    bundle = Bundle(actor=form)

    def save() -> None:
        change_actor(actor=request.user, named=named, about=form.about())

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Saved. Readers see it with the next version of each incident."))
        return redirect(entry_url(named))
    return about_actor(request, bundle, named, title=_("Change an actor"))


def about_actor(
    request: PersonRequest,
    bundle: Bundle,
    named: Actor | None,
    *,
    title: str,
    **context: Any,
) -> HttpResponse:
    """A page with a form about an actor, or about none yet."""
    crumbs = [{"label": _("Actors"), "url": reverse("desk:actors")}]
    if named:
        crumbs.append({"label": named.name, "url": entry_url(named)})
    page = {"action": _("Save"), "back_url": crumbs[-1]["url"], "actor_names": actor_names(), **context}
    lede = named.name if named else ""
    return form_page(
        request, "desk/vocabulary_form.html", bundle, title=title, crumbs=crumbs, lede=lede, tab="names", **page
    )
