"""Sources, speakers and citations as they are answered."""

from collections.abc import Iterable
from typing import Any

from accounts.models import User
from incidents.drafting.shapes.fields import iso
from incidents.models import Citation, Place, Source, SourceDerivation, Speaker

Answer = dict[str, Any]


def speaker(found: Speaker) -> Answer:
    """Who speaks; sent again, the id alone does."""
    return {
        "id": str(found.uid),
        "naming": found.naming,
        "name": found.name,
        "role_title": found.role_title,
        "organisation": found.organisation,
        "description": found.description,
        "anonymity_reason": found.anonymity_reason,
        "directness": found.directness,
        "actor": found.actor.name if found.actor else "",
    }


def citations(found: Iterable[Citation]) -> list[Answer]:
    """Citations that were veiled for whoever asks."""
    return [_citation(one) for one in found]


def _citation(found: Citation) -> Answer:
    return {
        "id": str(found.uid),
        "source": str(found.source.uid),
        "source_title": found.source.title,
        "publisher": found.source.publisher.name,
        "withheld": found.source.veiled,
        **words_of(found),
        "speaker": speaker(found.speaker) if found.speaker else None,
    }


def words_of(found: Citation) -> Answer:
    """The words and where they stand, as they can be sent again."""
    return {
        "quote": found.quote,
        "locator": found.locator,
        "stance": found.stance,
        "translation": found.translation,
        "said_on": iso(found.said_on),
        "reported_on": iso(found.reported_on),
    }


def as_sent(found: Citation) -> Answer:
    """A citation as it can be sent again."""
    said_by = {"id": str(found.speaker.uid)} if found.speaker else None
    return {"source": str(found.source.uid), **words_of(found), "speaker": said_by}


def sources(found: Iterable[Source], person: User) -> list[Answer]:
    """Sources that a person may see, with those below each that they may see too."""
    held = list(found)
    readable = Source.objects.readable_by(person)
    below: dict[int, list[Answer]] = {one.pk: [] for one in held}
    for one in SourceDerivation.objects.filter(source__in=held, origin__in=readable).select_related("origin"):
        below[one.source_id].append({"source": str(one.origin.uid), "kind": one.kind})
    return [_source(one, below[one.pk]) for one in held]


def _source(found: Source, below: list[Answer]) -> Answer:
    return {
        "id": str(found.uid),
        "publisher": found.publisher.name,
        "title": found.title,
        "kind": found.kind,
        "lang": found.lang,
        "authors": found.authors,
        "published_on": iso(found.published_on),
        "published_precision": found.published_precision,
        "url": found.canonical_url,
        "access": found.access,
        "rights": found.rights,
        "credit": found.credit,
        "summary": found.summary,
        "confidential": found.confidential,
        "rests_on": below,
    }


def place(found: Place) -> Answer:
    """A place of the gazetteer."""
    return {
        "id": found.pk,
        "name": found.name,
        "native_name": found.native_name,
        "kind": found.kind,
        "within": found.parent.name if found.parent else "",
        "country_code": found.country_code,
        "latitude": found.point.y if found.point else None,
        "longitude": found.point.x if found.point else None,
    }
