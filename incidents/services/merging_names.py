"""Make one publisher of two entries, and one place of two: the way in which actors are merged."""

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import Incident, LocationAssertion, Place, PlaceMerge, Publisher, PublisherMerge, Source
from incidents.policies import CLOSED_STATES
from incidents.rules.refusals import RefusedError
from incidents.selectors.merging import (
    incidents_at,
    incidents_of_publisher,
    is_own,
    public_incidents_at,
    public_incidents_of_publisher,
)
from incidents.services.editing import count_merge
from incidents.services.writing import write


@transaction.atomic
def merge_publishers(*, actor: User, loser: Publisher, survivor: Publisher, reason: str) -> PublisherMerge:
    """Move every source of one publisher to another, and write down which went. The grades of both stay as they were.

    Nothing that readers see may follow from it. Each draft that it touches counts an edit, and loses its approvals.

    Raises:
        NotAllowedError: this takes a senior editor.
        RefusedError: one and the same, one was merged before, or a public incident has the loser.
        ValidationError: no reason.
    """
    policies.may_regroup(actor).require()
    held = {one.pk: one for one in Publisher.objects.select_for_update().filter(pk__in=[loser.pk, survivor.pk])}
    lost, kept = held[loser.pk], held[survivor.pk]
    if why_not := publisher_refusal(lost, kept):
        raise RefusedError(why_not, field="other")
    touched = list(incidents_of_publisher(lost).exclude(state__in=CLOSED_STATES).order_by("pk"))
    moved = list(lost.sources.order_by("pk").values_list("pk", flat=True))
    merge = PublisherMerge(loser=lost, survivor=kept, reason=reason.strip(), moved={"sources": moved}, by=actor)
    with pghistory.context(user=actor.pk, verb="merge_publishers"):
        Source.objects.filter(pk__in=moved).update(publisher=kept)
        write(merge)
    count_merge(touched, actor=actor, verb="merge_publishers", reason=reason)
    return merge


@transaction.atomic
def merge_places(*, actor: User, loser: Place, survivor: Place, reason: str) -> PlaceMerge:
    """Have everything that used a place which the desk added use another, and write down what.

    Raises:
        NotAllowedError: this takes a senior editor.
        RefusedError: one and the same, one was merged before, the loser is of the gazetteer, they lie in different
            countries, or a public incident has the loser.
        ValidationError: no reason.
    """
    policies.may_regroup(actor).require()
    held = {one.pk: one for one in Place.objects.select_for_update().filter(pk__in=[loser.pk, survivor.pk])}
    lost, kept = held[loser.pk], held[survivor.pk]
    if why_not := place_refusal(lost, kept):
        raise RefusedError(why_not, field="other")
    touched = list(incidents_at(lost).exclude(state__in=CLOSED_STATES).order_by("pk"))
    merge = PlaceMerge(loser=lost, survivor=kept, reason=reason.strip(), moved={}, by=actor)
    with pghistory.context(user=actor.pk, verb="merge_places"):
        merge.moved = _carry(lost, kept)
        write(merge)
    count_merge(touched, actor=actor, verb="merge_places", reason=reason)
    return merge


def publisher_refusal(lost: Publisher, kept: Publisher) -> str:
    """Why the one cannot be merged into the other, in a sentence; "" where it can."""
    if lost.pk == kept.pk:
        return _("A publisher is not merged into itself. Choose the other one.")
    if PublisherMerge.objects.filter(loser__in=[lost, kept]).exists():
        return _("One of the two was merged before. Open the one that lives on.")
    return _known(lost.name) if public_incidents_of_publisher(lost) else ""


def place_refusal(lost: Place, kept: Place) -> str:
    """Why the one cannot be merged into the other, in a sentence; "" where it can."""
    if lost.pk == kept.pk:
        return _("A place is not merged into itself. Choose the other one.")
    if not is_own(lost):
        return _("“%(name)s” is of the gazetteer, and stays. Merge what the desk added into it.") % {"name": lost.name}
    if PlaceMerge.objects.filter(loser__in=[lost, kept]).exists():
        return _("One of the two was merged before. Open the one that lives on.")
    if lost.country_code != kept.country_code:
        return _("The two lie in different countries: they cannot be one.")
    return _known(lost.name) if public_incidents_at(lost) else ""


def _known(name: str) -> str:
    return _("Readers know “%(name)s” from published incidents. Correct the claims there first.") % {"name": name}


def _carry(lost: Place, kept: Place) -> dict[str, list[int]]:
    """Move all of it. A place of the desk takes the names too; the gazetteer is loaded anew and finds them by the
    loser's row."""
    locations = LocationAssertion.objects.filter(place=lost)
    incidents = Incident.objects.filter(place=lost)
    parts = Place.objects.filter(parent=lost)
    moved = {
        "claims": list(locations.order_by("pk").values_list("pk", flat=True)),
        "incidents": list(incidents.order_by("pk").values_list("pk", flat=True)),
        "parts": list(parts.order_by("pk").values_list("pk", flat=True)),
    }
    locations.update(place=kept)
    incidents.update(place=kept)
    parts.update(parent=kept)
    if is_own(kept):
        names = [lost.name, *lost.alternate_names]
        kept.alternate_names = list(dict.fromkeys([*kept.alternate_names, *(one for one in names if one != kept.name)]))
        spelt = dict.fromkeys(filter(None, [*kept.search_names.split("\n"), *lost.search_names.split("\n")]))
        kept.search_names = "\n" + "".join(f"{one}\n" for one in spelt)
        write(kept, only=["alternate_names", "search_names"])
    return moved
