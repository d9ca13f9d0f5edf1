"""Make one entry of two, in whichever vocabulary: look at what would move first, then say why they are one."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from accounts.access import PersonRequest
from incidents import policies
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.merging import MergeActors, MergeForm, MergePlaces, MergePublishers, MergeTags
from incidents.desk.pages import asked_for, desk_page, form_page, sent
from incidents.desk.presenters.merging import WORDS, entry_url, merge_page
from incidents.desk.reads.evidence import actor_names, publisher_names
from incidents.desk.reads.merging import dry_run
from incidents.desk.reads.sources import find_publisher
from incidents.desk.reads.tags import find_tag, tag_names
from incidents.models import Actor, Place, Publisher, Tag
from incidents.rules.refusals import RefusedError
from incidents.selectors.gazetteer import search_places
from incidents.services.merging import merge_entries
from incidents.services.people import find_actor

NOTHING_SUGGESTED: Final[dict[str, Any]] = {"actor_names": (), "publisher_names": (), "tag_names": ()}


@desk_page("GET", "POST")
def actors(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Two actors."""
    lost = get_object_or_404(Actor, uid=uid)
    return _merge(request, lost, MergeActors.of(request), find_actor, actor_names=actor_names())


@desk_page("GET", "POST")
def publishers(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Two publishers."""
    lost = get_object_or_404(Publisher, uid=uid)
    return _merge(request, lost, MergePublishers.of(request), find_publisher, publisher_names=publisher_names())


@desk_page("GET", "POST")
def tags(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Two tags."""
    lost = get_object_or_404(Tag, uid=uid)
    return _merge(request, lost, MergeTags.of(request), find_tag, tag_names=tag_names())


@desk_page("GET", "POST")
def places(request: PersonRequest, pk: int) -> HttpResponseBase:
    """Two places: of those that bear the name, one is chosen."""
    lost = get_object_or_404(Place.objects.select_related("parent").defer("extent", "parent__extent"), pk=pk)
    form = MergePlaces.of(request)
    words = form.typed("other")
    form.offer([one for one in search_places(words) if one != lost] if words else [])
    return _merge(request, lost, form, lambda _typed: form.chosen)


def _merge(
    request: PersonRequest, lost: Model, form: MergeForm, find: Callable[[str], Any], **suggested: Any
) -> HttpResponseBase:
    policies.may_regroup(request.user).require()
    words, typed = WORDS[type(lost)], form.typed("other")
    bundle, kept = Bundle(merge=form), find(typed) if typed else None

    def save() -> None:
        if kept is None:
            raise RefusedError(str(words.unknown), field="other")
        merge_entries(actor=request.user, loser=lost, survivor=kept, reason=form.text("reason"))

    if asked_for(request) == "look":
        bundle.as_typed()
    elif sent(request) is not None and bundle.accepts(save) and kept:
        messages.success(request, words.done)
        return redirect(entry_url(kept))
    page = {**merge_page(dry_run(lost, kept)), **NOTHING_SUGGESTED, **suggested, "tab": "names"}
    return form_page(request, "desk/vocabulary_merge.html", bundle, **page)
