"""The demonstration in the shapes of other fields: which figures stand there without who says so."""

from typing import Any

from django.test import Client

from tests.demonstration.crawling import at, some
from tests.demonstration.whole import Demonstration
from tests.shapes.reading import bundle_of, faults, of_type


def bundles(client: Client, whole: Demonstration) -> list[str]:
    """Some incidents as STIX, and what its validator finds wrong with them."""
    found = []
    for key, content in some(list(whole.current.items())):
        bundle = bundle_of(client, key)
        found += at(key, [*faults(bundle)[0], *bare_in_bundle(bundle, content)])
    return found


def bare_in_bundle(bundle: dict[str, Any], content: dict[str, Any]) -> list[str]:
    """Notes of claims and values without an author, and claims without a note."""
    notes = [one for label in ("claim", "value", "warning", "reaction") for one in of_type(bundle, "note", label)]
    missing = len(content["claims"]) - len(of_type(bundle, "note", "claim"))
    bare = [one["abstract"] for one in notes if not one.get("authors")]
    return [*bare, f"{missing} claims are missing"] if missing else bare
