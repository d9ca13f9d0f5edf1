"""Those who are named, as the public reads them: what else they are called, and what they are a part of."""

from collections.abc import Iterable
from typing import Any

from incidents.choices import PART_OF
from incidents.models import Actor, Assertion
from incidents.selectors.content.claims import public_citations


def actors(assertions: Iterable[Assertion]) -> list[dict[str, Any]]:
    """Every actor whom a public attribution names and, above them, what they are said to be a part of, by short name.

    A relation is public only with a source that is; names are the vocabulary of the record and carry none.
    """
    waiting = {one.attribution.actor_id for one in assertions if one.kind == "attribution"}
    found: dict[int, dict[str, Any]] = {}
    while waiting:
        named = Actor.objects.filter(pk__in=waiting).prefetch_related(
            "aliases", "relations__other", "relations__citations__source", "relations__citations__speaker"
        )
        above = set()
        for actor in named:
            found[actor.pk] = _actor(actor)
            public = {one["other"] for one in found[actor.pk]["relations"] if one["kind"] in PART_OF}
            above |= {one.other_id for one in actor.relations.all() if one.other.slug in public}
        waiting = above - found.keys()
    return sorted(found.values(), key=lambda one: one["actor"])


def _actor(actor: Actor) -> dict[str, Any]:
    relations = [
        {
            "kind": relation.kind,
            "kind_text": relation.get_kind_display(),
            "other": relation.other.slug,
            "other_name": relation.other.name,
            "since": relation.since,
            "until": relation.until,
            "citations": cited,
        }
        for relation in actor.relations.all()
        if (cited := public_citations(relation.citations.all(), {}))
    ]
    return {
        "actor": actor.slug,
        "name": actor.name,
        "kind": actor.kind,
        "kind_text": actor.get_kind_display(),
        "aliases": [{"name": alias.name, "lang": alias.lang} for alias in actor.aliases.all()],
        "relations": relations,
    }
