"""The names of an actor and its relations, one at a time."""

from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.actors import AliasForm, RelationForm
from incidents.desk.forms.bundle import Bundle
from incidents.desk.pages import asked_for, desk_page, sent
from incidents.desk.presenters.merging import entry_url
from incidents.desk.views.actors import about_actor
from incidents.models import Actor, ActorAlias, ActorRelation
from incidents.rules.refusals import RefusedError
from incidents.selectors.clearance import require_known
from incidents.services.actors import change_alias, change_relation, drop_alias, drop_relation, name_actor
from incidents.services.people import find_actor, relate

REMOVE = "remove"


@desk_page("GET", "POST")
def new_name(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Another name."""
    policies.may_curate(request.user).require()
    named = get_object_or_404(Actor, uid=uid)
    form = AliasForm(sent(request))
    bundle = Bundle(alias=form)

    def save() -> None:
        words = {name: form.text(name) for name in ("name", "lang", "used_by")}
        name_actor(actor=request.user, named=named, **words)

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("The name is recorded."))
        return redirect(f"{entry_url(named)}#names")
    return about_actor(request, bundle, named, title=_("Add a name"))


@desk_page("GET", "POST")
def name(request: PersonRequest, uid: UUID, alias: int) -> HttpResponseBase:
    """In which language a name is and who uses it; or that it is none."""
    policies.may_curate(request.user).require()
    found = get_object_or_404(ActorAlias.objects.select_related("actor"), pk=alias, actor__uid=uid)
    bundle = Bundle(alias=AliasForm.of(sent(request), found))
    form = bundle.the(AliasForm)

    def save() -> None:
        change_alias(actor=request.user, alias=found, lang=form.text("lang"), used_by=form.text("used_by"))

    def remove() -> None:
        drop_alias(actor=request.user, alias=found)

    if request.method == "POST" and bundle.accepts(remove if asked_for(request) == REMOVE else save):
        messages.success(request, _("Saved."))
        return redirect(f"{entry_url(found.actor)}#names")
    title = _("The name “%(name)s”") % {"name": found.name}
    removable = found.name != found.actor.name
    return about_actor(request, bundle, found.actor, title=title, remove=_("Remove this name") if removable else "")


@desk_page("GET", "POST")
def new_relation(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """How it stands to another actor on record."""
    policies.may_curate(request.user).require()
    named = get_object_or_404(Actor, uid=uid)
    form = RelationForm(sent(request))
    bundle = Bundle(relation=form)

    def save() -> None:
        other = find_actor(form.text("other"))
        if other is None:
            raise RefusedError(_("Nobody on record goes by this name. Check the spelling."), field="other")
        days = {"since": form.text("since"), "until": form.text("until")}
        relate(actor=request.user, named=named, other=other, kind=form.text("kind"), **days)

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Recorded. Readers see it once a claim cites a source for it."))
        return redirect(f"{entry_url(named)}#relations")
    return about_actor(request, bundle, named, title=_("Add a relation"))


@desk_page("GET", "POST")
def relation(request: PersonRequest, uid: UUID, relation: int) -> HttpResponseBase:
    """From when to when a relation held; or that there was none."""
    policies.may_curate(request.user).require()
    held = ActorRelation.objects.filter(pk=relation, actor__uid=uid).select_related("actor", "other")
    require_known(request.user, held)
    found = get_object_or_404(held)
    form = RelationForm.of(sent(request), found)
    bundle = Bundle(relation=form)

    def save() -> None:
        days = {"since": form.text("since"), "until": form.text("until")}
        change_relation(actor=request.user, relation=found, **days)

    def remove() -> None:
        drop_relation(actor=request.user, relation=found)

    if request.method == "POST" and bundle.accepts(remove if asked_for(request) == REMOVE else save):
        messages.success(request, _("Saved."))
        return redirect(f"{entry_url(found.actor)}#relations")
    words = {"kind": found.get_kind_display(), "other": found.other.name}
    title = _("%(kind)s “%(other)s”") % words
    return about_actor(request, bundle, found.actor, title=title, remove=_("Remove this relation"))
