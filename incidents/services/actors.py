"""Keep what is on record of an actor: its name, the others it goes by, how it stands to others.

What is published keeps the names that it was published with; an incident takes up the new ones with its next version.
"""

from dataclasses import dataclass

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import Actor, ActorAlias, ActorRelation
from incidents.rules.folding import fold
from incidents.rules.refusals import RefusedError
from incidents.services.writing import write


@dataclass(frozen=True, kw_only=True)
class About:
    """What is known of an actor itself; days in EDTF, "" where unknown."""

    name: str
    kind: str
    active_from: str = ""
    active_to: str = ""
    note: str = ""


@transaction.atomic
def change_actor(*, actor: User, named: Actor, about: About) -> Actor:
    """Write anew what is known of an actor. Its short name never changes; the name it had stays as another name.

    Raises:
        NotAllowedError: this takes an editor.
        RefusedError: it was merged, or another actor goes by this name.
        ValidationError: a field is wrong.
    """
    held = _hold(actor, named)
    name = about.name.strip()
    _require_free(name, held)
    held.name, held.kind, held.note = name, about.kind, about.note.strip()
    held.active_from, held.active_to = about.active_from, about.active_to
    with pghistory.context(user=actor.pk, verb="change_actor"):
        write(held)
        if name and not held.aliases.filter(name=name).exists():
            write(ActorAlias(actor=held, name=name, folded=fold(name)))
    return held


@transaction.atomic
def name_actor(*, actor: User, named: Actor, name: str, lang: str = "", used_by: str = "") -> ActorAlias:
    """Record another name of an actor.

    Raises:
        NotAllowedError: this takes an editor.
        RefusedError: it was merged, or another actor goes by this name.
        ValidationError: a field is wrong, or the name is on record.
    """
    held = _hold(actor, named)
    _require_free(name, held)
    alias = ActorAlias(actor=held, name=name.strip(), lang=lang, used_by=used_by.strip(), folded=fold(name))
    with pghistory.context(user=actor.pk, verb="name_actor"):
        write(alias)
    return alias


@transaction.atomic
def change_alias(*, actor: User, alias: ActorAlias, lang: str, used_by: str) -> ActorAlias:
    """Say anew in which language a name is and who uses it.

    Raises:
        NotAllowedError: this takes an editor.
        ValidationError: a field is wrong.
    """
    _hold(actor, alias.actor)
    alias.lang, alias.used_by = lang, used_by.strip()
    with pghistory.context(user=actor.pk, verb="change_alias"):
        write(alias)
    return alias


@transaction.atomic
def drop_alias(*, actor: User, alias: ActorAlias) -> None:
    """Take a name off an actor that does not go by it; the history keeps it.

    Raises:
        NotAllowedError: this takes an editor.
        RefusedError: it is the name that the actor is shown by.
    """
    held = _hold(actor, alias.actor)
    if alias.name == held.name:
        raise RefusedError(_("This is the name that the actor is shown by. Choose another one for it first."))
    with pghistory.context(user=actor.pk, verb="drop_alias"):
        alias.delete()


@transaction.atomic
def change_relation(*, actor: User, relation: ActorRelation, since: str, until: str) -> ActorRelation:
    """Say anew from when to when a relation held.

    Raises:
        NotAllowedError: this takes an editor.
        ValidationError: a field is wrong.
    """
    _hold(actor, relation.actor)
    relation.since, relation.until = since, until
    with pghistory.context(user=actor.pk, verb="change_relation"):
        write(relation)
    return relation


@transaction.atomic
def drop_relation(*, actor: User, relation: ActorRelation) -> None:
    """Take a relation off the record, which nothing cites; the history keeps it.

    Raises:
        NotAllowedError: this takes an editor.
        RefusedError: a source is cited for it.
    """
    _hold(actor, relation.actor)
    if relation.citations.exists():
        raise RefusedError(_("A source is cited for this relation. Say when it ended instead."))
    with pghistory.context(user=actor.pk, verb="drop_relation"):
        relation.delete()


def _hold(actor: User, named: Actor) -> Actor:
    policies.may_curate(actor).require()
    held = Actor.objects.select_for_update().get(pk=named.pk)
    if hasattr(held, "merge"):
        words = {"name": held.name, "other": held.merge.survivor.name}
        raise RefusedError(_("“%(name)s” was merged into “%(other)s”. Work goes on there.") % words)
    return held


def _require_free(name: str, held: Actor) -> None:
    """Refuse a name by which another actor is found: a claim would no longer say whom it means."""
    taken = ActorAlias.objects.filter(folded=fold(name)).exclude(actor=held).select_related("actor").first()
    if taken:
        sentence = _("“%(other)s” goes by this name. If the two are one, merge them.")
        raise RefusedError(sentence % {"other": taken.actor.name}, field="name")
