"""The demonstration in the shapes of other fields: which figures stand there without who says so."""

from typing import Any

from django.test import Client

from incidents.presenting.provenance import LABELS
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


def derivations(client: Client, whole: Demonstration) -> list[str]:
    """Some incidents as PROV: every value is derived from a claim, and every claim from words of a source."""
    found = []
    for key, content in some(list(whole.current.items())):
        found += at(key, bare_in_prov(client.get(f"/incidents/{key}.prov.json").json(), content))
    return found


def bare_in_prov(document: dict[str, Any], content: dict[str, Any]) -> list[str]:
    """Values and claims that are derived from nothing, and values that are missing."""
    entities = document["entity"]
    derived = {one["prov:generatedEntity"] for one in document["wasDerivedFrom"].values()}
    told = [key for key in entities if key.startswith(("value:", "claim:"))]
    known = [f"value:{field}" for field in LABELS if field != "attribution" and content[field]]
    return [*(key for key in told if key not in derived), *(key for key in known if key not in entities)]


def bare_in_bundle(bundle: dict[str, Any], content: dict[str, Any]) -> list[str]:
    """Notes of claims and values without an author, and claims without a note."""
    notes = [one for label in ("claim", "value", "warning", "reaction") for one in of_type(bundle, "note", label)]
    missing = len(content["claims"]) - len(of_type(bundle, "note", "claim"))
    bare = [one["abstract"] for one in notes if not one.get("authors")]
    return [*bare, f"{missing} claims are missing"] if missing else bare
