"""The demonstration in the shapes of other fields: which figures stand there without who says so."""

import csv
import io
import json
from typing import Any, Final

from django.test import Client

from incidents.presenting.provenance import LABELS
from tests.demonstration.crawling import at, some
from tests.demonstration.whole import Demonstration
from tests.kerman.attesting_things import bare_in_thing
from tests.shapes.reading import bundle_of, faults, of_type

CITING: Final = ("assertions", "casualty-estimates", "attributions", "warnings", "statements")


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


def tables(client: Client, _whole: Demonstration) -> list[str]:
    """A page of each list that stands on citations, as JSON Lines and as CSV."""
    found = []
    for name in CITING:
        lines = client.get(f"/api/v1/{name}.jsonl?limit=200").content.splitlines()
        assert lines, name
        found += [one for line in lines for one in at(name, bare_in_thing(json.loads(line)))]
        rows = csv.DictReader(io.StringIO(client.get(f"/api/v1/{name}.csv?limit=200").content.decode(), newline=""))
        found += [f"{name}: {row['id']}" for row in rows if not row["said_by"]]
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
