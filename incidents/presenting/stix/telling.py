"""Versions as they are told of: with what only the record knows, when an incident and its actors were first named."""

from collections.abc import Sequence

from incidents.models.record import Version
from incidents.presenting.stix.naming import Told
from incidents.selectors.names import named_since
from incidents.selectors.record import first_publications


def tell(versions: Sequence[Version]) -> list[Told]:
    """Some versions in their order, for two questions however many they are."""
    first = first_publications({one.public_id for one in versions})
    since = named_since({actor["actor"] for one in versions for actor in one.content.get("actors", [])})
    return [
        Told(
            public_id=one.public_id,
            number=one.number,
            content=one.content,
            first_published=first[one.public_id],
            published=one.published_at,
            named=since,
        )
        for one in versions
    ]
