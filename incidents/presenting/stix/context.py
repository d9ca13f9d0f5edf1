"""What surrounds an incident: warnings, reactions, the incidents that it is linked to and those it was merged from."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from incidents.choices import WarningResponse
from incidents.presenting.stix.claims import note_id
from incidents.presenting.stix.naming import Object, Told, stix_id
from incidents.presenting.stix.said import authors, references
from incidents.presenting.words import day_words, label_of


def context_objects(told: Told) -> Iterator[Object]:
    """Notes of warnings and reactions, relationships to other incidents. These are referred to and not brought."""
    for warning in told.content["warnings"]:
        yield _warning(told, warning)
    for statement in told.content["statements"]:
        yield _reaction(told, statement)
    yield from _links(told)


def _warning(told: Told, warning: dict[str, Any]) -> Object:
    """A warning by what is said of it: the claims that speak of it are notes of their own, and name who says so."""
    spoken = [one["id"] for one in told.content["claims"] if one["value"].get("warning") == warning["id"]]
    lines = [
        _("Basis: %(basis)s") % {"basis": warning["basis_text"]},
        "“%s”" % warning["basis_wording"] if warning["basis_wording"] else "",  # noqa: UP031
        _("Channel: %(channel)s") % {"channel": warning["channel"]} if warning["channel"] else "",
        _("Disclosed on %(day)s") % {"day": day_words(warning["disclosed_on"])} if warning["disclosed_on"] else "",
        _("Outcome: %(outcome)s") % {"outcome": warning["outcome_text"]},
        _("Response: %(response)s") % {"response": label_of(WarningResponse, warning["standing"]["response"])},
    ]
    parties = {"warner": warning["warner"], "recipient": warning["recipient"]}
    return told.made(
        "note",
        "warning",
        warning["id"],
        abstract=_("Warning by %(warner)s to %(recipient)s") % parties,
        content="\n".join(line for line in lines if line),
        authors=authors(told, spoken),
        object_refs=[told.id, *(note_id(told, one) for one in spoken)],
        labels=["warning"],
    )


def _reaction(told: Told, statement: dict[str, Any]) -> Object:
    made_on = day_words(statement["made_on"])
    return told.made(
        "note",
        "reaction",
        statement["id"],
        abstract=", ".join(part for part in (statement["speaker"], made_on) if part),
        content=statement["paraphrase"],
        authors=[statement["speaker"]],
        object_refs=[told.id],
        labels=["reaction"],
        external_references=references(told, statement["citations"]),
    )


def _links(told: Told) -> Iterator[Object]:
    content = told.content
    if content["parent"]:
        yield _relation(told, "part-of", content["parent"], description=_("Part of that incident"))
    for link in content["links"]:
        cited = references(told, link["citations"])
        yield _relation(told, link["kind"], link["incident"], description=link["kind_text"], external_references=cited)
    for merged in content.get("lineage", {}).get("merged_from", []):
        yield told.made(
            "relationship",
            "merged",
            merged,
            relationship_type="duplicate-of",
            source_ref=stix_id("incident", merged),
            target_ref=told.id,
        )


def _relation(told: Told, kind: str, other: str, **properties: Any) -> Object:
    return told.made(
        "relationship",
        kind,
        other,
        relationship_type="related-to",
        source_ref=told.id,
        target_ref=stix_id("incident", other),
        **properties,
    )
