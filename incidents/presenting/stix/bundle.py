"""The bundle around the objects: who made them, and what may be done with them."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.conf import settings

from incidents.presenting.frame import LICENCE_NAME, LICENCE_URL
from incidents.presenting.stix.incident import own_objects, shared_objects
from incidents.presenting.stix.naming import SPEC_VERSION, STANDING, TLP_CLEAR, Object, Told, named, stix_id

MEDIA_TYPE: Final = "application/stix+json;version=2.1"

TLP_CLEAR_OBJECT: Final[Object] = {
    "type": "marking-definition",
    "spec_version": SPEC_VERSION,
    "id": TLP_CLEAR,
    "created": "2022-10-01T00:00:00.000Z",
    "name": "TLP:CLEAR",
    "extensions": {
        "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d": {
            "extension_type": "property-extension",
            "tlp_2_0": "clear",
        }
    },
}
"""As OASIS publishes it."""


def bundle(told: Told) -> dict[str, Any]:
    """One incident with everything that its objects refer to; incidents that it is linked to are referred to only."""
    identifier = bundle_id(told.public_id, str(told.number))
    return {"type": "bundle", "id": identifier, "objects": list(bundled([told]))}


def bundle_id(*key: str) -> str:
    """The id of a bundle: the same for the same incidents in the same state of the record."""
    return stix_id("bundle", *key)


def bundled(incidents: Iterable[Told]) -> Iterator[Object]:
    """Every object of a bundle of some incidents, each once: what several share is told as the first of them has it."""
    yield from frame_objects()
    met: set[str] = set()
    for told in incidents:
        shared = {one["id"]: one for one in shared_objects(told)}
        yield from (one for identifier, one in shared.items() if identifier not in met)
        yield from own_objects(told)
        met |= shared.keys()


def frame_objects() -> list[Object]:
    """What every object refers to: ourselves and the two markings."""
    licence = {
        "type": "marking-definition",
        "spec_version": SPEC_VERSION,
        "id": stix_id("marking-definition", "licence"),
        "created_by_ref": stix_id("identity", "attest"),
        "created": STANDING,
        "name": LICENCE_NAME,
        "definition_type": "statement",
        "definition": {"statement": f"{LICENCE_NAME}, {LICENCE_URL}. Credit: Attest, {settings.ATTEST_BASE_URL}"},
    }
    ourselves = named(
        "identity",
        "attest",
        name="Attest",
        description="The open record of terrorist incidents. It keeps who says what; it is no party to any of it.",
        identity_class="organization",
        contact_information=settings.ATTEST_BASE_URL,
    )
    return [TLP_CLEAR_OBJECT, licence, ourselves]
