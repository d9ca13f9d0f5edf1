"""Keep the desk's tags, and put them on incidents.

A tag is no content of an incident: it stands in no document and no version. So putting one on moves no state, lapses no
approval and makes nobody an author (ADR 0033). Each tag stands or falls by itself: whoever is second takes nothing back
that another put on.
"""

from collections.abc import Collection

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import Incident, IncidentTag, Tag
from incidents.rules.refusals import RefusedError
from incidents.selectors.entries import living
from incidents.services.writing import write


@transaction.atomic
def record_tag(*, actor: User, name: str, note: str = "") -> Tag:
    """Record a tag, or return the one of this name, or what that was merged into.

    Raises:
        NotAllowedError: this takes an editor.
        ValidationError: no name, or one that is none.
    """
    policies.may_curate(actor).require()
    known = Tag.objects.filter(name__iexact=_folded(name)).first()
    if known:
        return living(known)
    tag = Tag(name=_folded(name), note=note.strip(), recorded_by=actor)
    with pghistory.context(user=actor.pk, verb="record_tag"):
        write(tag)
    return tag


@transaction.atomic
def change_tag(*, actor: User, tag: Tag, name: str, note: str) -> Tag:
    """Give a tag another name, or say anew what it is put on. What has it keeps it.

    Raises:
        NotAllowedError: this takes an editor.
        RefusedError: it was merged.
        ValidationError: no name, or one that another tag has.
    """
    policies.may_curate(actor).require()
    held = Tag.objects.select_for_update(no_key=True).get(pk=tag.pk)
    kept = living(held)
    if kept != held:
        words = {"name": held.name, "other": kept.name}
        raise RefusedError(_("“%(name)s” was merged into “%(other)s”. Work goes on there.") % words)
    held.name, held.note = _folded(name), note.strip()
    with pghistory.context(user=actor.pk, verb="change_tag"):
        write(held)
    return held


@transaction.atomic
def change_tags(
    *, actor: User, incident: Incident, put: Collection[Tag] = (), take: Collection[Tag] = ()
) -> tuple[list[Tag], list[Tag]]:
    """Put tags on an incident and take others off; which were put on and which taken off by that is returned.

    What is there already is not put on twice, and what is gone already is not taken off.

    Raises:
        NotAllowedError: this person may not edit the incident.
    """
    policies.may_edit(actor, incident).require()
    with pghistory.context(user=actor.pk, verb="change_tags"):
        fresh = [tag for tag in map(living, put) if _put(actor, incident, tag)]
        gone = [tag for tag in map(living, take) if IncidentTag.objects.filter(incident=incident, tag=tag).delete()[0]]
    return fresh, gone


def _put(actor: User, incident: Incident, tag: Tag) -> bool:
    """Whether it was not there before; of two who put it on at once, one did."""
    _one, made = IncidentTag.objects.get_or_create(incident=incident, tag=tag, defaults={"put_by": actor})
    return made


def _folded(name: str) -> str:
    """A name with single spaces."""
    return " ".join(name.split())
