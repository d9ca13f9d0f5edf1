"""The values that the record gives, each a Note with the sentence that says why."""

from collections.abc import Iterator

from incidents.presenting.provenance import LABELS, origin
from incidents.presenting.stix.claims import note_id
from incidents.presenting.stix.naming import Object, Told


def value_objects(told: Told) -> Iterator[Object]:
    """A note for each value that somebody gives; of what is unknown there is none."""
    for field in LABELS:
        if not told.content.get(field):
            continue
        found = origin(told.content, field)
        if found.claims:
            yield told.made(
                "note",
                "value",
                field,
                abstract=f"{found.label}: {found.value}",
                content=found.sentence,
                authors=list(found.who),
                object_refs=[told.id, *(note_id(told, claim["id"]) for claim in found.claims)],
                labels=["value", field.replace("_", "-")],
            )
