"""Those who are named: a threat actor is only to whom a claim that stands attributes the incident.

Threat actor is what STIX calls whoever an incident is attributed to. Who is merely accused, or denies, or has one
of them for a branch, is an identity.
"""

from collections.abc import Iterator
from typing import Any, Final

from incidents.choices import ActorKind
from incidents.presenting.facts import names_somebody, stands
from incidents.presenting.stix.naming import Object, Told, named, stamp, stix_id
from incidents.presenting.stix.said import references

CLASSES: Final = {
    ActorKind.ORGANISATION.value: "organization",
    ActorKind.BRANCH.value: "organization",
    ActorKind.STATE_BODY.value: "organization",
    ActorKind.PERSON.value: "individual",
    ActorKind.MOVEMENT.value: "group",
}
"""Kinds of actor in the vocabulary of identity classes."""


def actor_objects(told: Told) -> Iterator[Object]:
    """Everybody whom the document tells of, and how they stand to each other, as cited."""
    for actor in told.actors:
        yield _actor(told, actor)
    for actor in told.actors:
        yield from _relations(told, actor)


def actor_id(told: Told, slug: str) -> str:
    """The id of somebody who is named in a document."""
    return stix_id("threat-actor" if slug in _attributed(told) else "identity", slug)


def _attributed(told: Told) -> set[str]:
    claims = [one for one in told.content["claims"] if one["kind"] == "attribution"]
    return {one["value"]["actor"] for one in claims if stands(one) and names_somebody(one)}


def _actor(told: Told, actor: dict[str, Any]) -> Object:
    kind = actor_id(told, actor["actor"]).partition("--")[0]
    aliases = sorted({alias["name"] for alias in actor["aliases"]} - {actor["name"]})
    relations = [f"{one['kind_text']} {one['other_name']}" for one in actor["relations"]]
    called = [f"Also: {', '.join(aliases)}"] if aliases and kind == "identity" else []
    class_of = CLASSES.get(actor["kind"], "unknown")
    own: dict[str, Any] = {"aliases": aliases} if kind == "threat-actor" else {"identity_class": class_of}
    since = told.named.get(actor["actor"], told.first_published)
    return named(
        kind,
        actor["actor"],
        since=stamp(since),
        modified=stamp(max(since, told.published)),
        name=actor["name"],
        description=". ".join([actor["kind_text"], *relations, *called]),
        external_references=[{"source_name": "Attest", "external_id": actor["actor"]}],
        **own,
    )


def _relations(told: Told, actor: dict[str, Any]) -> Iterator[Object]:
    known = {one["actor"] for one in told.actors}
    since = told.named.get(actor["actor"], told.first_published)
    source = actor_id(told, actor["actor"])
    for relation in actor["relations"]:
        if relation["other"] not in known:
            continue
        target = actor_id(told, relation["other"])
        yield named(
            "relationship",
            source,
            relation["kind"],
            target,
            since=stamp(since),
            modified=stamp(max(since, told.published)),
            relationship_type="related-to",
            description=relation["kind_text"],
            source_ref=source,
            target_ref=target,
            external_references=references(told, relation["citations"]),
        )
