"""Record who speaks and who is named."""

import pghistory
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts.models import User
from incidents import policies
from incidents.models import Actor, ActorAlias, ActorRelation, Speaker
from incidents.rules.folding import fold
from incidents.rules.refusals import RefusedError
from incidents.selectors.entries import living
from incidents.services.inputs import SpeakerPerson
from incidents.services.writing import write


@transaction.atomic
def record_speaker(*, actor: User, person: SpeakerPerson) -> Speaker:
    """Record whose words are cited. An unnamed speaker is a new one each time: who it is, nobody knows.

    Raises:
        NotAllowedError: this person may not.
        ValidationError: a named speaker has no name, an anonymous one has one, or nothing says who speaks.
    """
    policies.may_log(actor).require()
    speaker = Speaker(
        naming=person.naming,
        name=person.name.strip(),
        role_title=person.role_title.strip(),
        organisation=person.organisation.strip(),
        description=person.description.strip(),
        anonymity_reason=person.anonymity_reason.strip(),
        directness=person.directness,
        actor=person.actor,
        recorded_by=actor,
    )
    with pghistory.context(user=actor.pk, verb="record_speaker"):
        write(speaker)
    return speaker


@transaction.atomic
def record_actor(*, actor: User, name: str, kind: str, aliases: tuple[tuple[str, str, str], ...] = ()) -> Actor:
    """Record an actor, or return the one of this name; aliases are (name, language, used by).

    Raises:
        NotAllowedError: this person may not.
        ValidationError: the name stands for nobody.
    """
    policies.may_log(actor).require()
    found = find_actor(name)
    named = found or Actor(name=name.strip(), kind=kind, slug=_free_slug(name), recorded_by=actor)
    with pghistory.context(user=actor.pk, verb="record_actor"):
        if not found:
            write(named)
            add_alias(actor=actor, named=named, name=named.name)
        for alias, lang, used_by in aliases:
            add_alias(actor=actor, named=named, name=alias, lang=lang, used_by=used_by)
    return named


@transaction.atomic
def add_alias(*, actor: User, named: Actor, name: str, lang: str = "", used_by: str = "") -> ActorAlias:
    """Record another name of an actor; the same name is recorded once.

    Raises:
        NotAllowedError: this person may not.
    """
    policies.may_log(actor).require()
    alias, _created = ActorAlias.objects.get_or_create(
        actor=named, name=name.strip(), defaults={"lang": lang, "used_by": used_by, "folded": fold(name)}
    )
    return alias


@transaction.atomic
def relate(*, actor: User, named: Actor, other: Actor, kind: str, since: str = "", until: str = "") -> ActorRelation:
    """Record how one actor stands to another; the same relation is recorded once. Cite it with ``services.cite``.

    Raises:
        NotAllowedError: this person may not.
        RefusedError: an actor in relation to itself.
    """
    policies.may_log(actor).require()
    if named == other:
        raise RefusedError(_("An actor does not stand in relation to itself."), field="other")
    with pghistory.context(user=actor.pk, verb="relate"):
        relation, _created = ActorRelation.objects.get_or_create(
            actor=named, other=other, kind=kind, defaults={"since": since, "until": until, "recorded_by": actor}
        )
    return relation


def find_actor(name: str) -> Actor | None:
    """The actor known by this name or an alias of it, whatever its spelling."""
    alias = ActorAlias.objects.filter(folded=fold(name)).select_related("actor").first()
    found = alias.actor if alias else Actor.objects.filter(name__iexact=name.strip()).first()
    return living(found) if found else None


def _free_slug(name: str) -> str:
    base = slugify(name)[:70] or "actor"
    taken = set(Actor.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(slug for number in range(2, len(taken) + 3) if (slug := f"{base}-{number}") not in taken)
